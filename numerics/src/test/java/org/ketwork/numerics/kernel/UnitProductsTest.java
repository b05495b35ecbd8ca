package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.random.RandomAddress;

class UnitProductsTest {
    private static final int ROWS = 11;

    @BeforeAll
    static void compile() {
        SimdUnitProducts.warm();
    }

    /** Everything that the functions write, one after another. */
    private static double[][] results(UnitProducts products, long seed) {
        RandomAddress address = RandomAddress.root(seed);
        double[] p = numbers(address.at("p"), ROWS * products.width());
        double[] s = new double[p.length];
        double[] weights = numbers(address.at("weights"), ROWS * products.leadWidth());
        double[] d = numbers(address.at("d"), 3 * products.width());
        double[] lead = numbers(address.at("lead"), 3 * products.leadWidth());
        double[] product = new double[products.leadWidth()];
        int middle = products.units() / 2;
        for (int row = 0; row < ROWS; row++) {
            products.settle(p, s, row * products.width(), 0, middle, product);
            products.settle(p, s, row * products.width(), middle, products.units(), product);
        }
        products.multiply(d, 0, d, products.width(), d, 2 * products.width(), products.blocks() * products.units());
        double[] re = new double[ROWS];
        double[] im = new double[ROWS];
        int[] rows = {0, 2, 3, 4, 5, 7, 8, 9, 10};
        products.sums(p, weights, rows, 0, rows.length, d, 2 * products.width(), lead, products.leadWidth(), re, im);
        products.sums(p, weights, new int[] {6, 1}, 1, 2, d, 0, lead, 0, re, im);
        products.advance(p, s, weights, 3, d, products.width(), lead, 0);
        return new double[][] {p, s, weights, d, product, re, im};
    }

    private static double[] numbers(RandomAddress address, int count) {
        double[] numbers = new double[count];
        address.fillUniform(numbers);
        Arrays.setAll(numbers, i -> 0.2 + numbers[i]);
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "1, 1, true", "2, 3, false", "2, 3, true", "36, 5, false", "36, 5, true"})
    void vectorsGiveTheBitsOfThePlainLoop(int blocks, int units, boolean complex) {
        PlainUnitProducts plain = new PlainUnitProducts(blocks, units, complex);
        assertThat(results(new SimdUnitProducts(plain), 4)).isDeepEqualTo(results(plain, 4));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aChangeActsOnTheHyperbolicCosineAsItsAngleSays(boolean complex) {
        UnitProducts products = new PlainUnitProducts(1, 2, complex);
        int lanes = UnitProducts.LANES;
        double[][] angle = {{0.3, -1.1}, complex ? new double[] {0.4, 0.2} : new double[2]};
        double[][] turn = {{-0.7, 0.5}, complex ? new double[] {0.1, -0.6} : new double[2]};
        double[] p = new double[products.width()];
        double[] d = new double[products.width()];
        double[] weights = new double[products.leadWidth()];
        double[] lead = new double[products.leadWidth()];
        weights[0] = 1;
        for (int unit = 0; unit < 2; unit++) {
            put(p, unit * products.parts() * lanes, -2 * angle[0][unit], -2 * angle[1][unit], complex);
            put(d, unit * products.parts() * lanes, -2 * turn[0][unit], -2 * turn[1][unit], complex);
        }
        put(lead, 0, turn[0][0] + turn[0][1], turn[1][0] + turn[1][1], complex);
        double[] s = new double[products.width()];
        products.settle(p, s, 0, 0, 2, new double[products.leadWidth()]);
        double[] re = new double[1];
        double[] im = new double[1];
        products.sums(p, weights, new int[] {0}, 0, 1, d, 0, lead, 0, re, im);
        products.advance(p, s, weights, 0, d, 0, lead, 0);

        double[] before = cosh(angle[0][0], angle[1][0], angle[0][1], angle[1][1]);
        double[] after = cosh(
                angle[0][0] + turn[0][0], angle[1][0] + turn[1][0], angle[0][1] + turn[0][1], angle[1][1] + turn[1][1]);
        double square = before[0] * before[0] + before[1] * before[1];
        double ratioRe = (after[0] * before[0] + after[1] * before[1]) / square;
        double ratioIm = (after[1] * before[0] - after[0] * before[1]) / square;
        assertThat(re[0]).isEqualTo(ratioRe, within(1e-14));
        assertThat(im[0]).isEqualTo(ratioIm, within(1e-14));
        assertThat(weights[0]).isEqualTo(ratioRe, within(1e-14));
        double[] tanh = {s[0] - p[0], complex ? s[lanes] - p[lanes] : 0};
        assertThat(tanh).containsExactly(tanh(angle[0][0] + turn[0][0], angle[1][0] + turn[1][0]), within(1e-14));
    }

    private static void put(double[] target, int at, double re, double im, boolean complex) {
        target[at] = Math.exp(re) * Math.cos(im);
        if (complex) {
            target[at + UnitProducts.LANES] = Math.exp(re) * Math.sin(im);
        }
    }

    /** cosh(x + iy) cosh(u + iv). */
    private static double[] cosh(double x, double y, double u, double v) {
        double a = Math.cosh(x) * Math.cos(y);
        double b = Math.sinh(x) * Math.sin(y);
        double c = Math.cosh(u) * Math.cos(v);
        double d = Math.sinh(u) * Math.sin(v);
        return new double[] {a * c - b * d, a * d + b * c};
    }

    /** tanh(x + iy) = (sinh 2x + i sin 2y) / (cosh 2x + cos 2y). */
    private static double[] tanh(double x, double y) {
        double below = Math.cosh(2 * x) + Math.cos(2 * y);
        return new double[] {Math.sinh(2 * x) / below, Math.sin(2 * y) / below};
    }
}
