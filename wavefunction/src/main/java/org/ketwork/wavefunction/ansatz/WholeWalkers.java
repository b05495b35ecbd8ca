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
    private final MovedAmplitudes amplitudes;

    /** The wanted rows after the move, without gaps. */
    private final Configurations moved;

    public WholeWalkers(Wavefunction wavefunction, Configurations start) {
        this.wavefunction = wavefunction;
        this.at = start.copy();
        this.amplitudes = new MovedAmplitudes(start.rows());
        this.moved = Configurations.room(start.space(), start.rows());
        refresh();
    }

    @Override
    public Configurations configurations() {
        return at;
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        evaluate(move, wanted);
        amplitudes.ratios(wavefunction.codomain(), re, im);
    }

    private void evaluate(Move move, boolean[] wanted) {
        int sites = at.sites();
        int count = amplitudes.ask(move, wanted);
        for (int row = 0; row < at.rows(); row++) {
            if (wanted[row]) {
                int to = amplitudes.number(row) * sites;
                System.arraycopy(at.levels(), row * sites, moved.levels(), to, sites);
                move.apply(at.space(), moved.levels(), to);
            }
        }
        wavefunction.logAmplitudes(
                new Configurations(at.space(), count, moved.levels()),
                amplitudes.movedLogModulus(),
                amplitudes.movedPhase());
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        if (!amplitudes.knows(move, accepted)) {
            evaluate(move, accepted);
        }
        int sites = at.sites();
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row]) {
                System.arraycopy(moved.levels(), amplitudes.number(row) * sites, at.levels(), row * sites, sites);
                amplitudes.accept(row);
            }
        }
        amplitudes.forget();
    }

    @Override
    public void refresh() {
        wavefunction.logAmplitudes(at, amplitudes.logModulus(), amplitudes.phase());
        amplitudes.forget();
    }
}
