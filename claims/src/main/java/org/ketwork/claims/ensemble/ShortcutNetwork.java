package org.ketwork.claims.ensemble;

import java.util.Optional;
import org.ketwork.bridge.robustness.SpuriousFeatures;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
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

/** A small ReLU network on core and spurious features, with dropout of its inputs. */
final class ShortcutNetwork {
    private static final int HIDDEN = 16;
    private static final int TEST_SAMPLES = 2000;
    private static final TrainingSpec TRAINING =
            new TrainingSpec(new SquaredError(), new Adam(0.9, 0.999, 1e-8), LearningRate.constant(0.01), 50, 40);

    private ShortcutNetwork() {}

    /**
     * Accuracies on a common minority sample of networks trained at several keep probabilities, on the same data from the same first
     * weights.
     */
    static double[] minorityAccuracies(SpuriousFeatures model, int samples, RandomAddress address, double... keep) {
        SpuriousFeatures.Sample data = model.sample(samples, address.at("data").stream());
        SpuriousFeatures.Sample minority = model.minoritySample(TEST_SAMPLES, address.at("minority").stream());
        double[] accuracies = new double[keep.length];
        for (int k = 0; k < keep.length; k++) {
            Network network = Network.ofInputs(model.units())
                    .masked(Masking.inverted(new Bernoulli(keep[k])))
                    .dense(HIDDEN)
                    .activation(Activation.RELU)
                    .dense(1)
                    .build();
            accuracies[k] = accuracy(train(network, data, address), minority);
        }
        return accuracies;
    }

    private static Parameters train(Network network, SpuriousFeatures.Sample data, RandomAddress address) {
        // The seeds already run side by side on the workers of the claim.
        try (Workers alone = Workers.of(1)) {
            Examples examples = new Examples(data.features(), data.label(), 1);
            Trainer trainer = new Trainer(network, TRAINING, examples, Optional.empty(), address, alone);
            TrainingState state = trainer.start();
            trainer.run(state, TrainingListener.NONE);
            return state.parameters();
        }
    }

    private static double accuracy(Parameters parameters, SpuriousFeatures.Sample sample) {
        Matrix outputs = parameters.network().apply(parameters, sample.features(), Pass.unmasked());
        int right = 0;
        for (int i = 0; i < outputs.rows(); i++) {
            right += outputs.get(i, 0) * sample.label()[i] > 0 ? 1 : 0;
        }
        return (double) right / outputs.rows();
    }
}
