package org.ketwork.numerics.kernel;

/**
 * Singular values and vectors by one-sided Jacobi rotations, which make the columns of A V orthogonal pair by pair (Golub and Van
 * Loan, Matrix Computations, section 8.6.3; Demmel and Veselic, SIAM J. Matrix Anal. Appl. 13, 1204 (1992) for its accuracy). Columns
 * are stored as rows. A wide matrix is decomposed through its adjoint.
 */
final class JacobiSvd {
    private static final int MAX_SWEEPS = 60;

    private final int length;
    private final int count;
    /** Row k holds column k of A V. */
    private final double[] aRe;

    private final double[] aIm;
    /** Row k holds column k of V; empty if no vectors are wanted. */
    private final double[] vRe;

    private final double[] vIm;

    private JacobiSvd(int m, int n, double[] re, double[] im, boolean vectors) {
        boolean wide = m < n;
        length = wide ? n : m;
        count = wide ? m : n;
        aRe = wide ? re : Transposition.of(m, n, re);
        aIm = wide ? im : Transposition.of(m, n, im);
        for (int i = 0; wide && i < aIm.length; i++) {
            aIm[i] = -aIm[i];
        }
        vRe = new double[vectors ? count * count : 0];
        vIm = new double[vectors ? count * count : 0];
        for (int i = 0; vectors && i < count; i++) {
            vRe[i * count + i] = 1;
        }
    }

    /** See {@link DenseKernels#complexSvd}. */
    static void decompose(
            int m,
            int n,
            double[] re,
            double[] im,
            double[] uRe,
            double[] uIm,
            double[] values,
            double[] vAdjointRe,
            double[] vAdjointIm,
            boolean vectors) {
        JacobiSvd problem = new JacobiSvd(m, n, re, im, vectors);
        problem.iterate();
        int[] order = problem.norms(values);
        if (!vectors) {
            return;
        }
        problem.normalise(values, order);
        int q = values.length;
        boolean wide = m < n;
        // Left vectors of A are the columns of A V; of the adjoint of a wide A they are V.
        double[] leftRe = wide ? problem.vRe : problem.aRe;
        double[] leftIm = wide ? problem.vIm : problem.aIm;
        double[] rightRe = wide ? problem.aRe : problem.vRe;
        double[] rightIm = wide ? problem.aIm : problem.vIm;
        for (int k = 0; k < q; k++) {
            for (int i = 0; i < m; i++) {
                uRe[i * q + k] = leftRe[order[k] * m + i];
                uIm[i * q + k] = leftIm[order[k] * m + i];
            }
            for (int j = 0; j < n; j++) {
                vAdjointRe[k * n + j] = rightRe[order[k] * n + j];
                vAdjointIm[k * n + j] = -rightIm[order[k] * n + j];
            }
        }
    }

    private void iterate() {
        boolean rotated = true;
        for (int sweep = 0; rotated; sweep++) {
            if (sweep == MAX_SWEEPS) {
                throw new ArithmeticException("the Jacobi iteration did not converge in " + MAX_SWEEPS + " sweeps");
            }
            rotated = false;
            for (int p = 0; p < count; p++) {
                for (int q = p + 1; q < count; q++) {
                    rotated |= orthogonalise(p, q);
                }
            }
        }
    }

    private boolean orthogonalise(int p, int q) {
        double alpha = 0;
        double beta = 0;
        double gammaRe = 0;
        double gammaIm = 0;
        int x = p * length;
        int y = q * length;
        for (int i = 0; i < length; i++) {
            alpha += aRe[x + i] * aRe[x + i] + aIm[x + i] * aIm[x + i];
            beta += aRe[y + i] * aRe[y + i] + aIm[y + i] * aIm[y + i];
            gammaRe += aRe[x + i] * aRe[y + i] + aIm[x + i] * aIm[y + i];
            gammaIm += aRe[x + i] * aIm[y + i] - aIm[x + i] * aRe[y + i];
        }
        // Where the square of a column underflows, the angle between the columns is lost and no rotation can repair it.
        if (Math.min(alpha, beta) < Double.MIN_NORMAL / Math.ulp(1.0)) {
            return false;
        }
        double gamma = Math.hypot(gammaRe, gammaIm);
        if (gamma <= length * Math.ulp(0.5) * Math.sqrt(alpha) * Math.sqrt(beta)) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        double s = c * t;
        double phaseRe = gammaRe / gamma;
        double phaseIm = gammaIm / gamma;
        rotate(aRe, aIm, length, p, q, c, s, phaseRe, phaseIm);
        if (vRe.length > 0) {
            rotate(vRe, vIm, count, p, q, c, s, phaseRe, phaseIm);
        }
        return true;
    }

