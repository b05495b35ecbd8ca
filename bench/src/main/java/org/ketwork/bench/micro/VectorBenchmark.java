package org.ketwork.bench.micro;

import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Functions of 10,000 numbers, and for scale those of the Java library one by one. */
public class VectorBenchmark extends Microbenchmark {
    private static final int LENGTH = 10_000;
    private final double[] x = new double[LENGTH];
    private final double[] y = new double[LENGTH];

    @Setup
    public void prepare() {
        RandomAddress.root(1).fillNormal(x);
    }

    @Benchmark
    public double[] exp() {
        Kernels.best().exp(x, 0, y, 0, LENGTH);
        return y;
    }

    @Benchmark
    public double[] expOfJava() {
        for (int i = 0; i < LENGTH; i++) {
            y[i] = Math.exp(x[i]);
        }
        return y;
    }

    @Benchmark
    public double[] tanh() {
        Kernels.best().tanh(x, 0, y, 0, LENGTH);
        return y;
    }

    @Benchmark
    public double[] tanhOfJava() {
        for (int i = 0; i < LENGTH; i++) {
            y[i] = Math.tanh(x[i]);
        }
        return y;
    }
}
