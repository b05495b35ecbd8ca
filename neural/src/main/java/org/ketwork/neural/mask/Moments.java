package org.ketwork.neural.mask;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;

/** Small formulas that several mask laws share. */
final class Moments {
    private Moments() {}

    static double requireKeepProbability(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("keep probability must be in (0, 1], got " + p);
        }
        return p;
    }

    static void requireUnits(String law, int expected, int units) {
        if (units != expected) {
            throw new IllegalArgumentException(law + " is a law over " + expected + " units, got " + units);
        }
    }

    static double[] filled(int units, double value) {
        double[] result = new double[units];
        Arrays.fill(result, value);
        return result;
    }

    /** The matrix with one value on the diagonal and another everywhere else. */
    static Matrix exchangeable(int units, double diagonal, double offDiagonal) {
        Matrix result = Matrix.constant(units, units, offDiagonal);
        for (int i = 0; i < units; i++) {
            result.set(i, i, diagonal);
        }
        return result;
    }

    /** Second moments of independent masks of zeros and ones. */
    static Matrix independent(double[] keep) {
        int units = keep.length;
        Matrix result = Matrix.zeros(units, units);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                result.set(i, j, i == j ? keep[i] : keep[i] * keep[j]);
            }
        }
        return result;
    }

    static Matrix coherence(Matrix secondMoment) {
        int units = secondMoment.rows();
        Matrix result = Matrix.zeros(units, units);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                double norm = Math.sqrt(secondMoment.get(i, i)) * Math.sqrt(secondMoment.get(j, j));
                result.set(i, j, i == j ? 1 : secondMoment.get(i, j) / norm);
            }
        }
        return result;
    }

    static Matrix invertedCovariance(Matrix secondMoment, double[] mean) {
        int units = secondMoment.rows();
        Matrix result = Matrix.zeros(units, units);
        for (int i = 0; i < units; i++) {
            if (mean[i] == 0) {
                throw new IllegalArgumentException("the mask of unit " + i + " has mean 0 and cannot be inverted");
            }
            for (int j = 0; j < units; j++) {
                result.set(i, j, secondMoment.get(i, j) / (mean[i] * mean[j]) - 1);
            }
        }
        return result;
    }

    /** The probability that at least one of some independent coins falls on its side of probability p; accurate for small p. */
    static double someOf(int coins, double p) {
        return -Math.expm1(coins * Math.log1p(-p));
    }

    /** The distribution of a sum of independent Bernoulli variables, by convolution. */
    static double[] poissonBinomial(double[] keep) {
        double[] law = {1};
        for (double p : keep) {
            law = convolveJump(law, 1, p);
        }
        return law;
    }

    /** The law of K + jump·B for a Bernoulli variable B of success probability p that is independent of K. */
    static double[] convolveJump(double[] law, int jump, double p) {
        double[] next = new double[law.length + jump];
        for (int k = 0; k < law.length; k++) {
            next[k] += (1 - p) * law[k];
            next[k + jump] += p * law[k];
        }
        return next;
    }

    /** The law of the sum of two independent counts. */
    static double[] convolve(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }

    /** Everything kept, always. */
    static double[] allKept(int units) {
        double[] law = new double[units + 1];
        law[units] = 1;
        return law;
    }
}
