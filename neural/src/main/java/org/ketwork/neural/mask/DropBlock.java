package org.ketwork.neural.mask;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * DropBlock on feature maps of shape (height, width), channels one after another: each valid place of a b x b square is a seed
 * with probability γ, and the squares at the seeds are dropped, independently in every channel (Ghiasi, Lin and Le, NeurIPS
 * 2018; γ from their equation 1, with height and width apart).
 *
 * <p>A unit is kept when none of the places that cover it is a seed, so E m_i = (1−γ)^{n_i} with n_i the number of such places,
 * and E m_i m_j = (1−γ)^{n_i + n_j − n_ij} with n_ij the number of places that cover both. Near the border n_i is smaller: p is
 * nominal and holds neither at the border nor, because squares overlap, quite in the middle.
 */
public record DropBlock(double keepProbability, int height, int width, int block) implements RealMaskLaw {
    /** Up to this number of places the size law is summed over all sets of seeds. */
    private static final int ENUMERABLE_PLACES = 20;

    public DropBlock {
        Moments.requireKeepProbability(keepProbability);
        if (block < 1 || block > Math.min(height, width)) {
            throw new IllegalArgumentException("block size must be in 1.." + Math.min(height, width) + " on a " + height
                    + " x " + width + " map, got " + block);
        }
        double gamma = gamma(keepProbability, height, width, block);
        if (gamma > 1) {
            throw new IllegalArgumentException("keep probability " + keepProbability + " with blocks of " + block
                    + " on a " + height + " x " + width + " map asks for a seed probability of " + gamma);
        }
    }

    private static double gamma(double p, int height, int width, int block) {
        double places = (double) (height - block + 1) * (width - block + 1);
        return (1 - p) / ((double) block * block) * height * width / places;
    }

    /** γ = (1−p)/b² · hw/((h−b+1)(w−b+1)), the probability that a place is a seed. */
    public double gamma() {
        return gamma(keepProbability, height, width, block);
    }

    @Override
    public String describe() {
        return "DropBlock(p=" + keepProbability + ", " + height + "x" + width + ", block " + block + ")";
    }

    @Override
    public DropBlock withKeepProbability(double p) {
        return new DropBlock(p, height, width, block);
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        int channels = channels(units);
        int placeRows = height - block + 1;
        int placeColumns = width - block + 1;
        Arrays.fill(mask, offset, offset + units, 1);
        long[] seeds = new long[(channels * placeRows * placeColumns + 63) >>> 6];
        BernoulliBits.fill(address, gamma(), seeds);
        for (int channel = 0, place = 0; channel < channels; channel++) {
            for (int r = 0; r < placeRows; r++) {
                for (int c = 0; c < placeColumns; c++, place++) {
                    if ((seeds[place >>> 6] >>> place & 1) == 1) {
                        dropSquare(mask, offset + channel * height * width, r, c);
                    }
                }
            }
        }
    }

    private void dropSquare(double[] mask, int map, int row, int column) {
        for (int r = row; r < row + block; r++) {
            int start = map + r * width + column;
            Arrays.fill(mask, start, start + block, 0);
        }
    }

    @Override
    public double[] mean(int units) {
        return secondMoment(units).diagonal();
    }

    @Override
    public Matrix secondMoment(int units) {
        channels(units);
        int map = height * width;
        double open = 1 - gamma();
        Matrix m = Matrix.zeros(units, units);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                int shared = i / map == j / map ? covering(i % map, j % map) : 0;
                int either = covering(i % map, i % map) + covering(j % map, j % map) - shared;
                m.set(i, j, Math.pow(open, either));
            }
        }
        return m;
    }

    /** The number of places whose square covers both units of a map. */
    private int covering(int i, int j) {
        return covering(i / width, j / width, height) * covering(i % width, j % width, width);
    }

    private int covering(int a, int b, int length) {
        int first = Math.max(0, Math.max(a, b) - block + 1);
        int last = Math.min(length - block, Math.min(a, b));
        return Math.max(0, last - first + 1);
    }

    private int places() {
        return (height - block + 1) * (width - block + 1);
    }

    /** Whether the places are few enough for {@link #sizeLaw} and {@link #someKept}. */
    boolean isEnumerable() {
        return places() <= ENUMERABLE_PLACES;
    }

    /** {@inheritDoc}
     *
     * @throws IllegalArgumentException if the map has too many places to sum over
     */
    @Override
    public double someKept(int units) {
        double[] law = sizeLaw(units)
                .orElseThrow(() -> new IllegalArgumentException(
                        "how often " + describe() + " drops all units has no formula short enough"));
        double sum = 0;
        for (int k = 1; k <= units; k++) {
            sum += law[k];
        }
        return sum;
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        int channels = channels(units);
        int placeColumns = width - block + 1;
        int places = places();
        if (!isEnumerable()) {
            return Optional.empty();
        }
        int map = height * width;
        double[] single = new double[map + 1];
        double[] mask = new double[map];
        for (int seeds = 0; seeds < 1 << places; seeds++) {
            Arrays.fill(mask, 1);
            for (int place = 0; place < places; place++) {
                if ((seeds >>> place & 1) == 1) {
                    dropSquare(mask, 0, place / placeColumns, place % placeColumns);
                }
            }
            int count = Integer.bitCount(seeds);
            single[(int) Arrays.stream(mask).sum()] += Math.pow(gamma(), count) * Math.pow(1 - gamma(), places - count);
        }
        double[] law = {1};
        for (int channel = 0; channel < channels; channel++) {
            law = Moments.convolve(law, single);
        }
        return Optional.of(law);
    }

    private int channels(int units) {
        if (units == 0 || units % (height * width) != 0) {
            throw new IllegalArgumentException(
                    describe() + " needs whole maps of " + height * width + " units, got " + units);
        }
        return units / (height * width);
    }
}
