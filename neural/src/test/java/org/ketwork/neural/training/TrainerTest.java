package org.ketwork.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.BinaryCrossEntropy;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.KeepSchedule;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.Lbfgs;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.optimiser.Minimum;
import org.ketwork.neural.optimiser.Sgd;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

class TrainerTest {
    private static final RandomAddress RANDOM = RandomAddress.root(77);

    private final Split split = Split.of(scaledDigits(), 0.2, RANDOM);
    private final Network network = Network.ofInputs(64)
            .dense(64)
            .activation(Activation.RELU)
            .masked(Masking.inverted(new Bernoulli(0.8)))
            .dense(48)
            .activation(Activation.TANH)
            .masked(Masking.inverted(new Bernoulli(0.5)))
            .dense(10)
            .build();
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    private final Examples training = Examples.of(split.train(), network, loss);
    private final Examples test = Examples.of(split.test(), network, loss);

    @ParameterizedTest
    @EnumSource
    void learnsDigits(Sharing sharing) {
        List<EpochRecord> records = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            Trainer trainer = trainer(spec(12).with(sharing), workers);
            trainer.run(trainer.start(), (record, state) -> records.add(record));
        }
        EpochRecord last = records.getLast();
        assertThat(last.validation().orElseThrow().accuracy().orElseThrow()).isGreaterThan(0.94);
        assertThat(last.validation().orElseThrow().masked()).isFalse();
        assertThat(last.training().masked()).isTrue();
        assertThat(last.training().loss())
                .isLessThan(records.getFirst().training().loss() / 2);
        assertThat(last.epoch()).isEqualTo(12);
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        double[] one = trained(1);
        double[] two = trained(2);
        assertThat(two).containsExactly(one);
    }

    @Test
    void interruptedTrainingEndsWithTheSameBits() {
        try (Workers workers = Workers.of(2)) {
            Trainer whole = trainer(spec(5), workers);
            TrainingState uninterrupted = whole.start();
            whole.run(uninterrupted, TrainingListener.NONE);

            List<Map<String, double[]>> stored = new ArrayList<>();
            Trainer first = trainer(spec(5), workers);
            TrainingState state = first.start();
            assertThatThrownBy(() -> first.run(state, (record, live) -> {
                        stored.add(live.arrays());
                        if (record.epoch() == 2) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .hasMessage("killed");
            Trainer second = trainer(spec(5), workers);
            TrainingState resumed = TrainingState.restore(network, new Adam(), stored.getLast());
            assertThat(resumed.epoch()).isEqualTo(2);
            second.run(resumed, TrainingListener.NONE);

            assertThat(resumed.arrays().keySet())
                    .isEqualTo(uninterrupted.arrays().keySet());
            uninterrupted
                    .arrays()
                    .forEach((name, array) ->
                            assertThat(resumed.arrays().get(name)).as(name).containsExactly(array));
        }
    }

    @Test
    void keepScheduleIsFollowedAndRecorded() {
        TrainingSpec annealed = spec(3).with(new KeepSchedule.Annealed(0.5, 1, 2));
        List<EpochRecord> records = new ArrayList<>();
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = trainer(annealed, workers);
            trainer.run(trainer.start(), (record, state) -> records.add(record));
        }
        int steps = (int) records.getFirst().steps();
        assertThat(records.getFirst().keepProbability().orElseThrow())
                .isCloseTo(0.5 + 0.25 * (steps - 1) / steps, within(1e-12));
        assertThat(records.getLast().keepProbability().orElseThrow()).isEqualTo(1);
    }

    @Test
    void stopsEarlyAndKeepsTheBestParameters() {
        // A rate at which plain descent overshoots after a while.
        TrainingSpec spec =
                new TrainingSpec(loss, new Adam(), LearningRate.constant(0.03), 32, 60).with(new EarlyStopping(3));
        List<EpochRecord> records = new ArrayList<>();
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = trainer(spec, workers);
            TrainingState state = trainer.start();
            trainer.run(state, (record, live) -> records.add(record));
            assertThat(records).hasSizeLessThan(60);
            assertThat(state.epoch() - state.bestEpoch()).isEqualTo(3);
            double lowest = records.stream()
                    .mapToDouble(r -> r.validation().orElseThrow().loss())
                    .min()
                    .orElseThrow();
            assertThat(state.bestLoss()).isEqualTo(lowest);
            assertThat(Trainer.score(state.best(), spec, test).loss()).isEqualTo(lowest);
        }
    }

    @Test
    void fullBatchDescentOfALinearNetworkIsRidgeRegression() {
        DataSet diabetes = DataSets.diabetes();
        Matrix x = diabetes.features().scale(0.01);
        Network linear = Network.ofInputs(x.columns()).denseWithoutBias(1).build();
        double[] y = Matrix.wrap(x.rows(), 1, diabetes.values().values().column(0))
                .scale(0.01)
                .data();
        Examples examples = new Examples(x, y, 1);
        double decay = 0.1;
        Matrix normal = x.transposeTimes(x)
                .scale(1.0 / x.rows())
                .plus(Matrix.identity(x.columns()).scale(decay));
        double[] rightSide = x.transposeTimes(examples.targets());
        for (int i = 0; i < rightSide.length; i++) {
            rightSide[i] /= x.rows();
        }
        double[] expected = LinearSystem.solve(normal, rightSide);
        try (Workers workers = Workers.of(2)) {
            FullBatch batch = new FullBatch(linear, new SquaredError(), examples, decay, Pass.unmasked(), workers);
            Minimum minimum = batch.minimise(new Lbfgs(20, 500, 1e-11), linear.initialise(RANDOM));
            assertThat(minimum.gradientNorm()).isLessThan(1e-10);
            assertThat(minimum.point()).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void aBinaryClassifierIsScored() {
        DataSet cancer = DataSets.breastCancer();
        Network logistic =
                Network.ofInputs(cancer.features().columns()).dense(1).build();
        BinaryCrossEntropy binary = new BinaryCrossEntropy();
        DataSet small = cancer.withFeatures(cancer.features().scale(1e-3));
        Examples examples = Examples.of(small, logistic, binary);
        TrainingSpec spec = new TrainingSpec(binary, new Sgd(0.9, true), LearningRate.constant(0.5), 32, 30);
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = new Trainer(logistic, spec, examples, Optional.empty(), RANDOM, workers);
            TrainingState state = trainer.start();
            trainer.run(state, TrainingListener.NONE);
            Scores scores = Trainer.score(state.parameters(), spec, examples);
            assertThat(scores.accuracy().orElseThrow()).isGreaterThan(0.85);
            assertThat(scores.calibrationError().orElseThrow()).isBetween(0.0, 0.2);
        }
    }

    @Test
    void divergenceIsSaidPlainly() {
        DataSet diabetes = DataSets.diabetes();
        Network linear =
                Network.ofInputs(diabetes.features().columns()).dense(1).build();
        Examples examples = Examples.of(diabetes, linear, new SquaredError());
        TrainingSpec wild = new TrainingSpec(new SquaredError(), new Sgd(), LearningRate.constant(1), 32, 50);
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = new Trainer(linear, wild, examples, Optional.empty(), RANDOM, workers);
            assertThatThrownBy(() -> trainer.run(trainer.start(), TrainingListener.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("training diverged: the loss of a batch is");
        }
    }

    @Test
    void numbersThatAreNoneAreRefusedBeforeTraining() {
        assertThatThrownBy(() -> new Examples(Matrix.of(new double[] {1, Double.NaN}), new double[] {0}, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the inputs to train on must be finite, got NaN");
        assertThatThrownBy(
                        () -> new Examples(Matrix.of(new double[] {1, 2}), new double[] {Double.POSITIVE_INFINITY}, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the targets to train on must be finite, got Infinity");
        assertThatThrownBy(() -> new Examples(Matrix.zeros(0, 3), new double[0], 1))
                .hasMessage("there must be at least one example");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        try (Workers workers = Workers.of(1)) {
            TrainingSpec squared = new TrainingSpec(new SquaredError(), new Sgd(), LearningRate.constant(1), 8, 1);
            assertThatThrownBy(() -> new Trainer(network, squared, training, Optional.empty(), RANDOM, workers))
                    .hasMessageContaining("needs 10 target numbers per sample, got 1");
            TrainingSpec stopping = spec(2).with(new EarlyStopping(1));
            assertThatThrownBy(() -> new Trainer(network, stopping, training, Optional.empty(), RANDOM, workers))
                    .hasMessageContaining("early stopping needs validation examples");
        }
        Map<String, double[]> stored =
                TrainingState.start(network.initialise(RANDOM), new Sgd()).arrays();
        assertThatThrownBy(() -> TrainingState.restore(network, new Adam(), stored))
                .hasMessageContaining("\"moment0\"");
    }

    private double[] trained(int threads) {
        try (Workers workers = Workers.of(threads)) {
            Trainer trainer = trainer(spec(3), workers);
            TrainingState state = trainer.start();
            trainer.run(state, TrainingListener.NONE);
            return state.parameters().values();
        }
    }

    private Trainer trainer(TrainingSpec spec, Workers workers) {
        return new Trainer(network, spec, training, Optional.of(test), RANDOM, workers);
    }

    private TrainingSpec spec(int epochs) {
        return new TrainingSpec(loss, new Adam(), LearningRate.constant(3e-3), 64, epochs);
    }

    private static DataSet scaledDigits() {
        DataSet digits = DataSets.digits();
        return digits.withFeatures(digits.features().scale(1.0 / 16));
    }
}
