package org.ketwork.numerics.kernel;

import java.lang.System.Logger.Level;

/**
 * Products over the hidden units of many copies of a restricted Boltzmann machine, the work of a wavefunction that is projected on a
 * symmetry. A unit of a copy has the angle θ; with q = exp(−2θ) it is held as
 *
 * <pre>p = q / (1 + q)    and    s = 1 / (1 + q),    so that    tanh θ = s − p    and    cosh θ = exp(θ) / (2s).</pre>
 *
 * A change of θ that turns q into qd turns cosh θ into d^(−1/2) (s + p d) cosh θ, with s + p d = 1 + p (d − 1). The powers d^(−1/2) of
 * all units of a copy are gathered in one number, the lead of the change. Against tanh and its addition theorem this halves the tables
 * and does not lose the precision of saturated units. The relative error of a factor 1 + p (d − 1) is about 2⁻⁵³ max(1, 1 / |d|).
 *
 * <p>Copies run along the lanes of vectors, {@link #LANES} in a block, whatever the machine's own width. With parts = 2 for complex
 * numbers (real, then imaginary) and 1 for real ones, the arrays are
 *
 * <pre>p, s:            (rows, blocks, units, parts, LANES)
 * weights:         (rows, blocks, parts, LANES)
 * d, product:      (blocks, units, parts, LANES)
 * lead:            (blocks, parts, LANES)</pre>
 *
 * Lanes without a copy have the weight 0. All implementations give the same bits.
 */
public sealed interface UnitProducts permits PlainUnitProducts, SimdUnitProducts {
    int LANES = 8;

    /** The implementation for so many blocks of copies and units: by the Vector API where it is present, else plain loops. */
    static UnitProducts of(int blocks, int units, boolean complex) {
        PlainUnitProducts plain = new PlainUnitProducts(blocks, units, complex);
        try {
            return new SimdUnitProducts(plain);
        } catch (LinkageError | UnsupportedOperationException e) {
            System.getLogger(UnitProducts.class.getName())
                    .log(Level.INFO, "products over hidden units are plain loops: {0}", e.getMessage());
            return plain;
        }
    }

    int blocks();

    int units();

    boolean complex();

    /** Numbers that one lane takes in a row of p, s or d, all lanes and parts counted. */
    default int width() {
        return blocks() * units() * parts() * LANES;
    }

    /** The same for weights and leads. */
    default int leadWidth() {
        return blocks() * parts() * LANES;
    }

    default int parts() {
        return complex() ? 2 : 1;
    }

    /** out = x y, entry by entry, of so many vectors of (parts, LANES). The stretches are the same or do not overlap. */
    void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int outAt, int vectors);

    /**
     * Turns q, which stands in place of p in one row that begins at {@code at}, into p and s.
     *
     * @param from the first unit
     * @param to the last unit + 1
     * @param product out: Π (1 + q) over these units, of the shape of a lead
     */
    void settle(double[] p, double[] s, int at, int from, int to, double[] product);

    /**
     * Writes Σ weight · lead · Π (1 + p (d − 1)), over copies and units, of the rows rows[from], ..., rows[to - 1], to re[row] and
     * im[row].
     *
     * @param im not touched for real numbers
     */
    void sums(
            double[] p,
            double[] weights,
            int[] rows,
            int from,
            int to,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            double[] re,
            double[] im);

    /** Makes the change in one row: new p and s, and weights multiplied by lead · Π (s + p d). */
    void advance(double[] p, double[] s, double[] weights, int row, double[] d, int dAt, double[] lead, int leadAt);
}
