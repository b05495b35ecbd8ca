package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;

/**
 * Walkers of a {@link PairWavefunction}, which remember the local fields h_i = a_i + Σ_j J_ij v_j: changes δ of a few values change the
 * logarithm by Σ_a δ_a h_a + Σ_{a<b} J_ab δ_a δ_b, and the fields by J δ.
 */
final class PairWalkers implements Walkers {
    private final PairWavefunction psi;
    private final LockstepRows rows;
    private final int stride;
    private final boolean complex;

    /** (N, stride). */
    private final double[] fieldRe;

    private final double[] fieldIm;
    private final double[] logRatio;
    private final double[] turn;
    /** The changes of the sites of a move, (sites, stride). */
    private double[] delta = new double[0];

    PairWalkers(PairWavefunction psi, Configurations start) {
        this.psi = psi;
        this.rows = new LockstepRows(start);
        this.stride = rows.stride();
        this.complex = psi.imaginary().isPresent();
        this.fieldRe = new double[start.sites() * stride];
        this.fieldIm = new double[complex ? fieldRe.length : 0];
        this.logRatio = new double[stride];
        this.turn = new double[complex ? stride : 0];
        refresh();
    }

    @Override
    public Configurations configurations() {
        return rows.configurations();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        changes(move);
        change(move, psi.real(), fieldRe, logRatio);
        psi.imaginary().ifPresent(part -> change(move, part, fieldIm, turn));
        Kernels.best().exp(logRatio, 0, logRatio, 0, stride);
        for (int row = 0; row < configurations().rows(); row++) {
            re[row] = complex ? logRatio[row] * Math.cos(turn[row]) : logRatio[row];
            if (complex) {
                im[row] = logRatio[row] * Math.sin(turn[row]);
            }
        }
    }

    /** What each site of the move changes by in each row. */
    private void changes(Move move) {
        int count = move.sites().length;
        if (delta.length < count * stride) {
            delta = new double[count * stride];
        }
        boolean spins = psi.space() instanceof Spins;
        for (int a = 0; a < count; a++) {
            int from = move.sites()[a] * stride;
            int shift = move.shifts()[a];
            for (int r = 0; r < stride; r++) {
                delta[a * stride + r] = spins ? (shift & 1) * -2 * rows.values()[from + r] : shift;
            }
        }
    }

    private void change(Move move, PairField part, double[] field, double[] out) {
        Arrays.fill(out, 0);
        for (int a = 0; a < move.sites().length; a++) {
            int from = move.sites()[a] * stride;
            for (int r = 0; r < stride; r++) {
                out[r] += delta[a * stride + r] * field[from + r];
            }
            for (int b = 0; b < a; b++) {
                double coupling = part.coupling(move.sites()[a], move.sites()[b]);
                for (int r = 0; r < stride; r++) {
                    out[r] += coupling * delta[a * stride + r] * delta[b * stride + r];
                }
            }
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        changes(move);
        for (int a = 0; a < move.sites().length; a++) {
            for (int r = 0; r < stride; r++) {
                delta[a * stride + r] = r < configurations().rows() && accepted[r] ? delta[a * stride + r] : 0;
            }
            int site = move.sites()[a];
            spread(site, a, psi.real(), fieldRe);
            int change = a;
            psi.imaginary().ifPresent(part -> spread(site, change, part, fieldIm));
        }
        rows.apply(move, accepted);
    }

    private void spread(int site, int change, PairField part, double[] field) {
        for (int i = 0; i < part.sites(); i++) {
            double coupling = part.coupling(site, i);
            if (coupling != 0) {
                Kernels.best().axpy(coupling, delta, change * stride, field, i * stride, stride);
            }
        }
    }

    @Override
    public void refresh() {
        psi.real().local(rows.values(), stride, fieldRe);
        psi.imaginary().ifPresent(part -> part.local(rows.values(), stride, fieldIm));
    }
}
