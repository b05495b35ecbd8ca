package org.ketwork.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.NpyFile;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The ground floor: matrix products, random numbers, array files. Times are milliseconds per call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Xmx2g"})
public class NumericsBenchmark {
    private static final int N = 1024;
    private static final int MILLION = 1_000_000;
    private static final int PASSES = 100;
    private static final int SAMPLES = 10_000;
    private static final int CLASSES = 10;
    private static final RandomAddress ADDRESS = RandomAddress.root(1);

    private final double[] numbers = new double[MILLION];
    private final double[] block = new double[1 << 16];
    private Matrix left = Matrix.zeros(0, 0);
    private Matrix right = Matrix.zeros(0, 0);
    private Path file = Path.of("");

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        left = random("left");
        right = random("right");
        file = Files.createTempFile("ketwork-bench", ".npy");
        double[] values = new double[PASSES * SAMPLES * CLASSES];
        ADDRESS.at("file").fillUniform(values);
        Npy.write(file, NdArray.of(values, PASSES, SAMPLES, CLASSES));
    }

    private static Matrix random(String name) {
        double[] values = new double[N * N];
        ADDRESS.at(name).fillUniform(values);
        return Matrix.wrap(N, N, values);
    }

    @TearDown(Level.Trial)
    public void remove() throws Exception {
        Files.delete(file);
    }

    /** 2.147 Gflop: 1 ms is 2147 Gflop/s. */
    @Benchmark
    public Matrix product1024() {
        return left.times(right);
    }

    @Benchmark
    public double[] millionUniforms() {
        ADDRESS.fillUniform(numbers);
        return numbers;
    }

    @Benchmark
    public double[] millionNormals() {
        ADDRESS.fillNormal(numbers);
        return numbers;
    }

    /** 80 MB in blocks from a file that the system holds in memory. */
    @Benchmark
    public double readNpyInBlocks() {
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

    /** The same 80 MB as one array. */
    @Benchmark
    public NdArray readNpyWhole() {
        return Npy.read(file);
    }
}
