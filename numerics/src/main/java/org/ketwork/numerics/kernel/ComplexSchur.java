package org.ketwork.numerics.kernel;

/**
 * Eigenvalues and eigenvectors of a complex square matrix: reduction to Hessenberg form by plane rotations, QR iteration with
 * Wilkinson's shift to the triangular Schur form A = Q T Q†, back substitution (Golub and Van Loan, Matrix Computations, sections 7.4
 * to 7.6).
 */
final class ComplexSchur {
    private static final int MAX_SWEEPS = 60;

    private final int n;
    private final double[] re;
    private final double[] im;
    private final double[] qRe;
    private final double[] qIm;

    private ComplexSchur(int n, double[] re, double[] im) {
        this.n = n;
        this.re = re;
        this.im = im;
        qRe = new double[n * n];
        qIm = new double[n * n];
        for (int i = 0; i < n; i++) {
            qRe[i * n + i] = 1;
        }
    }

    /** See {@link DenseKernels#complexGeneralEigen}. */
    static void eigen(
            int n,
            double[] re,
            double[] im,
            double[] valuesRe,
            double[] valuesIm,
            double[] vectorsRe,
            double[] vectorsIm) {
        ComplexSchur problem = new ComplexSchur(n, re, im);
        problem.toHessenberg();
        problem.toTriangular();
        for (int k = 0; k < n; k++) {
            valuesRe[k] = re[k * n + k];
            valuesIm[k] = im[k * n + k];
            problem.eigenvector(k, vectorsRe, vectorsIm);
        }
    }

    /** Eliminates below the subdiagonal by plane rotations of neighbouring rows, from the bottom of each column up. */
    private void toHessenberg() {
        for (int column = 0; column + 2 < n; column++) {
            for (int row = n - 1; row > column + 1; row--) {
                Rotation rotation = Rotation.eliminating(
                        re[(row - 1) * n + column],
                        im[(row - 1) * n + column],
                        re[row * n + column],
                        im[row * n + column]);
                rotateRows(rotation, row - 1, column);
                rotateColumns(rotation, re, im, row - 1, n);
                rotateColumns(rotation, qRe, qIm, row - 1, n);
                re[row * n + column] = 0;
                im[row * n + column] = 0;
            }
        }
    }

    private void toTriangular() {
        int high = n - 1;
        int sweeps = 0;
        while (high > 0) {
            int low = decoupled(high);
            if (low == high) {
                high--;
                sweeps = 0;
            } else if (++sweeps > MAX_SWEEPS) {
                throw new ArithmeticException("the QR iteration found no eigenvalue in " + MAX_SWEEPS + " sweeps");
            } else {
                sweep(low, high, sweeps % 10 == 0);
            }
        }
    }

    /** The first row of the unreduced block that ends at high; the vanishing entry above it is set to zero. */
    private int decoupled(int high) {
        int low = high;
        while (low > 0) {
            int at = low * n + low - 1;
            double beside = modulus(low, low) + modulus(low - 1, low - 1);
            if (modulus(low, low - 1) <= Math.ulp(0.5) * (beside > 0 ? beside : norm())) {
                re[at] = 0;
                im[at] = 0;
                return low;
            }
            low--;
        }
        return 0;
    }

    /** H − shift = Q R, then H becomes R Q + shift, by rotations of the rows and columns low, ..., high. */
    private void sweep(int low, int high, boolean exceptional) {
        double shiftRe = exceptional ? modulus(high, high - 1) + re[high * n + high] : shift(high)[0];
        double shiftIm = exceptional ? im[high * n + high] : shift(high)[1];
        for (int i = 0; i < n; i++) {
            re[i * n + i] -= shiftRe;
            im[i * n + i] -= shiftIm;
        }
        Rotation[] rotations = new Rotation[high];
        for (int k = low; k < high; k++) {
            int at = k * n + k;
            rotations[k] = Rotation.eliminating(re[at], im[at], re[at + n], im[at + n]);
            rotateRows(rotations[k], k, k);
            re[at + n] = 0;
            im[at + n] = 0;
        }
        for (int k = low; k < high; k++) {
            rotateColumns(rotations[k], re, im, k, Math.min(k + 2, high + 1));
            rotateColumns(rotations[k], qRe, qIm, k, n);
        }
        for (int i = 0; i < n; i++) {
            re[i * n + i] += shiftRe;
            im[i * n + i] += shiftIm;
        }
    }

