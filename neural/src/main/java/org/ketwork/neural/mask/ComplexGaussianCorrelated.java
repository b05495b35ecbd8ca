package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Circular complex Gaussian masks that realise any Hermitian coherence matrix: m = √p + z with E z = 0, E z z† = C − pJ and
 * E z zᵀ = 0, so that E m m† = C. With p = 0 every positive semidefinite C with unit diagonal is reached, which masks of zeros
 * and ones, of signs or of phases cannot do.
 */
public final class ComplexGaussianCorrelated implements ComplexMaskLaw {
    private final ComplexMatrix coherence;
    private final double keepProbability;
    /** Root of the covariance of (Re z, Im z), of shape (2d, 2d). */
    private final Matrix root;

    /**
     * @param coherence C, Hermitian with unit diagonal, C − pJ positive semidefinite
     * @param keepProbability p in [0, 1]
     */
    public ComplexGaussianCorrelated(ComplexMatrix coherence, double keepProbability) {
        if (!(keepProbability >= 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException("keep probability must be in [0, 1], got " + keepProbability);
        }
        if (!coherence.isHermitian(Covariances.TOLERANCE)) {
            throw new IllegalArgumentException("a coherence matrix must be Hermitian");
        }
        Covariances.requireUnitDiagonal(coherence.re().diagonal());
        this.coherence = coherence.copy();
        this.keepProbability = keepProbability;
        this.root = Covariances.root(realForm(Covariances.centred(coherence.re(), keepProbability), coherence.im()));
    }

    /** Zero-mean masks, which reach every coherence matrix. */
    public static ComplexGaussianCorrelated centred(ComplexMatrix coherence) {
        return new ComplexGaussianCorrelated(coherence, 0);
    }

    /** ½ [[A, −B], [B, A]] for the covariance A + iB of a circular complex Gaussian. */
    private static Matrix realForm(Matrix a, Matrix b) {
        int d = a.rows();
        Matrix form = Matrix.zeros(2 * d, 2 * d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                form.set(i, j, a.get(i, j) / 2);
                form.set(i, d + j, -b.get(i, j) / 2);
                form.set(d + i, j, b.get(i, j) / 2);
                form.set(d + i, d + j, a.get(i, j) / 2);
            }
        }
        return form;
    }

    @Override
    public double keepProbability() {
        return keepProbability;
    }

    @Override
    public String describe() {
        return "ComplexGaussianCorrelated(p=" + keepProbability + ", d=" + coherence.rows() + ")";
    }

    @Override
    public ComplexGaussianCorrelated withKeepProbability(double p) {
        return new ComplexGaussianCorrelated(coherence, Moments.requireKeepProbability(p));
    }

    @Override
    public void fill(RandomAddress address, double[] re, double[] im, int offset, int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        RandomStream stream = address.stream();
        double[] normal = new double[2 * units];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = stream.nextNormal();
        }
        double[] correlated = root.times(normal);
        for (int i = 0; i < units; i++) {
            re[offset + i] = Math.sqrt(keepProbability) + correlated[i];
            im[offset + i] = correlated[units + i];
        }
    }

    @Override
    public double[] mean(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return Moments.filled(units, Math.sqrt(keepProbability));
    }

    @Override
    public ComplexMatrix secondMoment(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return coherence.copy();
    }

    @Override
    public ComplexMatrix complexCoherence(int units) {
        return secondMoment(units);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        Moments.requireUnits(describe(), coherence.rows(), units);
        return Optional.of(Moments.allKept(units));
    }
}
