package org.ketwork.app.train;

import java.util.Optional;
import java.util.function.Supplier;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.Targets;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.loss.BinaryCrossEntropy;
import org.ketwork.neural.loss.Huber;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.DropBlock;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.KeepSchedule;
import org.ketwork.neural.mask.MaskLaw;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.Targeted;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.NetworkBuilder;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.AdamW;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.neural.optimiser.Sgd;
import org.ketwork.neural.training.EarlyStopping;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.numerics.InvalidInputException;

/** From the words of a spec to the objects of the library; a value that an object refuses is named with its key. */
final class Built {
    private static final int DEFAULT_BATCH = 64;
    private static final int DEFAULT_EPOCHS = 20;
    private static final double DEFAULT_RATE = 0.001;

    private Built() {}

    /** Names the place of the spec in what an object says about its arguments. */
    private static <T> T at(String place, Supplier<T> building) {
        try {
            return building.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage(), e);
        }
    }

    private static <T> T required(Optional<T> value, String key) {
        return value.orElseThrow(() -> new IllegalArgumentException("the key " + key + " is missing"));
    }

    static Network network(TrainSpec spec, DataSet data) {
        NetworkBuilder builder = at("data.image", () -> start(spec.data(), data));
        int units = data.features().columns();
        for (int i = 0; i < spec.network().size(); i++) {
            TrainSpec.LayerSpec layer = spec.network().get(i);
            int before = units;
            units = at("network[" + i + "]", () -> add(builder, layer, before));
        }
        Network network = at("network", builder::build);
        int outputs = outputs(data);
        if (network.outputs() != outputs) {
            throw new InvalidInputException(
                    "network: the last layer gives " + network.outputs() + " numbers; the data need " + outputs
                            + (data.targets() instanceof Targets.Labels ? ", one a class" : ", one a target"));
        }
        return network;
    }

    private static int outputs(DataSet data) {
        return switch (data.targets()) {
            case Targets.Labels labels -> labels.classNames().size();
            case Targets.Values values -> values.values().columns();
        };
    }

    private static NetworkBuilder start(TrainSpec.DataSpec spec, DataSet data) {
        int features = data.features().columns();
        if (spec.image().isEmpty()) {
            return Network.ofInputs(features);
        }
        if (spec.image().size() != 3) {
            throw new IllegalArgumentException(
                    "three numbers are needed (channels, height, width), got " + spec.image());
        }
        ImageShape shape = new ImageShape(
                spec.image().get(0), spec.image().get(1), spec.image().get(2));
        if (shape.size() != features) {
            throw new IllegalArgumentException(
                    "an image of " + shape.size() + " numbers does not fit samples of " + features);
        }
        return Network.ofImages(shape);
    }

    /** Adds a layer and returns how many units come out of it. */
    private static int add(NetworkBuilder builder, TrainSpec.LayerSpec layer, int units) {
        int given = 0;
        if (layer.dense().isPresent()) {
            builder.dense(layer.dense().get());
            given++;
        }
        if (layer.activation().isPresent()) {
            builder.activation(layer.activation().get());
            given++;
        }
        if (layer.mask().isPresent()) {
            builder.masked(masking(layer.mask().get(), units));
            given++;
        }
        if (layer.layerNorm().isPresent()) {
            builder.layerNorm();
            given++;
        }
        if (layer.convolution().isPresent()) {
            TrainSpec.ConvolutionSpec c = layer.convolution().get();
            builder.convolution(
                    c.channels(), c.kernel(), c.stride().orElse(1), c.padding().orElse(0));
            given++;
        }
        if (layer.maxPool().isPresent()) {
            TrainSpec.PoolSpec pool = layer.maxPool().get();
            builder.maxPool(pool.kernel(), pool.stride().orElse(pool.kernel()));
            given++;
        }
        if (layer.averagePool().isPresent()) {
            TrainSpec.PoolSpec pool = layer.averagePool().get();
            builder.averagePool(pool.kernel(), pool.stride().orElse(pool.kernel()));
            given++;
        }
        if (layer.flatten().isPresent()) {
            builder.flatten();
            given++;
        }
        if (given != 1) {
            throw new IllegalArgumentException("a layer needs exactly one key (dense, activation, mask, layer-norm,"
                    + " convolution, max-pool, average-pool, flatten), got " + given);
        }
        return builder.build().outputs();
    }

    static Masking masking(TrainSpec.MaskSpec spec, int units) {
        MaskLaw law = law(spec, units);
        Scaling usual = law instanceof RealMaskLaw ? Scaling.INVERTED : Scaling.PLAIN;
        return new Masking(
                law,
                spec.scaling().orElse(usual),
                spec.sharing().orElse(Sharing.PER_SAMPLE),
                spec.whenAllDropped().orElse(WhenAllDropped.KEEP_NONE));
    }

    private static MaskLaw law(TrainSpec.MaskSpec spec, int units) {
        return switch (spec.law()) {
            case BERNOULLI -> new Bernoulli(keep(spec));
            case GAUSSIAN -> new GaussianMask(keep(spec));
            case K_OF_D -> new KOfD(1, units).withKeepProbability(keep(spec));
            case BLOCK_TIED -> BlockTied.consecutive(keep(spec), units, required(spec.block(), "mask.block"));
            case DROP_BLOCK ->
                new DropBlock(
                        keep(spec),
                        required(spec.height(), "mask.height"),
                        required(spec.width(), "mask.width"),
                        required(spec.block(), "mask.block"));
            case STANDOUT -> new Standout(required(spec.alpha(), "mask.alpha"), required(spec.beta(), "mask.beta"));
            case TARGETED ->
                new Targeted(required(spec.fraction(), "mask.fraction"), required(spec.drop(), "mask.drop"));
        };
    }

    private static double keep(TrainSpec.MaskSpec spec) {
        return required(spec.keep(), "mask.keep");
    }

    static TrainingSpec training(TrainSpec spec, DataSet data, int trainingSamples) {
        int batch = spec.batch().orElse(DEFAULT_BATCH);
        int epochs = spec.epochs().orElse(DEFAULT_EPOCHS);
        Optimiser optimiser =
                at("optimiser", () -> spec.optimiser().map(Built::optimiser).orElseGet(Adam::new));
        if (batch < 1) {
            throw new InvalidInputException("batch must be at least 1, got " + batch);
        }
        long steps = (long) epochs * Math.ceilDiv(trainingSamples, batch);
        LearningRate rate = at(
                "optimiser",
                () -> spec.optimiser().map(o -> rate(o, steps)).orElse(LearningRate.constant(DEFAULT_RATE)));
        TrainingSpec training = at("epochs", () -> new TrainingSpec(loss(spec, data), optimiser, rate, batch, epochs));
        if (spec.schedule().isPresent()) {
            training =
                    training.with(at("schedule", () -> schedule(spec.schedule().get(), epochs)));
        }
        if (spec.earlyStopping().isPresent()) {
            TrainSpec.EarlyStoppingSpec rule = spec.earlyStopping().get();
            if (spec.data().validation().orElse(0.0) == 0) {
                throw new InvalidInputException(
                        "early-stopping needs data.validation, the share of samples it watches");
            }
            training = training.with(at(
                    "early-stopping",
                    () -> new EarlyStopping(rule.patience(), rule.margin().orElse(0.0))));
        }
        return training;
    }

    static Loss loss(TrainSpec spec, DataSet data) {
        boolean classes = data.targets() instanceof Targets.Labels;
        TrainSpec.LossName name = spec.loss()
                .orElse(classes ? TrainSpec.LossName.SOFTMAX_CROSS_ENTROPY : TrainSpec.LossName.SQUARED_ERROR);
        return switch (name) {
            case SOFTMAX_CROSS_ENTROPY -> new SoftmaxCrossEntropy();
            case SQUARED_ERROR -> new SquaredError();
            case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropy();
            case HUBER -> new Huber(1);
        };
    }

    private static Optimiser optimiser(TrainSpec.OptimiserSpec spec) {
        return switch (spec.name()) {
            case SGD -> new Sgd(spec.momentum().orElse(0.0), spec.nesterov().orElse(false));
            case ADAM -> new Adam();
            case ADAMW -> new AdamW(spec.decay().orElse(0.01));
        };
    }

    private static LearningRate rate(TrainSpec.OptimiserSpec spec, long steps) {
        double rate = spec.rate().orElse(DEFAULT_RATE);
        return spec.floor().isPresent() && steps > 0
                ? new LearningRate.Cosine(rate, spec.floor().get(), steps)
                : LearningRate.constant(rate);
    }

    private static KeepSchedule schedule(TrainSpec.ScheduleSpec spec, int epochs) {
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
