package org.ketwork.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The decompositions as their users see them: known spectra, a third opinion, and what happens on bad input. */
class DecompositionsTest {
    @Test
    void thePathGraphHasItsCosineSpectrum() {
        int n = 30;
        Matrix path = Matrix.zeros(n, n);
        for (int i = 0; i + 1 < n; i++) {
            path.set(i, i + 1, 1);
            path.set(i + 1, i, 1);
        }
        double[] expected = new double[n];
        Arrays.setAll(expected, k -> 2 * Math.cos(Math.PI * (n - k) / (n + 1)));
        assertThat(SymmetricEigen.values(path)).containsExactly(expected, within(1e-14));
        assertThat(HermitianEigen.values(ComplexMatrix.real(path))).containsExactly(expected, within(1e-14));
    }

    @Test
    void theConjugateSharesNoStorage() {
        ComplexMatrix one = ComplexMatrix.identity(2);
        ComplexMatrix conjugate = one.conjugate();
        conjugate.set(0, 0, 7, 7);
        assertThat(one).isEqualTo(ComplexMatrix.identity(2));
    }

    @Test
    void pauliYHasTheEigenvaluesPlusAndMinusOne() {
        ComplexMatrix y = ComplexMatrix.of(Matrix.zeros(2, 2), Matrix.of(new double[] {0, -1}, new double[] {1, 0}));
        HermitianEigen eigen = HermitianEigen.of(y);
        assertThat(eigen.values()).containsExactly(new double[] {-1, 1}, within(1e-15));
        assertThat(eigen.apply(x -> x).minus(y).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void rotationsHaveConjugateEigenvaluesOnTheUnitCircle() {
        double angle = 0.7;
        Matrix rotation = Matrix.of(
                new double[] {Math.cos(angle), -Math.sin(angle)}, new double[] {Math.sin(angle), Math.cos(angle)});
        GeneralEigen eigen = GeneralEigen.of(rotation);
        assertThat(eigen.re()).containsExactly(new double[] {Math.cos(angle), Math.cos(angle)}, within(1e-15));
        double[] im = eigen.im().clone();
        Arrays.sort(im);
        assertThat(im).containsExactly(new double[] {-Math.sin(angle), Math.sin(angle)}, within(1e-15));
    }

    @Test
    void hipparchusFindsTheSameRealSpectra() {
        Matrix a = random(20, 20, "third opinion");
        Matrix symmetric = a.plus(a.transpose());
        RealMatrix theirs = MatrixUtils.createRealMatrix(20, 20);
        for (int i = 0; i < 20; i++) {
            theirs.setRow(i, symmetric.row(i));
        }
        double[] values = new EigenDecompositionSymmetric(theirs).getEigenvalues();
        Arrays.sort(values);
        assertThat(SymmetricEigen.values(symmetric)).containsExactly(values, within(1e-12));
        for (int i = 0; i < 20; i++) {
            theirs.setRow(i, a.row(i));
        }
        assertThat(Svd.values(a))
                .containsExactly(new SingularValueDecomposition(theirs).getSingularValues(), within(1e-12));
        // Its default deflates at 1e-12.
        double[] moduli = Arrays.stream(new EigenDecompositionNonSymmetric(theirs, Math.ulp(0.5)).getEigenvalues())
                .mapToDouble(z -> z.norm())
                .sorted()
                .toArray();
        GeneralEigen general = GeneralEigen.of(a);
        double[] ours = new double[20];
        Arrays.setAll(ours, k -> Math.hypot(general.re()[k], general.im()[k]));
        Arrays.sort(ours);
        assertThat(ours).containsExactly(moduli, within(1e-12));
    }

    @Test
    void choleskySolvesAndKnowsTheDeterminant() {
        Cholesky cholesky = Cholesky.of(Matrix.of(new double[] {4, 2}, new double[] {2, 3}));
        assertThat(cholesky.logDeterminant()).isCloseTo(Math.log(8), within(1e-15));
        assertThat(cholesky.solve(new double[] {8, 7})).containsExactly(new double[] {1.25, 1.5}, within(1e-15));
    }

    @Test
    void choleskyOfAnIndefiniteMatrixNamesTheMinor() {
        Matrix indefinite = Matrix.of(new double[] {1, 2}, new double[] {2, 1});
        assertThatThrownBy(() -> Cholesky.of(indefinite))
                .isInstanceOf(NotPositiveDefiniteException.class)
                .hasMessage("the 2 x 2 matrix is not positive definite: its leading minor of order 2 is not positive");
    }

    @Test
    void solvingASingularSystemNamesThePivot() {
        Matrix singular = Matrix.of(new double[] {1, 2}, new double[] {2, 4});
        assertThatThrownBy(() -> LinearSystem.solve(singular, new double[] {1, 1}))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessage("the 2 x 2 matrix is singular to rounding: pivot 1 vanishes");
    }

    @Test
    void theInverseTimesTheMatrixIsTheIdentity() {
        Matrix a = random(12, 12, "inverse");
        assertThat(a.times(LinearSystem.inverse(a)).minus(Matrix.identity(12)).maxAbs())
                .isLessThan(1e-12);
        ComplexMatrix z = ComplexMatrix.of(a, random(12, 12, "imaginary"));
        assertThat(z.times(LinearSystem.inverse(z))
                        .minus(ComplexMatrix.identity(12))
                        .maxAbs())
                .isLessThan(1e-12);
    }

    @Test
    void rankDeficientLeastSquaresHasTheSolutionOfLeastNorm() {
        // x + y = 2 twice, and nothing said of z: the least solution is (1, 1, 0).
        Matrix a = Matrix.of(new double[] {1, 1, 0}, new double[] {1, 1, 0});
        assertThat(LinearSystem.leastSquares(a, new double[] {1, 3}))
                .containsExactly(new double[] {1, 1, 0}, within(1e-15));
        ComplexMatrix x = LinearSystem.leastSquares(
                ComplexMatrix.real(a).scale(0, 1), ComplexMatrix.real(Matrix.columnVector(1, 3)));
        assertThat(x.im().data()).containsExactly(new double[] {-1, -1, 0}, within(1e-15));
    }

    @Test
    void leastSquaresResidualsAreOrthogonalToTheColumns() {
        Matrix a = random(15, 4, "regressors");
        Matrix b = random(15, 2, "responses");
        Matrix residual = a.times(LinearSystem.leastSquares(a, b)).minus(b);
        assertThat(a.transposeTimes(residual).maxAbs()).isLessThan(1e-13);
    }

    @Test
    void matricesWithNaNAreRefusedByName() {
        Matrix bad = Matrix.identity(3);
        bad.set(1, 2, Double.NaN);
        String message = "the matrix must be finite, but entry (1, 2) is NaN";
        assertThatThrownBy(() -> SymmetricEigen.of(bad)).hasMessage(message);
        assertThatThrownBy(() -> GeneralEigen.of(bad)).hasMessage(message);
        assertThatThrownBy(() -> Svd.of(bad)).hasMessage(message);
        assertThatThrownBy(() -> Qr.of(bad)).hasMessage(message);
        assertThatThrownBy(() -> Cholesky.of(bad)).hasMessage(message);
        assertThatThrownBy(() -> LinearSystem.inverse(bad)).hasMessage(message);
        assertThatThrownBy(() -> MatrixFunctions.exp(bad)).hasMessage(message);
        assertThatThrownBy(() -> ComplexSvd.of(ComplexMatrix.real(bad))).hasMessage(message);
    }

    @Test
    void asymmetricMatricesAreRefusedByTheSymmetricSolver() {
        assertThatThrownBy(() -> SymmetricEigen.of(Matrix.of(new double[] {1, 2}, new double[] {3, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be symmetric")
                .hasMessageContaining("3.0");
        assertThatThrownBy(() -> HermitianEigen.of(
                        ComplexMatrix.of(Matrix.zeros(2, 2), Matrix.of(new double[] {0, 1}, new double[] {1, 0}))))
                .hasMessageContaining("must be Hermitian");
    }

    @Test
    void rankCountsTheSingularValuesAboveRounding() {
        Matrix product = random(9, 3, "left").times(random(3, 8, "right"));
        assertThat(Svd.of(product).rank()).isEqualTo(3);
        assertThat(ComplexSvd.of(ComplexMatrix.real(product)).rank()).isEqualTo(3);
    }

    static Matrix random(int rows, int columns, String purpose) {
        RandomStream random = RandomAddress.root(5).at(purpose).at(rows, columns).stream();
        Matrix result = Matrix.zeros(rows, columns);
        Arrays.setAll(result.data(), i -> random.nextNormal());
        return result;
    }
}
