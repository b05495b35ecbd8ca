package org.ketwork.bench.work;

import java.util.Optional;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.prediction.MonteCarlo;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * The 8x8 digits and the network 64-256-256-10 with ReLU and dropout p = 0.5 behind both hidden layers: trained by Adam on batches of
 * 64 out of 80 % of the digits.
 */
public final class DropoutDigits {
    private static final int BATCH = 64;
    private static final int HIDDEN = 256;
    private static final double KEEP = 0.5;
    private static final double RATE = 1e-3;
    private static final double TEST_SHARE = 0.2;
    private static final RandomAddress ADDRESS = RandomAddress.root(1);

    private final DataSet all = Digits.load();
    private final Split split = Split.of(all, TEST_SHARE, ADDRESS);
    private final Network network = Network.ofInputs(all.features().columns())
            .dense(HIDDEN)
            .activation(Activation.RELU)
            .masked(Masking.inverted(new Bernoulli(KEEP)))
            .dense(HIDDEN)
            .activation(Activation.RELU)
            .masked(Masking.inverted(new Bernoulli(KEEP)))
            .dense(all.labels().classNames().size())
            .build();
    private final Sharing sharing;
    private final Workers workers;
    private final TrainingState state;

    /** Every sample has its own masks, as in other programs. */
    public DropoutDigits(Workers workers) {
        this(Sharing.PER_SAMPLE, workers);
    }

    public DropoutDigits(Sharing sharing, Workers workers) {
        this.sharing = sharing;
        this.workers = workers;
        this.state = trainer(0).start();
    }

    private TrainingSpec spec(int epochs) {
        return new TrainingSpec(new SoftmaxCrossEntropy(), new Adam(), new LearningRate.Constant(RATE), BATCH, epochs)
                .with(sharing);
    }

    private Trainer trainer(int epochs) {
        TrainingSpec spec = spec(epochs);
        Examples examples = Examples.of(split.train(), network, spec.loss());
        return new Trainer(network, spec, examples, Optional.empty(), ADDRESS, workers);
    }

    /** Trains on and tells how long each epoch took. */
    public Times train(int epochs) {
        double[] seconds = new double[epochs];
        double processor = Times.processorSecondsOfThisProcess();
        int first = state.epoch();
        long[] start = {System.nanoTime()};
        trainer(first + epochs).run(state, (record, _) -> {
            long now = System.nanoTime();
            seconds[record.epoch() - first - 1] = (now - start[0]) / 1e9;
            start[0] = now;
        });
        return new Times(seconds, Times.processorSecondsOfThisProcess() - processor);
    }

    /** Class probabilities of all 1797 digits under drawn masks, of shape (passes, samples, classes). */
    public NdArray predict(int passes) {
        return new MonteCarlo(parameters(), passes, ADDRESS.at("passes"), Optional.of(sharing))
                .probabilities(all.features(), workers);
    }

    /** The share of held-out digits that are told rightly without masks. */
    public double accuracy() {
        TrainingSpec spec = spec(0);
        return Trainer.score(parameters(), spec, Examples.of(split.test(), network, spec.loss()))
                .accuracy()
                .orElseThrow();
    }

    private Parameters parameters() {
        return state.parameters();
    }
}
