package org.ketwork.bench.work;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.prediction.MaskedReadout;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingListener;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** A network 64-n-10 trained on the digits with dropout p = 0.5 on its hidden layer, small enough to visit all its masks. */
public final class MaskedDigits {
    private static final int EPOCHS = 30;
    private static final int BATCH = 64;
    private static final double KEEP = 0.5;
    private static final double RATE = 1e-2;

    private MaskedDigits() {}

    /** The read-out of the first inputs by a hidden layer of that many units. */
    public static MaskedReadout readout(int units, int inputs, Workers workers) {
        DataSet digits = Digits.load();
        Network network = Network.ofInputs(digits.features().columns())
                .dense(units)
                .activation(Activation.TANH)
                .masked(Masking.inverted(new Bernoulli(KEEP)))
                .dense(digits.labels().classNames().size())
                .build();
        TrainingSpec spec =
                new TrainingSpec(new SoftmaxCrossEntropy(), new Adam(), new LearningRate.Constant(RATE), BATCH, EPOCHS);
        Trainer trainer = new Trainer(
                network,
                spec,
                Examples.of(digits, network, spec.loss()),
                Optional.empty(),
                RandomAddress.root(1),
                workers);
        TrainingState state = trainer.start();
        trainer.run(state, TrainingListener.NONE);
        DataSet first = digits.select(IntStream.range(0, inputs).toArray());
        return MaskedReadout.of(state.parameters(), first.features());
    }
}
