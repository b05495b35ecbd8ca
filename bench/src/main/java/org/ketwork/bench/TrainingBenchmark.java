package org.ketwork.bench;

import static org.ketwork.neural.mask.Masking.inverted;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.prediction.MonteCarlo;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingListener;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training and predicting with dropout: 1437 digits, 64-256-256-10, ReLU, keep probability 1/2 on both hidden layers, Adam, batches of
 * 64. Times are milliseconds per epoch, and per 1000 Monte Carlo passes over all 1797 digits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Xmx2g"})
public class TrainingBenchmark {
    private static final int TRAINED = 1437;
    private static final int EPOCHS = 20;
    private static final int PASSES = 1000;
    private static final RandomAddress ADDRESS = RandomAddress.root(1);

    /** Who shares a mask. */
    @Param
    public Sharing sharing = Sharing.PER_SAMPLE;

    @Param({"1", "2"})
    public int threads = 2;

    private final DataSet digits = digits();
    private final Network network = Network.ofInputs(64)
            .dense(256)
            .activation(Activation.RELU)
            .masked(inverted(new Bernoulli(0.5)))
            .dense(256)
            .activation(Activation.RELU)
            .masked(inverted(new Bernoulli(0.5)))
            .dense(10)
            .build();
    private final Loss loss = new SoftmaxCrossEntropy();
    private Workers workers = Workers.of(1);

    @Setup(Level.Trial)
    public void start() {
        workers.close();
        workers = Workers.of(threads);
    }

    @TearDown(Level.Trial)
    public void stop() {
        workers.close();
    }

    private static DataSet digits() {
        DataSet digits = DataSets.digits();
        return digits.withFeatures(digits.features().scale(1.0 / 16));
    }

    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public TrainingState epoch() {
        DataSet part = digits.select(IntStream.range(0, TRAINED).toArray());
        TrainingSpec spec = new TrainingSpec(loss, new Adam(), LearningRate.constant(1e-3), 64, EPOCHS).with(sharing);
        Examples examples = Examples.of(part, network, loss);
        Trainer trainer = new Trainer(network, spec, examples, Optional.empty(), ADDRESS, workers);
        TrainingState state = trainer.start();
        trainer.run(state, TrainingListener.NONE);
        return state;
    }

    @Benchmark
    public NdArray thousandPasses() {
        MonteCarlo prediction = new MonteCarlo(
                network.initialise(ADDRESS.at("weights")), PASSES, ADDRESS.at("passes"), Optional.of(sharing));
        return prediction.probabilities(digits.features(), workers);
    }
}
