package org.ketwork.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels by the Vector API, for the loops that the compiler does not vectorise by itself. Short stretches and the ends of long ones
 * take the scalar path, which for functions of single elements gives the same bits.
 *
 * @param scalar the path for everything else
 */
record SimdKernels(ScalarKernels scalar) implements VectorKernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Below this the scalar path is as fast; it also spares short runs the Vector API before it is compiled, when it is very slow. */
    private static final int SHORT = 32;

    SimdKernels {
        if (LANES == 1) {
            throw new UnsupportedOperationException("this processor has no vector unit for double");
        }
    }

    @Override
    public String describe() {
        return "Vector API, " + LANES + " lanes of double";
    }

    @Override
    public void exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int i = 0;
        if (length >= SHORT) {
            for (; i < SPECIES.loopBound(length); i += LANES) {
                ElementaryVectors.exp(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                        .intoArray(y, yOffset + i);
            }
        }
        scalar.exp(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void log(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int i = 0;
        if (length >= SHORT) {
            for (; i < SPECIES.loopBound(length); i += LANES) {
                ElementaryVectors.log(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                        .intoArray(y, yOffset + i);
            }
        }
        scalar.log(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void tanh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int i = 0;
        if (length >= SHORT) {
            for (; i < SPECIES.loopBound(length); i += LANES) {
                ElementaryVectors.tanh(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                        .intoArray(y, yOffset + i);
            }
        }
        scalar.tanh(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void logCosh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int i = 0;
        if (length >= SHORT) {
            for (; i < SPECIES.loopBound(length); i += LANES) {
                ElementaryVectors.logCosh(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                        .intoArray(y, yOffset + i);
            }
        }
        scalar.logCosh(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void sigmoid(double[] x, int xOffset, double[] y, int yOffset, int length) {
        int i = 0;
        if (length >= SHORT) {
            for (; i < SPECIES.loopBound(length); i += LANES) {
                ElementaryVectors.sigmoid(DoubleVector.fromArray(SPECIES, x, xOffset + i))
                        .intoArray(y, yOffset + i);
            }
        }
        scalar.sigmoid(x, xOffset + i, y, yOffset + i, length - i);
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
        int i = 0;
        double sum = 0;
        if (length >= SHORT) {
            DoubleVector even = DoubleVector.zero(SPECIES);
            DoubleVector odd = DoubleVector.zero(SPECIES);
            for (; i < length - 2 * LANES + 1; i += 2 * LANES) {
                even = DoubleVector.fromArray(SPECIES, x, xOffset + i)
                        .fma(DoubleVector.fromArray(SPECIES, y, yOffset + i), even);
                odd = DoubleVector.fromArray(SPECIES, x, xOffset + i + LANES)
                        .fma(DoubleVector.fromArray(SPECIES, y, yOffset + i + LANES), odd);
            }
            sum = even.add(odd).reduceLanes(VectorOperators.ADD);
        }
        return sum + scalar.dot(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public double sum(double[] x, int offset, int length) {
        int i = 0;
        double sum = 0;
        if (length >= SHORT) {
            DoubleVector even = DoubleVector.zero(SPECIES);
            DoubleVector odd = DoubleVector.zero(SPECIES);
            for (; i < length - 2 * LANES + 1; i += 2 * LANES) {
                even = even.add(DoubleVector.fromArray(SPECIES, x, offset + i));
                odd = odd.add(DoubleVector.fromArray(SPECIES, x, offset + i + LANES));
            }
            sum = even.add(odd).reduceLanes(VectorOperators.ADD);
        }
        return sum + scalar.sum(x, offset + i, length - i);
    }

    @Override
    public void softmaxRows(double[] x, int offset, int rows, int columns) {
        Softmax.rows(this, x, offset, rows, columns);
    }
}
