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

    SimdKernels {
        if (LANES == 1) {
            throw new UnsupportedOperationException("this processor has no vector unit for double");
        }
    }

    /** Compiles all functions now; for tests and benchmarks. */
    static void warm() {
        for (Warming function : List.of(EXP, LOG, TANH, LOG_COSH, SIGMOID)) {
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
        scalar.axpy(a, x, xOffset, y, yOffset, length);
    }

    @Override
    public void scale(double a, double[] x, int offset, int length) {
        scalar.scale(a, x, offset, length);
    }

    @Override
    public void schur(double[] x, int xOffset, double[] y, int yOffset, int length) {
        scalar.schur(x, xOffset, y, yOffset, length);
    }

    @Override
    public double dot(double[] x, int xOffset, double[] y, int yOffset, int length) {
        return scalar.dot(x, xOffset, y, yOffset, length);
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
