package org.ketwork.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    /** Away from the kinks of the rectifiers. */
    private static final double[] POINTS = {-9.3, -3.1, -1.7, -0.6, -0.01, 0.02, 0.4, 1.3, 2.9, 8.8};

    /** Value, first and second derivative at x = 0.7, computed with 40 digits (mpmath 1.3.0). */
    private static final Map<Activation, double[]> AT_0_7 = Map.of(
            Activation.IDENTITY, new double[] {0.7, 1, 0},
            Activation.RELU, new double[] {0.7, 1, 0},
            Activation.LEAKY_RELU, new double[] {0.7, 1, 0},
            Activation.GELU, new double[] {0.5306254434438489, 0.9766141011336599, 0.4715034393838095},
            Activation.TANH, new double[] {0.6043677771171635, 0.6347395899824586, -0.7672323100919165},
            Activation.SIGMOID, new double[] {0.668187772168166, 0.22171287329310904, -0.07457878844034181},
            Activation.SOFTPLUS, new double[] {1.103186048885458, 0.668187772168166, 0.22171287329310904},
            Activation.SIN, new double[] {0.644217687237691, 0.7648421872844885, -0.644217687237691},
            Activation.SQUARE, new double[] {0.49, 1.4, 2},
            Activation.SILU, new double[] {0.46773144051771627, 0.82338678347334244, 0.39122059467797883});

    @ParameterizedTest
    @EnumSource
    void hasTheValuesOfTheClosedForm(Activation activation) {
        double[] expected = Objects.requireNonNull(AT_0_7.get(activation));
        assertThat(activation.value(0.7)).isCloseTo(expected[0], within(2e-16));
        assertThat(activation.first(0.7)).isCloseTo(expected[1], within(3e-16));
        assertThat(activation.second(0.7)).isCloseTo(expected[2], within(3e-16));
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfTheValueByCentralDifferences(Activation activation) {
        double h = 1e-5;
        for (double x : POINTS) {
            double first = (activation.value(x + h) - activation.value(x - h)) / (2 * h);
            double second = (activation.first(x + h) - activation.first(x - h)) / (2 * h);
            assertThat(activation.first(x)).as("%s'(%s)", activation, x).isCloseTo(first, within(2e-9));
            assertThat(activation.second(x)).as("%s''(%s)", activation, x).isCloseTo(second, within(2e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "TANH", "SIGMOID", "SOFTPLUS", "SIN", "SQUARE", "SILU"})
    void derivativesOfAnalyticActivationsAreThoseOfTheComplexStep(Activation activation) {
        double h = 1e-20;
        for (double x : POINTS) {
            double first = Complex.of(x, h).apply(activation).im() / h;
            assertThat(activation.first(x))
                    .as("%s'(%s)", activation, x)
                    .isCloseTo(first, within(1e-13 * (1 + Math.abs(first))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stayFiniteAtLargeArguments(Activation activation) {
        for (double x : new double[] {-800, 800}) {
            assertThat(activation.value(x)).isFinite();
            assertThat(activation.first(x)).isFinite();
            assertThat(activation.second(x)).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stretchesAreTheSameAsSingleNumbers(Activation activation) {
        double[] x = new double[101];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 50) * 0.37;
        }
        double[] values = new double[x.length];
        double[] slopes = new double[x.length];
        activation.values(x, values, x.length - 1);
        activation.slopes(x, slopes, x.length - 1);
        for (int i = 0; i < x.length - 1; i++) {
            assertThat(values[i]).isCloseTo(activation.value(x[i]), within(1e-15 * (1 + Math.abs(values[i]))));
            assertThat(slopes[i]).isCloseTo(activation.first(x[i]), within(1e-15 * (1 + Math.abs(slopes[i]))));
        }
        assertThat(values[100]).isZero();
        double[] inPlace = x.clone();
        activation.values(inPlace, inPlace, 100);
        assertThat(Arrays.copyOf(inPlace, 100)).containsExactly(Arrays.copyOf(values, 100));
    }

    @Test
    void slopeOfTheSigmoidIsAtMostAQuarter() {
        assertThat(Activation.SIGMOID.first(0)).isEqualTo(0.25);
        for (double x : POINTS) {
            assertThat(Activation.SIGMOID.first(x)).isLessThan(0.25);
        }
    }
}
