package org.ketwork.bridge.decoherence;

import java.util.Arrays;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The first two moments of a mask law, all that least squares and dephasing can see of it.
 *
 * @param mean E[m_i], one per unit
 * @param second E[m_i m_j], shape (units, units), symmetric positive semidefinite
 */
public record MaskMoments(double[] mean, Matrix second) {
    public MaskMoments {
        second.requireSquare();
        if (mean.length != second.rows()) {
            throw new IllegalArgumentException(
                    mean.length + " means do not fit a second moment of " + second.rows() + " units");
        }
        mean = mean.clone();
    }

    /** The closed-form moments of a mask law over so many units. */
    public static MaskMoments of(RealMaskLaw law, int units) {
        return new MaskMoments(law.mean(units), law.secondMoment(units));
    }

    /** Independent units, kept with probability keep. */
    public static MaskMoments bernoulli(int units, double keep) {
        MaskTable.requireKeep(keep);
        Matrix coherence = Matrix.constant(units, units, keep);
        for (int i = 0; i < units; i++) {
            coherence.set(i, i, 1);
        }
        return ofCoherence(coherence, keep);
    }

    /** 0/1 masks with keep probability p and coherence C_ij = P(j kept | i kept): second moment p C. */
    public static MaskMoments ofCoherence(Matrix coherence, double keep) {
        MaskTable.requireKeep(keep);
        double[] mean = new double[coherence.rows()];
        Arrays.fill(mean, keep);
        return new MaskMoments(mean, coherence.scale(keep));
    }

    /** Independent factors of mean one and the given variance, whatever their law. */
    public static MaskMoments multiplicativeNoise(int units, double variance) {
        Matrix second = Matrix.constant(units, units, 1);
        for (int i = 0; i < units; i++) {
            second.set(i, i, 1 + variance);
        }
        double[] mean = new double[units];
        Arrays.fill(mean, 1);
        return new MaskMoments(mean, second);
    }

    public int units() {
        return mean.length;
    }

    /**
     * Second moment of the mask divided by its mean, R_ij = E[m_i m_j] / (E[m_i] E[m_j]); for 0/1 masks of one keep
     * probability, C/p.
     *
     * @throws IllegalArgumentException if a unit has mean zero, for which inverted scaling does not exist
     */
    public Matrix relativeSecond() {
        Matrix relative = second.copy();
        for (int i = 0; i < units(); i++) {
            if (mean[i] == 0) {
                throw new IllegalArgumentException(
                        "unit " + i + " has mean mask 0, so the mask cannot be rescaled to mean 1");
            }
            for (int j = 0; j < units(); j++) {
                relative.set(i, j, second.get(i, j) / mean[i] / mean[j]);
            }
        }
        return relative;
    }

    /**
     * Coherence matrix C = E[m mᵀ] / E[m²], unit diagonal: the Schur matrix of the channel that the masks induce.
     *
     * @throws IllegalArgumentException if the units differ in E[m_i²]; the map would then not preserve the trace
     */
    public Matrix coherence() {
        double power = second.get(0, 0);
        for (int i = 0; i < units(); i++) {
            if (!(second.get(i, i) > 0) || Math.abs(second.get(i, i) - power) > 1e-12 * power) {
                throw new IllegalArgumentException("a coherence matrix needs one mean square for all units, got "
                        + power + " for unit 0 and " + second.get(i, i) + " for unit " + i);
            }
        }
        return second.scale(1 / power);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskMoments that && Arrays.equals(mean, that.mean) && second.equals(that.second);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + second.hashCode();
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", second moment " + second;
    }
}
