package org.ketwork.wavefunction.network;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.MovedAmplitudes;
import org.ketwork.wavefunction.ansatz.Walkers;

/**
 * Walkers that keep what the first layer gives for every row. A move adds the columns of the sites it changes; only the layers after it
 * are evaluated anew, for the wanted rows together.
 */
final class FirstLayerWalkers implements Walkers {
    private final FirstLayer layer;
    private final Codomain codomain;
    private final Configurations at;
    /** What the first layer gives, (rows, width). */
    private final double[] z;

    private final MovedAmplitudes amplitudes;

    FirstLayerWalkers(FirstLayer layer, Codomain codomain, Configurations start) {
        this.layer = layer;
        this.codomain = codomain;
        int rows = start.rows();
        at = start.copy();
        z = new double[Math.multiplyExact(rows, layer.width())];
        amplitudes = new MovedAmplitudes(rows);
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
            rest.run(rows, amplitudes.logModulus(), amplitudes.phase(), from);
        }
        layer.head().give(first);
        layer.tail().give(rest);
        amplitudes.forget();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        evaluate(move, wanted);
        amplitudes.ratios(codomain, re, im);
    }

    private void evaluate(Move move, boolean[] wanted) {
        int width = layer.width();
        Evaluations.Bench rest = layer.tail().take();
        int count = amplitudes.ask(move, wanted);
        int begun = 0;
        for (int row = 0; row < at.rows(); row++) {
            if (!wanted[row]) {
                continue;
            }
            int to = (amplitudes.number(row) - begun) * width;
            System.arraycopy(z, row * width, rest.x(), to, width);
            change(row, move, rest.x(), to);
            int next = amplitudes.number(row) + 1;
            if (next - begun == Evaluations.BLOCK || next == count) {
                rest.run(next - begun, amplitudes.movedLogModulus(), amplitudes.movedPhase(), begun);
                begun = next;
            }
        }
        layer.tail().give(rest);
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
        if (!amplitudes.knows(move, accepted)) {
            evaluate(move, accepted);
        }
        for (int row = 0; row < at.rows(); row++) {
            if (accepted[row]) {
                change(row, move, z, row * layer.width());
                move.apply(at.space(), at.levels(), row * at.sites());
                amplitudes.accept(row);
            }
        }
        amplitudes.forget();
    }
}
