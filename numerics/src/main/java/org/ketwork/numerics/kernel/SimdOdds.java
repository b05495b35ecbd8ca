package org.ketwork.numerics.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import jdk.incubator.vector.DoubleVector;

/**
 * The kernels of odds by the Vector API, each once it is compiled; see {@link SimdKernels}.
 *
 * @param scalar the plain loops, until then
 */
record SimdOdds(ScalarOdds scalar) implements OddsKernels {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();
    private static final Warming REAL = new Warming("odds", 1.2, SimdOdds::real);
    private static final Warming COMPLEX = new Warming("complex-odds", 1.5, SimdOdds::complex);

    /** The size of what they warm up on. */
    private static final int ROWS = 64;

    private static final int UNITS = 32;
    private static final int REPEATS = 40;

    SimdOdds {
        if (LANES == 1 || GROUP % LANES != 0) {
            throw new UnsupportedOperationException("this processor has " + LANES + " lanes of double");
        }
    }

    /** Compiles all kernels now; for tests and benchmarks. */
    static void warm() {
        for (Warming kernel : List.of(REAL, COMPLEX)) {
            kernel.warm();
        }
    }

    @Override
    public String describe() {
        return "Vector API, " + LANES + " lanes of double";
    }

    @Override
    public void product(
            int rows, int stride, int period, double[] odds, OddsShift shift, double[] mantissa, double[] exponent) {
        if (REAL.isReady(rows * shift.units())) {
            RealOddsVectors.product(rows, stride, period, odds, shift, mantissa, exponent);
        } else {
            scalar.product(rows, stride, period, odds, shift, mantissa, exponent);
        }
    }

    @Override
    public void multiply(int rows, int stride, double[] odds, OddsShift shift, boolean[] chosen) {
        if (REAL.isReady(rows * shift.units())) {
            RealOddsVectors.multiply(rows, stride, odds, shift, chosen);
        } else {
            scalar.multiply(rows, stride, odds, shift, chosen);
        }
    }

    @Override
    public void complexProduct(
            int rows,
            int stride,
            int period,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] mantissaRe,
            double[] mantissaIm,
            double[] exponent) {
        if (COMPLEX.isReady(rows * shift.units())) {
            ComplexOddsVectors.product(rows, stride, period, re, im, shift, mantissaRe, mantissaIm, exponent);
        } else {
            scalar.complexProduct(rows, stride, period, re, im, shift, mantissaRe, mantissaIm, exponent);
        }
    }

    @Override
    public void complexMultiply(int rows, int stride, double[] re, double[] im, OddsShift shift, boolean[] chosen) {
        if (COMPLEX.isReady(rows * shift.units())) {
            ComplexOddsVectors.multiply(rows, stride, re, im, shift, chosen);
        } else {
            scalar.complexMultiply(rows, stride, re, im, shift, chosen);
        }
    }

    @Override
    public void ratio(
            int rows,
            double[] factor,
            double[] factorExponent,
            double[] mantissa,
            double[] exponent,
            double[] mantissa0,
            double[] exponent0,
            double[] ratio) {
        if (REAL.ready()) {
            RealOddsVectors.ratio(rows, factor, factorExponent, mantissa, exponent, mantissa0, exponent0, ratio);
        } else {
            scalar.ratio(rows, factor, factorExponent, mantissa, exponent, mantissa0, exponent0, ratio);
        }
    }

    /** One site and two sites, all real kernels. */
    private static Warming.Race real() {
        Probe probe = new Probe();
        return new Warming.Race(
                () -> probe.run(shift -> {
                    RealOddsVectors.product(ROWS, ROWS, 16, probe.re, shift, probe.a, probe.c);
                    RealOddsVectors.multiply(ROWS, ROWS, probe.re, shift, probe.chosen);
                    RealOddsVectors.ratio(ROWS, probe.b, probe.c, probe.a, probe.c, probe.b, probe.c, probe.d);
                }),
                () -> probe.run(shift -> {
                    ScalarOdds plain = new ScalarOdds("comparison of speed");
                    plain.product(ROWS, ROWS, 16, probe.re, shift, probe.a, probe.c);
                    plain.multiply(ROWS, ROWS, probe.re, shift, probe.chosen);
                    plain.ratio(ROWS, probe.b, probe.c, probe.a, probe.c, probe.b, probe.c, probe.d);
                }));
    }

    private static Warming.Race complex() {
        Probe probe = new Probe();
        return new Warming.Race(
                () -> probe.run(shift -> {
                    ComplexOddsVectors.product(ROWS, ROWS, 16, probe.re, probe.im, shift, probe.a, probe.b, probe.c);
                    ComplexOddsVectors.multiply(ROWS, ROWS, probe.re, probe.im, shift, probe.chosen);
                }),
                () -> probe.run(shift -> {
                    ScalarOdds plain = new ScalarOdds("comparison of speed");
                    plain.complexProduct(ROWS, ROWS, 16, probe.re, probe.im, shift, probe.a, probe.b, probe.c);
                    plain.complexMultiply(ROWS, ROWS, probe.re, probe.im, shift, probe.chosen);
                }));
    }

    /** Work to warm up on: factors of 1, so that it can be done for ever. */
    private static final class Probe {
        final double[] re = ones(ROWS * UNITS);
        final double[] im = new double[ROWS * UNITS];
        final double[] a = ones(ROWS);
        final double[] b = ones(ROWS);
        final double[] c = new double[ROWS];
        final double[] d = new double[ROWS];
        final boolean[] chosen = new boolean[ROWS];
        private final List<OddsShift> shifts;

        Probe() {
            double[] table = ones(2 * UNITS);
            double[] zero = new double[2 * UNITS];
            double[] signs = ones(2 * ROWS);
            for (int r = 0; r < ROWS; r++) {
                chosen[r] = r % 2 == 0;
                signs[r] = r % 3 - 1;
            }
            shifts = List.of(
                    new OddsShift(UNITS, table, zero, table, zero, new int[] {1}, signs, new int[] {0}),
                    new OddsShift(UNITS, table, zero, table, zero, new int[] {0, 1}, signs, new int[] {0, ROWS}));
        }

        void run(Consumer<OddsShift> work) {
            for (int i = 0; i < REPEATS; i++) {
                shifts.forEach(work);
            }
        }

        private static double[] ones(int length) {
            double[] x = new double[length];
            Arrays.fill(x, 1);
            return x;
        }
    }
}
