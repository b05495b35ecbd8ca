package org.ketwork.app.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.numerics.InvalidInputException;

/**
 * What a training spec may say. In YAML the keys are written with hyphens:
 *
 * <pre>{@code
 * data: {name: digits, test: 0.2}
 * network:
 *   - dense: 256
 *   - activation: relu
 *   - mask: {law: bernoulli, keep: 0.5}
 *   - dense: 10
 * optimiser: {name: adam, rate: 0.001}
 * batch: 64
 * epochs: 20
 * seeds: [1, 2, 3]
 * passes: 30
 * }</pre>
 *
 * @param name free text for lists of runs
 * @param network layers from input to output; a residual block holds layers of its own
 * @param loss softmax-cross-entropy for classes and squared-error for values, unless stated
 * @param optimiser Adam at the rate 0.001 unless stated
 * @param schedule keep probability of all feature-blind masks over the epochs, in place of the masks' own
 * @param batch samples per step; L-BFGS takes all at once
 * @param epochs how often every sample is seen; for L-BFGS the most iterations
 * @param seeds one training each; without them the one of {@code --seed}
 * @param passes how many masked predictions of the test part are stored; 0 for none
 */
public record TrainSpec(
        Optional<String> name,
        DataSpec data,
        List<LayerSpec> network,
        Optional<LossName> loss,
        Optional<OptimiserSpec> optimiser,
        Optional<ScheduleSpec> schedule,
        Optional<Integer> batch,
        Optional<Integer> epochs,
        Optional<EarlyStoppingSpec> earlyStopping,
        List<Long> seeds,
        Optional<Integer> passes) {
    private static final int USUAL_BATCH = 64;
    private static final int USUAL_EPOCHS = 20;
    private static final int USUAL_ITERATIONS = 200;

    OptimiserSpec method() {
        return optimiser.orElseGet(() -> OptimiserSpec.usual(OptimiserName.ADAM));
    }

    boolean fullBatch() {
        return method().name() == OptimiserName.LBFGS;
    }

    int batchSize() {
        return batch.orElse(USUAL_BATCH);
    }

    int mostEpochs() {
        return epochs.orElse(fullBatch() ? USUAL_ITERATIONS : USUAL_EPOCHS);
    }

    /** Losses by name. */
    public enum LossName {
        SOFTMAX_CROSS_ENTROPY,
        SQUARED_ERROR,
        BINARY_CROSS_ENTROPY,
        HUBER
    }

    /** What the targets are. */
    public enum Task {
        CLASSES,
        VALUES
    }

    /**
     * The data: one of the jar's sets by name; or a csv with the target in a named column; or features and targets in array files
     * (npy, npz, idx).
     *
     * @param test share of samples in the test part
     * @param validation share of samples that are watched and not trained on
     * @param standardise whether features get mean 0 and deviation 1; true unless stated
     * @param image channels, height, width, for convolutions
     */
    public record DataSpec(
            Optional<String> name,
            Optional<String> file,
            Optional<String> target,
            Optional<String> features,
            Optional<String> targets,
            Optional<Task> task,
            Optional<Double> test,
            Optional<Double> validation,
            Optional<Boolean> standardise,
            List<Integer> image) {
        private static final double USUAL_TEST = 0.2;

        public DataSpec {
            image = given(image, "data.image");
        }

        double testShare() {
            return test.orElse(USUAL_TEST);
        }

        double validationShare() {
            return validation.orElse(0.0);
        }

        boolean standardised() {
            return standardise.orElse(true);
        }

        Task meaning() {
            return task.orElse(Task.CLASSES);
        }
    }

    /** A layer: exactly one key is given. */
    public record LayerSpec(
            Optional<Integer> dense,
            Optional<Activation> activation,
            Optional<MaskSpec> mask,
            Optional<Boolean> layerNorm,
            Optional<ConvolutionSpec> convolution,
            Optional<PoolSpec> maxPool,
            Optional<PoolSpec> averagePool,
            Optional<Boolean> flatten,
            Optional<List<LayerSpec>> residual) {}

    /** A convolution. */
    public record ConvolutionSpec(int channels, int kernel, Optional<Integer> stride, Optional<Integer> padding) {
        int step() {
            return stride.orElse(1);
        }

        int margin() {
            return padding.orElse(0);
        }
    }

    /** A pooling; the stride is the kernel's size unless stated. */
    public record PoolSpec(int kernel, Optional<Integer> stride) {
        int step() {
            return stride.orElse(kernel);
        }
    }

    /** Mask laws by name, with the keys that each takes. */
    public enum LawName {
        BERNOULLI("keep"),
        BLOCK_TIED("keep", "block"),
        K_OF_D("keep"),
        DROP_BLOCK("keep", "block", "height", "width"),
        GAUSSIAN("keep"),
        GAUSSIAN_CORRELATED("keep", "coherence", "equal"),
        RANDOM_PHASE("keep"),
        STANDOUT("alpha", "beta"),
        TARGETED("fraction", "drop"),
        ADVERSARIAL("deletions");

        private final Set<String> keys;

        LawName(String... keys) {
            this.keys = Set.of(keys);
        }

        Set<String> keys() {
            return keys;
        }

        /** Whether the mask does not look at the units, so that it has one keep probability. */
        boolean blind() {
            return keys.contains("keep");
        }
    }

    /**
     * A mask: its law with the law's own parameters and how it is applied.
     *
     * @param block units, or pixels a side, that share their fate
     * @param coherence file of the matrix C
     * @param equal the value of C off the diagonal
     * @param deletions how many units are dropped
     */
    public record MaskSpec(
            LawName law,
            Optional<Double> keep,
            Optional<Integer> block,
            Optional<Integer> height,
            Optional<Integer> width,
            Optional<Double> alpha,
            Optional<Double> beta,
            Optional<Double> fraction,
            Optional<Double> drop,
            Optional<Integer> deletions,
            Optional<String> coherence,
            Optional<Double> equal,
            Optional<Scaling> scaling,
            Optional<Sharing> sharing,
            Optional<WhenAllDropped> whenAllDropped) {
        public MaskSpec {
            law = required(law, "mask.law");
        }

        /** The law's own parameters that were given. */
        Map<String, Object> parameters() {
            Given given = new Given()
                    .add("keep", keep)
                    .add("block", block)
                    .add("height", height)
                    .add("width", width)
                    .add("alpha", alpha)
                    .add("beta", beta)
                    .add("fraction", fraction)
                    .add("drop", drop)
                    .add("deletions", deletions)
                    .add("coherence", coherence)
                    .add("equal", equal);
            return given.only(Words.of(law), law.keys());
        }
    }

    /** Optimisers by name, with the keys that each takes. */
    public enum OptimiserName {
        SGD("rate", "floor", "momentum", "nesterov"),
        ADAM("rate", "floor"),
        ADAMW("rate", "floor", "decay"),
        LBFGS("memory", "tolerance", "decay");

        private final Set<String> keys;

        OptimiserName(String... keys) {
            this.keys = Set.of(keys);
        }
    }

    /**
     * How steps are made; the rate falls along half a cosine to {@code floor} over all steps if a floor is given.
     *
     * @param decay weight decay: decoupled for AdamW, a penalty of decay |θ|²/2 for L-BFGS
     * @param memory steps that L-BFGS remembers
     * @param tolerance L-BFGS ends when no entry of the gradient is larger
     */
    public record OptimiserSpec(
            OptimiserName name,
            Optional<Double> rate,
            Optional<Double> floor,
            Optional<Double> momentum,
            Optional<Boolean> nesterov,
            Optional<Double> decay,
            Optional<Integer> memory,
            Optional<Double> tolerance) {
        private static final double USUAL_RATE = 0.001;
        private static final double USUAL_DECAY = 0.01;
        private static final int USUAL_MEMORY = 10;
        private static final double USUAL_TOLERANCE = 1e-6;

        public OptimiserSpec {
            name = required(name, "optimiser.name");
        }

        static OptimiserSpec usual(OptimiserName name) {
            return new OptimiserSpec(
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        double speed() {
            return rate.orElse(USUAL_RATE);
        }

        double weightDecay() {
            return decay.orElse(name == OptimiserName.ADAMW ? USUAL_DECAY : 0.0);
        }

        int remembered() {
            return memory.orElse(USUAL_MEMORY);
        }

        double accuracy() {
            return tolerance.orElse(USUAL_TOLERANCE);
        }

        /** All parameters that take effect: what was given, and the usual values of the rest. */
        Map<String, Object> parameters() {
            new Given()
                    .add("rate", rate)
                    .add("floor", floor)
                    .add("momentum", momentum)
                    .add("nesterov", nesterov)
                    .add("decay", decay)
                    .add("memory", memory)
                    .add("tolerance", tolerance)
                    .only(Words.of(name), name.keys);
            return new Given()
                    .add("rate", Optional.of(speed()))
                    .add("floor", floor)
                    .add("momentum", Optional.of(momentum.orElse(0.0)))
                    .add("nesterov", Optional.of(nesterov.orElse(false)))
                    .add("decay", Optional.of(weightDecay()))
                    .add("memory", Optional.of(remembered()))
                    .add("tolerance", Optional.of(accuracy()))
                    .within(name.keys);
        }
    }

    /** Schedules of the keep probability by name. */
    public enum ScheduleName {
        CONSTANT("keep"),
        ANNEALED("from", "to", "epochs"),
        CURRICULUM("to", "rate"),
        TWO_PHASE("from", "to", "switch-epoch");

        private final Set<String> keys;

        ScheduleName(String... keys) {
            this.keys = Set.of(keys);
        }
    }

    /** A schedule: from and to over {@code epochs} (annealed), to and rate (curriculum), from, to and switch-epoch (two-phase). */
    public record ScheduleSpec(
            ScheduleName name,
            Optional<Double> keep,
            Optional<Double> from,
            Optional<Double> to,
            Optional<Double> epochs,
            Optional<Double> rate,
            Optional<Double> switchEpoch) {
        public ScheduleSpec {
            name = required(name, "schedule.name");
        }

        /** The parameters that were given. */
        Map<String, Object> parameters() {
            return new Given()
                    .add("keep", keep)
                    .add("from", from)
                    .add("to", to)
                    .add("epochs", epochs)
                    .add("rate", rate)
                    .add("switch-epoch", switchEpoch)
                    .only(Words.of(name), name.keys);
        }
    }

    /** Stop when the validation loss has not fallen for so many epochs. */
    public record EarlyStoppingSpec(int patience, Optional<Double> margin) {}

    public TrainSpec {
        data = required(data, "data");
        if (Optional.ofNullable(seeds).filter(List::isEmpty).isPresent()) {
            throw new InvalidInputException("seeds is an empty list; name a seed, or leave the key out for --seed");
        }
        seeds = given(seeds, "seeds");
        network = given(network, "network");
        if (network.isEmpty()) {
            throw new InvalidInputException("the key network with a list of layers is missing");
        }
    }

    /** The reader hands over null for a key that was left out. */
    private static <T> T required(T value, String key) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new InvalidInputException("the key " + key + " is missing"));
    }

    /** A list that was left out is empty. */
    private static <T> List<T> given(List<T> list, String key) {
        List<T> elements = Optional.ofNullable(list).orElseGet(List::of);
        if (elements.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInputException(key + " has an empty element");
        }
        return List.copyOf(elements);
    }
}
