package org.ketwork.bench.micro;

import org.ketwork.bench.work.RandomMatrices;
import org.ketwork.numerics.matrix.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Products of real matrices, 2 n^3 floating-point operations. */
public class ProductBenchmark extends Microbenchmark {
    @Param({"8", "64", "256", "1024"})
    public int n;

    private Matrix left = Matrix.zeros(0, 0);
    private Matrix right = Matrix.zeros(0, 0);

    @Setup
    public void prepare() {
        left = RandomMatrices.uniform(n, "left");
        right = RandomMatrices.uniform(n, "right");
    }

    @Benchmark
    public Matrix product() {
        return left.times(right);
    }
}
