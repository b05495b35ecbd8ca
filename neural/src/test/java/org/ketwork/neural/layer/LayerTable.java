package org.ketwork.neural.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return layers;
    }
}
