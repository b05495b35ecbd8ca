package org.ketwork.claims.loss;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.KeepProbability;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.data.Standardisation;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingListener;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** Dropout on real data, over repeated random splits. The noise is the variance (1-p)/p of a mask scaled to mean one. */
final class RealData {
    private static final double DIABETES_TEST_SHARE = 0.9;
    private static final double DIGITS_TEST_SHARE = 0.9;
    private static final double BRIGHTEST_PIXEL = 16;
    private static final int HIDDEN = 128;
    private static final int BATCH = 45;
    private static final double LEARNING_RATE = 5e-3;

    private RealData() {}

    /** Diabetes by dropout regression: mean squared error on the held-out patients over the variance of their targets. */
    static NoisyTask diabetes(double unit) {
        DataSet data = DataSets.diabetes();
        return new NoisyTask(
                "diabetes, real",
                unit,
                Optional.empty(),
                (noises, repetition) -> regress(Split.of(data, DIABETES_TEST_SHARE, repetition), noises));
    }

    /** The same with the targets permuted among the patients: there is nothing to learn. */
    static NoisyTask diabetesPermuted(double unit) {
        DataSet data = DataSets.diabetes();
        return new NoisyTask("diabetes, targets permuted", unit, Optional.empty(), (noises, repetition) -> {
            int[] order = repetition.at("permutation").stream().permutation(data.samples());
            DataSet permuted = new DataSet(
                    data.name(), data.features(), data.targets().select(order), data.featureNames(), data.provenance());
            return regress(Split.of(permuted, DIABETES_TEST_SHARE, repetition), noises);
        });
    }

    /**
     * The best noise V/S for the diabetes regression, estimated from training parts alone: signal and variance averaged over
     * splits.
     */
    static double predictedDiabetesNoise(int splits, RandomAddress address) {
        DataSet data = DataSets.diabetes();
        double signal = 0;
        double variance = 0;
        for (int s = 0; s < splits; s++) {
            Prepared train = Prepared.of(Split.of(data, DIABETES_TEST_SHARE, address.at(s)));
            KeepProbability estimate = KeepProbability.of(train.x, train.y);
            signal += estimate.signal();
            variance += estimate.variance();
        }
        return variance / signal;
    }

    /** Both parts with features standardised and targets centred by the training part. */
    private record Prepared(Matrix x, double[] y, Matrix testX, double[] testY) {
        static Prepared of(Split split) {
            Standardisation scale = Standardisation.fit(split.train().features());
            double[] y = split.train().values().values().column(0);
            double[] testY = split.test().values().values().column(0);
            double mean = Arrays.stream(y).average().orElseThrow();
            return new Prepared(
                    scale.apply(split.train().features()),
                    Grid.map(y, v -> v - mean),
                    scale.apply(split.test().features()),
                    Grid.map(testY, v -> v - mean));
        }
    }

    private static double[] regress(Split split, double[] noises) {
        Prepared data = Prepared.of(split);
        double spread = KernelProblem.squaredDistance(data.testY, new double[data.testY.length]);
        return Grid.map(noises, v -> {
            double[] w = DropoutRegression.of(data.x, data.y, MaskMoments.multiplicativeNoise(data.x.columns(), v))
                    .minimiser();
            return KernelProblem.squaredDistance(data.testX.times(w), data.testY) / spread;
        });
    }

    /**
     * Digits by a network 64-128-10 with dropout of its hidden units, trained on a tenth of the images: cross-entropy without masks
     * on the others. At every noise level it starts from the same weights, sees the images in the same order, and draws its masks
     * from the same numbers. Share, size and rate were chosen after a pilot, which the declaration of the claim says.
     */
    static NoisyTask digits(String name, int epochs) {
        DataSet data = DataSets.digits();
        DataSet bright = data.withFeatures(data.features().scale(1 / BRIGHTEST_PIXEL));
        return new NoisyTask(name, 1, Optional.empty(), (noises, repetition) -> {
            Split split = Split.of(bright, DIGITS_TEST_SHARE, repetition);
            // Repetitions run in parallel already.
            try (Workers alone = Workers.of(1)) {
                return Grid.map(noises, v -> trainedLoss(split, v, epochs, repetition.at("training"), alone));
            }
        });
    }

    private static double trainedLoss(Split split, double noise, int epochs, RandomAddress random, Workers workers) {
        TrainingSpec spec = new TrainingSpec(
                new SoftmaxCrossEntropy(), new Adam(), LearningRate.constant(LEARNING_RATE), BATCH, epochs);
        Network network = Network.ofInputs(split.train().features().columns())
                .dense(HIDDEN)
                .activation(Activation.RELU)
                .masked(Masking.inverted(new Bernoulli(LossTasks.keepProbability(noise))))
                .dense(split.train().labels().classNames().size())
                .build();
        Examples training = Examples.of(split.train(), network, spec.loss());
        Trainer trainer = new Trainer(network, spec, training, Optional.empty(), random, workers);
        TrainingState state = trainer.start();
        trainer.run(state, TrainingListener.NONE);
        return Trainer.score(state.parameters(), spec, Examples.of(split.test(), network, spec.loss()))
                .loss();
    }
}
