package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Masks of random phases e^{iφ} with independent φ of law N(0, s²): |m_i| = 1, E m_i = e^{−s²/2}, and C = pJ + (1−p)I with
 * p = e^{−s²}. Nothing is ever dropped, yet the dephasing is that of Bernoulli dropout.
 */
public record RandomPhase(double phaseVariance) implements ComplexMaskLaw {
    public RandomPhase {
        if (!(phaseVariance >= 0 && phaseVariance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("phase variance must be finite and not negative, got " + phaseVariance);
        }
    }

    /** The phase law of coherence p, that is s² = −ln p. */
    public static RandomPhase ofCoherence(double p) {
        return new RandomPhase(Math.abs(Math.log(Moments.requireKeepProbability(p))));
    }

    @Override
    public String describe() {
        return "RandomPhase(s^2=" + phaseVariance + ")";
    }

    @Override
    public double keepProbability() {
        return Math.exp(-phaseVariance);
    }

    @Override
    public RandomPhase withKeepProbability(double p) {
        return ofCoherence(p);
    }

    @Override
    public void fill(RandomAddress address, double[] re, double[] im, int offset, int units) {
        RandomStream stream = address.stream();
        double deviation = Math.sqrt(phaseVariance);
        for (int i = 0; i < units; i++) {
            double phase = deviation * stream.nextNormal();
            re[offset + i] = Math.cos(phase);
            im[offset + i] = Math.sin(phase);
        }
    }

    @Override
    public double[] mean(int units) {
        return Moments.filled(units, Math.exp(-phaseVariance / 2));
    }

    @Override
    public ComplexMatrix secondMoment(int units) {
        return ComplexMatrix.of(Moments.exchangeable(units, 1, keepProbability()), Matrix.zeros(units, units));
    }

    @Override
    public ComplexMatrix complexCoherence(int units) {
        return secondMoment(units);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        return Optional.of(Moments.allKept(units));
    }
}
