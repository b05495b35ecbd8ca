package org.ketwork.wavefunction.reconfiguration;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.matrix.GramProducts;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;

/**
 * The step in the space of parameters, (S + λ) d = X† r with S = Re X†X, or complex S = X†X of half size for holomorphic families. X is
 * formed in blocks of rows, of which a few are held at a time.
 */
final class ParameterEquations {
    /** A parameter without influence still gets this part of the mean diagonal as its own, so that its equation is not 0 = 0. */
    private static final double LEAST_DIAGONAL = 1e-10;

    private double[] re = new double[0];
    private double[] im = new double[0];
    private final PositiveEquations equations = new PositiveEquations();

    Direction solve(TangentSpace tangent, Change wanted, Regularisation regularisation, double strength) {
        long start = System.nanoTime();
        int k = tangent.derivatives().columns();
        boolean complex = tangent.holomorphic();
        int size = Math.multiplyExact(k, k);
        re = re.length >= size ? re : new double[size];
        im = !complex || im.length >= size ? im : new double[size];
        Rows rows = new Rows(tangent);
        Arrays.fill(re, 0, size, 0);
        Arrays.fill(im, 0, complex ? size : 0, 0);
        rows.forEach((count, xRe, xIm) -> accumulate(tangent, k, xRe, xIm));
        long middle = System.nanoTime();

        double[] force = tangent.pull(wanted);
        double[] fRe = Arrays.copyOf(force, k);
        double[] fIm = complex ? Arrays.copyOfRange(force, k, 2 * k) : new double[0];
        if (regularisation instanceof Shift shift) {
            if (shift.scale() != Shift.Scale.ABSOLUTE && SampleEquations.trace(k, re) == 0) {
                return tangent.standstill((System.nanoTime() - start) * 1e-9);
            }
            addShift(k, shift.scale(), strength);
            equations.solve(k, re, im, fRe, fIm, tangent.workers());
        } else {
            Spectrum spectrum = Spectrum.of(k, re, complex ? im : new double[0]);
            double[] ratios =
                    regularisation instanceof SignalToNoise && !tangent.sample().exact()
                            ? signalToNoise(tangent, spectrum, rows, wanted)
                            : new double[0];
            Change solution = spectrum.solve(regularisation, strength, ratios, fRe, fIm);
            fRe = solution.re();
            fIm = complex ? solution.im() : fIm;
        }
        double[] d = fRe;
        if (complex) {
            d = Arrays.copyOf(fRe, 2 * k);
            System.arraycopy(fIm, 0, d, k, k);
        }
        Change image = tangent.push(d);
        long end = System.nanoTime();
        return new Direction(d, image, (middle - start) * 1e-9, (end - middle) * 1e-9);
    }

    private void accumulate(TangentSpace tangent, int k, double[][] xRe, double[][] xIm) {
        Workers workers = tangent.workers();
        for (int block = 0; block < xRe.length; block++) {
            int count = k == 0 ? 0 : xRe[block].length / k;
            if (count == 0) {
                continue;
            }
            switch (tangent.codomain()) {
                case REAL -> GramProducts.inner(k, count, xRe[block], 1, re, workers);
                case COMPLEX -> {
                    GramProducts.inner(k, count, xRe[block], 1, re, workers);
                    GramProducts.inner(k, count, xIm[block], 1, re, workers);
                }
                case HOLOMORPHIC -> GramProducts.inner(k, count, xRe[block], xIm[block], 1, re, im, workers);
            }
        }
    }

    private void addShift(int k, Shift.Scale scale, double strength) {
        double mean = k == 0 ? 0 : SampleEquations.trace(k, re) / k;
        if (!Double.isFinite(mean)) {
            throw new UnsolvableStepException("the derivatives of the wavefunction are not finite");
        }
        for (int i = 0; i < k; i++) {
            re[i * k + i] += strength
                    * switch (scale) {
                        case ABSOLUTE -> 1;
                        case MEAN_DIAGONAL -> mean;
                        case DIAGONAL -> Math.max(re[i * k + i], LEAST_DIAGONAL * mean);
                    };
        }
    }