    /** The rotation of (x, y e^(−i phase)) by the angle of (c, s). */
    private static void rotate(
            double[] re, double[] im, int length, int p, int q, double c, double s, double phaseRe, double phaseIm) {
        int x = p * length;
        int y = q * length;
        for (int i = 0; i < length; i++) {
            double turnedRe = re[y + i] * phaseRe + im[y + i] * phaseIm;
            double turnedIm = im[y + i] * phaseRe - re[y + i] * phaseIm;
            double oldRe = re[x + i];
            double oldIm = im[x + i];
            re[x + i] = c * oldRe - s * turnedRe;
            im[x + i] = c * oldIm - s * turnedIm;
            re[y + i] = s * oldRe + c * turnedRe;
            im[y + i] = s * oldIm + c * turnedIm;
        }
    }

    /** Fills the singular values, descending, and returns the order of the columns. */
    private int[] norms(double[] values) {
        double[] negated = new double[count];
        for (int k = 0; k < count; k++) {
            double scale = 0;
            for (int i = k * length; i < (k + 1) * length; i++) {
                scale = Math.max(scale, Math.max(Math.abs(aRe[i]), Math.abs(aIm[i])));
            }
            double sum = 0;
            for (int i = k * length; scale > 0 && i < (k + 1) * length; i++) {
                double x = aRe[i] / scale;
                double y = aIm[i] / scale;
                sum += x * x + y * y;
            }
            negated[k] = -scale * Math.sqrt(sum);
        }
        int[] order = Sorting.ascending(negated);
        for (int k = 0; k < count; k++) {
            values[k] = -negated[order[k]];
        }
        return order;
    }

    /** Divides the columns by their norms; those that vanish to rounding are replaced so that all are orthonormal. */
    private void normalise(double[] values, int[] order) {
        for (int k = 0; k < count; k++) {
            int row = order[k] * length;
            if (values[k] > length * Math.ulp(1.0) * values[0]) {
                for (int i = row; i < row + length; i++) {
                    aRe[i] /= values[k];
                    aIm[i] /= values[k];
                }
            } else {
                complete(k, order);
            }
        }
    }

    /** Sets column order[k] to a unit vector orthogonal to the columns order[0], ..., order[k − 1]. */
    private void complete(int k, int[] order) {
        int row = order[k] * length;
        double norm = 0;
        for (int candidate = 0; norm < 0.5 / Math.sqrt(length); candidate++) {
            for (int i = 0; i < length; i++) {
                aRe[row + i] = i == candidate ? 1 : 0;
                aIm[row + i] = 0;
            }
            // Twice is enough for orthogonality to rounding (Kahan and Parlett).
            for (int j = 0; j < 2 * k; j++) {
                project(row, order[j % k] * length);
            }
            norm = 0;
            for (int i = row; i < row + length; i++) {
                norm = Math.hypot(norm, Math.hypot(aRe[i], aIm[i]));
            }
        }
        for (int i = row; i < row + length; i++) {
            aRe[i] /= norm;
            aIm[i] /= norm;
        }
    }

    private void project(int x, int unit) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < length; i++) {
            re += aRe[unit + i] * aRe[x + i] + aIm[unit + i] * aIm[x + i];
            im += aRe[unit + i] * aIm[x + i] - aIm[unit + i] * aRe[x + i];
        }
        for (int i = 0; i < length; i++) {
            aRe[x + i] -= re * aRe[unit + i] - im * aIm[unit + i];
            aIm[x + i] -= re * aIm[unit + i] + im * aRe[unit + i];
        }
    }
}
