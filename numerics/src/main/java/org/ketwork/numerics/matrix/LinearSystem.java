package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/** Linear equations, by elimination with partial pivoting, and linear least squares, by the singular value decomposition. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * The solution of A x = b for square A.
     *
     * @throws SingularMatrixException if A is singular to rounding
     */
    public static double[] solve(Matrix a, double[] b) {
        return solve(a, Matrix.columnVector(b)).data();
    }

    /**
     * The solution of A X = B for square A.
     *
     * @throws SingularMatrixException if A is singular to rounding
     */
    public static Matrix solve(Matrix a, Matrix b) {
        requireSystem(a, b);
        Matrix x = b.copy();
        int pivot = Blas.kernels().solve(a.rows(), b.columns(), a.data().clone(), x.data());
        requireRegular(pivot, a.rows());
        return x;
    }

    /**
     * The solution of A X = B for square complex A.
     *
     * @throws SingularMatrixException if A is singular to rounding
     */
    public static ComplexMatrix solve(ComplexMatrix a, ComplexMatrix b) {
        requireSystem(a.re(), b.re());
        requireSystem(a.im(), b.im());
        ComplexMatrix x = b.copy();
        int pivot = Blas.kernels()
                .complexSolve(
                        a.rows(),
                        b.columns(),
                        a.re().data().clone(),
                        a.im().data().clone(),
                        x.re().data(),
                        x.im().data());
        requireRegular(pivot, a.rows());
        return x;
    }

    /** A⁻¹; see {@link #solve(Matrix, Matrix)}. */
    public static Matrix inverse(Matrix a) {
        return solve(a, Matrix.identity(a.rows()));
    }

    /** A⁻¹; see {@link #solve(ComplexMatrix, ComplexMatrix)}. */
    public static ComplexMatrix inverse(ComplexMatrix a) {
        return solve(a, ComplexMatrix.identity(a.rows()));
    }

    /** The x of least norm among those that minimise ‖A x − b‖, for A of any shape and rank. */
    public static double[] leastSquares(Matrix a, double[] b) {
        return leastSquares(a, Matrix.columnVector(b)).data();
    }

    /**
     * The X of least Frobenius norm among those that minimise ‖A X − B‖, for A of any shape and rank: X = V diag(1/s) Uᵀ B over the
     * singular values above rounding.
     */
    public static Matrix leastSquares(Matrix a, Matrix b) {
        requireRows(a.rows(), b.rows());
        Require.finite(b);
        Svd svd = Svd.of(a);
        Matrix coefficients = svd.u().transposeTimes(b);
        divideRows(coefficients, svd.values(), svd.rank());
        return svd.vTransposed().transposeTimes(coefficients);
    }

    /** Complex {@link #leastSquares(Matrix, Matrix)}. */
    public static ComplexMatrix leastSquares(ComplexMatrix a, ComplexMatrix b) {
        requireRows(a.rows(), b.rows());
        Require.finite(b);
        ComplexSvd svd = ComplexSvd.of(a);
        ComplexMatrix coefficients = svd.u().adjoint().times(b);
        divideRows(coefficients.re(), svd.values(), svd.rank());
        divideRows(coefficients.im(), svd.values(), svd.rank());
        return svd.vAdjoint().adjoint().times(coefficients);
    }

    private static void divideRows(Matrix matrix, double[] divisors, int rank) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                int at = i * matrix.columns() + j;
                matrix.data()[at] = i < rank ? matrix.data()[at] / divisors[i] : 0;
            }
        }
    }

    private static void requireSystem(Matrix a, Matrix b) {
        a.requireSquare();
        requireRows(a.rows(), b.rows());
        Require.finite(a);
        Require.finite(b);
    }

    private static void requireRows(int rows, int rowsOfB) {
        if (rowsOfB != rows) {
            throw new IllegalArgumentException("the right side must have " + rows + " rows, got " + rowsOfB);
        }
    }

    private static void requireRegular(int pivot, int size) {
        if (pivot >= 0) {
            throw new SingularMatrixException(pivot, size);
        }
    }
}
