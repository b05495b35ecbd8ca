package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;

/** Derivatives of a sum of logarithms that share no parameter: O = (O_first, O_second), whose Gram matrix is the sum of both. */
record ProductDerivatives(Codomain codomain, LogDerivatives first, LogDerivatives second) implements LogDerivatives {
    private static final double[] NONE = new double[0];

    @Override
    public int rows() {
        return first.rows();
    }

    @Override
    public int columns() {
        return first.columns() + second.columns();
    }

    @Override
    public void rows(int from, int count, double[] re, double[] im) {
        rows(first, 0, from, count, re, im);
        rows(second, first.columns(), from, count, re, im);
    }

    private void rows(LogDerivatives factor, int column, int from, int count, double[] re, double[] im) {
        int width = factor.columns();
        double[] partRe = new double[count * width];
        double[] partIm = new double[codomain == Codomain.REAL ? 0 : count * width];
        factor.rows(from, count, partRe, partIm);
        for (int s = 0; s < count; s++) {
            System.arraycopy(partRe, s * width, re, s * columns() + column, width);
            if (codomain != Codomain.REAL) {
                System.arraycopy(partIm, s * width, im, s * columns() + column, width);
            }
        }
    }

    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        int side = codomain == Codomain.COMPLEX ? 2 * rows() : rows();
        double[] partRe = new double[side * side];
        double[] partIm = new double[codomain == Codomain.HOLOMORPHIC ? partRe.length : 0];
        gram(first, re, im, workers);
        gram(second, partRe, partIm, workers);
        for (int k = 0; k < partRe.length; k++) {
            re[k] += partRe[k];
        }
        for (int k = 0; k < partIm.length; k++) {
            im[k] += partIm[k];
        }
    }

    /** A real factor of a complex product has no imaginary rows. */
    private void gram(LogDerivatives factor, double[] re, double[] im, Workers workers) {
        if (factor.codomain() == codomain) {
            factor.gram(re, im, workers);
            return;
        }
        int n = rows();
        double[] block = new double[n * n];
        factor.gram(block, NONE, workers);
        Arrays.fill(re, 0, 4 * n * n, 0);
        for (int s = 0; s < n; s++) {
            System.arraycopy(block, s * n, re, s * 2 * n, n);
        }
    }

    @Override
    public double gramMultiplications() {
        return first.gramMultiplications() + second.gramMultiplications();
    }

    @Override
    public long bytes() {
        long side = codomain == Codomain.COMPLEX ? 2L * rows() : rows();
        long parts = codomain == Codomain.HOLOMORPHIC ? 2 : 1;
        return first.bytes() + second.bytes() + Double.BYTES * parts * side * side;
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        int cut = first.columns();
        boolean holomorphic = codomain == Codomain.HOLOMORPHIC;
        double[] partRe = new double[rows()];
        double[] partIm = new double[codomain == Codomain.REAL ? 0 : rows()];
        Arrays.fill(outIm, 0, partIm.length, 0);
        first.product(Arrays.copyOf(xRe, cut), holomorphic ? Arrays.copyOf(xIm, cut) : NONE, outRe, outIm, workers);
        second.product(
                Arrays.copyOfRange(xRe, cut, columns()),
                holomorphic ? Arrays.copyOfRange(xIm, cut, columns()) : NONE,
                partRe,
                partIm,
                workers);
        for (int s = 0; s < rows(); s++) {
            outRe[s] += partRe[s];
            if (codomain != Codomain.REAL) {
                outIm[s] += partIm[s];
            }
        }
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        adjoint(first, 0, yRe, yIm, outRe, outIm, workers);
        adjoint(second, first.columns(), yRe, yIm, outRe, outIm, workers);
    }

    private void adjoint(
            LogDerivatives factor,
            int column,
            double[] yRe,
            double[] yIm,
            double[] outRe,
            double[] outIm,
            Workers workers) {
        boolean holomorphic = codomain == Codomain.HOLOMORPHIC;
        double[] partRe = new double[factor.columns()];
        double[] partIm = new double[holomorphic ? partRe.length : 0];
        factor.adjoint(yRe, yIm, partRe, partIm, workers);
        System.arraycopy(partRe, 0, outRe, column, partRe.length);
        if (holomorphic) {
            System.arraycopy(partIm, 0, outIm, column, partIm.length);
        }
    }
}
