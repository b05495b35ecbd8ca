package org.ketwork.neural.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.Masking;

/** One of each kind of layer, small. */
public final class LayerTable {
    private LayerTable() {}

    public static Map<String, Layer> all() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        ImageShape image = new ImageShape(2, 5, 4);
        layers.put("dense", new Dense(4, 3));
        layers.put("dense without bias", new Dense(3, 5, false));
        layers.put("convolution", new Convolution2d(image, 3, 3, 1, 1));
        layers.put("strided convolution", new Convolution2d(image, 2, 2, 2, 0));
        layers.put("strided padded convolution", new Convolution2d(image, 2, 3, 2, 2));
        layers.put("max pool", new MaxPool2d(image, 2, 2));
        layers.put("overlapping max pool", new MaxPool2d(image, 3, 1));
        layers.put("average pool", new AveragePool2d(image, 2, 1));
        layers.put("strided average pool with a rest", new AveragePool2d(image, 3, 2));
        layers.put("layer norm", new LayerNorm(6));
        layers.put("layer norm, large epsilon", new LayerNorm(4, 0.5));
        layers.put("layer norm of one unit", new LayerNorm(1));
        layers.put("flatten", new Flatten(image));
        for (Activation activation : Activation.values()) {
            layers.put(activation.name(), new ActivationLayer(5, activation));
        }
        layers.put("dropout", new MaskedLayer(6, Masking.inverted(new Bernoulli(0.5))));
        layers.put("Gaussian mask", new MaskedLayer(6, Masking.plain(new GaussianMask(0.7))));
        layers.put(
                "residual",
                new Residual(List.of(
                        new Dense(4, 6),
                        new LayerNorm(6),
                        new ActivationLayer(6, Activation.TANH),
                        new MaskedLayer(6, Masking.inverted(new Bernoulli(0.7))),
                        new Dense(6, 4))));
        layers.put(
                "residual in a residual",
                new Residual(List.of(new Dense(3, 3), new Residual(List.of(new ActivationLayer(3, Activation.GELU))))));
        layers.put("layer norm at each position", new LayerNorm(4, 1e-5, 3));
        IndexTable ring = new IndexTable(5, new int[][] {{4, 0, 1}, {0, 1, 2}, {1, 2, 3}, {2, 3, 4}, {3, 4, 0}});
        IndexTable causal = new IndexTable(4, new int[][] {{-1, -1}, {0, -1}, {1, 0}, {2, 1}});
        layers.put("convolution on a ring", new GroupConvolution(ring, 3, 2));
        layers.put("convolution of one channel", new GroupConvolution(ring, 1, 4));
        layers.put("convolution of long stretches", new GroupConvolution(ring, 9, 2));
        layers.put("causal convolution", new GroupConvolution(causal, 2, 3));
        layers.put("table with repetitions", new GroupConvolution(new IndexTable(2, new int[][] {{1, 1, 0}}), 2, 3));
        layers.put("dense at each position", new GroupConvolution(IndexTable.identity(3), 4, 2));
        layers.put("factored attention", new FactoredAttention(products(4), 2, 6));
        layers.put("causal attention", new FactoredAttention(causal, 1, 2));
        layers.put("sum over positions", new PositionSum(3, 4));
        layers.put("log cosh", new LogCoshSum(5));
        layers.put("complex log cosh", new ComplexLogCoshSum(3));
        layers.put("dense of some connections", new ConnectedDense(new IndexTable(3, new int[][] {{}, {0}, {2, 0}, {1}
        })));
        layers.put(
                "residual on a ring",
                new Residual(List.of(
                        new LayerNorm(2, 1e-5, 5),
                        new GroupConvolution(ring, 2, 3),
                        new ActivationLayer(15, Activation.SILU),
                        new GroupConvolution(ring, 3, 2))));
        SiteLevels spins = new SiteLevels(2, 1, -2, OptionalInt.empty());
        SiteLevels bosons = new SiteLevels(3, 0, 1, OptionalInt.empty());
        layers.put(
                "conditional probabilities",
                new Conditionals(
                        List.of(
                                new GroupConvolution(causal, 1, 3),
                                new ActivationLayer(12, Activation.SILU),
                                new GroupConvolution(IndexTable.identity(4), 3, 2)),
                        spins,
                        false));
        layers.put(
                "conditional amplitudes", new Conditionals(List.of(new GroupConvolution(causal, 1, 6)), bosons, true));
        return layers;
    }

    /** The products of a cyclic group. */
    private static IndexTable products(int order) {
        int[][] products = new int[order][order];
        for (int g = 0; g < order; g++) {
            for (int k = 0; k < order; k++) {
                products[g][k] = (g + k) % order;
            }
        }
        return new IndexTable(order, products);
    }
}
