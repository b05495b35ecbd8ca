package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Jointly Gaussian masks that realise any given coherence matrix: E m_i = √p and E m_i m_j = C_ij, that is covariance C − pJ.
 * With p = 0 every real positive semidefinite C with unit diagonal is reached, but such a mask has mean zero and cannot be
 * inverted; with p > 0 the inverted mask has second moments C/p, as in Bernoulli dropout.
 */
public final class GaussianCorrelated implements RealMaskLaw {
    private final Matrix coherence;
    private final double keepProbability;
    private final Matrix root;

    /**
     * @param coherence C, symmetric with unit diagonal, C − pJ positive semidefinite
     * @param keepProbability p in [0, 1]
     */
    public GaussianCorrelated(Matrix coherence, double keepProbability) {
        if (!(keepProbability >= 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException("keep probability must be in [0, 1], got " + keepProbability);
        }
        Covariances.requireUnitDiagonal(coherence.diagonal());
        this.coherence = coherence.copy();
        this.keepProbability = keepProbability;
        this.root = Covariances.root(Covariances.centred(coherence, keepProbability));
    }

    /** Zero-mean masks, which reach every real coherence matrix. */
    public static GaussianCorrelated centred(Matrix coherence) {
        return new GaussianCorrelated(coherence, 0);
    }

    @Override
    public double keepProbability() {
        return keepProbability;
    }

    @Override
    public String describe() {
        return "GaussianCorrelated(p=" + keepProbability + ", d=" + coherence.rows() + ")";
    }

    @Override
    public GaussianCorrelated withKeepProbability(double p) {
        return new GaussianCorrelated(coherence, Moments.requireKeepProbability(p));
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        RandomStream stream = address.stream();
        double[] normal = new double[units];
        for (int i = 0; i < units; i++) {
            normal[i] = stream.nextNormal();
        }
        double[] correlated = root.times(normal);
        double mean = Math.sqrt(keepProbability);
        for (int i = 0; i < units; i++) {
            mask[offset + i] = mean + correlated[i];
        }
    }

    @Override
    public double[] mean(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return Moments.filled(units, Math.sqrt(keepProbability));
    }

    @Override
    public Matrix secondMoment(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return coherence.copy();
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return Optional.of(Moments.allKept(units));
    }
}
