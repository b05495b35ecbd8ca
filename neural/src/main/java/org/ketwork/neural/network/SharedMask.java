package org.ketwork.neural.network;

import java.util.stream.IntStream;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The units of a layer that take part in a batch whose samples share a mask. Units that are dropped for all samples need not be
 * computed at all.
 *
 * @param shared whether there is such a mask; otherwise every unit takes part
 * @param kept the units with a factor other than zero, ascending
 * @param factors the factor of each kept unit
 */
public record SharedMask(boolean shared, int[] kept, double[] factors) {
    /** No mask, or masks that differ from sample to sample: every unit takes part. */
    static SharedMask none(int units) {
        return new SharedMask(false, IntStream.range(0, units).toArray(), new double[0]);
    }

    /** The mask before a stage if all samples share one, else {@code none}. */
    static SharedMask before(DenseStack.Stage stage, SharedMask none, Pass pass) {
        if (stage.mask().isEmpty()) {
            return none;
        }
        if (pass instanceof Pass.Stated stated) {
            return stated.at(stage.maskPosition()).map(SharedMask::of).orElse(none);
        }
        if (!(pass instanceof Pass.Masked masked)) {
            return none;
        }
        Masking masking = stage.mask().get().masking(masked);
        if (masking.sharing() == Sharing.PER_SAMPLE) {
            return none;
        }
        double[] all = masking.factors(masked.layer(stage.maskPosition()), new long[1], Matrix.zeros(1, stage.inputs()))
                .data();
        return of(all);
    }

    private static SharedMask of(double[] all) {
        int[] kept = IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray();
        return new SharedMask(
                true, kept, IntStream.of(kept).mapToDouble(i -> all[i]).toArray());
    }

    public int count() {
        return kept.length;
    }
}
