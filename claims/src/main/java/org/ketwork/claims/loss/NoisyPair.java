package org.ketwork.claims.loss;

import java.util.List;

/**
 * A task that theory gives a best noise, and tasks of the same kind that it gives none.
 *
 * @param cost how many times fewer runs of this pair are repeated than of the cheapest
 */
record NoisyPair(NoisyTask system, List<NoisyTask> controls, int cost) {
    NoisyPair {
        controls = List.copyOf(controls);
    }
}
