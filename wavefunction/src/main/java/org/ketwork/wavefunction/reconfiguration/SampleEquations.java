package org.ketwork.wavefunction.reconfiguration;

import java.util.Arrays;
import org.ketwork.wavefunction.ansatz.Codomain;

/**
 * The step in the space of samples, d = X† α with (X X† + λ) α = r (Chen and Heyl, Nat. Phys. 20, 1476 (2024), equation 9; Rende et al.,
 * Commun. Phys. 7, 260 (2024)). Families with real parameters and complex derivatives have real and imaginary parts of X below one another.
 */
final class SampleEquations {
    private double[] re = new double[0];
    private double[] im = new double[0];
    private final PositiveEquations equations = new PositiveEquations();

    Direction solve(TangentSpace tangent, Change wanted, Regularisation regularisation, double strength) {
        long start = System.nanoTime();
        int n = tangent.rows();
        boolean complex = tangent.holomorphic();
        boolean stacked = tangent.codomain() == Codomain.COMPLEX;
        int m = stacked ? 2 * n : n;
        re = room(re, m);
        im = room(im, complex ? m : 0);
        tangent.derivatives().gram(re, im, tangent.workers());
        CentredGram.centre(tangent, stacked ? 2 : 1, m, re, complex ? im : new double[0]);
        long middle = System.nanoTime();

        double[] x =
                stacked ? concatenation(wanted.re(), wanted.im()) : wanted.re().clone();
        double[] y = complex ? wanted.im().clone() : new double[0];
        Change image;
        if (regularisation instanceof Shift shift) {
            double lambda = strength;
            if (shift.scale() == Shift.Scale.MEAN_DIAGONAL) {
                lambda *= trace(m, re) / tangent.derivatives().columns();
                if (lambda == 0) {
                    return tangent.standstill((System.nanoTime() - start) * 1e-9);
                }
            }
            double[] oldX = x.clone();
            double[] oldY = y.clone();
            CentredGram.liftMean(tangent, stacked ? 2 : 1, m, re);
            for (int i = 0; i < m; i++) {
                re[i * m + i] += lambda;
            }
            equations.solve(m, re, im, x, y, tangent.workers());
            // X d = X X† α = r − λ α.
            image = change(n, stacked, subtracted(oldX, lambda, x), subtracted(oldY, lambda, y));
        } else {
            Spectrum spectrum = Spectrum.of(m, re, complex ? im : new double[0]);
            double[] ratios =
                    regularisation instanceof SignalToNoise && !tangent.sample().exact()
                            ? spectrum.signalToNoise(tangent.sample(), stacked ? 2 : 1, x, y)
                            : new double[0];
            Change solution = spectrum.solve(regularisation, strength, ratios, x, y);
            x = solution.re();
            y = complex ? solution.im() : y;
            Change back = spectrum.times(x, y);
            image = change(n, stacked, back.re(), complex ? back.im() : y);
        }
        double[] d = tangent.pull(change(n, stacked, x, y));
        long end = System.nanoTime();
        return new Direction(d, image, (middle - start) * 1e-9, (end - middle) * 1e-9);
    }

    private static double[] room(double[] old, int m) {
        int size = Math.multiplyExact(m, m);
        return old.length >= size ? old : new double[size];
    }

    static double trace(int n, double[] a) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += a[i * n + i];
        }
        return trace;
    }

    private static double[] subtracted(double[] x, double factor, double[] y) {
        double[] result = x;
        for (int i = 0; i < result.length; i++) {
            result[i] -= factor * y[i];
        }
        return result;
    }

    private static double[] concatenation(double[] x, double[] y) {
        double[] both = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        return both;
    }

    /** A vector of the equations as a change of the state. */
    private static Change change(int n, boolean stacked, double[] x, double[] y) {
        if (stacked) {
            return new Change(Arrays.copyOf(x, n), Arrays.copyOfRange(x, n, 2 * n));
        }
        return new Change(x, y.length == 0 ? new double[n] : y);
    }
}
