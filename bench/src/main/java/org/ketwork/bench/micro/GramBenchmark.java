package org.ketwork.bench.micro;

import org.ketwork.numerics.matrix.BlockCholesky;
import org.ketwork.numerics.matrix.GramProducts;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** AᵀA of a square matrix, n³ floating-point operations, and the Cholesky factor of that and a shift, a third of them. */
public class GramBenchmark extends Threaded {
    @Param({"256", "1008", "2016"})
    public int n;

    private double[] rows = {};
    private double[] gram = {};
    private double[] work = {};

    @Setup
    public void prepare() {
        rows = new double[n * n];
        RandomAddress.root(1).fillNormal(rows);
        gram = new double[n * n];
        GramProducts.inner(n, n, rows, 0, gram, workers);
        for (int i = 0; i < n; i++) {
            gram[i * n + i] += n;
        }
        work = new double[n * n];
    }

    @Benchmark
    public double[] inner() {
        GramProducts.inner(n, n, rows, 0, work, workers);
        return work;
    }

    /** A copy of the matrix included. */
    @Benchmark
    public int factor() {
        System.arraycopy(gram, 0, work, 0, work.length);
        return BlockCholesky.factor(n, work, workers);
    }
}
