package org.ketwork.bridge.decoherence;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.Matrix;

/**
 * A mask law written out: every mask it can draw, with its probability. The exact twin of a sampler for small layers, and the
 * form in which a reachability answer hands back the law that it found.
 *
 * @param masks one mask a row, shape (masks, units); entries are real (0 and 1, signs, or any factors)
 * @param probabilities one per row, non-negative, summing to one
 */
public record MaskTable(Matrix masks, double[] probabilities) {
    private static final int MOST_UNITS = 20;

    public MaskTable {
        if (masks.rows() != probabilities.length) {
            throw new IllegalArgumentException(
                    masks.rows() + " masks need as many probabilities, got " + probabilities.length);
        }
        double total = 0;
        for (double q : probabilities) {
            if (!(q >= 0)) {
                throw new IllegalArgumentException("a probability must not be negative, got " + q);
            }
            total += q;
        }
        if (!(Math.abs(total - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the probabilities of a mask law must sum to 1, got " + total);
        }
        probabilities = probabilities.clone();
    }

    /** All 2^units masks of independent units, each kept with probability keep. */
    public static MaskTable bernoulli(int units, double keep) {
        int[] blocks = new int[units];
        Arrays.setAll(blocks, i -> i);
        return blocks(keep, blocks);
    }

    /** Units with the same block number are kept or dropped together; blocks are independent. Block numbers count from 0. */
    public static MaskTable blocks(double keep, int... blockOfUnit) {
        requireKeep(keep);
        int blocks = Arrays.stream(blockOfUnit).max().orElse(-1) + 1;
        if (blocks > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "a table holds at most 2^" + MOST_UNITS + " masks, got " + blocks + " independent units");
        }
        int count = 1 << blocks;
        Matrix masks = Matrix.zeros(count, blockOfUnit.length);
        double[] probabilities = new double[count];
        for (int s = 0; s < count; s++) {
            int kept = Integer.bitCount(s);
            probabilities[s] = Math.pow(keep, kept) * Math.pow(1 - keep, blocks - kept);
            for (int i = 0; i < blockOfUnit.length; i++) {
                masks.set(s, i, (s >> blockOfUnit[i]) & 1);
            }
        }
        return new MaskTable(masks, probabilities);
    }

    /** Exactly k of the units are kept, every choice equally likely. */
    public static MaskTable kOfD(int units, int k) {
        if (units > MOST_UNITS || k < 1 || k > units) {
            throw new IllegalArgumentException(
                    "k of d needs 1 <= k <= d <= " + MOST_UNITS + ", got k = " + k + " and d = " + units);
        }
        double[][] rows = IntStream.range(0, 1 << units)
                .filter(s -> Integer.bitCount(s) == k)
                .mapToObj(s -> {
                    double[] mask = new double[units];
                    Arrays.setAll(mask, i -> (s >> i) & 1);
                    return mask;
                })
                .toArray(double[][]::new);
        double[] probabilities = new double[rows.length];
        Arrays.fill(probabilities, 1.0 / rows.length);
        return new MaskTable(Matrix.of(rows), probabilities);
    }

    public int units() {
        return masks.columns();
    }

    public int count() {
        return masks.rows();
    }

    /** E[f(m)], the sum over all masks. */
    public double expectation(ToDoubleFunction<double[]> f) {
        double sum = 0;
        for (int s = 0; s < count(); s++) {
            if (probabilities[s] > 0) {
                sum += probabilities[s] * f.applyAsDouble(masks.row(s));
            }
        }
        return sum;
    }

    /** Mean and second moment, by summation over the table. */
    public MaskMoments moments() {
        int d = units();
        double[] mean = new double[d];
        Matrix second = Matrix.zeros(d, d);
        for (int s = 0; s < count(); s++) {
            double[] m = masks.row(s);
            for (int i = 0; i < d; i++) {
                mean[i] += probabilities[s] * m[i];
                for (int j = 0; j < d; j++) {
                    second.data()[i * d + j] += probabilities[s] * m[i] * m[j];
                }
            }
        }
        return new MaskMoments(mean, second);
    }

    /** The same law with every unit divided by its mean, so that the mean mask is all ones ("inverted" dropout). */
    public MaskTable inverted() {
        double[] mean = moments().mean();
        Matrix scaled = masks.copy();
        for (int s = 0; s < count(); s++) {
            for (int i = 0; i < units(); i++) {
                scaled.set(s, i, masks.get(s, i) / mean[i]);
            }
        }
        return new MaskTable(scaled, probabilities);
    }

    static void requireKeep(double keep) {
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException("keep probability must be in (0, 1], got " + keep);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskTable that
                && masks.equals(that.masks)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * masks.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return count() + " masks of " + units() + " units";
    }
}
