package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Move;

/**
 * What walkers remember whose ratios are whole amplitudes: those where the rows stand, and those where the move that was asked about last
 * would lead. The rows that were wanted are numbered without gaps. Not for use by several threads.
 */
public final class MovedAmplitudes {
    private static final Move NOTHING = new Move(new int[0], new int[0]);

    private final double[] logModulus;
    private final double[] phase;
    private final double[] movedLogModulus;
    private final double[] movedPhase;
    /** The number of each row among the wanted ones; −1 for none. */
    private final int[] number;

    /** The move that the moved rows made; the empty move once they are stale. */
    private Move asked = NOTHING;

    public MovedAmplitudes(int rows) {
        logModulus = new double[rows];
        phase = new double[rows];
        movedLogModulus = new double[rows];
        movedPhase = new double[rows];
        number = new int[rows];
    }

    /** log |ψ| of every row, the live array. */
    public double[] logModulus() {
        return logModulus;
    }

    /** The phase of every row, the live array. */
    public double[] phase() {
        return phase;
    }

    /** log |ψ| of every wanted row after the move, the live array. */
    public double[] movedLogModulus() {
        return movedLogModulus;
    }

    /** The phase of every wanted row after the move, the live array. */
    public double[] movedPhase() {
        return movedPhase;
    }

    /** Numbers the wanted rows, whose amplitudes after the move are to be written, and returns how many they are. */
    public int ask(Move move, boolean[] wanted) {
        int count = 0;
        for (int row = 0; row < number.length; row++) {
            number[row] = wanted[row] ? count++ : -1;
        }
        asked = move;
        return count;
    }

    /** The number of a row among those wanted last, −1 if it was not. */
    public int number(int row) {
        return number[row];
    }

    /** Whether these rows after this move are known. */
    public boolean knows(Move move, boolean[] rows) {
        if (!move.equals(asked)) {
            return false;
        }
        for (int row = 0; row < number.length; row++) {
            if (rows[row] && number[row] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes ψ(σ')/ψ(σ) of the wanted rows.
     *
     * @param im not touched if the codomain is real
     */
    public void ratios(Codomain codomain, double[] re, double[] im) {
        for (int row = 0; row < number.length; row++) {
            int from = number[row];
            if (from >= 0) {
                double modulus = Math.exp(movedLogModulus[from] - logModulus[row]);
                double turn = movedPhase[from] - phase[row];
                re[row] = modulus * Math.cos(turn);
                if (codomain != Codomain.REAL) {
                    im[row] = modulus * Math.sin(turn);
                }
            }
        }
    }

    /** The row makes the move that is known. */
    public void accept(int row) {
        logModulus[row] = movedLogModulus[number[row]];
        phase[row] = movedPhase[number[row]];
    }

    /** Forgets where the last move led, since rows have gone elsewhere. */
    public void forget() {
        asked = NOTHING;
    }
}
