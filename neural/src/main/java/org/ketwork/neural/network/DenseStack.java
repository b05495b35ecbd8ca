package org.ketwork.neural.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;

/**
 * A network, or what follows its first layers, as stages of a mask, a dense layer and an activation, of which all but the dense layer
 * may be missing: the form of a multi-layer perceptron with dropout. All quick ways to gradients and predictions start from here.
 */
public record DenseStack(List<Stage> stages) {
    public DenseStack {
        stages = List.copyOf(stages);
    }

    /**
     * One stage, h' = f((m h) W^T + b).
     *
     * @param mask the mask on what comes in
     * @param maskPosition position of the masked layer, for the address of its masks
     * @param offset where the parameters of the dense layer begin
     */
    public record Stage(Optional<MaskedLayer> mask, int maskPosition, Dense dense, int offset, Activation activation) {
        public int inputs() {
            return dense.inputs();
        }

        public int outputs() {
            return dense.outputs();
        }

        /** Where the bias begins, if there is one. */
        public int offsetOfBias() {
            return offset + inputs() * outputs();
        }
    }

    /** The stages of a network, if it has this form. */
    public static Optional<DenseStack> of(Network network) {
        return from(network, 0);
    }

    /** The stages of a network from the layer of this number on, if the rest has this form; positions and offsets are those in the network. */
    public static Optional<DenseStack> from(Network network, int first) {
        List<Stage> stages = new ArrayList<>();
        List<Layer> layers = network.layers();
        List<Layer> before = layers.subList(0, first);
        int offset = before.stream().mapToInt(Layer::parameterCount).sum();
        int skipped = before.stream().mapToInt(Layer::positions).sum() - first;
        int i = first;
        while (i < layers.size()) {
            // The layers of the form take one position each; only those before may hold others.
            int maskPosition = skipped + i;
            Optional<MaskedLayer> mask = Optional.empty();
            if (layers.get(i) instanceof MaskedLayer masked) {
                mask = Optional.of(masked);
                i++;
            }
            if (i == layers.size() || !(layers.get(i) instanceof Dense dense)) {
                return Optional.empty();
            }
            i++;
            Activation activation = Activation.IDENTITY;
            if (i < layers.size() && layers.get(i) instanceof ActivationLayer active) {
                activation = active.activation();
                i++;
            }
            stages.add(new Stage(mask, maskPosition, dense, offset, activation));
            offset += dense.parameterCount();
        }
        return Optional.of(new DenseStack(stages));
    }
}
