package org.ketwork.wavefunction.estimate;

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
        AmplitudeRatios forth = AmplitudeRatios.of(b, a, ofA.configurations(), workers);
        AmplitudeRatios back = AmplitudeRatios.of(a, b, ofB.configurations(), workers);
        double scale = Math.exp(forth.logScale() + back.logScale());
        double forthRe = scale * forth.meanRe(ofA);
        double forthIm = scale * forth.meanIm(ofA);
        double backRe = scale * back.meanRe(ofB);
        double backIm = scale * back.meanIm(ofB);
        Measurement throughA = Measurement.of(ofA, realParts(forth, backRe, backIm));
        Measurement throughB = Measurement.of(ofB, realParts(back, forthRe, forthIm));
        return new Fidelity(throughA.mean(), Math.hypot(throughA.standardError(), throughB.standardError()));
    }

    /** The real parts of the products of all ratios with a complex number. */
    private static double[] realParts(AmplitudeRatios ratios, double re, double im) {
        double[] products = new double[ratios.re().length];
        for (int s = 0; s < products.length; s++) {
            products[s] = ratios.re()[s] * re - ratios.im()[s] * im;
        }
        return products;
    }
}
