package org.ketwork.numerics.kernel;

/** Gaussian elimination with partial pivoting, complex. */
final class Elimination {
    private Elimination() {}

    /** See {@link DenseKernels#complexSolve}. */
    static int solve(int n, int columns, double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        double[] negligible = negligible(n, aRe, aIm);
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(n, k, aRe, aIm);
            double pivotRe = aRe[pivot * n + k];
            double pivotIm = aIm[pivot * n + k];
            if (Math.hypot(pivotRe, pivotIm) <= negligible[k]) {
                return k;
            }
            swapRows(aRe, n, k, pivot);
            swapRows(aIm, n, k, pivot);
            swapRows(bRe, columns, k, pivot);
            swapRows(bIm, columns, k, pivot);
            for (int i = k + 1; i < n; i++) {
                double[] factor = ComplexArithmetic.over(aRe[i * n + k], aIm[i * n + k], pivotRe, pivotIm);
                subtract(aRe, aIm, i * n + k, k * n + k, n - k, factor[0], factor[1]);
                subtract(bRe, bIm, i * columns, k * columns, columns, factor[0], factor[1]);
            }
        }
        substitute(n, columns, aRe, aIm, bRe, bIm);
        return -1;
    }

    /** For each column, n eps times its largest modulus: a pivot not above this vanishes to rounding. */
    static double[] negligible(int n, double[] re, double[] im) {
        double[] largest = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                largest[j] = Math.max(largest[j], Math.hypot(re[i * n + j], im[i * n + j]));
            }
        }
        for (int j = 0; j < n; j++) {
            largest[j] *= n * Math.ulp(1.0);
        }
        return largest;
    }

    private static void substitute(int n, int columns, double[] uRe, double[] uIm, double[] bRe, double[] bIm) {
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                subtract(bRe, bIm, i * columns, j * columns, columns, uRe[i * n + j], uIm[i * n + j]);
            }
            for (int c = i * columns; c < (i + 1) * columns; c++) {
                double[] x = ComplexArithmetic.over(bRe[c], bIm[c], uRe[i * n + i], uIm[i * n + i]);
                bRe[c] = x[0];
                bIm[c] = x[1];
            }
        }
    }

    private static int pivotRow(int n, int k, double[] re, double[] im) {
        int best = k;
        double bestModulus = -1;
        for (int i = k; i < n; i++) {
            double modulus = Math.hypot(re[i * n + k], im[i * n + k]);
            if (modulus > bestModulus) {
                best = i;
                bestModulus = modulus;
            }
        }
        return best;
    }

    private static void swapRows(double[] a, int columns, int i, int k) {
        for (int j = 0; i != k && j < columns; j++) {
            double kept = a[i * columns + j];
            a[i * columns + j] = a[k * columns + j];
            a[k * columns + j] = kept;
        }
    }

    private static void subtract(double[] re, double[] im, int target, int source, int length, double fRe, double fIm) {
        for (int c = 0; c < length; c++) {
            re[target + c] -= fRe * re[source + c] - fIm * im[source + c];
            im[target + c] -= fRe * im[source + c] + fIm * re[source + c];
        }
    }
}
