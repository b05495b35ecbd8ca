package org.ketwork.numerics.kernel;

import java.util.Arrays;

/** The Cholesky factorisation and the inverse of its factor in plain Java, on blocks of larger arrays; see {@link DenseKernels}. */
final class Triangles {
    private Triangles() {}

    static int cholesky(int n, double[] a, int offset, int stride) {
        for (int i = 0; i < n; i++) {
            int row = offset + i * stride;
            for (int j = 0; j <= i; j++) {
                int other = offset + j * stride;
                double sum = a[row + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[row + k] * a[other + k];
                }
                if (i > j) {
                    a[row + j] = sum / a[other + j];
                } else if (sum > 0) {
                    a[row + i] = Math.sqrt(sum);
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    static int cholesky(int n, double[] re, double[] im, int offset, int stride) {
        for (int i = 0; i < n; i++) {
            int row = offset + i * stride;
            for (int j = 0; j <= i; j++) {
                int other = offset + j * stride;
                double x = re[row + j];
                double y = i == j ? 0 : im[row + j];
                for (int k = 0; k < j; k++) {
                    x -= re[row + k] * re[other + k] + im[row + k] * im[other + k];
                    y -= im[row + k] * re[other + k] - re[row + k] * im[other + k];
                }
                if (i > j) {
                    re[row + j] = x / re[other + j];
                    im[row + j] = y / re[other + j];
                } else if (x > 0) {
                    re[row + i] = Math.sqrt(x);
                    im[row + i] = 0;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Writes the inverse of a lower triangle, row by row: row i of L⁻¹ is (e_i − Σ_k<i L_ik row k) / L_ii. */
    static void invert(int n, double[] l, int offset, int stride, double[] inverse) {
        for (int i = 0; i < n; i++) {
            int row = offset + i * stride;
            double pivot = l[row + i];
            Arrays.fill(inverse, i * n, (i + 1) * n, 0);
            for (int k = 0; k < i; k++) {
                for (int j = 0; j <= k; j++) {
                    inverse[i * n + j] -= l[row + k] * inverse[k * n + j];
                }
            }
            for (int j = 0; j < i; j++) {
                inverse[i * n + j] /= pivot;
            }
            inverse[i * n + i] = 1 / pivot;
        }
    }

    static void invert(
            int n, double[] re, double[] im, int offset, int stride, double[] inverseRe, double[] inverseIm) {
        for (int i = 0; i < n; i++) {
            int row = offset + i * stride;
            double pivot = re[row + i];
            Arrays.fill(inverseRe, i * n, (i + 1) * n, 0);
            Arrays.fill(inverseIm, i * n, (i + 1) * n, 0);
            for (int k = 0; k < i; k++) {
                double x = re[row + k];
                double y = im[row + k];
                for (int j = 0; j <= k; j++) {
                    inverseRe[i * n + j] -= x * inverseRe[k * n + j] - y * inverseIm[k * n + j];
                    inverseIm[i * n + j] -= x * inverseIm[k * n + j] + y * inverseRe[k * n + j];
                }
            }
            for (int j = 0; j < i; j++) {
                inverseRe[i * n + j] /= pivot;
                inverseIm[i * n + j] /= pivot;
            }
            inverseRe[i * n + i] = 1 / pivot;
        }
    }

    /** Zeroes what stands above the diagonal. */
    static void clearAbove(int n, double[] a) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(a, i * n + i + 1, (i + 1) * n, 0);
        }
    }
}
