package org.ketwork.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class GeneratedDataTest {
    @Test
    void moonsLieOnTheirCirclesWithoutNoise() {
        DataSet moons = GeneratedData.twoMoons(100, 0, RandomAddress.root(1));
        for (int i = 0; i < 100; i++) {
            double[] x = moons.features().row(i);
            double centreX = i % 2 == 0 ? 0 : 1;
            double centreY = i % 2 == 0 ? 0 : 0.5;
            assertThat(Math.hypot(x[0] - centreX, x[1] - centreY)).isCloseTo(1, within(1e-12));
            assertThat(i % 2 == 0 ? x[1] : 0.5 - x[1]).isNotNegative();
        }
    }

    @Test
    void linearProblemsHaveTheStatedSignalAndVariance() {
        double sum = 0;
        int repeats = 2000;
        for (int r = 0; r < repeats; r++) {
            GeneratedData.LinearProblem problem = GeneratedData.linearRegression(
                    12, 4, 2, 0.5, RandomAddress.root(7).at(r));
            Matrix x = problem.data().features();
            assertThat(x.transposeTimes(x).minus(Matrix.identity(4).scale(12)).maxAbs())
                    .isLessThan(1e-12);
            double signal = 0;
            double[] fit = x.transposeTimes(problem.data().values().values().column(0));
            for (int j = 0; j < 4; j++) {
                signal += problem.weights()[j] * problem.weights()[j];
                double error = fit[j] / 12 - problem.weights()[j];
                sum += error * error;
            }
            assertThat(signal).isCloseTo(2, within(1e-12));
        }
        // The squared error is V/4 times a chi-square of 4 degrees: variance V²/2. Five standard errors, 6e-7; seed 7.
        assertThat(sum / repeats).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(2.0 * repeats)));
    }

    @Test
    void spuriousFeaturesFollowTheirPlan() {
        int samples = 20_000;
        GeneratedData.SpuriousPlan plan = new GeneratedData.SpuriousPlan(2, 3, 1, 0.5, 1, 0.8);
        GeneratedData.SpuriousProblem problem = GeneratedData.spuriousFeatures(samples, plan, RandomAddress.root(3));
        double core = 0;
        double spurious = 0;
        int minority = 0;
        for (int i = 0; i < samples; i++) {
            int y = 2 * problem.data().labels().classes()[i] - 1;
            core += y * problem.data().features().get(i, 0) / samples;
            spurious += y * problem.data().features().get(i, 2) / samples;
            minority += problem.minority()[i] ? 1 : 0;
        }
        // Five standard errors each: 6e-7; seed 3.
        assertThat(core).isCloseTo(1, within(5 * 3 / Math.sqrt(samples)));
        assertThat(spurious).isCloseTo(0.8, within(5 * Math.sqrt((0.25 + 0.36) / samples)));
        assertThat((double) minority / samples).isCloseTo(0.1, within(5 * Math.sqrt(0.09 / samples)));
    }
}
