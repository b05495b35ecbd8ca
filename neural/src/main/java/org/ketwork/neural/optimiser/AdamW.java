package org.ketwork.neural.optimiser;

/**
 * Adam with weight decay apart from the gradient: before each step theta is multiplied by 1 - rate decay (Loshchilov and Hutter, ICLR
 * 2019, algorithm 2).
 */
public record AdamW(Adam adam, double decay) implements Optimiser {
    public AdamW {
        if (!(decay >= 0)) {
            throw new IllegalArgumentException("weight decay must not be negative, got " + decay);
        }
    }

    public AdamW(double decay) {
        this(new Adam(), decay);
    }

    @Override
    public int moments() {
        return adam.moments();
    }

    @Override
    public void step(long step, double rate, double[] gradient, double[][] moments, double[] theta, int from, int to) {
        double kept = 1 - rate * decay;
        for (int i = from; i < to; i++) {
            theta[i] *= kept;
        }
        adam.step(step, rate, gradient, moments, theta, from, to);
    }
}
