package org.ketwork.app.train;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.Targets;
import org.ketwork.neural.loss.BinaryCrossEntropy;
import org.ketwork.neural.loss.Huber;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.mask.KeepSchedule;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.AdamW;
import org.ketwork.neural.optimiser.Lbfgs;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.neural.optimiser.Sgd;
import org.ketwork.neural.training.EarlyStopping;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.numerics.InvalidInputException;

/** From the words of a spec to the objects of the library; a value that an object refuses is named with its key. */
final class Built {
    private Built() {}

    /** Names the place of the spec in what an object says about its arguments. */
    static <T> T at(String place, Supplier<T> building) {
        try {
            return building.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage(), e);
        }
    }

    static <T> T required(Optional<T> value, String key) {
        return value.orElseThrow(() -> new IllegalArgumentException("the key " + key + " is missing"));
    }

    static TrainingSpec training(TrainSpec spec, DataSet data, int trainingSamples) {
        TrainSpec.OptimiserSpec method = spec.method();
        at("optimiser", method::parameters);
        int batch = spec.batchSize();
        int epochs = spec.mostEpochs();
        if (batch < 1) {
            throw new InvalidInputException("batch must be at least 1, got " + batch);
        }
        Optimiser optimiser = at("optimiser", () -> optimiser(method));
        long steps = (long) epochs * Math.ceilDiv(trainingSamples, batch);
        LearningRate rate = at("optimiser", () -> rate(method, steps));
        TrainingSpec training = at("epochs", () -> new TrainingSpec(loss(spec, data), optimiser, rate, batch, epochs));
        if (spec.schedule().isPresent()) {
            if (Masks.fixedCoherence(spec.network())) {
                throw new InvalidInputException(
                        "schedule: the coherence matrix of gaussian-correlated masks is fixed, so"
                                + " their keep probability cannot follow a schedule");
            }
            if (!Masks.anyBlind(spec.network())) {
                throw new InvalidInputException(
                        "schedule: the network has no mask with a keep probability that it could"
                                + " move; add one, or leave this key out");
            }
            training =
                    training.with(at("schedule", () -> schedule(spec.schedule().get(), epochs)));
        }
        if (spec.earlyStopping().isPresent()) {
            TrainSpec.EarlyStoppingSpec rule = spec.earlyStopping().get();
            if (spec.data().validationShare() == 0) {
                throw new InvalidInputException(
                        "early-stopping needs data.validation, the share of samples it watches");
            }
            training = training.with(at(
                    "early-stopping",
                    () -> new EarlyStopping(rule.patience(), rule.margin().orElse(0.0))));
        }
        return training;
    }

    static TrainSpec.LossName lossName(TrainSpec spec, DataSet data) {
        boolean classes = data.targets() instanceof Targets.Labels;
        return spec.loss()
                .orElse(classes ? TrainSpec.LossName.SOFTMAX_CROSS_ENTROPY : TrainSpec.LossName.SQUARED_ERROR);
    }

    static Loss loss(TrainSpec spec, DataSet data) {
        return switch (lossName(spec, data)) {
            case SOFTMAX_CROSS_ENTROPY -> new SoftmaxCrossEntropy();
            case SQUARED_ERROR -> new SquaredError();
            case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropy();
            case HUBER -> new Huber(1);
        };
    }

    /** Fails if the loss cannot take the targets. */
    static void requireLossOf(TrainSpec spec, DataSet data, int outputs) {
        Loss loss = loss(spec, data);
        double[] targets = at("loss", () -> loss.encode(data.targets(), outputs));
        if (loss instanceof BinaryCrossEntropy) {
            for (double target : targets) {
                if (!(target >= 0 && target <= 1)) {
                    throw new InvalidInputException(
                            "loss: binary-cross-entropy needs targets from 0 (no) to 1 (yes), got " + target);
                }
            }
        }
    }

    private static Optimiser optimiser(TrainSpec.OptimiserSpec spec) {
        return switch (spec.name()) {
            case SGD -> new Sgd(spec.momentum().orElse(0.0), spec.nesterov().orElse(false));
            case ADAM -> new Adam();
            case ADAMW -> new AdamW(spec.weightDecay());
            case LBFGS -> throw new IllegalArgumentException("L-BFGS takes no mini-batches");
        };
    }

    private static LearningRate rate(TrainSpec.OptimiserSpec spec, long steps) {
        return spec.floor().isPresent() && steps > 0
                ? new LearningRate.Cosine(spec.speed(), spec.floor().get(), steps)
                : LearningRate.constant(spec.speed());
    }

    /** L-BFGS over all samples at once; what only mini-batches have is refused. */
    static Lbfgs lbfgs(TrainSpec spec) {
        TrainSpec.OptimiserSpec method = spec.method();
        at("optimiser", method::parameters);
        Map<String, Object> meaningless = new Given()
                .add("batch", spec.batch())
                .add("schedule", spec.schedule())
                .add("early-stopping", spec.earlyStopping())
                .within(Set.of("batch", "schedule", "early-stopping"));
        for (String key : meaningless.keySet()) {
            throw new InvalidInputException(
                    key + ": lbfgs takes all samples at once and its masks stay as they are; leave this key out");
        }
        double decay = method.weightDecay();
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("optimiser: decay must be finite and not negative, got " + decay);
        }
        return at("optimiser", () -> new Lbfgs(method.remembered(), spec.mostEpochs(), method.accuracy()));
    }

    private static KeepSchedule schedule(TrainSpec.ScheduleSpec spec, int epochs) {
        spec.parameters();
        return switch (spec.name()) {
            case CONSTANT -> new KeepSchedule.Constant(required(spec.keep(), "keep"));
            case ANNEALED ->
                new KeepSchedule.Annealed(
                        required(spec.from(), "from"),
                        required(spec.to(), "to"),
                        spec.epochs().orElse((double) epochs));
            case CURRICULUM -> new KeepSchedule.Curriculum(required(spec.to(), "to"), required(spec.rate(), "rate"));
            case TWO_PHASE ->
                new KeepSchedule.TwoPhase(
                        required(spec.from(), "from"),
                        required(spec.to(), "to"),
                        required(spec.switchEpoch(), "switch-epoch"));
        };
    }
}
