package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.file.NdArray;

/** Predictions in memory. */
record ArrayPredictions(NdArray array, PredictionShape shape) implements PredictionSource {
    ArrayPredictions(NdArray array) {
        int[] axes = array.shape();
        long[] lengths = new long[axes.length];
        for (int i = 0; i < axes.length; i++) {
            lengths[i] = axes[i];
        }
        this(array, PredictionShape.of(lengths));
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
        System.arraycopy(array.data(), (int) shape.offset(pass, first), target, 0, count * classes());
    }
}
