package org.ketwork.numerics.kernel;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a Hermitian matrix: reduction to a real tridiagonal matrix by Householder reflections, then the
 * implicit QL iteration with Wilkinson's shift (Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.3.5).
 */
final class HermitianQl {
    private static final int MAX_SWEEPS = 60;

    private final int n;
    private final double[] re;
    private final double[] im;
    /** Row k holds column k of the accumulated unitary matrix, so that rotations run along rows. */
    private final double[] qRe;

    private final double[] qIm;
    private final double[] diagonal;
    private final double[] beside;
    private final boolean vectors;

    private HermitianQl(int n, double[] re, double[] im, double[] values, boolean vectors) {
        this.n = n;
        this.re = re;
        this.im = im;
        this.vectors = vectors;
        this.diagonal = values;
        this.beside = new double[n];
        this.qRe = new double[vectors ? n * n : 0];
        this.qIm = new double[vectors ? n * n : 0];
        for (int i = 0; vectors && i < n; i++) {
            qRe[i * n + i] = 1;
        }
    }

    static void decompose(int n, double[] re, double[] im, double[] values, boolean vectors) {
        HermitianQl problem = new HermitianQl(n, re, im, values, vectors);
        problem.reduce();
        problem.iterate();
        problem.sort();
    }

    private void reduce() {
        for (int k = 0; k + 2 < n; k++) {
            reflect(k);
        }
        double phaseRe = 1;
        double phaseIm = 0;
        for (int k = 0; k < n; k++) {
            diagonal[k] = re[k * n + k];
            if (k > 0) {
                double x = re[k * n + k - 1];
                double y = im[k * n + k - 1];
                double modulus = Math.hypot(x, y);
                beside[k - 1] = modulus;
                if (modulus > 0) {
                    double turned = (phaseRe * x - phaseIm * y) / modulus;
                    phaseIm = (phaseRe * y + phaseIm * x) / modulus;
                    phaseRe = turned;
                }
                for (int i = k * n; vectors && i < (k + 1) * n; i++) {
                    double real = qRe[i];
                    qRe[i] = real * phaseRe - qIm[i] * phaseIm;
                    qIm[i] = real * phaseIm + qIm[i] * phaseRe;
                }
            }
        }
    }

    /** Applies H = 1 − 2 v v† on both sides, with v such that column k becomes zero below its subdiagonal. */
    private void reflect(int k) {
        double[] vRe = new double[n];
        double[] vIm = new double[n];
        double below = 0;
        for (int i = k + 1; i < n; i++) {
            vRe[i] = re[i * n + k];
            vIm[i] = im[i * n + k];
            below = i > k + 1 ? Math.hypot(below, Math.hypot(vRe[i], vIm[i])) : 0;
        }
        if (below == 0) {
            return;
        }
        double head = Math.hypot(vRe[k + 1], vIm[k + 1]);
        double norm = Math.hypot(head, below);
        vRe[k + 1] += norm * (head > 0 ? vRe[k + 1] / head : 1);
        vIm[k + 1] += norm * (head > 0 ? vIm[k + 1] / head : 0);
        double length = Math.hypot(head + norm, below);
        for (int i = k + 1; i < n; i++) {
            vRe[i] /= length;
            vIm[i] /= length;
        }
        reflectMatrix(k, vRe, vIm);
        if (vectors) {
            reflectVectors(k, vRe, vIm);
        }
    }

