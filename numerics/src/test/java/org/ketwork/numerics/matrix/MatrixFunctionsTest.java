package org.ketwork.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFunctionsTest {
    /** The angles reach every Padé degree and the squaring. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 0.1, 0.7, 1.8, 4, 5.4, 30, 200})
    void theExponentialOfAGeneratorIsItsRotation(double angle) {
        Matrix exp = MatrixFunctions.exp(Matrix.of(new double[] {0, -angle}, new double[] {angle, 0}));
        double tolerance = 4e-16 * Math.max(2, angle);
        assertThat(exp.data())
                .containsExactly(
                        new double[] {Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle)},
                        within(tolerance));
        ComplexMatrix phase = MatrixFunctions.exp(ComplexMatrix.of(Matrix.zeros(1, 1), Matrix.constant(1, 1, angle)));
        assertThat(phase.re().data()[0]).isCloseTo(Math.cos(angle), within(tolerance));
        assertThat(phase.im().data()[0]).isCloseTo(Math.sin(angle), within(tolerance));
    }

    @Test
    void theExponentialOfANilpotentMatrixIsAPolynomial() {
        Matrix exp =
                MatrixFunctions.exp(Matrix.of(new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {0, 0, 0}));
        assertThat(exp.data()).containsExactly(new double[] {1, 1, 0.5, 0, 1, 1, 0, 0, 1}, within(1e-16));
    }

    @Test
    void theExponentialAgreesWithTheSpectralOne() {
        Matrix a = DecompositionsTest.random(16, 16, "exponent");
        ComplexMatrix h = ComplexMatrix.of(a, DecompositionsTest.random(16, 16, "imaginary exponent"))
                .hermitianPart();
        ComplexMatrix spectral = HermitianEigen.of(h).apply(Math::exp);
        assertThat(MatrixFunctions.exp(h).minus(spectral).maxAbs() / spectral.maxAbs())
                .isLessThan(1e-13);
        ComplexMatrix unitary = MatrixFunctions.exp(h.scale(0, 1));
        assertThat(unitary.times(unitary.adjoint())
                        .minus(ComplexMatrix.identity(16))
                        .maxAbs())
                .isLessThan(1e-13);
    }

    @Test
    void theExponentialOfAStiffGeneratorIsStochastic() {
        Matrix rates = Matrix.of(new double[] {-1e6, 1e6}, new double[] {1, -1});
        double stationary = 1 / (1 + 1e6);
        double decay = Math.exp(-(1e6 + 1) * 1e-5);
        Matrix exp = MatrixFunctions.exp(rates.scale(1e-5));
        assertThat(exp.get(0, 0)).isCloseTo(stationary + (1 - stationary) * decay, within(1e-14));
        assertThat(exp.get(1, 0)).isCloseTo(stationary * (1 - decay), within(1e-14));
    }

    @Test
    void theEmptyMatrixHasAnEmptyExponential() {
        assertThat(MatrixFunctions.exp(Matrix.zeros(0, 0))).isEqualTo(Matrix.zeros(0, 0));
    }

    @Test
    void theSquareRootSquaresBackAlsoForADeficientMatrix() {
        ComplexMatrix v = ComplexMatrix.of(
                DecompositionsTest.random(5, 2, "factor"), DecompositionsTest.random(5, 2, "imaginary factor"));
        ComplexMatrix a = v.times(v.adjoint());
        ComplexMatrix root = MatrixFunctions.sqrt(a);
        assertThat(root.times(root).minus(a).maxAbs()).isLessThan(1e-13 * a.maxAbs());
        assertThat(MatrixFunctions.power(a, 0.5).minus(root).maxAbs()).isLessThan(1e-13);
        ComplexMatrix pseudoInverse = MatrixFunctions.power(a, -1);
        assertThat(a.times(pseudoInverse).times(a).minus(a).maxAbs()).isLessThan(1e-12 * a.maxAbs());
    }

    @Test
    void aRootTakesWhatVanishesToRoundingOrWithinTheToleranceAsZero() {
        ComplexMatrix root = MatrixFunctions.sqrt(ComplexMatrix.real(Matrix.diagonal(4, 1e-17, -1e-17)));
        assertThat(root.re().diagonal()).containsExactly(2, 0, 0);
        ComplexMatrix below = ComplexMatrix.real(Matrix.diagonal(1, -1e-9));
        assertThat(MatrixFunctions.sqrt(below, 1e-8).re().diagonal()).containsExactly(1, 0);
        assertThatThrownBy(() -> MatrixFunctions.sqrt(below, 1e-10)).hasMessageContaining("-1.0E-9");
    }

    @Test
    void theLogarithmLivesOnTheSupport() {
        ComplexMatrix rho = ComplexMatrix.real(Matrix.diagonal(0.25, 0.75, 0));
        assertThat(rho.times(MatrixFunctions.log(rho)).traceRe())
                .isCloseTo(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75), within(1e-15));
    }

    @Test
    void indefiniteMatricesHaveNoSquareRoot() {
        assertThatThrownBy(() -> MatrixFunctions.sqrt(ComplexMatrix.real(Matrix.diagonal(1, -0.5))))
                .hasMessage("the matrix must be positive semidefinite, its lowest eigenvalue is -0.5");
    }

    @Test
    void logSumExpSurvivesLargeAndInfiniteTerms() {
        assertThat(LogSumExp.of(1000, 1000)).isCloseTo(1000 + Math.log(2), within(1e-12));
        assertThat(LogSumExp.of(-1000, -1000 + Math.log(3))).isCloseTo(-1000 + Math.log(4), within(1e-12));
        assertThat(LogSumExp.of()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LogSumExp.of(Double.NEGATIVE_INFINITY, 0)).isZero();
        assertThat(LogSumExp.of(Double.POSITIVE_INFINITY, 0)).isInfinite();
        assertThat(LogSumExp.of(Double.NaN, 0)).isNaN();
        assertThat(LogSumExp.weighted(new double[] {900, 0}, new double[] {2, 0}))
                .isCloseTo(900 + Math.log(2), within(1e-12));
        assertThatThrownBy(() -> LogSumExp.weighted(new double[] {1, 2}, new double[] {1, -1}))
                .hasMessage("a weight must not be negative, got -1.0");
        assertThatThrownBy(() -> LogSumExp.weighted(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("got 1 for 2");
    }
}
