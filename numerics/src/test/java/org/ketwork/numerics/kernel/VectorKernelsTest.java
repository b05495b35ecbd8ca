package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The Vector API against plain loops, at sizes around the lane width, and both against definitions. */
class VectorKernelsTest {
    private static final ScalarKernels SCALAR = new ScalarKernels("test");
    private static final VectorKernels SIMD = new SimdKernels(SCALAR);

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0x1.fffffffffffffp-1023,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        709.782712893384,
        709.7827128933841,
        -708.4,
        -745.1332191019411,
        -745.1332191019412,
        -746,
        1000,
        -1000,
        22,
        0.88,
        0.8799999999999999,
        1e-300,
        1e-8
    };

    @BeforeAll
    static void compile() {
        SimdKernels.warm();
    }

    static IntStream sizes() {
        int lanes = DoubleVector.SPECIES_PREFERRED.length();
        return IntStream.of(0, 1, 3, lanes - 1, lanes, lanes + 1, 31, 32, 33, 63, 64 + lanes, 101, 1000, 4098);
    }

    static Stream<Function> functions() {
        return Stream.of(
                new Function("exp", VectorKernels::exp, Optional.of(SimdKernels::expVectors), StrictMath::exp, 300),
                new Function("log", VectorKernels::log, Optional.of(SimdKernels::logVectors), StrictMath::log, 300),
                new Function("tanh", VectorKernels::tanh, Optional.of(SimdKernels::tanhVectors), StrictMath::tanh, 3),
                new Function(
                        "log cosh",
                        VectorKernels::logCosh,
                        Optional.of(SimdKernels::logCoshVectors),
                        x -> StrictMath.log(StrictMath.cosh(x)),
                        3),
                new Function(
                        "sigmoid",
                        VectorKernels::sigmoid,
                        Optional.of(SimdKernels::sigmoidVectors),
                        x -> 1 / (1 + StrictMath.exp(-x)),
                        30),
                new Function("square root", VectorKernels::sqrt, Optional.empty(), StrictMath::sqrt, 30),
                new Function("relu", VectorKernels::relu, Optional.empty(), x -> Math.max(x, 0), 30));
    }

    interface Kernel {
        void apply(VectorKernels kernels, double[] x, int xOffset, double[] y, int yOffset, int length);
    }

    record Function(
            String name,
            Kernel kernel,
            Optional<Warming.Loop> vectors,
            java.util.function.DoubleUnaryOperator definition,
            double range) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsGiveTheSameBitsOnEveryPathAndPosition(Function function) {
        sizes().forEach(size -> {
            double[] x = normal(size + 5, function.range());
            double[] expected = normal(size + 7, 1);
            double[] actual = expected.clone();
            function.kernel().apply(SCALAR, x, 2, expected, 3, size);
            function.kernel().apply(SIMD, x, 2, actual, 3, size);
            assertThat(actual).containsExactly(expected);
        });
        function.vectors().ifPresent(vectors -> theVectorLoopGivesTheSameBits(function, vectors));
        double[] specials = new double[SPECIAL.length * 8];
        Arrays.setAll(specials, i -> SPECIAL[i % SPECIAL.length]);
        double[] inPlace = specials.clone();
        function.kernel().apply(SIMD, inPlace, 0, inPlace, 0, inPlace.length);
        function.kernel().apply(SCALAR, specials, 0, specials, 0, specials.length);
        assertThat(bits(inPlace)).containsExactly(bits(specials));
    }

    /** The kernels take the loop over vectors only once it is the faster one; here it is taken in any case. */
    private static void theVectorLoopGivesTheSameBits(Function function, Warming.Loop vectors) {
        int lanes = DoubleVector.SPECIES_PREFERRED.length();
        double[] x = normal(1000 * lanes, function.range());
        System.arraycopy(SPECIAL, 0, x, 0, SPECIAL.length);
        double[] expected = new double[x.length];
        double[] actual = new double[x.length];
        function.kernel().apply(SCALAR, x, 0, expected, 0, x.length);
        assertThat(vectors.apply(x, 0, actual, 0, x.length)).isEqualTo(x.length);
        assertThat(bits(actual)).containsExactly(bits(expected));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsAgreeWithTheirDefinitions(Function function) {
        double[] x = normal(2000, Math.min(function.range(), 100));
        double[] y = new double[x.length];
        function.kernel().apply(SIMD, x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double expected = function.definition().applyAsDouble(x[i]);
            if (Double.isNaN(expected)) {
                assertThat(y[i]).isNaN();
            } else {
                // Written as it stands, log cosh errs by the rounding of cosh next to 1.
                assertThat(y[i]).isCloseTo(expected, within(4 * Math.ulp(expected) + Math.ulp(1.0)));
            }
        }
    }

    @Test
    void limitsAreReached() {
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(-0.0)).isEqualTo(1);
        assertThat(Elementary.exp(709.782712893384)).isFinite();
        assertThat(Elementary.exp(709.7827128933841)).isInfinite();
        assertThat(Elementary.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(-745.1332191019412)).isZero();
        assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(-1074 * StrictMath.log(2));
        assertThat(Elementary.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(1 / Elementary.tanh(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.tanh(Double.NaN)).isNaN();
        assertThat(Elementary.logCosh(0)).isZero();
        assertThat(Elementary.logCosh(1e-5)).isCloseTo(5e-11, within(1e-20));
        assertThat(Elementary.logCosh(Double.NEGATIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.logCosh(Double.NaN)).isNaN();
        assertThat(Elementary.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void sumsAgreeWithOneStrandToRoundingAndWithEachOtherExactly() {
        sizes().forEach(size -> {
            double[] x = normal(size + 3, 1);
            double[] y = normal(size + 4, 1);
            double dot = 0;
            double sum = 0;
            for (int i = 0; i < size; i++) {
                dot += x[1 + i] * y[2 + i];
                sum += x[1 + i];
            }
            double tolerance = 1e-15 * (1 + size);
            assertThat(SIMD.dot(x, 1, y, 2, size))
                    .isEqualTo(SCALAR.dot(x, 1, y, 2, size))
                    .isCloseTo(dot, within(tolerance));
            assertThat(SIMD.sum(x, 1, size)).isEqualTo(SCALAR.sum(x, 1, size)).isCloseTo(sum, within(tolerance));
        });
    }

    @Test
    void linearUpdatesTouchOnlyTheirStretch() {
        for (VectorKernels kernels : new VectorKernels[] {SCALAR, SIMD}) {
            double[] y = {1, 2, 3, 4};
            kernels.axpy(10, new double[] {0, 5, 7}, 1, y, 1, 2);
            assertThat(y).containsExactly(1, 52, 73, 4);
            kernels.scale(2, y, 2, 2);
            assertThat(y).containsExactly(1, 52, 146, 8);
            kernels.schur(new double[] {3, 0.5}, 0, y, 0, 2);
            assertThat(y).containsExactly(3, 26, 146, 8);
        }
    }

    @Test
    void linearUpdatesGiveTheSameBitsOnEveryPath() {
        sizes().forEach(size -> {
            double[] x = normal(size + 5, 1);
            double[] expected = normal(size + 7, 1);
            double[] vectors = expected.clone();
            double[] actual = expected.clone();
            SCALAR.axpy(0.3, x, 2, expected, 3, size);
            SCALAR.schur(x, 1, expected, 2, size);
            SIMD.axpy(0.3, x, 2, actual, 3, size);
            SIMD.schur(x, 1, actual, 2, size);
            assertThat(bits(actual)).containsExactly(bits(expected));
            int done = SimdKernels.axpyVectors(0.3, x, 2, vectors, 3, size);
            SCALAR.axpy(0.3, x, 2 + done, vectors, 3 + done, size - done);
            done = SimdKernels.schurVectors(x, 1, vectors, 2, size);
            SCALAR.schur(x, 1 + done, vectors, 2 + done, size - done);
            assertThat(bits(vectors)).containsExactly(bits(expected));
            assertThat(SimdKernels.dotVectors(x, 1, expected, 2, size)).isEqualTo(SCALAR.dot(x, 1, expected, 2, size));
        });
    }

    @Test
    void softmaxRowsAreDistributionsAndDoNotDependOnTheBatch() {
        double[] x = normal(3 + 50 * 10, 5);
        x[3] = 1000;
        double[] batch = x.clone();
        SIMD.softmaxRows(batch, 3, 50, 10);
        double[] single = x.clone();
        for (int row = 0; row < 50; row++) {
            SIMD.softmaxRows(single, 3 + row * 10, 1, 10);
            assertThat(Arrays.stream(batch, 3 + row * 10, 13 + row * 10).sum()).isCloseTo(1, within(1e-15));
        }
        assertThat(batch).containsExactly(single);
        assertThat(batch[3]).isEqualTo(1);
        assertThat(batch[0]).isEqualTo(x[0]);
        double ratio = batch[14] / batch[15];
        assertThat(ratio).isCloseTo(Math.exp(x[14] - x[15]), within(1e-14 * ratio));
    }

    private static long[] bits(double[] x) {
        return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static double[] normal(int length, double scale) {
        RandomStream random = RandomAddress.root(3).at("kernels").at(length).stream();
        double[] x = new double[length];
        Arrays.setAll(x, i -> scale * random.nextNormal());
        return x;
    }
}
