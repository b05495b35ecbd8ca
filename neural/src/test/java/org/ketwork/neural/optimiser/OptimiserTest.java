package org.ketwork.neural.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {
    /** theta after 1, 2 and 3 steps on theta^2/2 from theta = 1, by hand, Adam with 40 digits (mpmath 1.3.0). */
    record Case(Optimiser optimiser, double rate, double[] thetas) {}

    static Stream<Case> table() {
        return Stream.of(
                // theta <- theta (1 - 1/2).
                new Case(new Sgd(), 0.5, new double[] {0.5, 0.25, 0.125}),
                // v = 1, then 1/2 + 1/2 = 1, then 1/2 + 0 = 1/2.
                new Case(new Sgd(0.5, false), 0.5, new double[] {0.5, 0, -0.25}),
                // v1 = 1, theta1 = 1 - (1 + 1/2)/2 = 1/4; v2 = 3/4, theta2 = 1/4 - (1/4 + 3/8)/2 = -1/16;
                // v3 = 5/16, theta3 = -1/16 - (-1/16 + 5/32)/2 = -7/64.
                new Case(new Sgd(0.5, true), 0.5, new double[] {0.25, -0.0625, -0.109375}),
                new Case(new Adam(0.9, 0.999, 1e-8), 0.1, new double[] {
                    0.900000001, 0.8004122297123374, 0.7015862745044142
                }),
                new Case(new AdamW(0.5), 0.1, new double[] {0.850000001, 0.7082484443656517, 0.5749739322532453}));
    }

    @ParameterizedTest
    @MethodSource("table")
    void stepsFollowTheRecursion(Case c) {
        double[] theta = {7, 1, 7};
        double[][] moments = c.optimiser.freshMoments(3);
        for (int step = 1; step <= 3; step++) {
            c.optimiser.step(step, c.rate, theta.clone(), moments, theta, 1, 2);
            assertThat(theta[1]).isCloseTo(c.thetas[step - 1], within(1e-14));
        }
        assertThat(theta[0]).isEqualTo(7);
        assertThat(theta[2]).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("table")
    void aStepMadeInPiecesHasTheSameBits(Case c) {
        int n = 101;
        double[] whole = new double[n];
        double[] pieces = new double[n];
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            whole[i] = Math.sin(i);
            pieces[i] = whole[i];
        }
        double[][] momentsOfWhole = c.optimiser.freshMoments(n);
        double[][] momentsOfPieces = c.optimiser.freshMoments(n);
        for (int step = 1; step <= 50; step++) {
            for (int i = 0; i < n; i++) {
                gradient[i] = Math.cos(i * step);
            }
            c.optimiser.step(step, c.rate, gradient, momentsOfWhole, whole, 0, n);
            c.optimiser.step(step, c.rate, gradient, momentsOfPieces, pieces, 37, n);
            c.optimiser.step(step, c.rate, gradient, momentsOfPieces, pieces, 0, 37);
        }
        assertThat(pieces).containsExactly(whole);
    }

    @Test
    void learningRatesOverTime() {
        assertThat(LearningRate.constant(0.3).at(1000)).isEqualTo(0.3);
        LearningRate stairs = new LearningRate.Staircase(1, 0.5, 10);
        assertThat(stairs.at(9)).isEqualTo(1);
        assertThat(stairs.at(10)).isEqualTo(0.5);
        assertThat(stairs.at(25)).isEqualTo(0.25);
        LearningRate cosine = new LearningRate.Cosine(1, 0.2, 100);
        assertThat(cosine.at(0)).isEqualTo(1);
        assertThat(cosine.at(50)).isCloseTo(0.6, within(1e-15));
        assertThat(cosine.at(100)).isEqualTo(0.2);
        assertThat(cosine.at(1000)).isEqualTo(0.2);
        assertThat(new LearningRate.InverseTime(1, 0.1).at(30)).isEqualTo(0.25);
        LearningRate warm = new LearningRate.WarmUp(4, stairs);
        assertThat(warm.at(0)).isEqualTo(0.25);
        assertThat(warm.at(3)).isEqualTo(1);
        assertThat(warm.at(13)).isEqualTo(1);
        assertThat(warm.at(14)).isEqualTo(0.5);
    }

    @Test
    void constantsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Sgd(1, false)).hasMessageContaining("momentum must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Adam(0.9, 1.2, 1e-8))
                .hasMessageContaining("beta2 of Adam must be in [0, 1), got 1.2");
        assertThatThrownBy(() -> new AdamW(-1)).hasMessageContaining("weight decay must not be negative, got -1.0");
        assertThatThrownBy(() -> LearningRate.constant(Double.NaN)).hasMessageContaining("got NaN");
    }
}
