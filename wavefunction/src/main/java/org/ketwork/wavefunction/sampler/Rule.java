package org.ketwork.wavefunction.sampler;

import java.util.List;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;

/** Which moves Markov chains try. The same rule may fit one space and not another. */
public sealed interface Rule {
    /** A change at one site: a spin flips, a boson more or less. Every sweep tries each site once, in an order of its own. */
    record LocalFlip() implements Rule {}

    /**
     * The levels of two different spins change places. Conserves the magnetisation.
     *
     * @param pairs of sites, as a rule the edges of the lattice; each sweep tries a part of them, all come up in turn
     */
    record Exchange(List<int[]> pairs) implements Rule {
        public Exchange {
            pairs = Pairs.checked(pairs);
        }

        /** Between any two of the sites. */
        public static Exchange anywhere(int sites) {
            return new Exchange(Pairs.all(sites));
        }
    }

    /**
     * A boson hops from one site of a pair to the other, either way. Conserves their number.
     *
     * @param pairs of sites
     */
    record Hop(List<int[]> pairs) implements Rule {
        public Hop {
            pairs = Pairs.checked(pairs);
        }
    }

    /** The off-diagonal moves of an operator, each as likely as any other, wherever its matrix element is not zero. */
    record OperatorMoves(ConfigurationOperator operator) implements Rule {}

    /** All spins flip at once. It leads nowhere by itself and helps in a mixture. */
    record GlobalFlip() implements Rule {}

    /** Each proposal comes from one of several rules, chosen with the given weights. */
    record Mixture(List<Part> parts) implements Rule {
        /**
         * One of the rules that are mixed.
         *
         * @param weight positive
         */
        public record Part(double weight, Rule rule) {
            public Part {
                if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("the weight of a rule must be positive, got " + weight);
                }
            }
        }

        public Mixture {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a mixture needs at least one rule");
            }
        }
    }
}
