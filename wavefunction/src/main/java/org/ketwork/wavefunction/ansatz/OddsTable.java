package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * What happens to the amplitude of a machine of hidden units, and to their odds e^{2θ}, when one visible unit changes by ±δ, for every
 * site: δ = −2 from a spin up, and one particle on bosons. The odds of unit j are multiplied by e^{±2δW_ji}; the amplitude
 * e^{a·v} Π_j e^{−θ_j} (1 + e^{2θ_j}) is multiplied by e^{±δ(a_i − Σ_j W_ji)} times what the brackets change by. Where weights are real,
 * the arrays of imaginary parts are empty.
 *
 * @param odds by what the odds are multiplied for +δ, (N, M)
 * @param inverse the same for −δ
 * @param amplitude the other factor for +δ, one number a site
 * @param inverseAmplitude the same for −δ
 * @param period so many factors 1 + odds never overflow
 */
record OddsTable(int units, Split odds, Split inverse, Scaled amplitude, Scaled inverseAmplitude, int period) {
    /** Beyond this angle, odds may overflow. */
    private static final double HIGHEST_ANGLE = 340;

    record Split(double[] re, double[] im) {}

    /** Complex numbers of any size: (re + i im) 2^exponent. */
    record Scaled(double[] re, double[] im, double[] exponent) {}

    /** Whether the odds of all configurations are in the range of double; if not, there is no table. */
    static boolean fits(double largestAngle) {
        return largestAngle <= HIGHEST_ANGLE;
    }

    /** An upper bound to |Re θ_j| over all units and configurations. */
    static double largestAngle(StateSpace space, double[] weights, double[] hiddenBias) {
        double largestValue = Math.max(Math.abs(space.value(0)), Math.abs(space.value(space.levels() - 1)));
        double largest = 0;
        for (int j = 0; j < hiddenBias.length; j++) {
            double sum = Math.abs(hiddenBias[j]);
            for (int i = 0; i < space.sites(); i++) {
                sum += largestValue * Math.abs(weights[j * space.sites() + i]);
            }
            largest = Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.max(largest, sum);
        }
        return largest;
    }

    /**
     * @param weightsIm empty if the weights are real, and then so is visibleBiasIm
     * @param largestAngle see {@link #fits}
     */
    static OddsTable of(
            StateSpace space,
            double[] weights,
            double[] weightsIm,
            double[] visibleBias,
            double[] visibleBiasIm,
            int units,
            double largestAngle) {
        int sites = space.sites();
        boolean complex = weightsIm.length > 0;
        double delta = space instanceof Spins ? -2 : 1;
        Split odds = split(sites * units, complex);
        Split inverse = split(sites * units, complex);
        Scaled amplitude = scaled(sites, complex);
        Scaled inverseAmplitude = scaled(sites, complex);
        for (int i = 0; i < sites; i++) {
            double field = visibleBias.length > 0 ? visibleBias[i] : 0;
            double fieldIm = complex && visibleBias.length > 0 ? visibleBiasIm[i] : 0;
            for (int j = 0; j < units; j++) {
                double w = weights[j * sites + i];
                double wIm = complex ? weightsIm[j * sites + i] : 0;
                field -= w;
                fieldIm -= wIm;
                put(odds, i * units + j, Math.exp(2 * delta * w), 2 * delta * wIm);
                put(inverse, i * units + j, Math.exp(-2 * delta * w), -2 * delta * wIm);
            }
            put(amplitude, i, delta * field, delta * fieldIm);
            put(inverseAmplitude, i, -delta * field, -delta * fieldIm);
        }
        int period = (int) Math.max(1, 1000 * Math.log(2) / Math.log1p(Math.exp(2 * largestAngle)));
        return new OddsTable(units, odds, inverse, amplitude, inverseAmplitude, period);
    }

    private static Split split(int length, boolean complex) {
        return new Split(new double[length], new double[complex ? length : 0]);
    }

    private static Scaled scaled(int length, boolean complex) {
        return new Scaled(new double[length], new double[complex ? length : 0], new double[length]);
    }

    private static void put(Split target, int at, double modulus, double phase) {
        if (target.im.length == 0) {
            target.re[at] = modulus;
        } else {
            target.re[at] = modulus * Math.cos(phase);
            target.im[at] = modulus * Math.sin(phase);
        }
    }

    private static void put(Scaled target, int at, double logModulus, double phase) {
        double exponent = Math.rint(logModulus / Math.log(2));
        target.exponent[at] = exponent;
        put(new Split(target.re, target.im), at, Math.exp(logModulus - exponent * Math.log(2)), phase);
    }
}
