package org.ketwork.wavefunction.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.SmallOperators;

/**
 * Each sampler on a random wavefunction of a small system. Chains are independent and give one draw each after 60 sweeps, so
 * Pearson's chi-square applies; its false-alarm rate for a fresh seed is 1e-6 for each row.
 */
class StationaryLawTest {
    private static final long SEED = 20261121;
    private static final int CHAINS = 6000;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);

    private static final StateSpace FREE = Spins.free(5);
    private static final StateSpace NEUTRAL = Spins.withMagnetisation(6, 0);
    private static final StateSpace BOSONS = new Bosons(3, 3, OptionalInt.empty());
    private static final StateSpace THREE_BOSONS = new Bosons(4, 2, OptionalInt.of(3));

    static Stream<Arguments> samplers() {
        List<int[]> ring = List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3}, new int[] {3, 0});
        Rule.Exchange anywhere = Rule.Exchange.anywhere(6);
        Rule mixture = new Rule.Mixture(List.of(
                new Rule.Mixture.Part(3, new Rule.LocalFlip()),
                new Rule.Mixture.Part(1, Rule.Exchange.anywhere(5)),
                new Rule.Mixture.Part(1, new Rule.GlobalFlip())));
        Rule withGlobalFlip = new Rule.Mixture(
                List.of(new Rule.Mixture.Part(9, anywhere), new Rule.Mixture.Part(1, new Rule.GlobalFlip())));
        return Stream.of(
                chains("local flips of spins", FREE, new Rule.LocalFlip()),
                chains("moves of the Ising ring", FREE, new Rule.OperatorMoves(SmallOperators.ising(FREE, 1))),
                chains("a mixture", FREE, mixture),
                chains("exchanges of any two", NEUTRAL, anywhere),
                chains("exchanges of neighbours", NEUTRAL, new Rule.Exchange(chain(6))),
                chains(
                        "moves of the Heisenberg ring",
                        NEUTRAL,
                        new Rule.OperatorMoves(SmallOperators.heisenberg(NEUTRAL))),
                chains("exchanges and global flips", NEUTRAL, withGlobalFlip),
                chains("bosons more and less", BOSONS, new Rule.LocalFlip()),
                chains("hops", THREE_BOSONS, new Rule.Hop(ring)),
                chains(
                        "moves of the Bose-Hubbard ring",
                        THREE_BOSONS,
                        new Rule.OperatorMoves(SmallOperators.boseHubbard(THREE_BOSONS))),
                Arguments.of(
                        "tempered local flips",
                        FREE,
                        MarkovChains.tempered(FREE, new Rule.LocalFlip(), schedule(), 4, ROOT.at("tempered"))),
                Arguments.of(
                        "tempered hops",
                        THREE_BOSONS,
                        MarkovChains.tempered(
                                THREE_BOSONS, new Rule.Hop(ring), schedule(), 3, ROOT.at("tempered hops"))),
                Arguments.of("exact draws", NEUTRAL, new ExactDraws(NEUTRAL, CHAINS, ROOT.at("exact"))));
    }

    private static List<int[]> chain(int sites) {
        return Stream.iterate(0, i -> i + 1 < sites, i -> i + 1)
                .map(i -> new int[] {i, i + 1})
                .toList();
    }

    private static Schedule schedule() {
        return new Schedule(CHAINS, CHAINS, 3, 60, 0);
    }

    private static Arguments chains(String name, StateSpace space, Rule rule) {
        return Arguments.of(name, space, new MarkovChains(space, rule, schedule(), ROOT.at(name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplers")
    void drawsFollowTheSquaredModulus(String name, StateSpace space, Sampler sampler) {
        ListedAmplitudes state = ListedAmplitudes.random(space, ROOT.at("amplitudes"));
        try (Workers workers = Workers.of(1)) {
            Sampler.Draw draw = sampler.draw(state, sampler.start(state, workers), 0, workers);
            long[] counts = new long[state.re().length];
            Sample sample = draw.sample();
            for (int i = 0; i < sample.weights().length; i++) {
                counts[state.number(sample.configurations(), i)] += Math.round(sample.weights()[i] * CHAINS);
            }
            assertThat(sample.draws()).isEqualTo(CHAINS);
            assertThat(draw.acceptance()).isBetween(0.2, 1.0);
            assertThat(GoodnessOfFit.chiSquare(state.probabilities(), counts).p())
                    .as("%s, seed %d", name, SEED)
                    .isGreaterThan(1e-6);
        }
    }
}
