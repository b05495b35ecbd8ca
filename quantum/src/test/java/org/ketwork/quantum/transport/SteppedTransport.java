package org.ketwork.quantum.transport;

/** The master equation of {@link Transport} written out in complex numbers and stepped through time: an oracle for tests. */
final class SteppedTransport {
    private final double[][] h;
    private final int sink;
    private final double sinkRate;
    private final double lossRate;
    private final double dephasing;
    private final int n;
    /** Real parts, then imaginary parts, then the collected probability and its first moment in time. */
    private double[] state;

    SteppedTransport(double[][] h, int start, int sink, double sinkRate, double lossRate, double dephasing) {
        this.h = h;
        this.n = h.length;
        this.sink = sink;
        this.sinkRate = sinkRate;
        this.lossRate = lossRate;
        this.dephasing = dephasing;
        this.state = new double[2 * n * n + 2];
        state[start * n + start] = 1;
    }

    void run(double duration, double step) {
        int steps = (int) Math.round(duration / step);
        for (int i = 0; i < steps; i++) {
            double t = i * step;
            double[] k1 = derivative(t, state);
            double[] k2 = derivative(t + step / 2, shifted(k1, step / 2));
            double[] k3 = derivative(t + step / 2, shifted(k2, step / 2));
            double[] k4 = derivative(t + step, shifted(k3, step));
            double[] next = state.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += step / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
            state = next;
        }
    }

    double collected() {
        return state[2 * n * n];
    }

    double meanTime() {
        return state[2 * n * n + 1] / state[2 * n * n];
    }

    private double[] shifted(double[] direction, double step) {
        double[] result = state.clone();
        for (int j = 0; j < result.length; j++) {
            result[j] += step * direction[j];
        }
        return result;
    }

    private double[] derivative(double t, double[] s) {
        double[] d = new double[s.length];
        int im = n * n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double commutatorRe = 0;
                double commutatorIm = 0;
                for (int l = 0; l < n; l++) {
                    commutatorRe += h[i][l] * s[l * n + j] - s[i * n + l] * h[l][j];
                    commutatorIm += h[i][l] * s[im + l * n + j] - s[im + i * n + l] * h[l][j];
                }
                double decay = lossRate
                        + (i == j ? 0 : dephasing)
                        + (i == sink ? sinkRate / 2 : 0)
                        + (j == sink ? sinkRate / 2 : 0);
                d[i * n + j] = commutatorIm - decay * s[i * n + j];
                d[im + i * n + j] = -commutatorRe - decay * s[im + i * n + j];
            }
        }
        d[2 * im] = sinkRate * s[sink * n + sink];
        d[2 * im + 1] = t * d[2 * im];
        return d;
    }
}
