package org.ketwork.bench.micro;

import org.ketwork.bench.work.MaskedDigits;
import org.ketwork.neural.prediction.AllMasks;
import org.ketwork.neural.prediction.MaskedReadout;
import org.openjdk.jmh.annotations.Benchmark;

/** All 2^14 masks of a hidden layer for 64 inputs: by a Gray code, and one by one as its oracle does. */
public class AllMasksBenchmark extends Threaded {
    private static final int UNITS = 14;
    private static final int INPUTS = 64;
    private final MaskedReadout readout = MaskedDigits.readout(UNITS, INPUTS, workers);

    @Benchmark
    public AllMasks byGrayCode() {
        return AllMasks.of(readout, workers);
    }

    @Benchmark
    public AllMasks oneByOne() {
        return AllMasks.oneByOne(readout);
    }
}
