package org.ketwork.quantum.spectrum;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Spins;

/**
 * The states of one symmetry: a row is an orbit of configurations under the group, named by its smallest code. In a state with
 * U_g ψ = χ(g) ψ the amplitudes of an orbit follow from one of them, ψ(gσ) = χ(g)* ψ(σ); an orbit some of whose configurations are kept
 * by an element with χ(g) ≠ 1 has no such state and no row. A vector entry is the amplitude of the smallest code times the root of the
 * length of the orbit, so that vectors and states have the same norm.
 */
final class Orbits implements Basis {
    private static final double SAME = 1e-9;

    private final Codes codes;
    /** The row of each configuration; −1 if it has none. */
    private final int[] row;
    /** Which of the phases ψ(σ)/ψ(smallest) each configuration has; empty if all are 1. */
    private final byte[] phase;

    private final double[] phaseRe;
    private final double[] phaseIm;
    /** The smallest code of each orbit. */
    private final long[] smallest;
    /** The root of the length of each orbit. */
    private final double[] root;

    /** Bytes for each configuration that building it takes at most. */
    static final int BYTES = 5;

    Orbits(Codes codes, SymmetrySector sector) {
        GroupCharacter character = sector.character();
        SymmetryGroup group = character.group();
        if (group.sites() != codes.space().sites()) {
            throw new InvalidInputException("a symmetry of " + group.sites() + " sites does not fit a system of "
                    + codes.space().sites());
        }
        if (sector.flipParity() != 0 && !mayFlip(codes)) {
            throw new InvalidInputException(
                    "the spin flip maps only free spins and those of magnetisation 0 to themselves, got "
                            + codes.space());
        }
        this.codes = codes;
        int copies = sector.flipParity() == 0 ? 1 : 2;
        int order = group.order() * copies;
        Phases phases = new Phases(order);
        byte[] phaseOf = new byte[order];
        for (int g = 0; g < order; g++) {
            int sign = g % copies == 0 ? 1 : sector.flipParity();
            phaseOf[g] = phases.index(
                    sign * character.re()[g / copies], -sign * character.im()[g / copies]);
        }
        this.phaseRe = phases.re();
        this.phaseIm = phases.im();
        this.row = new int[codes.size()];
        this.phase = phaseRe.length == 1 ? new byte[0] : new byte[codes.size()];
        Permutations permutations = new Permutations(codes, group);
        long flip = copies == 1 ? 0 : (1L << codes.space().sites()) - 1;

        long[] representatives = new long[16];
        double[] roots = new double[16];
        int rows = 0;
        long[] block = new long[1 << 12];
        long[] images = new long[order];
        Arrays.fill(row, -2);
        for (int first = 0; first < codes.size(); first += block.length) {
            int count = Math.min(block.length, codes.size() - first);
            codes.list(first, count, block);
            for (int i = 0; i < count; i++) {
                if (row[first + i] != -2) {
                    continue;
                }
                long code = block[i];
                int kept = 0;
                boolean allowed = true;
                for (int g = 0; g < order; g++) {
                    images[g] = permutations.apply(g / copies, code) ^ (g % copies == 0 ? 0 : flip);
                    if (images[g] == code) {
                        kept++;
                        allowed &= phaseOf[g] == 0;
                    }
                }
                for (int g = 0; g < order; g++) {
                    int at = codes.rank(images[g]);
                    row[at] = allowed ? rows : -1;
                    if (allowed && phase.length > 0) {
                        phase[at] = phaseOf[g];
                    }
                }
                if (allowed) {
                    if (rows == representatives.length) {
                        representatives = Arrays.copyOf(representatives, 2 * rows);
                        roots = Arrays.copyOf(roots, 2 * rows);
                    }
                    representatives[rows] = code;
                    roots[rows] = Math.sqrt(order / (double) kept);
                    rows++;
                }
            }
        }
        this.smallest = Arrays.copyOf(representatives, rows);
        this.root = Arrays.copyOf(roots, rows);
    }

    private static boolean mayFlip(Codes codes) {
        return codes.space() instanceof Spins spins && spins.magnetisation().orElse(0) == 0;
    }

