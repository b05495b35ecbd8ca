package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.file.NpyFile;

/** Predictions in a memory-mapped file. */
record MappedPredictions(NpyFile file, PredictionShape shape) implements PredictionSource {
    MappedPredictions(NpyFile file) {
        this(file, PredictionShape.of(file.shape()));
    }

    @Override
    public int passes() {
        return shape.passes();
    }

    @Override
    public int samples() {
        return shape.samples();
    }

    @Override
    public int classes() {
        return shape.classes();
    }

    @Override
    public void read(int pass, int first, int count, double[] target) {
        file.read(shape.offset(pass, first), count * classes(), target);
    }
}
