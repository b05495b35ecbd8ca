package org.ketwork.neural.mask;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Coherent dropout: units of one block are kept or dropped together, blocks independently. C is 1 inside a block and p across
 * blocks; a block is a decoherence-free subspace of the dephasing.
 *
 * @param keepProbability p in (0, 1]
 * @param blockOf the block number of each unit, 0 to (number of blocks − 1), every number used
 */
public record BlockTied(double keepProbability, int[] blockOf) implements RealMaskLaw {
    public BlockTied {
        Moments.requireKeepProbability(keepProbability);
        blockOf = blockOf.clone();
        int blocks = countBlocks(blockOf);
        boolean[] used = new boolean[blocks];
        for (int block : blockOf) {
            if (block < 0) {
                throw new IllegalArgumentException("block numbers must not be negative, got " + block);
            }
            used[block] = true;
        }
        for (int b = 0; b < blocks; b++) {
            if (!used[b]) {
                throw new IllegalArgumentException("block " + b + " of " + blocks + " has no unit");
            }
        }
    }

    /** Consecutive blocks of equal size; the last one is smaller when the size does not divide the number of units. */
    public static BlockTied consecutive(double keepProbability, int units, int blockSize) {
        if (blockSize < 1) {
            throw new IllegalArgumentException("block size must be at least 1, got " + blockSize);
        }
        int[] blockOf = new int[units];
        for (int i = 0; i < units; i++) {
            blockOf[i] = i / blockSize;
        }
        return new BlockTied(keepProbability, blockOf);
    }

    @Override
    public int[] blockOf() {
        return blockOf.clone();
    }

    public int blocks() {
        return countBlocks(blockOf);
    }

    @Override
    public String describe() {
        return "BlockTied(p=" + keepProbability + ", " + blocks() + " blocks)";
    }

    @Override
    public BlockTied withKeepProbability(double p) {
        return new BlockTied(p, blockOf);
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        Moments.requireUnits(describe(), blockOf.length, units);
        long[] kept = new long[(blocks() + 63) >>> 6];
        BernoulliBits.fill(address, keepProbability, kept);
        for (int i = 0; i < units; i++) {
            mask[offset + i] = kept[blockOf[i] >>> 6] >>> blockOf[i] & 1;
        }
    }

    @Override
    public double[] mean(int units) {
        Moments.requireUnits(describe(), blockOf.length, units);
        return Moments.filled(units, keepProbability);
    }

    @Override
    public Matrix secondMoment(int units) {
        Moments.requireUnits(describe(), blockOf.length, units);
        Matrix m = Matrix.zeros(units, units);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                m.set(i, j, blockOf[i] == blockOf[j] ? keepProbability : keepProbability * keepProbability);
            }
        }
        return m;
    }

    @Override
    public double someKept(int units) {
        Moments.requireUnits(describe(), blockOf.length, units);
        return Moments.someOf(blocks(), keepProbability);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        Moments.requireUnits(describe(), blockOf.length, units);
        int[] sizes = new int[blocks()];
        for (int block : blockOf) {
            sizes[block]++;
        }
        double[] law = {1};
        for (int size : sizes) {
            law = Moments.convolveJump(law, size, keepProbability);
        }
        return Optional.of(law);
    }

    private static int countBlocks(int[] blockOf) {
        return Arrays.stream(blockOf).max().orElse(-1) + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockTied that
                && Double.compare(keepProbability, that.keepProbability) == 0
                && Arrays.equals(blockOf, that.blockOf);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(keepProbability) + Arrays.hashCode(blockOf);
    }
}
