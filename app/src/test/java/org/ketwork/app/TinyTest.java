package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskChannel;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.bridge.ensemble.PredictionSource;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.prediction.MonteCarlo;
import org.ketwork.neural.training.Examples;
import org.ketwork.neural.training.Trainer;
import org.ketwork.neural.training.TrainingListener;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.neural.training.TrainingState;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.noise.SchurNoise;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** The whole library in one readable file; the README shows its first half. */
class TinyTest {
    @Test
    void aNetworkUnderDropoutIsADensityMatrix() {
        RandomAddress random = RandomAddress.root(1);
        Split digits = Split.of(DataSets.digits(), 0.2, random.at("split"));

        Network network = Network.ofInputs(64)
                .dense(128)
                .activation(Activation.RELU)
                .masked(Masking.inverted(new Bernoulli(0.5)))
                .dense(10)
                .build();
        TrainingSpec spec =
                new TrainingSpec(new SoftmaxCrossEntropy(), new Adam(), LearningRate.constant(1e-3), 64, 20);

        try (Workers workers = Workers.of(2)) {
            Examples examples = Examples.of(digits.train(), network, spec.loss());
            Trainer trainer = new Trainer(network, spec, examples, Optional.empty(), random, workers);
            TrainingState trained = trainer.start();
            trainer.run(trained, TrainingListener.NONE);

            MonteCarlo passes = new MonteCarlo(trained.parameters(), 100, random.at("passes"));
            PredictionAnatomy anatomy = PredictionAnatomy.of(
                    PredictionSource.of(passes.probabilities(digits.test().features(), workers)), workers);
            double bald = anatomy.mean(anatomy.bald());
            double vonNeumann = anatomy.mean(anatomy.vonNeumannEntropy());
            double predictive = anatomy.mean(anatomy.predictiveEntropy());

            assertThat(0.0).isLessThan(bald);
            assertThat(bald).isLessThan(vonNeumann);
            assertThat(vonNeumann).isLessThan(predictive);
        }
    }

    @Test
    void theSameMaskLawDephasesAState() {
        SchurNoise dephasing = MaskChannel.of(new Bernoulli(0.7), 4);

        DensityMatrix masked =
                Kraus.of(dephasing).apply(Ket.normalised(1, 2, 3, 4).density());

        // Tr ρ² = p² + (1 - p²) Σ|ψ_i|⁴ = 0.49 + 0.51 · 354/900
        assertThat(masked.purity()).isCloseTo(0.6906, within(1e-14));
    }
}
