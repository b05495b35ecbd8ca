package org.ketwork.claims.decoherence;

import org.ketwork.lab.claim.Outcome;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.PairedTests;

/** What a sample says about its mean lying inside a margin that was declared beforehand. */
final class EquivalenceRule {
    private EquivalenceRule() {}

    /**
     * Holds if two one-sided tests show the mean inside the margin, refuted if a one-sided test shows it outside; a sample that
     * shows neither is inconclusive, since a test without power must not refute anything.
     */
    static Outcome outcome(double[] sample, double low, double high, double alpha) {
        if (Equivalence.mean(sample, low, high).rejects(alpha)) {
            return Outcome.HOLDS;
        }
        boolean outside = PairedTests.t(sample, high, Alternative.GREATER).rejects(alpha)
                || PairedTests.t(sample, low, Alternative.LESS).rejects(alpha);
        return outside ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
    }
}
