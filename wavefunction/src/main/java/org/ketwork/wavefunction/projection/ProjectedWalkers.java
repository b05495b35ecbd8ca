package org.ketwork.wavefunction.projection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Walkers;

/**
 * Walkers of a projected wavefunction: those of the base, once for each copy. A move of the configuration is in each copy a move of the
 * sites that show the moved ones, so that all copies keep their local updates.
 */
final class ProjectedWalkers implements Walkers {
    /** A copy that is a smaller part of the largest, or zero, makes its row be evaluated as a whole: it may grow without a ratio. */
    private static final double FRAIL = 0x1p-700;
    /** Parts are kept within 2^±SAFE of 1. */
    private static final int SAFE = 200;

    private final ProjectedState state;
    private final Copies copies;
    private final Configurations at;
    private final List<Walkers> walkers;
    private final boolean realBase;
    private final boolean real;
    /** The parts of the copies in the amplitude, up to a factor of the row: (copies, rows). */
    private final double[] partRe;

    private final double[] partIm;
    /** The logarithm of that factor; known, and needed, only in frail rows. */
    private final double[] shift;

    private final boolean[] frail;
    private final double[] ratioRe;
    private final double[] ratioIm;

    ProjectedWalkers(ProjectedState state, Configurations at) {
        this.state = state;
        this.copies = state.copies();
        this.at = at;
        int rows = at.rows();
        this.walkers = IntStream.range(0, copies.count())
                .mapToObj(c -> state.base().walkers(images(c)))
                .toList();
        this.realBase = state.base().codomain() == Codomain.REAL;
        this.real = state.codomain() == Codomain.REAL;
        this.partRe = new double[Math.multiplyExact(copies.count(), rows)];
        this.partIm = new double[partRe.length];
        this.shift = new double[rows];
        this.frail = new boolean[rows];
        this.ratioRe = new double[rows];
        this.ratioIm = new double[rows];
        evaluateAll();
    }

    private Configurations images(int copy) {
        Configurations images = Configurations.room(state.space(), at.rows());
        for (int row = 0; row < at.rows(); row++) {
            copies.write(at, row, copy, images, row);
        }
        return images;
    }

    private void evaluateAll() {
        int block = state.rowsAtOnce();
        for (int first = 0; first < at.rows(); first += block) {
            CopySum[] sums = state.sums(at, first, Math.min(block, at.rows() - first));
            for (int i = 0; i < sums.length; i++) {
                take(first + i, sums[i]);
            }
        }
    }

    private void take(int row, CopySum sum) {
        for (int c = 0; c < copies.count(); c++) {
            partRe[c * at.rows() + row] = sum.terms()[c];
            partIm[c * at.rows() + row] = sum.termsIm()[c];
        }
        shift[row] = sum.shift();
        frail[row] = isFrail(row);
    }

    @Override
    public Configurations configurations() {
        return at;
    }

    @Override
    public void refresh() {
        walkers.forEach(Walkers::refresh);
        evaluateAll();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        int rows = at.rows();
        double[] sumRe = new double[rows];
        double[] sumIm = new double[rows];
        double[] movedRe = new double[rows];
        double[] movedIm = new double[rows];
        for (int c = 0; c < copies.count(); c++) {
            walkers.get(c).ratios(image(move, c), wanted, ratioRe, ratioIm);
            for (int row = 0; row < rows; row++) {
                double x = partRe[c * rows + row];
                double y = partIm[c * rows + row];
                double u = ratioRe[row];
                double v = realBase ? 0 : ratioIm[row];
                sumRe[row] += x;
                sumIm[row] += y;
                movedRe[row] += x * u - y * v;
                movedIm[row] += x * v + y * u;
            }
        }
        for (int row = 0; row < rows; row++) {
            if (wanted[row] && frail[row]) {
                CopySum moved = whole(move, row);
                double scale = Math.exp(moved.shift() - shift[row]);
                movedRe[row] = scale * moved.re();
                movedIm[row] = scale * moved.im();
            }
            if (wanted[row]) {
                double square = sumRe[row] * sumRe[row] + sumIm[row] * sumIm[row];
                re[row] = (movedRe[row] * sumRe[row] + movedIm[row] * sumIm[row]) / square;
                if (!real) {
                    im[row] = (movedIm[row] * sumRe[row] - movedRe[row] * sumIm[row]) / square;
                }
            }
        }
    }

    private CopySum whole(Move move, int row) {
        Configurations one = at.slice(row, 1);
        move.apply(state.space(), one.levels(), 0);
        return state.sums(one, 0, 1)[0];
    }

    /** What a move of the configuration is in a copy. Flipping all spins turns flips into flips. */
    private Move image(Move move, int copy) {
        int count = move.sites().length;
        int[] shown = new int[count];
        Arrays.setAll(shown, i -> copies.shower(copy, move.sites()[i]));
        if (state.space() instanceof Spins) {
            return Move.flip(shown);
        }
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingInt(i -> shown[i]));
        int[] sites = new int[count];
        int[] shifts = new int[count];
        for (int i = 0; i < count; i++) {
            sites[i] = shown[order[i]];
            shifts[i] = move.shifts()[order[i]];
        }
        return new Move(sites, shifts);
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        int rows = at.rows();
        for (int c = 0; c < copies.count(); c++) {
            Move image = image(move, c);
            walkers.get(c).ratios(image, accepted, ratioRe, ratioIm);
            walkers.get(c).apply(image, accepted);
            for (int row = 0; row < rows; row++) {
                if (accepted[row]) {
                    int part = c * rows + row;
                    double u = ratioRe[row];
                    double v = realBase ? 0 : ratioIm[row];
                    double x = partRe[part] * u - partIm[part] * v;
                    partIm[part] = partRe[part] * v + partIm[part] * u;
                    partRe[part] = x;
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            if (accepted[row]) {
                move.apply(state.space(), at.levels(), row * at.sites());
                if (frail[row] || isFrail(row)) {
                    take(row, state.sums(at, row, 1)[0]);
                }
            }
        }
    }

    /** Brings the parts of a row back to the size of 1; whether one of them is too small, or not finite. */
    private boolean isFrail(int row) {
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int part = row; part < partRe.length; part += at.rows()) {
            double size = Math.max(Math.abs(partRe[part]), Math.abs(partIm[part]));
            largest = Math.max(largest, size);
            least = Math.min(least, size);
        }
        if (!(least > FRAIL * largest) || largest == Double.POSITIVE_INFINITY) {
            return true;
        }
        int exponent = Math.getExponent(largest);
        if (Math.abs(exponent) > SAFE) {
            double scale = Math.scalb(1.0, -exponent);
            for (int part = row; part < partRe.length; part += at.rows()) {
                partRe[part] *= scale;
                partIm[part] *= scale;
            }
        }
        return false;
    }
}
