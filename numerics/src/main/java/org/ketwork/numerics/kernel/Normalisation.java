package org.ketwork.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Steps of layer normalisation on one stretch. Stretches are often as short as 16 numbers, where a plain loop spends most of its time
 * before and after its vectors. Sums are taken in {@link Strands}: the Vector API and the plain loops give the same bits.
 */
public final class Normalisation {
    private static final int STRANDS = 8;
    private static final boolean VECTORS = haveVectors();

    private Normalisation() {}

    private static boolean haveVectors() {
        try {
            return Wide.SPECIES.length() == STRANDS;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Writes n = (x − mean)/s with s = √(variance + epsilon), and returns s. */
    public static double normalise(double[] x, int from, double[] n, int to, int length, double epsilon) {
        if (!VECTORS || length % STRANDS != 0) {
            return plain(x, from, n, to, length, epsilon);
        }
        double mean = Wide.sum(x, from, length) / length;
        double s = Math.sqrt(Wide.centre(x, from, mean, n, to, length) / length + epsilon);
        Wide.scale(1 / s, n, to, length);
        return s;
    }

    /** The same in plain loops. */
    static double plain(double[] x, int from, double[] n, int to, int length, double epsilon) {
        double mean = Strands.sum(x, from, length) / length;
        for (int i = 0; i < length; i++) {
            n[to + i] = x[from + i] - mean;
        }
        double s = Math.sqrt(Strands.dot(n, to, n, to, length) / length + epsilon);
        double inverse = 1 / s;
        for (int i = 0; i < length; i++) {
            n[to + i] *= inverse;
        }
        return s;
    }

    /** y = gain n + bias; n and y may be the same stretch. */
    public static void stretch(
            double[] n, int from, double[] theta, int gain, int bias, double[] y, int to, int length) {
        int done = VECTORS ? Wide.stretch(n, from, theta, gain, bias, y, to, length) : 0;
        for (int i = done; i < length; i++) {
            y[to + i] = theta[gain + i] * n[from + i] + theta[bias + i];
        }
    }

    /** One vector holds all strands; apart, so that the class loads without the incubator module. */
    private static final class Wide {
        private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

        static double sum(double[] x, int from, int length) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int i = 0; i < length; i += STRANDS) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, x, from + i));
            }
            return joined(sum);
        }

        /** n = x − mean; returns the sum of its squares. */
        static double centre(double[] x, int from, double mean, double[] n, int to, int length) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int i = 0; i < length; i += STRANDS) {
                DoubleVector centred =
                        DoubleVector.fromArray(SPECIES, x, from + i).sub(mean);
                centred.intoArray(n, to + i);
                sum = centred.fma(centred, sum);
            }
            return joined(sum);
        }

        static void scale(double factor, double[] n, int to, int length) {
            for (int i = 0; i < length; i += STRANDS) {
                DoubleVector.fromArray(SPECIES, n, to + i).mul(factor).intoArray(n, to + i);
            }
        }

        static int stretch(double[] n, int from, double[] theta, int gain, int bias, double[] y, int to, int length) {
            int end = SPECIES.loopBound(length);
            for (int i = 0; i < end; i += SPECIES.length()) {
                DoubleVector.fromArray(SPECIES, theta, gain + i)
                        .mul(DoubleVector.fromArray(SPECIES, n, from + i))
                        .add(DoubleVector.fromArray(SPECIES, theta, bias + i))
                        .intoArray(y, to + i);
            }
            return end;
        }

        private static double joined(DoubleVector s) {
            return ((s.lane(0) + s.lane(1)) + (s.lane(2) + s.lane(3)))
                    + ((s.lane(4) + s.lane(5)) + (s.lane(6) + s.lane(7)));
        }
    }
}
