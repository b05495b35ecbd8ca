package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.LawViolation;

/**
 * The order of the entropies of an ensemble of class probabilities: BALD ≤ S ≤ H and S ≤ H(weights). The first is Holevo's
 * bound for the measurement in the class basis (pure members: χ = S); the second holds because dephasing in that basis turns ρ
 * into the mean probabilities and never lowers entropy; the third because a mixture of pure states has at most the entropy of
 * its weights.
 */
public final class EntropyOrder {
    /** Room for rounding, in nats. */
    public static final double TOLERANCE = 1e-10;

    private EntropyOrder() {}

    /**
     * Passes when the order holds.
     *
     * @throws LawViolation naming the broken inequality and its two sides
     */
    public static void require(double bald, double vonNeumann, double predictive, double weights) {
        require("BALD <= S", bald, vonNeumann);
        require("S <= H", vonNeumann, predictive);
        require("S <= H(weights)", vonNeumann, weights);
    }

    private static void require(String law, double smaller, double larger) {
        if (!(smaller <= larger + TOLERANCE)) {
            throw new LawViolation(
                    "the entropies of an ensemble must obey " + law + ", got " + smaller + " > " + larger);
        }
    }
}
