package org.ketwork.neural.mask;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** Draws, repairs and scales the masks of one pass. */
final class MaskFactors {
    /** A law that drops everything this often in a row is taken to do so always. */
    private static final int PATIENCE = 10_000;

    private MaskFactors() {}

    static Matrix of(Masking masking, RandomAddress pass, long[] samples, Matrix scores) {
        int units = scores.columns();
        if (scores.rows() != samples.length) {
            throw new IllegalArgumentException(
                    "there are " + samples.length + " sample numbers for " + scores.rows() + " rows");
        }
        Matrix factors = Matrix.zeros(samples.length, units);
        double[] mask = new double[units];
        double[] inverse = inverseMean(masking, units);
        for (int row = 0; row < samples.length; row++) {
            boolean shared = masking.sharing() == Sharing.PER_BATCH;
            if (row == 0 || !shared) {
                RandomAddress address = shared ? pass.at("batch") : pass.at(samples[row]);
                draw(masking, address, scores, row, mask);
                for (int i = 0; i < units; i++) {
                    mask[i] *= inverse[i];
                }
            }
            System.arraycopy(mask, 0, factors.data(), row * units, units);
        }
        return factors;
    }

    private static double[] inverseMean(Masking masking, int units) {
        double[] inverse = Moments.filled(units, 1);
        if (masking.scaling() == Scaling.INVERTED && masking.law() instanceof RealMaskLaw) {
            double[] mean = masking.mean(units);
            for (int i = 0; i < units; i++) {
                inverse[i] = 1 / mean[i];
            }
        }
        return inverse;
    }

    private static void draw(Masking masking, RandomAddress address, Matrix scores, int row, double[] mask) {
        drawOnce(masking.law(), address, scores, row, mask);
        if (!allDropped(mask)) {
            return;
        }
        switch (masking.whenAllDropped()) {
            case KEEP_NONE -> {}
            case KEEP_ALL -> Arrays.fill(mask, 1);
            case KEEP_ONE -> mask[address.at("keep-one").stream().nextInt(mask.length)] = 1;
            case RESAMPLE -> {
                for (int attempt = 1; allDropped(mask); attempt++) {
                    if (attempt == PATIENCE) {
                        throw new IllegalStateException(masking.law().describe() + " dropped all units " + PATIENCE
                                + " times in a row; resampling cannot help");
                    }
                    drawOnce(masking.law(), address.at("again").at(attempt), scores, row, mask);
                }
            }
        }
    }

    private static void drawOnce(MaskLaw law, RandomAddress address, Matrix scores, int row, double[] mask) {
        switch (law) {
            case RealMaskLaw real -> real.fill(address, mask, 0, mask.length);
            case AwareMaskLaw aware -> aware.fill(address, scores.row(row), mask);
            case ComplexMaskLaw complex -> throw new IllegalArgumentException(complex.describe());
        }
    }

    private static boolean allDropped(double[] mask) {
        for (double m : mask) {
            if (m != 0) {
                return false;
            }
        }
        return mask.length > 0;
    }
}
