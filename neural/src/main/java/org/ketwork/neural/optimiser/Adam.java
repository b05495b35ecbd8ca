package org.ketwork.neural.optimiser;

/**
 * Adam: steps along the mean gradient over the root of the mean square gradient, both exponentially weighted and corrected for their
 * start at zero (Kingma and Ba, ICLR 2015, algorithm 1).
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimiser {
    public Adam {
        requireDecay("beta1", beta1);
        requireDecay("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon of Adam must be positive, got " + epsilon);
        }
    }

    /** The constants of the paper: 0.9, 0.999, 1e-8. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public void step(long step, double rate, double[] gradient, double[][] moments, double[] theta, int from, int to) {
        double rootOfSecond = Math.sqrt(1 - Math.pow(beta2, step));
        double size = rate / (1 - Math.pow(beta1, step));
        update(size, rootOfSecond, gradient, moments[0], moments[1], theta, from, to);
    }

    /** One plain loop over arrays, which the compiler turns into vector instructions. */
    private void update(
            double size,
            double rootOfSecond,
            double[] gradient,
            double[] first,
            double[] second,
            double[] theta,
            int from,
            int to) {
        double inverseRoot = 1 / rootOfSecond;
        for (int i = from; i < to; i++) {
            double g = gradient[i];
            double m = beta1 * first[i] + (1 - beta1) * g;
            double v = beta2 * second[i] + (1 - beta2) * g * g;
            first[i] = m;
            second[i] = v;
            theta[i] -= size * m / (Math.sqrt(v) * inverseRoot + epsilon);
        }
    }

    private static void requireDecay(String name, double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException(name + " of Adam must be in [0, 1), got " + beta);
        }
    }
}
