package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.InteriorOptimum;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.PairedTests;

/** What the test for an interior optimum says about a sweep whose optimum was predicted at 1 on the common axis, and about a control. */
final class SweepVerdict {
    private SweepVerdict() {}

    /**
     * Refuted if the measured optimum lies further from the prediction than twice the reach of its 95 % interval, and at least one
     * grid step; inconclusive if the test finds no optimum; else it holds.
     */
    static Outcome outcome(InteriorOptimum test) {
        if (!test.interior()) {
            return Outcome.INCONCLUSIVE;
        }
        return Outcome.holdsIf(consistent(test));
    }

    /**
     * Whether some noise helps, wherever its best level lies: holds if the test finds an optimum, refuted if noise at the unit of
     * the axis does significantly worse than none.
     */
    static Outcome helps(NoiseSweep sweep, InteriorOptimum test) {
        if (test.interior()) {
            return Outcome.HOLDS;
        }
        boolean hurts = PairedTests.t(sweep.atUnit(), sweep.withoutNoise(), Alternative.GREATER)
                .rejects(test.alpha());
        return hurts ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
    }

    private static boolean consistent(InteriorOptimum test) {
        Interval interval = test.locationInterval();
        double reach = test.location() > 0 ? test.location() - interval.low() : interval.high() - test.location();
        return Math.abs(test.location()) <= Math.max(NoiseSweep.step(), 2 * reach);
    }

    /** @param unit what the noise at the unit of the axis is */
    static String observed(InteriorOptimum test, String unit) {
        return text(
                "p = %.1e; optimum at %.2f times %s, 95 %% interval %.2f to %.2f; effect %.1f deviations; two lines"
                        + " agree: %b",
                test.p(),
                Math.pow(10, test.location()),
                unit,
                Math.pow(10, test.locationInterval().low()),
                Math.pow(10, test.locationInterval().high()),
                test.effect(),
                test.twoLines().uShaped(test.alpha()));
    }

    /** Enters the test; its effect is the place of the measured optimum on the common axis. */
    static void enter(Evidence.Builder evidence, String name, InteriorOptimum test) {
        Interval interval = test.locationInterval();
        evidence.test(
                "interior optimum: " + name,
                test.againstFirst().p() > test.againstLast().p()
                        ? test.againstFirst().statistic()
                        : test.againstLast().statistic(),
                test.p(),
                test.alpha(),
                Math.pow(10, test.location()),
                new Evidence.Interval(Math.pow(10, interval.low()), Math.pow(10, interval.high()), interval.level()));
    }
}
