package org.ketwork.quantum.transport;

import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.optimum.Peak;

/**
 * An excitation that starts on one site of a network and is drained from another. The density matrix obeys
 *
 * <pre>d rho_ij / dt = -i [H, rho]_ij - (1 - delta_ij) gamma rho_ij - (Gamma + (k_i + k_j) / 2) rho_ij</pre>
 *
 * with pure dephasing gamma of every coherence (Haken and Strobl 1973), drain k_i = {@code sinkRate} on the sink and 0
 * elsewhere, and loss Gamma everywhere, as in Plenio and Huelga (New J. Phys. 10, 113019, 2008) and Rebentrost et al. (New J.
 * Phys. 11, 033003, 2009). Rates are inverse times in the unit of the network's angular frequencies.
 *
 * <p>No time is stepped through: with L the generator, the integral of rho(t) over all times is -L^-1 rho(0), one linear solve.
 *
 * @param start site of the excitation at time 0
 * @param sink site that is drained
 * @param sinkRate k, positive
 * @param lossRate Gamma, not negative. At 0 a network with a dark state (one without overlap with the sink) keeps part of the
 *     excitation for ever when there is no dephasing either; the solve then ends in a {@link
 *     org.ketwork.numerics.matrix.SingularMatrixException} or, where rounding hides the singularity, in a {@link LawViolation}
 */
public record Transport(ExcitonNetwork network, int start, int sink, double sinkRate, double lossRate) {
    private static final double CONSERVATION_TOLERANCE = 1e-6;

    public Transport {
        requireSite("start", start, network);
        requireSite("sink", sink, network);
        if (!(sinkRate > 0 && sinkRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sink rate must be positive, got " + sinkRate);
        }
        if (!(lossRate >= 0 && lossRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("loss rate must not be negative, got " + lossRate);
        }
    }

    /**
     * What becomes of the excitation.
     *
     * @param efficiency eta, the probability that the sink collects it
     * @param meanTransferTime mean time of collection, given that it is collected
     */
    public record Yield(double efficiency, double meanTransferTime) {}

    /** The probability that the sink collects the excitation, at dephasing rate gamma >= 0. */
    public double efficiency(double dephasing) {
        return efficiency(timeIntegral(generator(dephasing), initialState()));
    }

    /** Efficiency and mean transfer time at dephasing rate gamma >= 0. */
    public Yield yield(double dephasing) {
        Matrix generator = generator(dephasing);
        double[] integral = timeIntegral(generator, initialState());
        // The integral of t rho(t) is L^-2 rho(0).
        double[] firstMoment = timeIntegral(generator, integral);
        return new Yield(efficiency(integral), firstMoment[sink] / integral[sink]);
    }

    /**
     * The best dephasing rate between {@code low} and {@code high}, both positive. The answer is interior only if it also beats no
     * dephasing at all.
     */
    public Peak bestDephasing(double low, double high) {
        Peak peak = Peak.of(this::efficiency, low, high);
        double coherent = efficiency(0);
        return coherent >= peak.value() ? new Peak(0, coherent, false) : peak;
    }

    private double efficiency(double[] integral) {
        double collected = sinkRate * integral[sink];
        double total = 0;
        for (int i = 0; i < network.sites(); i++) {
            total += integral[i];
        }
        double accounted = collected + lossRate * total;
        if (!(Math.abs(accounted - 1) <= CONSERVATION_TOLERANCE)) {
            throw new LawViolation("collected and lost probability must add up to 1, got " + accounted
                    + ": part of the excitation is stuck in a dark state, or the rates lie too far apart");
        }
        return collected;
    }

    private double[] initialState() {
        double[] state = new double[network.sites() * network.sites()];
        state[start] = 1;
        return state;
    }

    private static double[] timeIntegral(Matrix generator, double[] state) {
        double[] negative = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            negative[i] = -state[i];
        }
        return LinearSystem.solve(generator, negative);
    }

    /**
     * The generator in N^2 real coordinates: the populations, then Re rho_ij, then Im rho_ij for i < j. With rho = A + iB and H
     * real, dA/dt = [H, B] and dB/dt = -[H, A], apart from the decay.
     */
    private Matrix generator(double dephasing) {
        if (!(dephasing >= 0 && dephasing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("dephasing rate must not be negative, got " + dephasing);
        }
        int n = network.sites();
        Matrix generator = Matrix.zeros(n * n, n * n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double decay = lossRate + (drain(i) + drain(j)) / 2 + (i == j ? 0 : dephasing);
                add(generator, real(i, j), real(i, j), -decay);
                addCommutator(generator, i, j, false);
                if (i < j) {
                    add(generator, imaginary(i, j), imaginary(i, j), -decay);
                    addCommutator(generator, i, j, true);
                }
            }
        }
        return generator;
    }

    /** Adds [H, B]_ij to the row of A_ij, or -[H, A]_ij to the row of B_ij. */
    private void addCommutator(Matrix generator, int i, int j, boolean rowIsImaginary) {
        Matrix h = network.hamiltonian();
        for (int l = 0; l < network.sites(); l++) {
            if (rowIsImaginary) {
                add(generator, imaginary(i, j), real(l, j), -h.get(i, l));
                add(generator, imaginary(i, j), real(i, l), h.get(l, j));
            } else {
                addAntisymmetric(generator, real(i, j), l, j, h.get(i, l));
                addAntisymmetric(generator, real(i, j), i, l, -h.get(l, j));
            }
        }
    }

    private void addAntisymmetric(Matrix generator, int row, int i, int j, double value) {
        if (i != j) {
            add(generator, row, imaginary(i, j), i < j ? value : -value);
        }
    }

    private static void add(Matrix generator, int row, int column, double value) {
        generator.set(row, column, generator.get(row, column) + value);
    }

    private double drain(int site) {
        return site == sink ? sinkRate : 0;
    }

    private int real(int i, int j) {
        return i == j ? i : network.sites() + pair(i, j);
    }

    private int imaginary(int i, int j) {
        int n = network.sites();
        return n + n * (n - 1) / 2 + pair(i, j);
    }

    private static int pair(int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return high * (high - 1) / 2 + low;
    }

    private static void requireSite(String role, int site, ExcitonNetwork network) {
        if (site < 0 || site >= network.sites()) {
            throw new IllegalArgumentException(
                    "the " + role + " must be a site from 0 to " + (network.sites() - 1) + ", got " + site);
        }
    }
}
