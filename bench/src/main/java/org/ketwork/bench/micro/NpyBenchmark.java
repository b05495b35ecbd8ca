package org.ketwork.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.NpyFile;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Reading 8 MB of numbers from a file that the system holds in memory. */
public class NpyBenchmark extends Microbenchmark {
    private static final int LENGTH = 1_000_000;
    private final double[] block = new double[1 << 14];
    private Path file = Path.of("");

    @Setup
    public void prepare() throws IOException {
        double[] values = new double[LENGTH];
        RandomAddress.root(1).fillUniform(values);
        file = Files.createTempFile("ketwork-bench", ".npy");
        Npy.write(file, NdArray.vector(values));
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public NdArray whole() {
        return Npy.read(file);
    }

    @Benchmark
    public double inBlocks() {
        double sum = 0;
        try (NpyFile mapped = NpyFile.open(file)) {
            for (long offset = 0; offset < mapped.size(); offset += block.length) {
                int length = (int) Math.min(block.length, mapped.size() - offset);
                mapped.read(offset, length, block);
                sum += block[length - 1];
            }
        }
        return sum;
    }
}