    /** The different values of the characters, 1 the first of them. */
    private static final class Phases {
        private final double[] re;
        private final double[] im;
        private int count = 1;

        Phases(int most) {
            re = new double[most + 1];
            im = new double[most + 1];
            re[0] = 1;
        }

        byte index(double x, double y) {
            for (int i = 0; i < count; i++) {
                if (Math.abs(re[i] - x) < SAME && Math.abs(im[i] - y) < SAME) {
                    return (byte) i;
                }
            }
            if (count > Byte.MAX_VALUE) {
                throw new InvalidInputException(
                        "exact sectors have at most " + Byte.MAX_VALUE + " different characters");
            }
            re[count] = x;
            im[count] = y;
            return (byte) count++;
        }

        double[] re() {
            return Arrays.copyOf(re, count);
        }

        double[] im() {
            double[] parts = Arrays.copyOf(im, count);
            for (int i = 0; i < count; i++) {
                // A character that is real but for rounding keeps vectors real.
                parts[i] = Math.abs(parts[i]) < SAME ? 0 : parts[i];
            }
            return parts;
        }
    }

    @Override
    public Codes codes() {
        return codes;
    }

    @Override
    public int size() {
        return smallest.length;
    }

    @Override
    public long bytes() {
        return codes.bytes() + 4L * row.length + phase.length + 16L * smallest.length;
    }

    @Override
    public boolean isReal() {
        return Arrays.stream(phaseIm).allMatch(part -> part == 0);
    }

    @Override
    public void list(int first, int count, long[] target) {
        System.arraycopy(smallest, first, target, 0, count);
    }

    @Override
    public void gather(long[] at, int count, long flips, long shift, double[] elements, double[] x, double[] sum) {
        for (int i = 0; i < count; i++) {
            if (elements[i] != 0) {
                int rank = codes.rank((at[i] ^ flips) + shift);
                int from = row[rank];
                if (from >= 0) {
                    double value = elements[i] * x[from];
                    sum[i] += phase.length == 0 ? value : value * phaseRe[phase[rank]];
                }
            }
        }
    }

    @Override
    public void gather(
            long[] at,
            int count,
            long flips,
            long shift,
            double[] re,
            double[] im,
            double[] xRe,
            double[] xIm,
            double[] sumRe,
            double[] sumIm) {
        for (int i = 0; i < count; i++) {
            double b = im.length == 0 ? 0 : im[i];
            if (re[i] != 0 || b != 0) {
                int rank = codes.rank((at[i] ^ flips) + shift);
                int from = row[rank];
                if (from >= 0) {
                    int p = phase.length == 0 ? 0 : phase[rank];
                    double factorRe = re[i] * phaseRe[p] - b * phaseIm[p];
                    double factorIm = re[i] * phaseIm[p] + b * phaseRe[p];
                    sumRe[i] += factorRe * xRe[from] - factorIm * xIm[from];
                    sumIm[i] += factorRe * xIm[from] + factorIm * xRe[from];
                }
            }
        }
    }

    @Override
    public double[] prepare(double[] x) {
        double[] amplitudes = new double[x.length];
        for (int a = 0; a < x.length; a++) {
            amplitudes[a] = x[a] / root[a];
        }
        return amplitudes;
    }

    @Override
    public void finish(int first, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] *= root[first + i];
        }
    }

    @Override
    public ExactState expand(double[] re, double[] im) {
        double[] fullRe = new double[row.length];
        double[] fullIm = new double[im.length == 0 ? 0 : row.length];
        for (int at = 0; at < row.length; at++) {
            int from = row[at];
            if (from >= 0) {
                int p = phase.length == 0 ? 0 : phase[at];
                double y = im.length == 0 ? 0 : im[from];
                fullRe[at] = (re[from] * phaseRe[p] - y * phaseIm[p]) / root[from];
                if (im.length > 0) {
                    fullIm[at] = (re[from] * phaseIm[p] + y * phaseRe[p]) / root[from];
                }
            }
        }
        return new ExactState(codes.space(), fullRe, fullIm);
    }
}
