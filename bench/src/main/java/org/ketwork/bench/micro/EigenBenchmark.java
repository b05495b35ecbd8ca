package org.ketwork.bench.micro;

import org.ketwork.bench.work.RandomMatrices;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Spectra of Hermitian matrices, with and without their vectors. */
public class EigenBenchmark extends Microbenchmark {
    @Param({"4", "16", "64", "256"})
    public int n;

    private ComplexMatrix matrix = ComplexMatrix.zeros(0, 0);

    @Setup
    public void prepare() {
        matrix = RandomMatrices.hermitian(n);
    }

    @Benchmark
    public HermitianEigen valuesAndVectors() {
        return HermitianEigen.of(matrix);
    }

    @Benchmark
    public double[] values() {
        return HermitianEigen.values(matrix);
    }
}
