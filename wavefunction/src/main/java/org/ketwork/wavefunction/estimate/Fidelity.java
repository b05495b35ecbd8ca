package org.ketwork.wavefunction.estimate;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The fidelity |⟨a|b⟩|²/(⟨a|a⟩⟨b|b⟩) of two wavefunctions, as the product of the means of b/a over |a|² and of a/b over |b|².
 *
 * @param mean by its noise it may lie slightly outside [0, 1]
 * @param standardError to first order in the errors of both means; 0 if both samples are exact
 */
public record Fidelity(double mean, double standardError) {
    /** From a sample of each; those must be independent of each other. */
    public static Fidelity of(Wavefunction a, Sample ofA, Wavefunction b, Sample ofB, Workers workers) {
        if (!a.space().equals(b.space())) {
            throw new IllegalArgumentException("a fidelity needs one space, got " + a.space() + " and " + b.space());
        }
        Ratios forth = Ratios.of(a, b, ofA, workers);
        Ratios back = Ratios.of(b, a, ofB, workers);
        // The wavefunctions are not normalised; a common scale cancels in the product.
        double scale = Arrays.stream(forth.logModulus)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        forth.exponentiate(-scale);
        back.exponentiate(scale);
        double[] meanForth = forth.mean(ofA);
        double[] meanBack = back.mean(ofB);
        Measurement throughA = Measurement.of(ofA, forth.times(meanBack));
        Measurement throughB = Measurement.of(ofB, back.times(meanForth));
        double mean = meanForth[0] * meanBack[0] - meanForth[1] * meanBack[1];
        return new Fidelity(mean, Math.hypot(throughA.standardError(), throughB.standardError()));
    }

    /** The ratios to/from at the configurations of a sample of one wavefunction, first as logarithms. */
    private static final class Ratios {
        private final double[] logModulus;
        private final double[] phase;
        private final double[] re;
        private final double[] im;

        private Ratios(double[] logModulus, double[] phase) {
            this.logModulus = logModulus;
            this.phase = phase;
            re = new double[phase.length];
            im = new double[phase.length];
        }

        static Ratios of(Wavefunction from, Wavefunction to, Sample sample, Workers workers) {
            Amplitudes below = Amplitudes.of(from, sample.configurations(), workers);
            Amplitudes above = Amplitudes.of(to, sample.configurations(), workers);
            double[] logModulus = new double[below.phase().length];
            double[] phase = new double[logModulus.length];
            for (int i = 0; i < logModulus.length; i++) {
                logModulus[i] = above.logModulus()[i] - below.logModulus()[i];
                phase[i] = above.phase()[i] - below.phase()[i];
            }
            return new Ratios(logModulus, phase);
        }

        void exponentiate(double shift) {
            for (int i = 0; i < re.length; i++) {
                double modulus = Math.exp(logModulus[i] + shift);
                re[i] = modulus * Math.cos(phase[i]);
                im[i] = modulus * Math.sin(phase[i]);
            }
        }

        double[] mean(Sample sample) {
            double[] mean = new double[2];
            for (int i = 0; i < re.length; i++) {
                mean[0] += sample.weights()[i] * re[i];
                mean[1] += sample.weights()[i] * im[i];
            }
            return mean;
        }

        /** The real parts of the products with a complex number. */
        double[] times(double[] factor) {
            double[] product = new double[re.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = re[i] * factor[0] - im[i] * factor[1];
            }
            return product;
        }
    }
}
