package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.Edge;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.sampler.DirectDraws;
import org.ketwork.wavefunction.sampler.ExactDraws;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/** What {@code --sampler} allows. */
final class SamplerForms {
    /** The form that asks the ansatz itself. */
    static final String DIRECT = "direct";

    private static final int USUAL_REPLICAS = 4;
    private static final int MOST_REPLICAS = 64;

    /** How a sampler comes about. */
    @FunctionalInterface
    interface Choice {
        Sampler of(Problem problem, Schedule schedule, RandomAddress address);
    }

    static final Forms<Choice> TABLE = new Forms<>(
            "--sampler",
            "sampler",
            List.of(
                    form(
                            "auto",
                            "flips without a conserved quantity, otherwise exchanges or hops along the bonds",
                            (p, s, a) -> chains(usual(p), p, s, a)),
                    form("flip", "one site changes at a time", (p, s, a) -> chains(new Rule.LocalFlip(), p, s, a)),
                    form(
                            "exchange",
                            "two neighbours change places",
                            (p, s, a) -> chains(new Rule.Exchange(pairs(p)), p, s, a)),
                    form("hop", "a boson hops to a neighbour", (p, s, a) -> chains(new Rule.Hop(pairs(p)), p, s, a)),
                    form(
                            "hamiltonian",
                            "the moves of the Hamiltonian",
                            (p, s, a) -> chains(new Rule.OperatorMoves(p.hamiltonian()), p, s, a)),
                    new Form<>(
                            "tempering",
                            "[:REPLICAS]",
                            "tempering:4",
                            "the usual moves, with replicas of each chain at higher temperatures",
                            SamplerForms::tempering),
                    form(
                            "exact",
                            "independent draws by way of all probabilities, for small systems",
                            (p, s, a) -> new ExactDraws(p.space(), s.samples(), a)),
                    form(
                            DIRECT,
                            "independent draws that an autoregressive ansatz makes itself",
                            (p, s, a) -> new DirectDraws(s.samples(), a)),
                    form(
                            "full-sum",
                            "no sampling: all configurations with their probabilities",
                            (p, s, a) -> new FullSum(p.space()))));

    private SamplerForms() {}

    private static Form<Choice> form(String name, String help, Choice choice) {
        return new Form<>(name, "", name, help, arguments -> {
            arguments.none();
            return (problem, schedule, address) ->
                    Problem.named("--sampler " + name, () -> choice.of(problem, schedule, address));
        });
    }

    private static Choice tempering(Arguments arguments) {
        int replicas = arguments.keys("replicas", "replicas").whole("replicas", USUAL_REPLICAS);
        if (replicas < 2 || replicas > MOST_REPLICAS) {
            throw arguments.wrong("the number of replicas must be from 2 to " + MOST_REPLICAS + ", got " + replicas);
        }
        return (problem, schedule, address) -> Problem.named(
                "--sampler tempering",
                () -> MarkovChains.tempered(problem.space(), usual(problem), schedule, replicas, address));
    }

    private static Sampler chains(Rule rule, Problem problem, Schedule schedule, RandomAddress address) {
        return new MarkovChains(problem.space(), rule, schedule, address);
    }

    /** The rule that reaches the whole space and keeps its conserved quantity. */
    private static Rule usual(Problem problem) {
        return switch (problem.space()) {
            case Spins spins when spins.constrained() -> new Rule.Exchange(pairs(problem));
            case Bosons bosons when bosons.constrained() -> new Rule.Hop(pairs(problem));
            default -> new Rule.LocalFlip();
        };
    }

    /** Neighbours, each pair once. */
    private static List<int[]> pairs(Problem problem) {
        TreeSet<Long> pairs = new TreeSet<>();
        for (Edge edge : problem.graph().edges()) {
            long low = Math.min(edge.from(), edge.to());
            pairs.add((low << 32) + Math.max(edge.from(), edge.to()));
        }
        if (pairs.isEmpty()) {
            throw new InvalidInputException(problem.graph().name() + " has no bonds along which to move");
        }
        List<int[]> list = new ArrayList<>();
        pairs.forEach(pair -> list.add(new int[] {(int) (pair >> 32), pair.intValue()}));
        return list;
    }
}
