package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/**
 * Walkers for any wavefunction: each ratio is a whole evaluation of the amplitude after the move. Only wanted rows are evaluated. This is
 * what families without local updates use, and the oracle of those that have them.
 *
 * <p>Between {@link #ratios} and {@link #apply} of the same move nothing is evaluated twice.
 */
public final class WholeWalkers implements Walkers {
    private final Wavefunction wavefunction;
    private final Configurations at;
    private final double[] logModulus;
    private final double[] phase;

    /** The wanted rows after the move, without gaps. */
    private final Configurations moved;

    private final double[] movedLogModulus;
    private final double[] movedPhase;
    /** Which of the moved rows belongs to a row; −1 for none. */
    private final int[] slot;

    /** The move that the moved rows made; the empty move once they are stale. */
    private Move asked = NOTHING;

    private static final Move NOTHING = new Move(new int[0], new int[0]);

    public WholeWalkers(Wavefunction wavefunction, Configurations start) {
        int rows = start.rows();
        this.wavefunction = wavefunction;
        this.at = start.copy();
        this.logModulus = new double[rows];
        this.phase = new double[rows];
        this.moved = Configurations.room(start.space(), rows);
        this.movedLogModulus = new double[rows];
        this.movedPhase = new double[rows];
        this.slot = new int[rows];
        refresh();
    }

    @Override
    public Configurations configurations() {
        return at;
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        evaluate(move, wanted);
        boolean real = wavefunction.codomain() == Codomain.REAL;
        for (int row = 0; row < at.rows(); row++) {
            int from = slot[row];
            if (from >= 0) {
                double modulus = Math.exp(movedLogModulus[from] - logModulus[row]);
                double turn = movedPhase[from] - phase[row];
                re[row] = modulus * Math.cos(turn);
                if (!real) {
                    im[row] = modulus * Math.sin(turn);
                }
            }
        }
    }

    private void evaluate(Move move, boolean[] wanted) {
        int sites = at.sites();
        int count = 0;
        for (int row = 0; row < at.rows(); row++) {
            slot[row] = wanted[row] ? count : -1;
            if (wanted[row]) {
                System.arraycopy(at.levels(), row * sites, moved.levels(), count * sites, sites);
                move.apply(at.space(), moved.levels(), count * sites);
                count++;
            }
        }
        Configurations some = new Configurations(at.space(), count, moved.levels());
        wavefunction.logAmplitudes(some, movedLogModulus, movedPhase);
        asked = move;
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        if (!knows(move, accepted)) {
            evaluate(move, accepted);
        }
        int sites = at.sites();
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row]) {
                int from = slot[row];
                System.arraycopy(moved.levels(), from * sites, at.levels(), row * sites, sites);
                logModulus[row] = movedLogModulus[from];
                phase[row] = movedPhase[from];
            }
        }
        asked = NOTHING;
    }

    private boolean knows(Move move, boolean[] accepted) {
        if (!move.equals(asked)) {
            return false;
        }
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row] && slot[row] < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void refresh() {
        wavefunction.logAmplitudes(at, logModulus, phase);
        asked = NOTHING;
    }
}
