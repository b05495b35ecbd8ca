package org.ketwork.neural.optimiser;

/**
 * Gradient descent with momentum mu, v = mu v + g, theta = theta - rate v; in Nesterov's form theta = theta - rate (g + mu v)
 * (Sutskever, Martens, Dahl, Hinton, ICML 2013, section 2, with the learning rate outside the velocity).
 */
public record Sgd(double momentum, boolean nesterov) implements Optimiser {
    public Sgd {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be in [0, 1), got " + momentum);
        }
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("Nesterov's form needs a positive momentum, got 0");
        }
    }

    /** Plain gradient descent. */
    public Sgd() {
        this(0, false);
    }

    @Override
    public int moments() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void step(long step, double rate, double[] gradient, double[][] moments, double[] theta, int from, int to) {
        if (momentum == 0) {
            for (int i = from; i < to; i++) {
                theta[i] -= rate * gradient[i];
            }
            return;
        }
        double[] velocity = moments[0];
        double ofVelocity = nesterov ? momentum : 1;
        double ofGradient = nesterov ? 1 : 0;
        for (int i = from; i < to; i++) {
            velocity[i] = momentum * velocity[i] + gradient[i];
            theta[i] -= rate * (ofVelocity * velocity[i] + ofGradient * gradient[i]);
        }
    }
}
