package org.ketwork.claims.reading;

import java.util.Optional;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
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

/** A classifier of digits with one hidden layer, cut open at that layer. */
final class DigitLayers {
    private static final int HIDDEN = 32;

    private final Matrix hidden;
    private final int[] labels;
    private final Matrix weights;
    private final double[] bias;

    private DigitLayers(Matrix hidden, int[] labels, Matrix weights, double[] bias) {
        this.hidden = hidden;
        this.labels = labels;
        this.weights = weights;
        this.bias = bias;
    }

    /** Trains on a random half of the digits and opens the layer on the other half. */
    static DigitLayers train(Activation activation, int epochs, RandomAddress address, Workers workers) {
        DataSet digits = DataSets.digits();
        Split split = Split.of(digits.withFeatures(digits.features().scale(1.0 / 16)), 0.5, address);
        Network network = Network.dense(activation, 64, HIDDEN, 10);
        Loss loss = new SoftmaxCrossEntropy();
        TrainingSpec spec = new TrainingSpec(loss, new Adam(), LearningRate.constant(5e-3), 32, epochs);
        Trainer trainer = new Trainer(
                network, spec, Examples.of(split.train(), network, loss), Optional.empty(), address, workers);
        TrainingState state = trainer.start();
        trainer.run(state, TrainingListener.NONE);
        Parameters parameters = state.parameters();
        Parameters body = parameters.head(2);
        return new DigitLayers(
                body.network().apply(body, split.test().features(), Pass.unmasked()),
                split.test().labels().classes(),
                Matrix.wrap(10, HIDDEN, parameters.block("2.weight")),
                parameters.block("2.bias"));
    }

    /** Activations of the held-out digits, of shape (samples, units). */
    Matrix activations() {
        return hidden.copy();
    }

    /** Share of held-out digits that are read right when the layer holds these values. */
    double accuracy(Matrix activations) {
        Matrix logits = logits(activations);
        int hits = 0;
        for (int n = 0; n < labels.length; n++) {
            int best = 0;
            for (int c = 1; c < 10; c++) {
                best = logits.get(n, c) > logits.get(n, best) ? c : best;
            }
            hits += best == labels[n] ? 1 : 0;
        }
        return (double) hits / labels.length;
    }

    /** Mean log-loss in nats when the layer holds these values. */
    double logLoss(Matrix activations) {
        Matrix logits = logits(activations);
        SoftmaxCrossEntropy.softmax(labels.length, 10, logits.data());
        double sum = 0;
        for (int n = 0; n < labels.length; n++) {
            sum -= Math.log(Math.max(logits.get(n, labels[n]), Double.MIN_NORMAL));
        }
        return sum / labels.length;
    }

    private Matrix logits(Matrix activations) {
        Matrix logits = activations.timesTranspose(weights);
        for (int n = 0; n < logits.rows(); n++) {
            for (int c = 0; c < 10; c++) {
                logits.set(n, c, logits.get(n, c) + bias[c]);
            }
        }
        return logits;
    }
}
