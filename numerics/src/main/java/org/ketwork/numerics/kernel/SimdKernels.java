package org.ketwork.numerics.kernel;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels by the Vector API, where the compiler does not vectorise the plain loops by itself. Until a function is compiled, the
 * Vector API is a hundred times slower than a plain loop; so {@link Warming} compiles it in the background, once there is enough to do,
 * and until then, as for short stretches and the ends of long ones, the plain loop computes the same bits.
 *
 * @param scalar the plain loops
 */
record SimdKernels(ScalarKernels scalar) implements VectorKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final ScalarKernels PLAIN = new ScalarKernels("comparison of speed");
    private static final Warming EXP = new Warming("exp", SimdKernels::expVectors, PLAIN::exp);
    private static final Warming LOG = new Warming("log", SimdKernels::logVectors, PLAIN::log);
    private static final Warming TANH = new Warming("tanh", SimdKernels::tanhVectors, PLAIN::tanh);
    private static final Warming LOG_COSH = new Warming("logCosh", SimdKernels::logCoshVectors, PLAIN::logCosh);
    private static final Warming SIGMOID = new Warming("sigmoid", SimdKernels::sigmoidVectors, PLAIN::sigmoid);
    private static final double FACTOR = 0.5;
    private static final Warming AXPY = new Warming(
            "axpy",
            (x, from, y, to, length) -> axpyVectors(FACTOR, x, from, y, to, length),
            (x, from, y, to, length) -> PLAIN.axpy(FACTOR, x, from, y, to, length));
    private static final Warming SCHUR = new Warming("schur", SimdKernels::schurVectors, PLAIN::schur);
    private static final Warming DOT = new Warming(
            "dot",
            (x, from, y, to, length) -> {
                y[to] = dotVectors(x, from, y, to, length);
                return length;
            },
            (x, from, y, to, length) -> y[to] = PLAIN.dot(x, from, y, to, length));

    SimdKernels {
        if (LANES == 1) {
            throw new UnsupportedOperationException("this processor has no vector unit for double");
        }
    }

    /** Compiles all functions now; for tests and benchmarks. */
    static void warm() {
        for (Warming function : List.of(EXP, LOG, TANH, LOG_COSH, SIGMOID, AXPY, SCHUR, DOT)) {
            function.warm();
        }
    }

    @Override
    public String describe() {
        return "Vector API, " + LANES + " lanes of double";
    }

    @Override
    public void exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = EXP.isReady(length) ? expVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.exp(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int expVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            ElementaryVectors.exp(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void log(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = LOG.isReady(length) ? logVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.log(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int logVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            ElementaryVectors.log(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void tanh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = TANH.isReady(length) ? tanhVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.tanh(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int tanhVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            ElementaryVectors.tanh(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void logCosh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = LOG_COSH.isReady(length) ? logCoshVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.logCosh(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int logCoshVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            ElementaryVectors.logCosh(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void sigmoid(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = SIGMOID.isReady(length) ? sigmoidVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.sigmoid(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int sigmoidVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            ElementaryVectors.sigmoid(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void sqrt(double[] x, int xOffset, double[] y, int yOffset, int length) {
        scalar.sqrt(x, xOffset, y, yOffset, length);
    }

    @Override
    public void relu(double[] x, int xOffset, double[] y, int yOffset, int length) {
        scalar.relu(x, xOffset, y, yOffset, length);
    }

    @Override
    public void axpy(double a, double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = AXPY.isReady(length) ? axpyVectors(a, x, xOffset, y, yOffset, length) : 0;
        scalar.axpy(a, x, xOffset + done, y, yOffset + done, length - done);
    }

    static int axpyVectors(double a, double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector multiple =
                    DoubleVector.fromArray(SPECIES, x, xOffset + i).mul(a);
            DoubleVector.fromArray(SPECIES, y, yOffset + i).add(multiple).intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public void scale(double a, double[] x, int offset, int length) {
        scalar.scale(a, x, offset, length);
    }

    @Override
    public void schur(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int done = SCHUR.isReady(length) ? schurVectors(x, xOffset, y, yOffset, length) : 0;
        scalar.schur(x, xOffset + done, y, yOffset + done, length - done);
    }

    static int schurVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int end = SPECIES.loopBound(length);
        for (int i = 0; i < end; i += LANES) {
            DoubleVector.fromArray(SPECIES, y, yOffset + i)
                    .mul(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                    .intoArray(y, yOffset + i);
        }
        return end;
    }

    @Override
    public double dot(double[] x, int xOffset, double[] y, int yOffset, int length) {
        return DOT.isReady(length)
                ? dotVectors(x, xOffset, y, yOffset, length)
                : scalar.dot(x, xOffset, y, yOffset, length);
    }

    /** The eight strands of {@link Strands#dot} in the lanes of one vector; with fewer lanes the plain loop does as well. */
    static double dotVectors(double[] x, int xOffset, double[] y, int yOffset, int length) {
        if (LANES != Strands.COUNT) {
            return Strands.dot(x, xOffset, y, yOffset, length);
        }
        int end = SPECIES.loopBound(length);
        DoubleVector strands = DoubleVector.zero(SPECIES);
        for (int i = 0; i < end; i += LANES) {
            strands = DoubleVector.fromArray(SPECIES, x, xOffset + i)
                    .fma(DoubleVector.fromArray(SPECIES, y, yOffset + i), strands);
        }
        double rest = 0;
        for (int i = end; i < length; i++) {
            rest = Math.fma(x[xOffset + i], y[yOffset + i], rest);
        }
        return (((strands.lane(0) + strands.lane(1)) + (strands.lane(2) + strands.lane(3)))
                        + ((strands.lane(4) + strands.lane(5)) + (strands.lane(6) + strands.lane(7))))
                + rest;
    }

    @Override
    public double sum(double[] x, int offset, int length) {
        return scalar.sum(x, offset, length);
    }

    @Override
    public void softmaxRows(double[] x, int offset, int rows, int columns) {
        Softmax.rows(this, x, offset, rows, columns);
    }
}
