package org.ketwork.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.data.Targets;
import org.ketwork.numerics.matrix.Matrix;

class LossTest {
    private static final int ROWS = 2;
    private static final int OUTPUTS = 3;
    private static final double H = 1e-5;
    private static final double[] OUTPUT = {0.3, -1.2, 2.1, 0.9, 0.4, -3.0};
    private static final double[] DIRECTION = {1.1, 0.2, -0.7, 0.5, -1.3, 0.4};

    /** A loss with targets and its value at OUTPUT, worked out by hand from its definition with 40 digits (mpmath 1.3.0). */
    record Case(Loss loss, double[] target, double value) {}

    static Stream<Case> table() {
        double[] values = {0.1, -0.4, 0.0, 1.0, 3.0, -1.0};
        return Stream.of(
                new Case(new SoftmaxCrossEntropy(), new double[] {2, 0}, 0.6707363195267781),
                new Case(new SquaredError(), values, 7.93),
                new Case(new BinaryCrossEntropy(), new double[] {1, 0, 0.25, 0, 1, 1}, 7.310913713692096),
                new Case(new Huber(1.5), values, 7.02));
    }

    @ParameterizedTest
    @MethodSource("table")
    void hasTheValueOfItsDefinition(Case c) {
        assertThat(c.loss.value(ROWS, OUTPUTS, OUTPUT, c.target)).isCloseTo(c.value, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("table")
    void gradientIsTheCentralDifferenceOfTheValue(Case c) {
        double[] gradient = new double[OUTPUT.length];
        c.loss.gradient(ROWS, OUTPUTS, 0.5, OUTPUT, c.target, gradient);
        for (int i = 0; i < OUTPUT.length; i++) {
            double[] up = OUTPUT.clone();
            double[] down = OUTPUT.clone();
            up[i] += H;
            down[i] -= H;
            double difference =
                    (c.loss.value(ROWS, OUTPUTS, up, c.target) - c.loss.value(ROWS, OUTPUTS, down, c.target)) / (2 * H);
            assertThat(gradient[i]).isCloseTo(0.5 * difference, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void hessianProductIsTheCentralDifferenceOfTheGradient(Case c) {
        double[] product = new double[OUTPUT.length];
        c.loss.hessianTimes(ROWS, OUTPUTS, 0.5, OUTPUT, c.target, DIRECTION, product);
        double[] up = gradientAt(c, H);
        double[] down = gradientAt(c, -H);
        for (int i = 0; i < OUTPUT.length; i++) {
            assertThat(product[i]).isCloseTo((up[i] - down[i]) / (2 * H), within(1e-9));
        }
    }

    @Test
    void softmaxSurvivesLargeLogits() {
        double[] logits = {1e4, 0, -1e4};
        assertThat(new SoftmaxCrossEntropy().value(1, 3, logits, new double[] {0}))
                .isZero();
        assertThat(new SoftmaxCrossEntropy().value(1, 3, logits, new double[] {1}))
                .isEqualTo(1e4);
        SoftmaxCrossEntropy.softmax(1, 3, logits);
        assertThat(logits).containsExactly(1, 0, 0);
    }

    @Test
    void targetsOfDataSetsAreEncodedAsTheLossTakesThem() {
        Targets labels = new Targets.Labels(new int[] {1, 0}, List.of("a", "b"));
        assertThat(new SoftmaxCrossEntropy().encode(labels, 2)).containsExactly(1, 0);
        assertThat(new BinaryCrossEntropy().encode(labels, 1)).containsExactly(1, 0);
        assertThat(new SquaredError().encode(labels, 2)).containsExactly(0, 1, 1, 0);
        Targets values = new Targets.Values(Matrix.of(new double[] {3.5}), List.of("y"));
        assertThat(new Huber(1).encode(values, 1)).containsExactly(3.5);
        assertThatThrownBy(() -> new SoftmaxCrossEntropy().encode(values, 2)).hasMessageContaining("needs classes");
        assertThatThrownBy(() -> new SquaredError().encode(labels, 3)).hasMessageContaining("2 classes for 3 outputs");
    }

    @Test
    void badTargetsAndConstantsAreNamed() {
        assertThatThrownBy(() -> new SoftmaxCrossEntropy().value(1, 3, new double[3], new double[] {3}))
                .hasMessageContaining("from 0 to 2, got 3.0");
        assertThatThrownBy(() -> new Huber(0)).hasMessageContaining("must be positive and finite, got 0.0");
    }

    private static double[] gradientAt(Case c, double h) {
        double[] output = OUTPUT.clone();
        for (int i = 0; i < output.length; i++) {
            output[i] += h * DIRECTION[i];
        }
        double[] gradient = new double[output.length];
        c.loss.gradient(ROWS, OUTPUTS, 0.5, output, c.target, gradient);
        return gradient;
    }
}
