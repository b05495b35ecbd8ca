package org.ketwork.app.train;

import java.util.List;
import java.util.Optional;
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
 * @param network layers from input to output
 * @param loss softmax-cross-entropy for classes and squared-error for values, unless stated
 * @param optimiser Adam at the rate 0.001 unless stated
 * @param schedule keep probability of all feature-blind masks over the epochs, in place of the masks' own
 * @param batch samples per step
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
     * @param validation share of the other samples that is not trained on
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
        public DataSpec {
            image = given(image);
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
            Optional<Boolean> flatten) {}

    /** A convolution. */
    public record ConvolutionSpec(int channels, int kernel, Optional<Integer> stride, Optional<Integer> padding) {}

    /** A pooling; the stride is the kernel's size unless stated. */
    public record PoolSpec(int kernel, Optional<Integer> stride) {}

    /** Mask laws by name. */
    public enum LawName {
        BERNOULLI,
        BLOCK_TIED,
        K_OF_D,
        DROP_BLOCK,
        GAUSSIAN,
        STANDOUT,
        TARGETED
    }

    /**
     * A mask: its law with the law's own parameters (keep for most; block for block-tied and drop-block; height and width for
     * drop-block; alpha and beta for standout; fraction and drop for targeted) and how it is applied.
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
            Optional<Scaling> scaling,
            Optional<Sharing> sharing,
            Optional<WhenAllDropped> whenAllDropped) {
        public MaskSpec {
            law = required(law, "mask.law");
        }
    }

    /** Optimisers by name. */
    public enum OptimiserName {
        SGD,
        ADAM,
        ADAMW
    }

    /** How steps are made; the rate falls along half a cosine to {@code floor} over all steps if a floor is given. */
    public record OptimiserSpec(
            OptimiserName name,
            Optional<Double> rate,
            Optional<Double> floor,
            Optional<Double> momentum,
            Optional<Boolean> nesterov,
            Optional<Double> decay) {
        public OptimiserSpec {
            name = required(name, "optimiser.name");
        }
    }

    /** Schedules of the keep probability by name. */
    public enum ScheduleName {
        CONSTANT,
        ANNEALED,
        CURRICULUM,
        TWO_PHASE
    }

    /** A schedule: from and to over {@code epochs} (annealed), to and rate (curriculum), from, to and switch (two-phase). */
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
    }

    /** Stop when the validation loss has not fallen for so many epochs. */
    public record EarlyStoppingSpec(int patience, Optional<Double> margin) {}

    public TrainSpec {
        data = required(data, "data");
        seeds = given(seeds);
        network = given(network);
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
    private static <T> List<T> given(List<T> list) {
        return Optional.ofNullable(list).map(List::copyOf).orElseGet(List::of);
    }
}
