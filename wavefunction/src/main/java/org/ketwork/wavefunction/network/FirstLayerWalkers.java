package org.ketwork.wavefunction.network;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Walkers;

/**
 * Walkers that keep what the first layer gives for every row. A move adds the columns of the sites it changes; only the layers after it
 * are evaluated anew, for the wanted rows together.
 */
final class FirstLayerWalkers implements Walkers {
    private static final Move NOTHING = new Move(new int[0], new int[0]);

    private final FirstLayer layer;
    private final Codomain codomain;
    private final Configurations at;
    /** What the first layer gives, (rows, width). */
    private final double[] z;

    private final double[] logModulus;
    private final double[] phase;
    private final double[] movedLogModulus;
    private final double[] movedPhase;
    /** Which of the moved rows belongs to a row; −1 for none. */
    private final int[] slot;

    /** The move that the moved rows made; the empty move once they are stale. */
    private Move asked = NOTHING;

    FirstLayerWalkers(FirstLayer layer, Codomain codomain, Configurations start) {
        this.layer = layer;
        this.codomain = codomain;
        int rows = start.rows();
        at = start.copy();
        z = new double[Math.multiplyExact(rows, layer.width())];
        logModulus = new double[rows];
        phase = new double[rows];
        movedLogModulus = new double[rows];
        movedPhase = new double[rows];
        slot = new int[rows];
        refresh();
    }

    @Override
    public Configurations configurations() {
        return at;
    }

    @Override
    public void refresh() {
        Evaluations.Bench first = layer.head().take();
        Evaluations.Bench rest = layer.tail().take();
        for (int from = 0; from < at.rows(); from += Evaluations.BLOCK) {
            int rows = Math.min(Evaluations.BLOCK, at.rows() - from);
            at.values(from, rows, first.x());
            first.run(rows, rest.x());
            System.arraycopy(rest.x(), 0, z, from * layer.width(), rows * layer.width());
            rest.run(rows, logModulus, phase, from);
        }
        layer.head().give(first);
        layer.tail().give(rest);
        asked = NOTHING;
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        evaluate(move, wanted);
        for (int row = 0; row < at.rows(); row++) {
            int from = slot[row];
            if (from >= 0) {
                double modulus = Math.exp(movedLogModulus[from] - logModulus[row]);
                if (codomain == Codomain.REAL) {
                    re[row] = modulus;
                } else {
                    double turn = movedPhase[from] - phase[row];
                    re[row] = modulus * Math.cos(turn);
                    im[row] = modulus * Math.sin(turn);
                }
            }
        }
    }

    private void evaluate(Move move, boolean[] wanted) {
        int width = layer.width();
        Evaluations.Bench rest = layer.tail().take();
        int count = 0;
        int begun = 0;
        for (int row = 0; row < at.rows(); row++) {
            slot[row] = -1;
            if (!wanted[row]) {
                continue;
            }
            slot[row] = count;
            int to = (count - begun) * width;
            System.arraycopy(z, row * width, rest.x(), to, width);
            change(row, move, rest.x(), to);
            count++;
            if (count - begun == Evaluations.BLOCK) {
                rest.run(count - begun, movedLogModulus, movedPhase, begun);
                begun = count;
            }
        }
        if (count > begun) {
            rest.run(count - begun, movedLogModulus, movedPhase, begun);
        }
        layer.tail().give(rest);
        asked = move;
    }

    /** Adds what the move changes in a row that has not made it yet. */
    private void change(int row, Move move, double[] target, int to) {
        for (int i = 0; i < move.sites().length; i++) {
            int site = move.sites()[i];
            int level = at.level(row, site);
            int next = Math.floorMod(level + move.shifts()[i], at.space().levels());
            layer.change(site, at.space().value(next) - at.space().value(level), target, to);
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        if (!knows(move, accepted)) {
            evaluate(move, accepted);
        }
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row]) {
                change(row, move, z, row * layer.width());
                move.apply(at.space(), at.levels(), row * at.sites());
                logModulus[row] = movedLogModulus[slot[row]];
                phase[row] = movedPhase[slot[row]];
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
}
