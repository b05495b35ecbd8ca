package org.ketwork.bench.micro;

import org.ketwork.bench.work.DropoutDigits;
import org.ketwork.bench.work.Times;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.parallel.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The network 64-256-256-10 on the digits: an epoch of training (23 steps), and a hundred passes with the masks on. */
public class DropoutBenchmark extends Microbenchmark {
    private static final int EPOCHS = 20;
    private static final int PASSES = 100;

    @Param
    public Sharing sharing = Sharing.PER_SAMPLE;

    @Param({"1", "2"})
    public int threads = 1;

    private Workers workers = Workers.of(1);
    private DropoutDigits digits = new DropoutDigits(workers);

    @Setup
    public void prepare() {
        workers = Workers.of(threads);
        digits = new DropoutDigits(sharing, workers);
        digits.train(EPOCHS);
    }

    @TearDown
    public void stop() {
        workers.close();
    }

    @Benchmark
    public Times trainingEpoch() {
        return digits.train(1);
    }

    @Benchmark
    public NdArray hundredPasses() {
        return digits.predict(PASSES);
    }
}
