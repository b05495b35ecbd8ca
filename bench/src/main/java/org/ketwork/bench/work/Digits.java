package org.ketwork.bench.work;

import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;

/** The handwritten digits with pixels from 0 to 1. */
final class Digits {
    private static final double DARKEST = 16;

    private Digits() {}

    static DataSet load() {
        DataSet raw = DataSets.digits();
        return raw.withFeatures(raw.features().scale(1 / DARKEST));
    }
}
