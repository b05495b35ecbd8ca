package org.ketwork.claims.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.bridge.ensemble.PredictionSource;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Provenance;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.data.Targets;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.loss.Loss;
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
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * A dropout network that knows the digits 0 to 7, and its passes over inputs it should know and over three kinds it should not.
 *
 * @param gain how much lower the log-loss of the mean prediction is than that of a single pass, on known digits, in nats
 */
record DigitEnsemble(PredictionAnatomy known, List<PredictionAnatomy> unknown, double gain, double accuracy) {
    /** The kinds of inputs that the network was not trained for. */
    static final List<String> UNKNOWN = List.of("digits 8 and 9", "turned by 90 degrees", "shuffled pixels");

    private static final int CLASSES = 8;
    private static final int SIDE = 8;

    /** How a network is trained and asked. */
    record Plan(double keep, int hidden, int epochs, int passes) {}

    static DigitEnsemble train(Plan plan, RandomAddress address, Workers workers) {
        DataSet all = DataSets.digits();
        DataSet scaled = all.withFeatures(all.features().scale(1.0 / 16));
        DataSet others = select(scaled, label -> label >= CLASSES);
        Split split = Split.of(firstClasses(scaled), 0.4, address);
        Masking masking = Masking.inverted(new Bernoulli(plan.keep()));
        Network network = Network.ofInputs(SIDE * SIDE)
                .dense(plan.hidden())
                .activation(Activation.RELU)
                .masked(masking)
                .dense(plan.hidden())
                .activation(Activation.RELU)
                .masked(masking)
                .dense(CLASSES)
                .build();
        Loss loss = new SoftmaxCrossEntropy();
        TrainingSpec spec = new TrainingSpec(loss, new Adam(), LearningRate.constant(3e-3), 32, plan.epochs());
        TrainingState state = trained(network, spec, Examples.of(split.train(), network, loss), address, workers);
        MonteCarlo passes = new MonteCarlo(state.parameters(), plan.passes(), address.at("passes"));

        Matrix known = split.test().features();
        double[] probabilities = passes.probabilities(known, workers).data();
        int[] labels = split.test().labels().classes();
        List<PredictionAnatomy> unknown = new ArrayList<>();
        for (Matrix inputs : List.of(others.features(), turned(known), shuffled(known, address.at("shuffle")))) {
            unknown.add(anatomy(passes, inputs, workers));
        }
        PredictionAnatomy anatomy = anatomy(passes, known, workers);
        return new DigitEnsemble(
                anatomy,
                unknown,
                gain(probabilities, anatomy.meanProbabilities(), labels, plan.passes()),
                accuracy(anatomy.meanProbabilities(), labels));
    }

    private static TrainingState trained(
            Network network, TrainingSpec spec, Examples examples, RandomAddress address, Workers workers) {
        Trainer trainer = new Trainer(network, spec, examples, Optional.empty(), address, workers);
        TrainingState state = trainer.start();
        trainer.run(state, TrainingListener.NONE);
        return state;
    }

    private static PredictionAnatomy anatomy(MonteCarlo passes, Matrix inputs, Workers workers) {
        return PredictionAnatomy.of(PredictionSource.of(passes.probabilities(inputs, workers)), workers);
    }

    private static DataSet select(DataSet data, IntPredicate label) {
        int[] classes = data.labels().classes();
        return data.select(IntStream.range(0, data.samples())
                .filter(i -> label.test(classes[i]))
                .toArray());
    }

    /** Digits 0 to 7 as a data set of eight classes. */
    private static DataSet firstClasses(DataSet data) {
        DataSet chosen = select(data, label -> label < CLASSES);
        Provenance origin = chosen.provenance();
        return new DataSet(
                "digits 0 to 7",
                chosen.features(),
                new Targets.Labels(
                        chosen.labels().classes(), chosen.labels().classNames().subList(0, CLASSES)),
                chosen.featureNames(),
                origin);
    }

    private static Matrix turned(Matrix images) {
        Matrix result = Matrix.zeros(images.rows(), images.columns());
        for (int n = 0; n < images.rows(); n++) {
            for (int r = 0; r < SIDE; r++) {
                for (int c = 0; c < SIDE; c++) {
                    result.set(n, c * SIDE + SIDE - 1 - r, images.get(n, r * SIDE + c));
                }
            }
        }
        return result;
    }

    /** Each image with its pixels in an order of its own: the same ink, no digit. */
    private static Matrix shuffled(Matrix images, RandomAddress address) {
        Matrix result = Matrix.zeros(images.rows(), images.columns());
        for (int n = 0; n < images.rows(); n++) {
            RandomStream stream = address.at(n).stream();
            int[] order = stream.permutation(images.columns());
            for (int i = 0; i < order.length; i++) {
                result.set(n, i, images.get(n, order[i]));
            }
        }
        return result;
    }

    private static double gain(double[] probabilities, Matrix mean, int[] labels, int passes) {
        double single = 0;
        double together = 0;
        for (int n = 0; n < labels.length; n++) {
            together -= Math.log(Math.max(mean.get(n, labels[n]), Double.MIN_NORMAL));
            for (int t = 0; t < passes; t++) {
                double p = probabilities[(t * labels.length + n) * CLASSES + labels[n]];
                single -= Math.log(Math.max(p, Double.MIN_NORMAL)) / passes;
            }
        }
        return (single - together) / labels.length;
    }

    private static double accuracy(Matrix mean, int[] labels) {
        int hits = 0;
        for (int n = 0; n < labels.length; n++) {
            int best = 0;
            for (int c = 1; c < CLASSES; c++) {
                best = mean.get(n, c) > mean.get(n, best) ? c : best;
            }
            hits += best == labels[n] ? 1 : 0;
        }
        return (double) hits / labels.length;
    }
}
