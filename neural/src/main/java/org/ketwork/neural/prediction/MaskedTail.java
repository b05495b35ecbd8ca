package org.ketwork.neural.prediction;

import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Residual;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;

/**
 * A network cut in front of its first mask: what comes before is the same in every pass and is computed once; what follows are
 * stages of masks, dense layers and activations.
 *
 * @param parameters of the whole network
 * @param first number of the first masked layer
 * @param stages the rest; positions and offsets are those in the whole network
 */
record MaskedTail(Parameters parameters, int first, List<DenseStack.Stage> stages) {
    /** The cut of a network that has masks and is a dense stack from the first one on. */
    static Optional<MaskedTail> of(Parameters parameters) {
        List<Layer> layers = parameters.network().layers();
        int first = 0;
        while (first < layers.size() && !hasMasks(layers.get(first))) {
            first++;
        }
        if (first == layers.size()) {
            return Optional.empty();
        }
        int cut = first;
        return DenseStack.from(parameters.network(), cut).map(stack -> new MaskedTail(parameters, cut, stack.stages()));
    }

    private static boolean hasMasks(Layer layer) {
        return switch (layer) {
            case MaskedLayer _ -> true;
            case Residual block -> block.layers().stream().anyMatch(MaskedTail::hasMasks);
            case Conditionals conditionals -> conditionals.body().stream().anyMatch(MaskedTail::hasMasks);
            default -> false;
        };
    }

    /** What enters the first mask, (samples, units). */
    Matrix enter(Matrix inputs) {
        parameters.network().requireInputs(inputs);
        if (first == 0) {
            return inputs;
        }
        Parameters head = parameters.head(first);
        return head.network().apply(head, inputs, Pass.unmasked());
    }
}
