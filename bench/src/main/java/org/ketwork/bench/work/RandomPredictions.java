package org.ketwork.bench.work;

import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** Class probabilities as dropout passes give them: logits of a sample that all passes share, and some noise of each pass. */
public final class RandomPredictions {
    private static final double SHARED = 6;
    private static final double OWN = 2;
    private static final RandomAddress ADDRESS = RandomAddress.root(1).at("predictions");

    private RandomPredictions() {}

    /** An array of shape (passes, samples, classes). */
    public static NdArray of(int passes, int samples, int classes, Workers workers) {
        int size = samples * classes;
        double[] shared = new double[size];
        ADDRESS.at("shared").fillUniform(shared);
        double[] values = new double[Math.multiplyExact(passes, size)];
        workers.forEach(passes, pass -> {
            ADDRESS.at(pass).fillUniform(values, pass * size, size, 0);
            for (int i = 0; i < size; i++) {
                values[pass * size + i] = OWN * values[pass * size + i] + SHARED * shared[i];
            }
            Kernels.best().softmaxRows(values, pass * size, samples, classes);
        });
        return NdArray.of(values, passes, samples, classes);
    }
}