    /** The ratio of the components of X†r along the eigenvectors of the metric to their standard errors over the draws. */
    private static double[] signalToNoise(TangentSpace tangent, Spectrum spectrum, Rows rows, Change wanted) {
        int k = spectrum.n();
        double[] first = new double[k];
        double[] firstIm = new double[k];
        double[] second = new double[k];
        double[] weights = tangent.sample().weights();
        rows.forEach((start, xRe, xIm) -> {
            int s = start;
            for (int block = 0; block < xRe.length; block++) {
                int count = xRe[block].length / k;
                boolean complexRows = tangent.codomain() != Codomain.REAL;
                double[] vRe = product(count, k, xRe[block], spectrum.re());
                double[] vIm = complexRows ? product(count, k, xIm[block], spectrum.re()) : new double[0];
                if (tangent.holomorphic()) {
                    add(vRe, -1, product(count, k, xIm[block], spectrum.im()));
                    add(vIm, 1, product(count, k, xRe[block], spectrum.im()));
                }
                for (int i = 0; i < count; i++, s++) {
                    for (int c = 0; c < k; c++) {
                        double a = vRe[i * k + c];
                        double b = complexRows ? vIm[i * k + c] : 0;
                        double qRe = a * wanted.re()[s] + b * wanted.im()[s];
                        double qIm = tangent.holomorphic() ? a * wanted.im()[s] - b * wanted.re()[s] : 0;
                        first[c] += qRe;
                        firstIm[c] += qIm;
                        second[c] += (qRe * qRe + qIm * qIm) / weights[s];
                    }
                }
            }
        });
        return Spectrum.ratios(tangent.sample().draws(), first, firstIm, second);
    }

    private static double[] product(int rows, int k, double[] a, double[] b) {
        double[] c = new double[rows * k];
        Blas.gemm(false, false, rows, k, k, 1, a, 0, k, b, 0, k, 0, c, 0, k);
        return c;
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }

    /** The rows of X, some blocks at a time. */
    private static final class Rows {
        private final TangentSpace tangent;
        private final double[] meanRe;
        private final double[] meanIm;

        @FunctionalInterface
        interface Use {
            /** Takes blocks of consecutive rows, the first of which has the given number. */
            void of(int first, double[][] re, double[][] im);
        }

        Rows(TangentSpace tangent) {
            this.tangent = tangent;
            LogDerivatives derivatives = tangent.derivatives();
            int k = derivatives.columns();
            double[] weights = tangent.sample().weights();
            double[] zeros = new double[weights.length];
            meanRe = new double[k];
            meanIm = new double[tangent.codomain() == Codomain.REAL ? 0 : k];
            double[] out = new double[tangent.holomorphic() ? k : 0];
            derivatives.adjoint(weights, zeros, meanRe, out, tangent.workers());
            if (tangent.codomain() == Codomain.COMPLEX) {
                // Re(O† i w) is the mean of the imaginary parts.
                derivatives.adjoint(zeros, weights, meanIm, out, tangent.workers());
            }
            for (int i = 0; i < out.length; i++) {
                meanIm[i] = -out[i];
            }
        }

        void forEach(Use use) {
            LogDerivatives derivatives = tangent.derivatives();
            int n = tangent.rows();
            int k = derivatives.columns();
            int together = StepCost.blocks(n, k, tangent.codomain());
            for (int first = 0; first < n; first += together * StepCost.ROWS) {
                int begin = first;
                int blocks = Math.min(together, Math.ceilDiv(n - first, StepCost.ROWS));
                double[][] re = new double[blocks][];
                double[][] im = new double[blocks][];
                tangent.workers().forEach(blocks, block -> {
                    int row = begin + block * StepCost.ROWS;
                    int count = Math.min(StepCost.ROWS, n - row);
                    re[block] = new double[count * k];
                    im[block] = new double[tangent.codomain() == Codomain.REAL ? 0 : count * k];
                    derivatives.rows(row, count, re[block], im[block]);
                    centre(row, k, re[block], meanRe);
                    centre(row, k, im[block], meanIm);
                });
                use.of(first, re, im);
            }
        }

        private void centre(int row, int k, double[] x, double[] mean) {
            for (int i = 0; i * k < x.length; i++) {
                double root = tangent.roots()[row + i];
                for (int c = 0; c < k; c++) {
                    x[i * k + c] = root * (x[i * k + c] - mean[c]);
                }
            }
        }
    }
}
