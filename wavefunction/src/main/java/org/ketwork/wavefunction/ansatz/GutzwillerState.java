package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;

/**
 * A member of {@link Gutzwiller}.
 *
 * @param re real part of a, (N, cut-off + 1)
 * @param im imaginary part; empty for a positive wavefunction
 */
record GutzwillerState(Gutzwiller family, double[] re, double[] im) implements Wavefunction {
    @Override
    public StateSpace space() {
        return family.space();
    }

    @Override
    public Codomain codomain() {
        return family.codomain();
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        Arrays.fill(phase, 0, at.rows(), 0);
        sums(at, re, logModulus);
        if (im.length > 0) {
            sums(at, im, phase);
        }
    }

    private void sums(Configurations at, double[] table, double[] out) {
        int levels = family.space().levels();
        for (int s = 0; s < at.rows(); s++) {
            double sum = 0;
            for (int i = 0; i < at.sites(); i++) {
                sum += table[i * levels + at.levels()[s * at.sites() + i]];
            }
            out[s] = sum;
        }
    }

    @Override
    public Walkers walkers(Configurations start) {
        return new Standing(this, new LockstepRows(start));
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return family.derivatives(at, workers);
    }

    /** Walkers, which need to remember nothing. */
    private record Standing(GutzwillerState psi, LockstepRows rows) implements Walkers {
        @Override
        public Configurations configurations() {
            return rows.configurations();
        }

        @Override
        public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
            for (int row = 0; row < configurations().rows(); row++) {
                if (wanted[row]) {
                    double modulus = Math.exp(change(move, row, psi.re));
                    double turn = psi.im.length > 0 ? change(move, row, psi.im) : 0;
                    re[row] = turn == 0 ? modulus : modulus * Math.cos(turn);
                    if (psi.im.length > 0) {
                        im[row] = modulus * Math.sin(turn);
                    }
                }
            }
        }

        private double change(Move move, int row, double[] table) {
            int levels = psi.family.space().levels();
            double change = 0;
            for (int m = 0; m < move.sites().length; m++) {
                int site = move.sites()[m];
                int at = site * levels
                        + configurations().levels()[row * configurations().sites() + site];
                change += table[at + move.shifts()[m]] - table[at];
            }
            return change;
        }

        @Override
        public void apply(Move move, boolean[] accepted) {
            rows.apply(move, accepted);
        }

        @Override
        public void refresh() {}
    }
}
