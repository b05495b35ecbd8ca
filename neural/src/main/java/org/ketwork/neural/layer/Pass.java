package org.ketwork.neural.layer;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.numerics.random.RandomAddress;

/**
 * How a network is evaluated. Whether masks are on is a property of the pass, stated by the caller; nothing else differs between
 * passes, and a result that depends on masks is kept together with its pass.
 */
public sealed interface Pass {
    /** No masks: a masked layer multiplies by what its masks are on average (weight scaling; 1 for inverted masks). */
    static Pass unmasked() {
        return new Unmasked();
    }

    /** Masks are on, shared among samples as each layer's masking says. */
    static Pass masked(RandomAddress address, long step) {
        return new Masked(address, step, Optional.empty(), OptionalDouble.empty());
    }

    /** Masks are on, shared among samples as stated here; feature-aware laws read each sample and always mask it by itself. */
    static Pass masked(RandomAddress address, long step, Sharing sharing) {
        return new Masked(address, step, Optional.of(sharing), OptionalDouble.empty());
    }

    /** The masks are written out; see {@link Stated}. */
    static Pass stated(Map<Integer, double[]> factors) {
        return new Stated(factors);
    }

    record Unmasked() implements Pass {}

    /**
     * Each masked layer multiplies by the factors stated for it, the same for all samples; a layer without such is unmasked.
     *
     * @param factors by the position of the layer in its network, one for each unit, scaling included; not copied
     */
    record Stated(Map<Integer, double[]> factors) implements Pass {
        public Stated {
            factors = Map.copyOf(factors);
        }

        /** The factors of the layer at this position, if it has any. */
        public Optional<double[]> at(int position) {
            return Optional.ofNullable(factors.get(position));
        }
    }

    /**
     * Masks are on: the mask of a sample is a function of the address, the position of the layer, the step and, unless it is shared,
     * the number of the sample.
     *
     * @param address the root of all masks of a run
     * @param step number of the training step, or of the Monte Carlo pass
     * @param sharing who shares a mask, if the pass and not the layer decides
     * @param keepProbability that of all feature-blind laws, if the pass and not the layer decides
     */
    record Masked(RandomAddress address, long step, Optional<Sharing> sharing, OptionalDouble keepProbability)
            implements Pass {
        /** The address of all masks of the layer at this position in this pass. */
        public RandomAddress layer(int position) {
            return address.at(position, step);
        }
    }
}
