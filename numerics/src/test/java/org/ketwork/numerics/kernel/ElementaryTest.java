package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Errors of the elementary functions in units in the last place, against forty digits of Hipparchus. */
class ElementaryTest {
    private static final DfpField DIGITS = new DfpField(40);
    private static final int ARGUMENTS = 2000;

    @Test
    void expErrsByLessThanOneUnit() {
        assertErrorBelow(1, Elementary::exp, Dfp::exp, -745, 709.7);
        assertErrorBelow(1, Elementary::exp, Dfp::exp, -1, 1);
    }

    @Test
    void logErrsByLessThanOneUnit() {
        assertErrorBelow(1, Elementary::log, Dfp::log, 0.5, 2);
        assertErrorBelow(1, Elementary::log, Dfp::log, 0.99, 1.01);
        assertErrorBelow(
                1,
                x -> Elementary.log(power(x)),
                x -> DIGITS.newDfp(power(x.toDouble())).log(),
                -1074,
                1023);
    }

    @Test
    void tanhErrsByLessThanOneAndAHalfUnits() {
        assertErrorBelow(1.5, Elementary::tanh, ElementaryTest::tanh, -1, 1);
        assertErrorBelow(1.5, Elementary::tanh, ElementaryTest::tanh, -20, 20);
        assertErrorBelow(1.5, Elementary::tanh, ElementaryTest::tanh, -1e-3, 1e-3);
    }

    @Test
    void logCoshErrsByLessThanOneAndAHalfUnits() {
        assertErrorBelow(1.5, Elementary::logCosh, ElementaryTest::logCosh, -2, 2);
        assertErrorBelow(1.5, Elementary::logCosh, ElementaryTest::logCosh, -300, 300);
        assertErrorBelow(1.5, Elementary::logCosh, ElementaryTest::logCosh, -1e-2, 1e-2);
    }

    @Test
    void sigmoidErrsByLessThanTwoAndAHalfUnits() {
        assertErrorBelow(
                2.5,
                Elementary::sigmoid,
                x -> DIGITS.getOne().divide(x.negate().exp().add(1)),
                -40,
                40);
        assertErrorBelow(
                2.5,
                Elementary::sigmoid,
                x -> DIGITS.getOne().divide(x.negate().exp().add(1)),
                -700,
                0);
    }

    private static double power(double x) {
        return Math.pow(2, x);
    }

    private static Dfp tanh(Dfp x) {
        Dfp square = x.multiply(2).exp();
        return square.subtract(1).divide(square.add(1));
    }

    private static Dfp logCosh(Dfp x) {
        return x.exp().add(x.negate().exp()).divide(2).log();
    }

    private static void assertErrorBelow(
            double units, DoubleUnaryOperator function, UnaryOperator<Dfp> exact, double from, double to) {
        RandomStream random = RandomAddress.root(8).at("arguments").stream();
        double worst = 0;
        double worstAt = 0;
        for (int i = 0; i < ARGUMENTS; i++) {
            double x = from + (to - from) * random.nextDouble();
            double value = function.applyAsDouble(x);
            Dfp error = exact.apply(DIGITS.newDfp(x)).subtract(DIGITS.newDfp(value));
            double inUnits = Math.abs(error.toDouble()) / Math.ulp(value);
            if (inUnits > worst) {
                worst = inUnits;
                worstAt = x;
            }
        }
        assertThat(worst).as("error in units in the last place at %s", worstAt).isLessThan(units);
    }
}