    /** H A H = A − 2 v w† − 2 w v†, with w = A v − (v† A v) v. */
    private void reflectMatrix(int k, double[] vRe, double[] vIm) {
        double[] wRe = new double[n];
        double[] wIm = new double[n];
        double overlap = 0;
        for (int i = k; i < n; i++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = k + 1; j < n; j++) {
                sumRe += re[i * n + j] * vRe[j] - im[i * n + j] * vIm[j];
                sumIm += re[i * n + j] * vIm[j] + im[i * n + j] * vRe[j];
            }
            wRe[i] = sumRe;
            wIm[i] = sumIm;
            overlap += vRe[i] * sumRe + vIm[i] * sumIm;
        }
        for (int i = k + 1; i < n; i++) {
            wRe[i] -= overlap * vRe[i];
            wIm[i] -= overlap * vIm[i];
        }
        for (int i = k; i < n; i++) {
            for (int j = k; j < n; j++) {
                re[i * n + j] -= 2 * (vRe[i] * wRe[j] + vIm[i] * wIm[j] + wRe[i] * vRe[j] + wIm[i] * vIm[j]);
                im[i * n + j] -= 2 * (vIm[i] * wRe[j] - vRe[i] * wIm[j] + wIm[i] * vRe[j] - wRe[i] * vIm[j]);
            }
        }
    }

    /** Q H = Q − 2 (Q v) v†, on the stored columns of Q. */
    private void reflectVectors(int k, double[] vRe, double[] vIm) {
        double[] sumRe = new double[n];
        double[] sumIm = new double[n];
        for (int j = k + 1; j < n; j++) {
            for (int i = 0; i < n; i++) {
                sumRe[i] += qRe[j * n + i] * vRe[j] - qIm[j * n + i] * vIm[j];
                sumIm[i] += qRe[j * n + i] * vIm[j] + qIm[j * n + i] * vRe[j];
            }
        }
        for (int j = k + 1; j < n; j++) {
            for (int i = 0; i < n; i++) {
                qRe[j * n + i] -= 2 * (sumRe[i] * vRe[j] + sumIm[i] * vIm[j]);
                qIm[j * n + i] -= 2 * (sumIm[i] * vRe[j] - sumRe[i] * vIm[j]);
            }
        }
    }

    private void iterate() {
        double rounding = Math.ulp(0.5) * tridiagonalNorm();
        for (int low = 0; low < n; low++) {
            int sweeps = 0;
            int high = decoupled(low, rounding);
            while (high > low) {
                if (++sweeps > MAX_SWEEPS) {
                    throw new ArithmeticException("the QL iteration found no eigenvalue in " + MAX_SWEEPS + " sweeps");
                }
                sweep(low, high);
                high = decoupled(low, rounding);
            }
        }
    }

    /** The largest sum of moduli in a row. */
    private double tridiagonalNorm() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, (i > 0 ? beside[i - 1] : 0) + Math.abs(diagonal[i]) + beside[i]);
        }
        return largest;
    }

    /**
     * The first index from low on whose coupling to the next one vanishes to rounding of the whole matrix, which is as small as sweeps
     * make it: between zero eigenvalues the diagonal is rounding itself, and no coupling is small against it.
     */
    private int decoupled(int low, double rounding) {
        int m = low;
        while (m < n - 1 && Math.abs(beside[m]) > rounding) {
            m++;
        }
        return m;
    }

    /** One implicit QL step on the rows low, ..., high: the bulge is chased upwards by plane rotations. */
    private void sweep(int low, int high) {
        double half = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low]);
        double g = diagonal[high] - diagonal[low] + beside[low] / (half + Math.copySign(Math.hypot(half, 1), half));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = s * beside[i];
            double b = c * beside[i];
            double r = Math.hypot(f, g);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= p;
                beside[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = diagonal[i + 1] - p;
            r = (diagonal[i] - g) * s + 2 * c * b;
            p = s * r;
            diagonal[i + 1] = g + p;
            g = c * r - b;
            if (vectors) {
                rotate(qRe, i, c, s);
                rotate(qIm, i, c, s);
            }
        }
        diagonal[low] -= p;
        beside[low] = g;
        beside[high] = 0;
    }

    private void rotate(double[] q, int i, double c, double s) {
        int upper = i * n;
        int lower = upper + n;
        for (int k = 0; k < n; k++) {
            double f = q[lower + k];
            q[lower + k] = s * q[upper + k] + c * f;
            q[upper + k] = c * q[upper + k] - s * f;
        }
    }

    private void sort() {
        if (!vectors) {
            Arrays.sort(diagonal);
            return;
        }
        int[] order = Sorting.ascending(diagonal);
        double[] unsorted = diagonal.clone();
        for (int k = 0; k < n; k++) {
            diagonal[k] = unsorted[order[k]];
            for (int i = 0; i < n; i++) {
                re[i * n + k] = qRe[order[k] * n + i];
                im[i * n + k] = qIm[order[k] * n + i];
            }
        }
    }
}
