package org.ketwork.wavefunction.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/** What a rule offers in a space: lists of offers, each list with the weight by which it is chosen. */
record Offers(List<Part> parts) {
    /** Offers that come up in turn. */
    record Part(double weight, List<Offer> offers) {}

    static Offers of(Rule rule, StateSpace space) {
        List<Part> parts = new ArrayList<>();
        collect(rule, 1, space, parts);
        return new Offers(parts);
    }

    List<Offer> all() {
        return parts.stream().flatMap(part -> part.offers.stream()).toList();
    }

    private static void collect(Rule rule, double weight, StateSpace space, List<Part> parts) {
        if (rule instanceof Rule.Mixture mixture) {
            double sum = mixture.parts().stream()
                    .mapToDouble(Rule.Mixture.Part::weight)
                    .sum();
            mixture.parts().forEach(part -> collect(part.rule(), weight * part.weight() / sum, space, parts));
        } else {
            parts.add(new Part(weight, offers(rule, space)));
        }
    }

    private static List<Offer> offers(Rule rule, StateSpace space) {
        return switch (rule) {
            case Rule.LocalFlip _ ->
                IntStream.range(0, space.sites())
                        .mapToObj(site -> localFlip(space, site))
                        .toList();
            case Rule.Exchange exchange -> {
                require(space instanceof Spins, "exchanges are for spins; bosons have hops");
                requireInside(exchange.pairs(), space);
                yield exchange.pairs().stream()
                        .map(pair -> Offer.of(new Proposal.WhereDifferent(Move.flip(pair))))
                        .toList();
            }
            case Rule.Hop hop -> {
                require(space instanceof Bosons, "hops are for bosons; spins have exchanges");
                requireInside(hop.pairs(), space);
                yield hop.pairs().stream()
                        .map(pair -> bothWays(Move.hop(pair[0], pair[1]), Move.hop(pair[1], pair[0])))
                        .toList();
            }
            case Rule.OperatorMoves moves -> operatorMoves(moves, space);
            case Rule.GlobalFlip _ -> {
                require(space instanceof Spins, "the global flip is for spins");
                int[] all = IntStream.range(0, space.sites()).toArray();
                yield List.of(Offer.of(new Proposal.Always(Move.flip(all))));
            }
            case Rule.Mixture _ -> throw new IllegalArgumentException("a mixture is taken apart before");
        };
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new InvalidInputException(sentence);
        }
    }

    private static void requireInside(List<int[]> pairs, StateSpace space) {
        for (int[] pair : pairs) {
            if (Math.max(pair[0], pair[1]) >= space.sites()) {
                throw new InvalidInputException("a rule has the pair " + Arrays.toString(pair)
                        + ", but the sites are numbered from 0 to " + (space.sites() - 1));
            }
        }
    }

    private static Offer localFlip(StateSpace space, int site) {
        if (space instanceof Spins) {
            return Offer.of(new Proposal.Always(Move.flip(site)));
        }
        int[] at = {site};
        return bothWays(new Move(at, new int[] {1}), new Move(at, new int[] {-1}));
    }

    private static Offer bothWays(Move there, Move back) {
        return new Offer(new Proposal.WhereItFits(there), new Proposal.WhereItFits(back));
    }

    private static List<Offer> operatorMoves(Rule.OperatorMoves rule, StateSpace space) {
        List<Transition> transitions = rule.operator().transitions();
        require(!transitions.isEmpty(), "an operator without off-diagonal elements moves nothing");
        if (space instanceof Spins) {
            return transitions.stream()
                    .map(transition -> Offer.of(new Proposal.WhereConnected(transition)))
                    .toList();
        }
        Map<Move, Transition> byMove = new HashMap<>();
        List<Offer> offers = new ArrayList<>();
        for (Transition transition : transitions) {
            Optional<Transition> back = Optional.ofNullable(byMove.remove(inverse(transition.move())));
            if (back.isPresent()) {
                offers.add(new Offer(new Proposal.WhereConnected(transition), new Proposal.WhereConnected(back.get())));
            } else {
                byMove.put(transition.move(), transition);
            }
        }
        if (!byMove.isEmpty()) {
            throw new IllegalArgumentException("the operator is not Hermitian: "
                    + byMove.keySet().iterator().next() + " has no way back");
        }
        return offers;
    }

    private static Move inverse(Move move) {
        return new Move(
                move.sites(), Arrays.stream(move.shifts()).map(shift -> -shift).toArray());
    }
}
