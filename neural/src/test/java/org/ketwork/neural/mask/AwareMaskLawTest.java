package org.ketwork.neural.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.random.RandomAddress;

class AwareMaskLawTest {
    private static final double[] SCORES = {0.3, -2, 1.5, 0.1, 0, -0.4};
    private static final int DRAWS = 40_000;

    static Stream<AwareMaskLaw> laws() {
        return Stream.of(
                new Standout(1, 0.2),
                new Standout(-2, 0),
                new Targeted(0.5, 0.7),
                new Targeted(1, 1),
                new AdversarialDeletion(2));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void sampledMasksFollowTheMomentsGivenTheScores(AwareMaskLaw law) {
        int units = SCORES.length;
        double[] moment = new double[units * units];
        double[] size = new double[units + 1];
        double[] mask = new double[units];
        for (int draw = 0; draw < DRAWS; draw++) {
            law.fill(RandomAddress.root(31).at(draw), SCORES, mask);
            int kept = 0;
            for (int i = 0; i < units; i++) {
                kept += (int) mask[i];
                for (int j = 0; j < units; j++) {
                    moment[i * units + j] += mask[i] * mask[j] / DRAWS;
                }
            }
            size[kept] += 1.0 / DRAWS;
        }
        double[] expectedMoment = law.secondMoment(SCORES).data();
        double[] expectedSize = law.sizeLaw(SCORES);
        // 6.1 standard errors of a frequency: 1e-9 a comparison. Draws of probability 0 or 1 must agree to rounding.
        for (int i = 0; i < moment.length; i++) {
            assertThat(moment[i])
                    .as("%s moment %d, seed 31", law.describe(), i)
                    .isCloseTo(expectedMoment[i], band(expectedMoment[i]));
        }
        for (int k = 0; k < size.length; k++) {
            assertThat(size[k])
                    .as("%s size %d, seed 31", law.describe(), k)
                    .isCloseTo(expectedSize[k], band(expectedSize[k]));
        }
    }

    private static org.assertj.core.data.Offset<Double> band(double probability) {
        return within(6.1 * Math.sqrt(Math.max(0, probability * (1 - probability)) / DRAWS) + 1e-9);
    }

    @Test
    void standoutKeepsByTheLogisticFunctionOfTheScore() {
        double[] keep = new Standout(2, -1).keepProbabilities(new double[] {0.5, 1.5, -1000});
        assertThat(keep[0]).isCloseTo(0.5, within(1e-15));
        assertThat(keep[1]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(keep[2]).isZero();
    }

    @Test
    void targetedDropoutSparesTheLargeMagnitudes() {
        assertThat(new Targeted(0.5, 0.7).keepProbabilities(SCORES))
                .containsExactly(new double[] {0.3, 1, 1, 0.3, 0.3, 1}, within(1e-15));
    }

    @Test
    void adversarialDeletionTakesTheLargestContributions() {
        assertThat(new AdversarialDeletion(2).keepProbabilities(SCORES)).containsExactly(0, 1, 0, 1, 1, 1);
        assertThat(new AdversarialDeletion(6).keepProbabilities(SCORES)).containsExactly(0, 1, 0, 0, 1, 1);
    }
}
