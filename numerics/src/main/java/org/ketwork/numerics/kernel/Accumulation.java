package org.ketwork.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums into stretches of arrays, where the stretches begin at places that the compiler cannot know to be apart and therefore leaves
 * the plain loop unvectorised. Elementwise and without fused operations: the Vector API and the plain loop give the same bits. The
 * stretch that is written must not overlap those that are read, unless it is the same.
 */
public final class Accumulation {
    private static final boolean VECTORS = haveVectors();

    private Accumulation() {}

    private static boolean haveVectors() {
        try {
            return Wide.SPECIES.length() > 1;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** sum[to + i] += x[from + i] y[yFrom + i]. */
    public static void addProduct(double[] sum, int to, double[] x, int from, double[] y, int yFrom, int length) {
        int done = VECTORS ? Wide.addProduct(sum, to, x, from, y, yFrom, length) : 0;
        for (int i = done; i < length; i++) {
            sum[to + i] += x[from + i] * y[yFrom + i];
        }
    }

    /** sum[to + i] += x[from + i]. */
    public static void add(double[] sum, int to, double[] x, int from, int length) {
        int done = VECTORS ? Wide.add(sum, to, x, from, length) : 0;
        for (int i = done; i < length; i++) {
            sum[to + i] += x[from + i];
        }
    }

    /** sum[to + i] += factor x[from + i]. */
    public static void addMultiple(double[] sum, int to, double factor, double[] x, int from, int length) {
        int done = VECTORS ? Wide.addMultiple(sum, to, factor, x, from, length) : 0;
        for (int i = done; i < length; i++) {
            sum[to + i] += factor * x[from + i];
        }
    }

    /** sum[to + i] += (x[a + i] + x[b + i]) + (x[c + i] + x[d + i]). */
    public static void addFour(double[] sum, int to, double[] x, int a, int b, int c, int d, int length) {
        int done = VECTORS ? Wide.addFour(sum, to, x, a, b, c, d, length) : 0;
        for (int i = done; i < length; i++) {
            sum[to + i] += (x[a + i] + x[b + i]) + (x[c + i] + x[d + i]);
        }
    }

    /** Whole vectors; apart, so that the class loads without the incubator module. Each returns how many elements it did. */
    private static final class Wide {
        private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

        static int addProduct(double[] sum, int to, double[] x, int from, double[] y, int yFrom, int length) {
            int end = SPECIES.loopBound(length);
            for (int i = 0; i < end; i += SPECIES.length()) {
                DoubleVector product =
                        DoubleVector.fromArray(SPECIES, x, from + i).mul(DoubleVector.fromArray(SPECIES, y, yFrom + i));
                DoubleVector.fromArray(SPECIES, sum, to + i).add(product).intoArray(sum, to + i);
            }
            return end;
        }

        static int add(double[] sum, int to, double[] x, int from, int length) {
            int end = SPECIES.loopBound(length);
            for (int i = 0; i < end; i += SPECIES.length()) {
                DoubleVector.fromArray(SPECIES, sum, to + i)
                        .add(DoubleVector.fromArray(SPECIES, x, from + i))
                        .intoArray(sum, to + i);
            }
            return end;
        }

        static int addMultiple(double[] sum, int to, double factor, double[] x, int from, int length) {
            int end = SPECIES.loopBound(length);
            for (int i = 0; i < end; i += SPECIES.length()) {
                DoubleVector multiple =
                        DoubleVector.fromArray(SPECIES, x, from + i).mul(factor);
                DoubleVector.fromArray(SPECIES, sum, to + i).add(multiple).intoArray(sum, to + i);
            }
            return end;
        }

        static int addFour(double[] sum, int to, double[] x, int a, int b, int c, int d, int length) {
            int end = SPECIES.loopBound(length);
            for (int i = 0; i < end; i += SPECIES.length()) {
                DoubleVector left =
                        DoubleVector.fromArray(SPECIES, x, a + i).add(DoubleVector.fromArray(SPECIES, x, b + i));
                DoubleVector right =
                        DoubleVector.fromArray(SPECIES, x, c + i).add(DoubleVector.fromArray(SPECIES, x, d + i));
                DoubleVector.fromArray(SPECIES, sum, to + i)
                        .add(left.add(right))
                        .intoArray(sum, to + i);
            }
            return end;
        }
    }
}