    /** The eigenvalue of the last 2 x 2 block that is nearer to its last entry. */
    private double[] shift(int high) {
        int d = high * n + high;
        int b = d - n;
        int c = d - 1;
        int a = b - 1;
        double[] half = {(re[a] - re[d]) / 2, (im[a] - im[d]) / 2};
        double[] product = ComplexArithmetic.times(re[b], im[b], re[c], im[c]);
        double[] square = ComplexArithmetic.times(half[0], half[1], half[0], half[1]);
        double[] root = ComplexArithmetic.sqrt(square[0] + product[0], square[1] + product[1]);
        double sign = half[0] * root[0] + half[1] * root[1] < 0 ? -1 : 1;
        double sumRe = half[0] + sign * root[0];
        double sumIm = half[1] + sign * root[1];
        if (sumRe == 0 && sumIm == 0) {
            return new double[] {re[d], im[d]};
        }
        double[] correction = ComplexArithmetic.over(product[0], product[1], sumRe, sumIm);
        return new double[] {re[d] - correction[0], im[d] - correction[1]};
    }

    /** Rows k and k + 1 from the given column on. */
    private void rotateRows(Rotation rotation, int k, int fromColumn) {
        for (int j = fromColumn; j < n; j++) {
            rotation.apply(re, im, k * n + j, (k + 1) * n + j);
        }
    }

    /** Columns k and k + 1 of the first rows, by the adjoint of the rotation. */
    private void rotateColumns(Rotation rotation, double[] xRe, double[] xIm, int k, int rows) {
        for (int i = 0; i < rows; i++) {
            rotation.applyAdjointFromRight(xRe, xIm, i * n + k, i * n + k + 1);
        }
    }

    /** Solves (T − t_kk) x = 0 with x_k = 1, then forms Q x; equal diagonal entries are parted by rounding. */
    private void eigenvector(int k, double[] vectorsRe, double[] vectorsIm) {
        double[] xRe = new double[n];
        double[] xIm = new double[n];
        double smallest = Math.max(Math.ulp(0.5) * norm(), Double.MIN_NORMAL);
        xRe[k] = 1;
        for (int i = k - 1; i >= 0; i--) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = i + 1; j <= k; j++) {
                sumRe -= re[i * n + j] * xRe[j] - im[i * n + j] * xIm[j];
                sumIm -= re[i * n + j] * xIm[j] + im[i * n + j] * xRe[j];
            }
            double gapRe = re[i * n + i] - re[k * n + k];
            double gapIm = im[i * n + i] - im[k * n + k];
            boolean tiny = Math.hypot(gapRe, gapIm) < smallest;
            double[] x = ComplexArithmetic.over(sumRe, sumIm, tiny ? smallest : gapRe, tiny ? 0 : gapIm);
            xRe[i] = x[0];
            xIm[i] = x[1];
            rescale(xRe, xIm, Math.hypot(x[0], x[1]));
        }
        double length = 0;
        for (int i = 0; i < n; i++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j <= k; j++) {
                sumRe += qRe[i * n + j] * xRe[j] - qIm[i * n + j] * xIm[j];
                sumIm += qRe[i * n + j] * xIm[j] + qIm[i * n + j] * xRe[j];
            }
            vectorsRe[i * n + k] = sumRe;
            vectorsIm[i * n + k] = sumIm;
            length = Math.hypot(length, Math.hypot(sumRe, sumIm));
        }
        for (int i = 0; i < n; i++) {
            vectorsRe[i * n + k] /= length;
            vectorsIm[i * n + k] /= length;
        }
    }

    private static void rescale(double[] re, double[] im, double modulus) {
        if (modulus > 1e100) {
            for (int i = 0; i < re.length; i++) {
                re[i] /= modulus;
                im[i] /= modulus;
            }
        }
    }

    private double modulus(int i, int j) {
        return Math.hypot(re[i * n + j], im[i * n + j]);
    }

    /** The largest modulus of an entry. */
    private double norm() {
        double max = 0;
        for (int i = 0; i < re.length; i++) {
            max = Math.max(max, Math.hypot(re[i], im[i]));
        }
        return max;
    }
}
