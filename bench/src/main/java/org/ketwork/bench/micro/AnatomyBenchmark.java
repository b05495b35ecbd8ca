package org.ketwork.bench.micro;

import org.ketwork.bench.work.RandomPredictions;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.bridge.ensemble.PredictionSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Ensembles of 100 passes over 1000 samples taken apart; with more classes than passes, by the Gram matrix of the passes. */
public class AnatomyBenchmark extends Threaded {
    private static final int PASSES = 100;
    private static final int SAMPLES = 1000;

    @Param({"10", "200"})
    public int classes;

    private PredictionSource source = PredictionSource.of(RandomPredictions.of(2, 1, 2, workers));

    @Setup
    public void prepare() {
        source = PredictionSource.of(RandomPredictions.of(PASSES, SAMPLES, classes, workers));
    }

    @Benchmark
    public PredictionAnatomy anatomy() {
        return PredictionAnatomy.of(source, workers);
    }
}
