package org.ketwork.neural.mask;

import org.ketwork.numerics.random.RandomAddress;

/**
 * Standout: unit i is kept with probability σ(α z_i + β), z = Wx the pre-activation of the unit (Ba and Frey, NeurIPS 2013,
 * equation 3). Scores are pre-activations; before a ReLU the mask may stand in front of the activation, since
 * max(0, m z) = m max(0, z) for m ≥ 0.
 */
public record Standout(double alpha, double beta) implements AwareMaskLaw {
    public Standout {
        if (!Double.isFinite(alpha) || !Double.isFinite(beta)) {
            throw new IllegalArgumentException("standout needs finite alpha and beta, got " + alpha + ", " + beta);
        }
    }

    @Override
    public String describe() {
        return "Standout(alpha=" + alpha + ", beta=" + beta + ")";
    }

    @Override
    public double[] keepProbabilities(double[] scores) {
        double[] keep = new double[scores.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = 1 / (1 + Math.exp(-(alpha * scores[i] + beta)));
        }
        return keep;
    }

    @Override
    public void fill(RandomAddress address, double[] scores, double[] mask) {
        double[] keep = keepProbabilities(scores);
        address.fillUniform(mask);
        for (int i = 0; i < keep.length; i++) {
            mask[i] = mask[i] < keep[i] ? 1 : 0;
        }
    }
}
