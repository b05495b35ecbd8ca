package org.ketwork.bench.micro;

import org.ketwork.neural.mask.BernoulliBits;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;

/** 10,000 random numbers of one address, and masks of as many units. */
public class RandomBenchmark extends Microbenchmark {
    private static final int LENGTH = 10_000;
    private static final int WORDS = LENGTH / Long.SIZE;
    private static final double KEEP = 0.8;
    private static final RandomAddress ADDRESS = RandomAddress.root(1);

    private final double[] numbers = new double[LENGTH];
    private final long[] mask = new long[WORDS];

    @Benchmark
    public double[] uniform() {
        ADDRESS.fillUniform(numbers);
        return numbers;
    }

    @Benchmark
    public double[] normal() {
        ADDRESS.fillNormal(numbers);
        return numbers;
    }

    @Benchmark
    public long[] bernoulli() {
        BernoulliBits.fill(ADDRESS, KEEP, mask);
        return mask;
    }
}
