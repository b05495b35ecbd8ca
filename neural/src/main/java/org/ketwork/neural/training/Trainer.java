package org.ketwork.neural.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Residual;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Trains a network on mini-batches in random order. All random numbers are addressed: fresh weights under "weights", the order of
 * epoch e under ("order", e), the masks of a step under "masks"; the result depends on the address and the specification, not on
 * threads or interruptions.
 *
 * <pre>{@code
 * Trainer trainer = new Trainer(network, spec, examples, Optional.of(validation), address, workers);
 * TrainingState state = trainer.start();
 * trainer.run(state, TrainingListener.NONE);
 * }</pre>
 */
public final class Trainer {
    /** Parameters per piece of a step of the optimiser. */
    private static final int PIECE = 1 << 12;

    private final Network network;
    private final TrainingSpec spec;
    private final Examples training;
    private final Optional<Examples> validation;
    private final RandomAddress address;
    private final Workers workers;
    private final boolean masked;

    public Trainer(
            Network network,
            TrainingSpec spec,
            Examples training,
            Optional<Examples> validation,
            RandomAddress address,
            Workers workers) {
        if (spec.earlyStopping().isPresent() && validation.isEmpty()) {
            throw new IllegalArgumentException("early stopping needs validation examples");
        }
        requireFitting(network, spec, training);
        validation.ifPresent(examples -> requireFitting(network, spec, examples));
        this.network = network;
        this.spec = spec;
        this.training = training;
        this.validation = validation;
        this.address = address;
        this.workers = workers;
        this.masked = hasMasks(network.layers());
    }

    /** Training from fresh parameters. */
    public TrainingState start() {
        return start(network.initialise(address.at("weights")));
    }

    /** Training from the given parameters. */
    public TrainingState start(Parameters parameters) {
        return TrainingState.start(parameters, spec.optimiser());
    }

    /** Goes on from the state until the last epoch or early stopping, and leaves the state at the end. */
    public void run(TrainingState state, TrainingListener listener) {
        int batchSize = Math.min(spec.batchSize(), training.samples());
        BatchGradient gradient = BatchGradient.of(network, spec.loss(), training, batchSize, workers);
        while (state.epoch() < spec.epochs() && !stopped(state)) {
            Scorer scorer = new Scorer(spec.loss(), network.outputs());
            int[] order = address.at("order").at(state.epoch()).stream().permutation(training.samples());
            for (int first = 0; first < order.length; first += batchSize) {
                int last = Math.min(first + batchSize, order.length);
                gradient.compute(state.parameters().values(), Arrays.copyOfRange(order, first, last), pass(state));
                scoreAndMove(state, gradient, scorer);
            }
            state.countEpoch();
            listener.epochDone(record(state, scorer), state);
        }
    }

    /** The scores of parameters on examples without masks. */
    public static Scores score(Parameters parameters, TrainingSpec spec, Examples examples) {
        return score(parameters, spec.loss(), examples);
    }

    /** The same for a loss by itself. */
    public static Scores score(Parameters parameters, Loss loss, Examples examples) {
        Matrix outputs = parameters.network().apply(parameters, examples.inputs(), Pass.unmasked());
        Scorer scorer = new Scorer(loss, outputs.columns());
        scorer.add(examples.samples(), outputs.data(), examples.targets());
        return scorer.scores(false);
    }

    private Pass pass(TrainingState state) {
        return new Pass.Masked(address.at("masks"), state.step(), spec.sharing(), keepProbability(state.step()));
    }

    private OptionalDouble keepProbability(long step) {
        int stepsPerEpoch = Math.ceilDiv(training.samples(), Math.min(spec.batchSize(), training.samples()));
        return spec.keep()
                .map(schedule -> OptionalDouble.of(schedule.keepProbability((double) step / stepsPerEpoch)))
                .orElse(OptionalDouble.empty());
    }

    /** The batch is scored beside the step of the optimiser, which does not touch the outputs. */
    private void scoreAndMove(TrainingState state, BatchGradient gradient, Scorer scorer) {
        double rate = spec.learningRate().at(state.step());
        state.countStep();
        double[] theta = state.parameters().values();
        workers.forEach(1 + Math.ceilDiv(theta.length, PIECE), task -> {
            if (task == 0) {
                gradient.score(scorer);
                return;
            }
            int from = (task - 1) * PIECE;
            int to = Math.min(from + PIECE, theta.length);
            double[] sum = gradient.gradient(from, to);
            spec.optimiser().step(state.step(), rate, sum, state.moments(), theta, from, to);
        });
    }

    private EpochRecord record(TrainingState state, Scorer scorer) {
        Optional<Scores> scores = validation.map(examples -> score(state.parameters(), spec, examples));
        double margin = spec.earlyStopping().map(EarlyStopping::margin).orElse(0.0);
        scores.ifPresent(s -> state.observe(s.loss(), margin));
        long lastStep = state.step() - 1;
        return new EpochRecord(
                state.epoch(),
                state.step(),
                spec.learningRate().at(lastStep),
                keepProbability(lastStep),
                scorer.scores(masked),
                scores);
    }

    private boolean stopped(TrainingState state) {
        return spec.earlyStopping()
                .filter(rule -> state.epoch() - state.bestEpoch() >= rule.patience())
                .isPresent();
    }

    private static boolean hasMasks(Iterable<Layer> layers) {
        for (Layer layer : layers) {
            if (layer instanceof MaskedLayer
                    || layer instanceof Residual block && hasMasks(block.layers())
                    || layer instanceof Conditionals conditionals && hasMasks(conditionals.body())) {
                return true;
            }
        }
        return false;
    }

    private static void requireFitting(Network network, TrainingSpec spec, Examples examples) {
        network.requireInputs(examples.inputs());
        int width = spec.loss().targets(network.outputs());
        if (examples.targetWidth() != width) {
            throw new IllegalArgumentException(
                    "the loss needs " + width + " target numbers per sample, got " + examples.targetWidth());
        }
    }
}
