package org.ketwork.app.train;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.Targets;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.NetworkBuilder;
import org.ketwork.numerics.InvalidInputException;

/** Builds the network of a spec, and writes its layers as lines. */
final class Layers {
    private static final String KINDS =
            "dense, activation, mask, layer-norm, convolution, max-pool, average-pool, flatten, residual";

    private Layers() {}

    static Network network(TrainSpec spec, DataSet data, Masks masks, Footprint footprint) {
        NetworkBuilder builder = Built.at("data.image", () -> start(spec.data(), data));
        add(builder, spec.network(), "network", masks, footprint);
        Network network = Built.at("network", builder::build);
        int outputs = outputs(data);
        // Two classes may be the no and yes of a single output.
        boolean yesOrNo = outputs == 2
                && network.outputs() == 1
                && data.targets() instanceof Targets.Labels
                && Built.lossName(spec, data) == TrainSpec.LossName.BINARY_CROSS_ENTROPY;
        if (network.outputs() != outputs && !yesOrNo) {
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
        // A double, since mistyped lengths overflow integers.
        double numbers = (double) shape.channels() * shape.height() * shape.width();
        if (numbers != features) {
            throw new IllegalArgumentException(
                    "an image of %.0f".formatted(numbers) + " numbers does not fit samples of " + features);
        }
        return Network.ofImages(shape);
    }

    private static void add(
            NetworkBuilder builder, List<TrainSpec.LayerSpec> layers, String place, Masks masks, Footprint footprint) {
        for (int i = 0; i < layers.size(); i++) {
            String here = place + "[" + i + "]";
            TrainSpec.LayerSpec layer = layers.get(i);
            Built.at(here, () -> add(builder, layer, here, masks, footprint));
        }
    }

    private static NetworkBuilder add(
            NetworkBuilder builder, TrainSpec.LayerSpec layer, String place, Masks masks, Footprint footprint) {
        int given = lines(layer).size();
        if (given != 1) {
            throw new IllegalArgumentException("a layer needs exactly one key (" + KINDS + "), got " + given);
        }
        footprint.add(layer, builder);
        layer.dense().ifPresent(builder::dense);
        layer.activation().ifPresent(builder::activation);
        layer.mask().ifPresent(mask -> builder.masked(masks.masking(mask, builder.units())));
        layer.layerNorm().ifPresent(yes -> builder.layerNorm());
        layer.convolution().ifPresent(c -> builder.convolution(c.channels(), c.kernel(), c.step(), c.margin()));
        layer.maxPool().ifPresent(pool -> builder.maxPool(pool.kernel(), pool.step()));
        layer.averagePool().ifPresent(pool -> builder.averagePool(pool.kernel(), pool.step()));
        layer.flatten().ifPresent(yes -> builder.flatten());
        layer.residual().ifPresent(block -> {
            if (block.isEmpty()) {
                throw new IllegalArgumentException("a residual block needs a list of layers, got none");
            }
            builder.residual(inner -> add(inner, block, place + ".residual", masks, footprint));
        });
        return builder;
    }

    /** The layers, a line each. */
    static List<String> lines(List<TrainSpec.LayerSpec> layers) {
        return layers.stream().flatMap(layer -> lines(layer).stream()).toList();
    }

    /** One line for each key that was given; a layer that can be built has one. */
    private static List<String> lines(TrainSpec.LayerSpec layer) {
        List<String> lines = new ArrayList<>();
        layer.dense().ifPresent(units -> lines.add("dense " + units));
        layer.activation().ifPresent(activation -> lines.add(Words.of(activation)));
        layer.mask().ifPresent(mask -> lines.add(Masks.line(mask)));
        layer.layerNorm().ifPresent(yes -> lines.add("layer-norm"));
        layer.convolution()
                .ifPresent(c -> lines.add("convolution channels " + c.channels() + " kernel " + c.kernel() + " stride "
                        + c.step() + " padding " + c.margin()));
        layer.maxPool().ifPresent(pool -> lines.add("max-pool kernel " + pool.kernel() + " stride " + pool.step()));
        layer.averagePool()
                .ifPresent(pool -> lines.add("average-pool kernel " + pool.kernel() + " stride " + pool.step()));
        layer.flatten().ifPresent(yes -> lines.add("flatten"));
        layer.residual().ifPresent(block -> lines.add("residual [" + String.join("; ", lines(block)) + "]"));
        return lines;
    }
}
