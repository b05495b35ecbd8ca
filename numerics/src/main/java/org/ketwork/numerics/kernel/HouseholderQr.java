package org.ketwork.numerics.kernel;

import java.util.Arrays;

/** The thin complex QR factorisation by Householder reflections (Golub and Van Loan, Matrix Computations, section 5.2). */
final class HouseholderQr {
    private HouseholderQr() {}

    /** See {@link DenseKernels#complexQr}. */
    static void decompose(
            int m, int n, double[] re, double[] im, double[] qRe, double[] qIm, double[] rRe, double[] rIm) {
        int k = Math.min(m, n);
        double[][] vRe = new double[k][];
        double[][] vIm = new double[k][];
        for (int j = 0; j < k; j++) {
            vRe[j] = new double[m];
            vIm[j] = new double[m];
            if (direction(m, n, j, re, im, vRe[j], vIm[j])) {
                reflect(m, n, j, re, im, vRe[j], vIm[j]);
            }
        }
        Arrays.fill(qRe, 0);
        Arrays.fill(qIm, 0);
        Arrays.fill(rRe, 0);
        Arrays.fill(rIm, 0);
        for (int i = 0; i < k; i++) {
            qRe[i * k + i] = 1;
            for (int j = i; j < n; j++) {
                rRe[i * n + j] = re[i * n + j];
                rIm[i * n + j] = im[i * n + j];
            }
        }
        for (int j = k - 1; j >= 0; j--) {
            reflect(m, k, j, qRe, qIm, vRe[j], vIm[j]);
        }
        makeDiagonalPositive(m, n, k, qRe, qIm, rRe, rIm);
    }

    /** Fills v, of length one, such that (1 − 2 v v†) maps column j to its first entry; false if it is so already. */
    private static boolean direction(int m, int n, int j, double[] re, double[] im, double[] vRe, double[] vIm) {
        double below = 0;
        for (int i = j; i < m; i++) {
            vRe[i] = re[i * n + j];
            vIm[i] = im[i * n + j];
            below = i > j ? Math.hypot(below, Math.hypot(vRe[i], vIm[i])) : 0;
        }
        if (below == 0) {
            vRe[j] = 0;
            vIm[j] = 0;
            return false;
        }
        double head = Math.hypot(vRe[j], vIm[j]);
        double norm = Math.hypot(head, below);
        vRe[j] += norm * (head > 0 ? vRe[j] / head : 1);
        vIm[j] += norm * (head > 0 ? vIm[j] / head : 0);
        double length = Math.hypot(head + norm, below);
        for (int i = j; i < m; i++) {
            vRe[i] /= length;
            vIm[i] /= length;
        }
        return true;
    }

    /** A becomes (1 − 2 v v†) A, where v vanishes before its entry first. */
    private static void reflect(int m, int n, int first, double[] re, double[] im, double[] vRe, double[] vIm) {
        double[] sumRe = new double[n];
        double[] sumIm = new double[n];
        for (int i = first; i < m; i++) {
            for (int j = 0; j < n; j++) {
                sumRe[j] += vRe[i] * re[i * n + j] + vIm[i] * im[i * n + j];
                sumIm[j] += vRe[i] * im[i * n + j] - vIm[i] * re[i * n + j];
            }
        }
        for (int i = first; i < m; i++) {
            for (int j = 0; j < n; j++) {
                re[i * n + j] -= 2 * (vRe[i] * sumRe[j] - vIm[i] * sumIm[j]);
                im[i * n + j] -= 2 * (vRe[i] * sumIm[j] + vIm[i] * sumRe[j]);
            }
        }
    }

    /** Moves the phase of each diagonal entry of R into the column of Q. */
    static void makeDiagonalPositive(int m, int n, int k, double[] qRe, double[] qIm, double[] rRe, double[] rIm) {
        for (int i = 0; i < k; i++) {
            double modulus = Math.hypot(rRe[i * n + i], rIm[i * n + i]);
            if (modulus == 0) {
                continue;
            }
            double c = rRe[i * n + i] / modulus;
            double s = rIm[i * n + i] / modulus;
            for (int row = 0; row < m; row++) {
                turn(qRe, qIm, row * k + i, c, s);
            }
            for (int j = i; j < n; j++) {
                turn(rRe, rIm, i * n + j, c, -s);
            }
            rRe[i * n + i] = modulus;
            rIm[i * n + i] = 0;
        }
    }

    private static void turn(double[] re, double[] im, int at, double c, double s) {
        double real = re[at];
        re[at] = real * c - im[at] * s;
        im[at] = real * s + im[at] * c;
    }
}
