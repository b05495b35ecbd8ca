package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The Vector API against plain loops, bit by bit, and both against products taken one after another. */
class OddsKernelsTest {
    private static final ScalarOdds SCALAR = new ScalarOdds("test");
    private static final int SITES = 5;

    static IntStream rows() {
        return IntStream.of(0, 8, 16, 32, 40, 64, 104, 1000);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void vectorsGiveTheBitsOfPlainLoopsWithAnyNumberOfChanges(int rows) {
        for (int units : new int[] {0, 1, 7, 33}) {
            for (int changes = 0; changes <= 4; changes++) {
                for (int period : new int[] {1, 5, 100}) {
                    Case c = new Case(rows, units, changes);
                    assertThat(c.real(SCALAR, period)).isDeepEqualTo(c.realByVectors(period));
                    assertThat(c.complex(SCALAR, period)).isDeepEqualTo(c.complexByVectors(period));
                }
            }
        }
    }

    @Test
    void productsAreThoseOfTheDefinition() {
        Case c = new Case(16, 40, 2);
        double[][] real = c.real(SCALAR, 3);
        double[][] complex = c.complex(SCALAR, 3);
        for (int r = 0; r < 16; r++) {
            double product = 1;
            double re = 1;
            double im = 0;
            for (int j = 0; j < 40; j++) {
                double g = c.chosen(c.up, c.down, 0, j, r) * c.chosen(c.up, c.down, 1, j, r);
                product *= 1 + c.re[j * 16 + r] * g;
                double[] h = times(
                        c.chosen(c.up, c.down, 0, j, r),
                        c.chosen(c.upIm, c.downIm, 0, j, r),
                        c.chosen(c.up, c.down, 1, j, r),
                        c.chosen(c.upIm, c.downIm, 1, j, r));
                double[] term = times(c.re[j * 16 + r], c.im[j * 16 + r], h[0], h[1]);
                double[] next = times(re, im, 1 + term[0], term[1]);
                re = next[0];
                im = next[1];
            }
            assertThat(real[0][r]).isBetween(1.0, 2.0);
            assertThat(real[0][r] * Math.pow(2, real[1][r])).isCloseTo(product, within(1e-13 * product));
            double power = Math.pow(2, complex[2][r]);
            assertThat(complex[0][r] * power).isCloseTo(re, within(1e-12 * Math.hypot(re, im)));
            assertThat(complex[1][r] * power).isCloseTo(im, within(1e-12 * Math.hypot(re, im)));
        }
    }

    @Test
    void productsOfAnySizeAreHeldAndRatiosRoundToZeroAndInfinity() {
        int units = 3000;
        double[] odds = new double[units * 8];
        Arrays.fill(odds, 1e100);
        OddsShift none = new OddsShift(
                units,
                new double[0],
                new double[0],
                new double[0],
                new double[0],
                new int[0],
                new double[0],
                new int[0]);
        double[] mantissa = new double[8];
        double[] exponent = new double[8];
        for (boolean vectors : new boolean[] {false, true}) {
            if (vectors) {
                RealOddsVectors.product(8, 8, 3, odds, none, mantissa, exponent);
            } else {
                SCALAR.product(8, 8, 3, odds, none, mantissa, exponent);
            }
            double log2 = exponent[0] + Math.log(mantissa[0]) / Math.log(2);
            assertThat(log2).isCloseTo(300_000 * Math.log(10) / Math.log(2), within(1e-9));
        }
        double[] one = new double[8];
        Arrays.fill(one, 1);
        double[] powers = {-1e9, -1075, -1074, -1, 0, 1023, 1024, 1e9};
        double[] expected = {
            0, 0, Double.MIN_VALUE, 0.5, 1, 0x1p1023, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
        };
        double[] ratio = new double[8];
        SCALAR.ratio(8, one, new double[8], one, powers, one, new double[8], ratio);
        assertThat(ratio).containsExactly(expected);
        RealOddsVectors.ratio(8, one, new double[8], one, powers, one, new double[8], ratio);
        assertThat(ratio).containsExactly(expected);
    }

    @Test
    void theKernelsOfThisProcessGiveTheSameBitsBeforeAndAfterWarming() {
        Case c = new Case(64, 20, 1);
        double[][] cold = c.real(Kernels.odds(), 10);
        double[][] coldComplex = c.complex(Kernels.odds(), 10);
        SimdOdds.warm();
        assertThat(c.real(Kernels.odds(), 10)).isDeepEqualTo(cold);
        assertThat(c.complex(Kernels.odds(), 10)).isDeepEqualTo(coldComplex);
    }

    private static double[] times(double aRe, double aIm, double bRe, double bIm) {
        return new double[] {aRe * bRe - aIm * bIm, aRe * bIm + aIm * bRe};
    }

    private static final class Case {
        final int rows;
        final double[] re;
        final double[] im;
        final double[] up;
        final double[] upIm;
        final double[] down;
        final double[] downIm;
        final double[] signs;
        final boolean[] wanted;
        final OddsShift shift;

        Case(int rows, int units, int changes) {
            RandomStream random = RandomAddress.root(2).at("odds").at(rows, units, changes).stream();
            this.rows = rows;
            re = positive(units * rows, random);
            im = positive(units * rows, random);
            up = positive(units * SITES, random);
            upIm = positive(units * SITES, random);
            down = positive(units * SITES, random);
            downIm = positive(units * SITES, random);
            signs = new double[changes * rows];
            Arrays.setAll(signs, i -> random.nextInt(3) - 1);
            wanted = new boolean[rows];
            for (int r = 0; r < rows; r++) {
                wanted[r] = random.nextBoolean();
            }
            int[] sites = new int[changes];
            Arrays.setAll(sites, i -> random.nextInt(SITES));
            int[] signAt = new int[changes];
            Arrays.setAll(signAt, i -> i * rows);
            shift = new OddsShift(units, up, upIm, down, downIm, sites, signs, signAt);
        }

        private static double[] positive(int length, RandomStream random) {
            double[] x = new double[length];
            Arrays.setAll(x, i -> Math.exp(random.nextNormal()));
            return x;
        }

        double chosen(double[] ifPositive, double[] ifNegative, int change, int unit, int row) {
            double[] table = signs[change * rows + row] > 0 ? ifPositive : ifNegative;
            return table[shift.sites()[change] * shift.units() + unit];
        }

        /** Mantissa, exponent, odds after the move, ratio to another product. */
        double[][] real(OddsKernels kernels, int period) {
            double[] odds = re.clone();
            double[] mantissa = new double[rows];
            double[] exponent = new double[rows];
            double[] ratio = new double[rows];
            kernels.product(rows, rows, period, odds, shift, mantissa, exponent);
            kernels.multiply(rows, rows, odds, shift, wanted);
            kernels.ratio(rows, mantissa, exponent, mantissa, exponent, mantissa, exponent, ratio);
            return new double[][] {mantissa, exponent, odds, ratio};
        }

        double[][] realByVectors(int period) {
            double[] odds = re.clone();
            double[] mantissa = new double[rows];
            double[] exponent = new double[rows];
            double[] ratio = new double[rows];
            RealOddsVectors.product(rows, rows, period, odds, shift, mantissa, exponent);
            RealOddsVectors.multiply(rows, rows, odds, shift, wanted);
            RealOddsVectors.ratio(rows, mantissa, exponent, mantissa, exponent, mantissa, exponent, ratio);
            return new double[][] {mantissa, exponent, odds, ratio};
        }

        double[][] complex(OddsKernels kernels, int period) {
            double[][] out = new double[5][rows];
            double[] oddsRe = re.clone();
            double[] oddsIm = im.clone();
            kernels.complexProduct(rows, rows, period, oddsRe, oddsIm, shift, out[0], out[1], out[2]);
            kernels.complexMultiply(rows, rows, oddsRe, oddsIm, shift, wanted);
            out[3] = oddsRe;
            out[4] = oddsIm;
            return out;
        }

        double[][] complexByVectors(int period) {
            double[][] out = new double[5][rows];
            double[] oddsRe = re.clone();
            double[] oddsIm = im.clone();
            ComplexOddsVectors.product(rows, rows, period, oddsRe, oddsIm, shift, out[0], out[1], out[2]);
            ComplexOddsVectors.multiply(rows, rows, oddsRe, oddsIm, shift, wanted);
            out[3] = oddsRe;
            out[4] = oddsIm;
            return out;
        }
    }
}
