package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** A move and the configurations to which it is proposed. */
sealed interface Proposal {
    Move move();

    /**
     * Marks the rows to which the move is proposed, all of which have room for it, and returns how many they are.
     *
     * @param scratch two arrays as long as there are rows, to be overwritten
     */
    int mark(Configurations at, boolean[] rows, double[][] scratch);

    /** Proposed to all. */
    record Always(Move move) implements Proposal {
        @Override
        public int mark(Configurations at, boolean[] rows, double[][] scratch) {
            Arrays.fill(rows, 0, at.rows(), true);
            return at.rows();
        }
    }

    /** Proposed where it has room. */
    record WhereItFits(Move move) implements Proposal {
        @Override
        public int mark(Configurations at, boolean[] rows, double[][] scratch) {
            int count = 0;
            for (int r = 0; r < at.rows(); r++) {
                rows[r] = move.fits(at.space(), at.levels(), r * at.sites());
                count += rows[r] ? 1 : 0;
            }
            return count;
        }
    }

    /** The flip of two spins, proposed where they differ: they change places. */
    record WhereDifferent(Move move) implements Proposal {
        @Override
        public int mark(Configurations at, boolean[] rows, double[][] scratch) {
            byte[] levels = at.levels();
            int sites = at.sites();
            int first = move.sites()[0];
            int second = move.sites()[1];
            int count = 0;
            for (int r = 0; r < at.rows(); r++) {
                int differ = levels[r * sites + first] ^ levels[r * sites + second];
                rows[r] = differ != 0;
                count += differ;
            }
            return count;
        }
    }

    /** Proposed where the matrix element of an operator is not zero. */
    record WhereConnected(Transition transition) implements Proposal {
        @Override
        public Move move() {
            return transition.move();
        }

        @Override
        public int mark(Configurations at, boolean[] rows, double[][] scratch) {
            return transition.connected(at, scratch[0], scratch[1], rows);
        }
    }
}
