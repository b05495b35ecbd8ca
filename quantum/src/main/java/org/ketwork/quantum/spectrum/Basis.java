package org.ketwork.quantum.spectrum;

/**
 * The states that vectors are written in. Row a stands for a configuration, whose code {@link #list} gives; how a vector looks at
 * other configurations is what {@link #gather} knows.
 */
sealed interface Basis permits Configured, Orbits {
    Codes codes();

    /** How many rows there are. */
    int size();

    /** Bytes that it takes. */
    long bytes();

    /** Whether vectors of a real operator are real in it. */
    boolean isReal();

    /** Writes the codes of rows first, ..., first + count − 1. */
    void list(int first, int count, long[] target);

    /**
     * sum[i] += elements[i] x(σ'_i), where σ'_i has the code {@code (codes[i] ^ flips) + shift} and may lie outside the space where the
     * element is 0; x is the value of the prepared vector.
     */
    void gather(long[] codes, int count, long flips, long shift, double[] elements, double[] x, double[] sum);

    /** The same for complex elements and vectors; a real operator has an empty {@code im}. */
    void gather(
            long[] codes,
            int count,
            long flips,
            long shift,
            double[] re,
            double[] im,
            double[] xRe,
            double[] xIm,
            double[] sumRe,
            double[] sumIm);

    /** The vector in the form that {@link #gather} reads: amplitudes of the rows' configurations. */
    double[] prepare(double[] x);

    /** Turns amplitudes of the rows first, ... back into vector entries. */
    void finish(int first, int count, double[] sum);

    /** The amplitudes of all configurations of the space in a state of this basis. */
    ExactState expand(double[] re, double[] im);
}
