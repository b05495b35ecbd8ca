package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.OddsKernels;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;

/**
 * The configurations of walkers in the two forms that they need: levels a row each, and values a site each, with rows next to each other
 * and padded to whole groups. A move is a list of single changes of ±δ, and in which rows which sign holds is told by signs: on spins the
 * values themselves, on bosons a stretch of ones or of minus ones.
 */
final class LockstepRows {
    private final Configurations at;
    private final boolean spins;
    private final int stride;
    private final double[] values;
    private final boolean[] chosen;

    LockstepRows(Configurations start) {
        int sites = start.sites();
        this.at = start.copy();
        this.spins = start.space() instanceof Spins;
        this.stride = Math.ceilDiv(start.rows(), OddsKernels.GROUP) * OddsKernels.GROUP;
        this.values = new double[(sites + 2) * stride];
        this.chosen = new boolean[stride];
        Arrays.fill(values, sites * stride, (sites + 1) * stride, 1);
        Arrays.fill(values, (sites + 1) * stride, (sites + 2) * stride, -1);
        for (int row = 0; row < start.rows(); row++) {
            for (int i = 0; i < sites; i++) {
                values[i * stride + row] = start.value(row, i);
            }
        }
    }

    Configurations configurations() {
        return at;
    }

    /** Rows, with the padding. */
    int stride() {
        return stride;
    }

    /** (N + 2, stride): the values, a row of ones, a row of minus ones. Padding has the value 0. */
    double[] values() {
        return values;
    }

    /** The single changes of a move, and where their signs begin within {@link #values}. */
    record Changes(int[] sites, int[] signAt) {}

    static final Changes NONE = new Changes(new int[0], new int[0]);

    Changes changes(Move move) {
        int count = 0;
        for (int shift : move.shifts()) {
            count += times(shift);
        }
        int[] sites = new int[count];
        int[] signAt = new int[count];
        int next = 0;
        for (int m = 0; m < move.sites().length; m++) {
            int site = move.sites()[m];
            int shift = move.shifts()[m];
            for (int k = 0; k < times(shift); k++) {
                sites[next] = site;
                signAt[next++] = (spins ? site : at.sites() + (shift > 0 ? 0 : 1)) * stride;
            }
        }
        return new Changes(sites, signAt);
    }

    private int times(int shift) {
        return spins ? shift & 1 : Math.abs(shift);
    }

    /** The flags of the rows, padded; valid until the next call. */
    boolean[] padded(boolean[] flags) {
        System.arraycopy(flags, 0, chosen, 0, at.rows());
        return chosen;
    }

    void apply(Move move, boolean[] accepted) {
        for (int m = 0; m < move.sites().length; m++) {
            if (spins) {
                if (times(move.shifts()[m]) == 1) {
                    flip(move.sites()[m], accepted);
                }
            } else {
                shift(move.sites()[m], move.shifts()[m], accepted);
            }
        }
    }

    private void flip(int site, boolean[] accepted) {
        byte[] levels = at.levels();
        int sites = at.sites();
        for (int row = 0; row < at.rows(); row++) {
            levels[row * sites + site] ^= (byte) (accepted[row] ? 1 : 0);
            double value = values[site * stride + row];
            values[site * stride + row] = accepted[row] ? -value : value;
        }
    }

    private void shift(int site, int shift, boolean[] accepted) {
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row]) {
                at.levels()[row * at.sites() + site] += (byte) shift;
                values[site * stride + row] += shift;
            }
        }
    }
}
