package org.ketwork.bridge.resonance;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.ketwork.numerics.optimum.Peak;

/**
 * N equal units that see one common signal x ~ N(0, 1), each through noise N(0, sigma^2) of its own, and fire above the threshold
 * 0; the output n counts the units that fire (Stocks, Phys. Rev. Lett. 84, 2310, 2000: suprathreshold stochastic resonance).
 * Given x each unit fires with probability Phi(x / sigma), so n is binomial, and I(x; n) = H(n) - E_x H(n | x). Without noise all
 * units agree and the array tells one bit; noise of their own makes them tell more, unless there is but one unit.
 *
 * @param units N, at least 1
 */
public record SuprathresholdArray(int units) {
    /** Beyond nine standard deviations a unit's firing, or the signal's weight, differs from its limit by less than 1e-18. */
    private static final double REACH = 9;

    private static final int POINTS_PER_PANEL = 16;

    public SuprathresholdArray {
        if (units < 1) {
            throw new IllegalArgumentException("the array needs at least 1 unit, got " + units);
        }
    }

    /** Mutual information between signal and count, in nats, at noise sigma > 0 in units of the signal's deviation. */
    public double mutualInformation(double sigma) {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("noise must be positive, got " + sigma);
        }
        double[] law = new double[units + 1];
        double conditionalEntropy = 0;
        double[] logBinomials = logBinomials();
        double end = Math.min(REACH, REACH * sigma);
        int panels = (int) Math.ceil(2 * REACH);
        double width = end / panels;
        // The integrand is symmetric under x -> -x with n -> N - n: half the line suffices.
        for (int panel = 0; panel < panels; panel++) {
            GaussIntegrator rule =
                    new GaussIntegratorFactory().legendre(POINTS_PER_PANEL, panel * width, (panel + 1) * width);
            for (int i = 0; i < POINTS_PER_PANEL; i++) {
                double x = rule.getPoint(i);
                double weight = rule.getWeight(i) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
                double z = x / (sigma * Math.sqrt(2));
                double logFire = Math.log(Erf.erfc(-z) / 2);
                double logRest = Math.log(Erf.erfc(z) / 2);
                for (int n = 0; n <= units; n++) {
                    double logP = logBinomials[n] + n * logFire + (units - n) * logRest;
                    double p = Math.exp(logP);
                    law[n] += weight * p;
                    law[units - n] += weight * p;
                    conditionalEntropy -= p > 0 ? 2 * weight * p * logP : 0;
                }
            }
        }
        // Signals further out fire all units, or none, for certain.
        double outside = Erf.erfc(end / Math.sqrt(2)) / 2;
        law[0] += outside;
        law[units] += outside;
        double entropy = 0;
        for (double p : law) {
            entropy += BinaryEntropy.term(p);
        }
        return entropy - conditionalEntropy;
    }

    /** The noise between {@code low} and {@code high} that lets most information through. */
    public Peak bestNoise(double low, double high) {
        return Peak.of(this::mutualInformation, low, high);
    }

    private double[] logBinomials() {
        double[] result = new double[units + 1];
        for (int n = 0; n <= units; n++) {
            result[n] = Gamma.logGamma(units + 1.0) - Gamma.logGamma(n + 1.0) - Gamma.logGamma(units - n + 1.0);
        }
        return result;
    }
}
