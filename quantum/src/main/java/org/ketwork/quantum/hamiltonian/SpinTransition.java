package org.ketwork.quantum.hamiltonian;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** A flip of spins whose matrix element is a polynomial in σᶻ: looked up in a table if it depends on few spins, summed otherwise. */
final class SpinTransition implements Transition {
    private static final int LARGEST_TABLE = 8;
    /** What remains of terms that cancel; a matrix element below this part of its bound is zero. */
    private static final double ROUNDING = 1e-14;

    private final Move move;
    private final boolean real;
    private final int[] watched;
    private final double[] tableRe;
    private final double[] tableIm;
    private final List<Map.Entry<SiteSet, double[]>> terms;
    private final double negligible;

    SpinTransition(SiteSet flips, SpinPolynomial polynomial) {
        move = Move.flip(flips.sites());
        real = polynomial.isReal();
        watched = polynomial.support();
        terms = List.copyOf(polynomial.terms().entrySet());
        negligible = ROUNDING * polynomial.bound();
        int entries = watched.length <= LARGEST_TABLE ? 1 << watched.length : 0;
        tableRe = new double[entries];
        tableIm = new double[entries];
        byte[] levels = new byte[watched.length == 0 ? 1 : watched[watched.length - 1] + 1];
        double[] value = new double[2];
        for (int entry = 0; entry < entries; entry++) {
            for (int i = 0; i < watched.length; i++) {
                levels[watched[i]] = (byte) (entry >> i & 1);
            }
            sum(levels, 0, value);
            tableRe[entry] = value[0];
            tableIm[entry] = value[1];
        }
    }

    @Override
    public Move move() {
        return move;
    }

    @Override
    public boolean isReal() {
        return real;
    }

    @Override
    public void elements(Configurations at, double[] re, double[] im) {
        if (tableRe.length == 0) {
            sums(at, re, im);
            return;
        }
        lookUp(at, tableRe, re);
        if (!real) {
            lookUp(at, tableIm, im);
        }
    }

    private void lookUp(Configurations at, double[] table, double[] target) {
        byte[] levels = at.levels();
        int n = at.sites();
        int rows = at.rows();
        switch (watched.length) {
            case 0 -> Arrays.fill(target, 0, rows, table[0]);
            case 1 -> {
                for (int row = 0, place = watched[0]; row < rows; row++, place += n) {
                    target[row] = table[levels[place]];
                }
            }
            case 2 -> {
                int other = watched[1] - watched[0];
                for (int row = 0, place = watched[0]; row < rows; row++, place += n) {
                    target[row] = table[levels[place] | levels[place + other] << 1];
                }
            }
            default -> {
                for (int row = 0, base = 0; row < rows; row++, base += n) {
                    int entry = 0;
                    for (int i = 0; i < watched.length; i++) {
                        entry |= levels[base + watched[i]] << i;
                    }
                    target[row] = table[entry];
                }
            }
        }
    }

    private void sums(Configurations at, double[] re, double[] im) {
        double[] value = new double[2];
        for (int row = 0; row < at.rows(); row++) {
            sum(at.levels(), row * at.sites(), value);
            re[row] = value[0];
            if (!real) {
                im[row] = value[1];
            }
        }
    }

    private void sum(byte[] levels, int offset, double[] value) {
        double re = 0;
        double im = 0;
        for (Map.Entry<SiteSet, double[]> term : terms) {
            int odd = 0;
            for (int site : term.getKey().sites()) {
                odd ^= levels[offset + site];
            }
            double[] coefficient = term.getValue();
            re += odd == 0 ? coefficient[0] : -coefficient[0];
            im += odd == 0 ? coefficient[1] : -coefficient[1];
        }
        value[0] = Math.abs(re) <= negligible ? 0 : re;
        value[1] = Math.abs(im) <= negligible ? 0 : im;
    }
}
