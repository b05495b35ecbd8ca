package org.ketwork.app.train;

import java.util.Optional;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.network.NetworkBuilder;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.numerics.InvalidInputException;

/**
 * The numbers that a training holds at the least, counted before anything is allocated, so that one that cannot fit is refused with
 * a sentence. Counts are doubles, since those of a mistyped spec overflow integers.
 */
final class Footprint {
    /** The longest array of a Java machine. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;
    /** Rows that a network evaluates at a time. */
    private static final int ROWS = 256;

    private static final double GIB = 0x1p30;

    private double parameters;
    private double units;
    private double widest;

    /** Counts a layer that is about to be added. */
    void add(TrainSpec.LayerSpec layer, NetworkBuilder builder) {
        double inputs = builder.units();
        layer.dense().ifPresent(outputs -> add(outputs, (inputs + 1) * outputs));
        layer.layerNorm().ifPresent(yes -> add(inputs, 2 * inputs));
        layer.convolution().ifPresent(c -> builder.image().ifPresent(image -> add(c, image)));
        layer.mask().ifPresent(mask -> {
            if (mask.law() == TrainSpec.LawName.GAUSSIAN_CORRELATED) {
                require("the coherence matrix of " + builder.units() + " units", inputs * inputs);
            }
            add(inputs, 0);
        });
        layer.activation().ifPresent(yes -> add(inputs, 0));
    }

    private void add(TrainSpec.ConvolutionSpec c, ImageShape image) {
        double patch = (double) image.channels() * c.kernel() * c.kernel();
        double positions = positions(c, image.height()) * positions(c, image.width());
        require("the patches of the convolution", patch * positions);
        add(c.channels() * positions, c.channels() * (patch + 1));
    }

    private static double positions(TrainSpec.ConvolutionSpec c, int length) {
        double free = length + 2.0 * c.margin() - c.kernel();
        return Math.max(0, Math.floor(free / Math.max(1, c.step())) + 1);
    }

    private void add(double outputs, double more) {
        parameters += more;
        units += outputs;
        widest = Math.max(widest, outputs);
        require("the parameters up to this layer", parameters);
        require("the units of this layer", outputs);
    }

    /** Fails if parameters, what the optimiser keeps of them, activations and predictions do not fit into the memory together. */
    void requireMemory(TrainSpec spec, Optimiser optimiser, int samples, int testSamples, int outputs) {
        int copies = 2 + optimiser.moments() + (spec.earlyStopping().isPresent() ? 1 : 0);
        requireMemory(spec, copies, samples, testSamples, outputs);
    }

    /** The same for L-BFGS, which keeps two vectors a step that it remembers. */
    void requireMemoryOfLbfgs(TrainSpec spec, int samples, int testSamples, int outputs) {
        long remembered = Math.min(spec.method().remembered(), spec.mostEpochs());
        requireMemory(spec, 2 + 2 * remembered, samples, testSamples, outputs);
    }

    private void requireMemory(TrainSpec spec, long copies, int samples, int testSamples, int outputs) {
        int rows = Math.min(samples, ROWS);
        tooMany("network: the activations of the widest layer", rows * widest).ifPresent(Footprint::refuse);
        double predictions = (double) spec.passes().orElse(0) * testSamples * outputs;
        tooMany("passes: the predictions", predictions).ifPresent(Footprint::refuse);
        double need = copies * parameters + rows * units + predictions;
        if (bytes(need) > memory()) {
            refuse(("this training needs at least %.1f GiB of memory (%.0f parameters, kept %d times; %.0f activations;"
                            + " %.0f predictions) and %.1f GiB are allowed; KETWORK_JVM_FLAGS=-Xmx16g, for instance, allows 16")
                    .formatted(bytes(need) / GIB, parameters, copies, rows * units, predictions, memory() / GIB));
        }
    }

    private static void refuse(String sentence) {
        throw new InvalidInputException(sentence);
    }

    private static void require(String what, double numbers) {
        tooMany(what, numbers).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /** What is wrong with an array of so many numbers. */
    private static Optional<String> tooMany(String what, double numbers) {
        return numbers <= LONGEST && bytes(numbers) <= memory()
                ? Optional.empty()
                : Optional.of("%s are %.0f numbers and need %.1f GiB; allowed are %d numbers and %.1f GiB"
                        .formatted(what, numbers, bytes(numbers) / GIB, LONGEST, memory() / GIB));
    }

    private static double bytes(double numbers) {
        return numbers * Double.BYTES;
    }

    private static double memory() {
        return Runtime.getRuntime().maxMemory();
    }
}
