package org.ketwork.claims.decoherence;

import java.util.Arrays;
import java.util.List;
import org.ketwork.bridge.regression.KeepProbability;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;

/** The best p from estimated signal and variance, on a Walsh design of 64 samples and 16 units: S = 1, V = 1/4, p* = 0.8. */
final class KeepChoice {
    private static final int UNITS = 16;
    private static final double BEST = 0.8;
    private static final double WRONG = 0.5;

    private KeepChoice() {}

    private record Choice(double low, double high, double lowWithoutSignal, double withoutVariance) {
        boolean holds(double p) {
            return low <= p && p <= high;
        }
    }

    /** Enters the finding and the controls, and returns how many intervals hold the best p. */
    static Proportion enter(Evidence.Builder evidence, Conditions conditions, double alpha) {
        int repeats = conditions.size().choose(200, 1000, 10_000);
        Matrix design = walsh();
        double[] weights = new double[UNITS];
        Arrays.fill(weights, 0.25);
        double[] mean = design.times(weights);
        List<Choice> choices = conditions.workers().map(repeats, r -> choose(design, mean, r, conditions));

        Proportion covered = share(choices, BEST);
        TestResult test = covered.test(0.95, Alternative.LESS);
        evidence.test("coverage of p* by the 95 % intervals, below 95 %", test, alpha);
        evidence.finding(
                "choice-of-p",
                !test.rejects(alpha),
                covered.successes() + " of " + repeats + " intervals hold p* = 0.8, p-value " + test.p());

        Proportion wrong = share(choices, WRONG);
        TestResult missed = wrong.test(0.95, Alternative.LESS);
        evidence.test("coverage of p = 0.5 by the same intervals, below 95 %", missed, alpha);
        evidence.control(
                "wrong-p",
                missed.rejects(alpha),
                wrong.successes() + " of " + repeats + " intervals hold p = 0.5, p-value " + missed.p());

        double least =
                choices.stream().mapToDouble(Choice::withoutVariance).min().orElseThrow();
        evidence.control("no-variance", 1 - least < 1e-9, "largest distance of the chosen p from 1: " + (1 - least));
        int zero = (int) choices.stream().filter(c -> c.lowWithoutSignal == 0).count();
        TestResult calibrated = new Proportion(zero, repeats).test(0.975, Alternative.TWO_SIDED);
        evidence.test("share of intervals that reach 0 without signal, against 97.5 %", calibrated, alpha);
        evidence.control(
                "no-signal",
                !calibrated.rejects(alpha),
                zero + " of " + repeats + " intervals reach 0, p-value " + calibrated.p());
        return covered;
    }

    private static Proportion share(List<Choice> choices, double p) {
        return new Proportion((int) choices.stream().filter(c -> c.holds(p)).count(), choices.size());
    }

    private static Choice choose(Matrix design, double[] mean, int repeat, Conditions conditions) {
        RandomStream random = conditions.random().at("choice").at(repeat).stream();
        double[] noise = new double[mean.length];
        double[] noisy = new double[mean.length];
        double[] clean = new double[mean.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextNormal();
            noisy[i] = mean[i] + noise[i];
            clean[i] = mean[i] + 1e-6 * noise[i];
        }
        KeepProbability choice = KeepProbability.of(design, noisy);
        return new Choice(
                choice.confidenceBound(0.975),
                choice.confidenceBound(0.025),
                KeepProbability.of(design, noise).confidenceBound(0.975),
                KeepProbability.of(design, clean).plugIn());
    }

    private static Matrix walsh() {
        Matrix design = Matrix.zeros(64, UNITS);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < UNITS; j++) {
                design.set(i, j, (Integer.bitCount(i & (4 * j + 1)) & 1) == 0 ? 1 : -1);
            }
        }
        return design;
    }
}
