package org.ketwork.wavefunction.estimate;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.LogAmplitudes;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The ratios a(σ)/b(σ) = (re + i im) e^logScale of the amplitudes of two wavefunctions. Neither is normalised, so the common factor may
 * lie beyond the range of double; the largest of the numbers beside it has the modulus 1.
 *
 * @param re one for each configuration
 * @param im one for each configuration
 */
public record AmplitudeRatios(double[] re, double[] im, double logScale) {
    /** At configurations where {@code below}, b, is not zero. */
    public static AmplitudeRatios of(Wavefunction above, Wavefunction below, Configurations at, Workers workers) {
        LogAmplitudes a = LogAmplitudes.of(above, at, workers);
        LogAmplitudes b = LogAmplitudes.of(below, at, workers);
        double[] re = new double[at.rows()];
        double[] im = new double[at.rows()];
        double scale = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < re.length; s++) {
            scale = Math.max(scale, a.logModulus()[s] - b.logModulus()[s]);
        }
        // If a vanishes everywhere, so do all ratios, whatever the scale.
        scale = scale == Double.NEGATIVE_INFINITY ? 0 : scale;
        for (int s = 0; s < re.length; s++) {
            double modulus = Math.exp(a.logModulus()[s] - b.logModulus()[s] - scale);
            double turn = a.phase()[s] - b.phase()[s];
            re[s] = modulus * Math.cos(turn);
            im[s] = modulus * Math.sin(turn);
        }
        return new AmplitudeRatios(re, im, scale);
    }

    /** The mean of re over the sample at whose configurations the ratios are, e^logScale left out. */
    public double meanRe(Sample sample) {
        return mean(sample, re);
    }

    /** The mean of im. */
    public double meanIm(Sample sample) {
        return mean(sample, im);
    }

    private static double mean(Sample sample, double[] values) {
        double mean = 0;
        for (int s = 0; s < values.length; s++) {
            mean += sample.weights()[s] * values[s];
        }
        return mean;
    }
}
