package org.ketwork.bridge.resonance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

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

    /** Nodes and weights on [-1, 1]. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS_PER_PANEL);

    public SuprathresholdArray {
        if (units < 1) {
            throw new IllegalArgumentException("the array needs at least 1 unit, got " + units);
        }
    }

    /** Mutual information between signal and count, in nats, at noise sigma >= 0 in units of the signal's deviation. */
    public double mutualInformation(double sigma) {
        if (sigma == 0) {
            return Math.log(2);
        }
        Moments moments = integrate(sigma);
        double entropy = 0;
        for (double p : moments.countLaw) {
            entropy += BinaryEntropy.term(p);
        }
        return entropy - moments.conditionalEntropy;
    }

    /**
     * The mutual information from one experiment at each of several noises: the mean over trials of ln p(n | x) - ln p(n), which is
     * unbiased. Trial t draws its signal and, in units of sigma, its noises at the address: the experiments differ by sigma only.
     *
     * @param sigmas all positive
     */
    public List<Estimate> sampledInformation(double[] sigmas, int trials, RandomAddress address) {
        double[] signal = new double[trials];
        double[] noise = new double[trials * units];
        for (int t = 0; t < trials; t++) {
            signal[t] = address.at("signal").normal(t);
        }
        RandomAddress noises = address.at("noise");
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noises.normal(i);
        }
        double[] logBinomials = logBinomials();
        List<Estimate> estimates = new ArrayList<>();
        for (double sigma : sigmas) {
            double[] law = integrate(sigma).countLaw;
            double[] information = new double[trials];
            for (int t = 0; t < trials; t++) {
                double x = signal[t];
                int count = 0;
                for (int unit = 0; unit < units; unit++) {
                    count += x + sigma * noise[t * units + unit] > 0 ? 1 : 0;
                }
                double z = x / (sigma * Math.sqrt(2));
                double logConditional = logBinomials[count]
                        + power(count, Math.log(Erf.erfc(-z) / 2))
                        + power(units - count, Math.log(Erf.erfc(z) / 2));
                information[t] = logConditional - Math.log(law[count]);
            }
            estimates.add(Estimate.of(information));
        }
        return estimates;
    }

    /** n ln p, and 0 for n = 0 even where p underflows. */
    private static double power(int n, double logP) {
        return n == 0 ? 0 : n * logP;
    }

    /** p(n), and E_x H(n | x) in nats. */
    private record Moments(double[] countLaw, double conditionalEntropy) {}

    private Moments integrate(double sigma) {
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
            for (int i = 0; i < POINTS_PER_PANEL; i++) {
                double x = width * (panel + (1 + RULE.getPoint(i)) / 2);
                double weight = width / 2 * RULE.getWeight(i) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
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
        return new Moments(law, conditionalEntropy);
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
