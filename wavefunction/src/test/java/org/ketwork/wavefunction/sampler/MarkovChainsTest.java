package org.ketwork.wavefunction.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.SmallOperators;
import org.ketwork.wavefunction.ansatz.Codomain;

class MarkovChainsTest {
    private static final RandomAddress ROOT = RandomAddress.root(7);
    private static final StateSpace FREE = Spins.free(6);

    private static List<Sampler> samplers() {
        // 150 chains: two groups of 64 and one that is not full.
        Schedule schedule = new Schedule(150, 400, 2, 3, 1);
        return List.of(
                new MarkovChains(FREE, new Rule.LocalFlip(), schedule, ROOT.at("flips")),
                MarkovChains.tempered(FREE, new Rule.LocalFlip(), schedule, 3, ROOT.at("tempered")),
                new ExactDraws(FREE, 400, ROOT.at("exact")),
                new FullSum(FREE));
    }

    private static List<Sampler.Draw> draws(Sampler sampler, ListedAmplitudes state, int count, int threads) {
        try (Workers workers = Workers.of(threads)) {
            List<Sampler.Draw> draws = new ArrayList<>();
            Sampler.State at = sampler.start(state, workers);
            for (int step = 0; step < count; step++) {
                draws.add(sampler.draw(state, at, step, workers));
                at = draws.getLast().next();
            }
            return draws;
        }
    }

    private static void assertSame(Sampler.Draw a, Sampler.Draw b) {
        assertThat(a.sample().configurations()).isEqualTo(b.sample().configurations());
        assertThat(a.sample().weights()).isEqualTo(b.sample().weights());
        assertThat(a.sample().chains()).isDeepEqualTo(b.sample().chains());
        assertThat(a.next()).isEqualTo(b.next());
        assertThat(a.acceptance()).isEqualTo(b.acceptance());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void oneThreadAndThreeDrawTheSame(Sampler sampler) {
        ListedAmplitudes state = ListedAmplitudes.random(FREE, ROOT.at("amplitudes"));
        List<Sampler.Draw> alone = draws(sampler, state, 3, 1);
        List<Sampler.Draw> together = draws(sampler, state, 3, 3);
        for (int i = 0; i < 3; i++) {
            assertSame(alone.get(i), together.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aStoredStateGoesOnAsIfNothingHadHappened(Sampler sampler) {
        ListedAmplitudes state = ListedAmplitudes.random(FREE, ROOT.at("amplitudes"));
        List<Sampler.Draw> draws = draws(sampler, state, 3, 1);
        Sampler.State stored = new Sampler.State(draws.get(1).next().positions().copy());
        try (Workers workers = Workers.of(1)) {
            assertSame(draws.get(2), sampler.draw(state, stored, 2, workers));
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aSampleHoldsEachConfigurationOnceAndCountsItsDraws(Sampler sampler) {
        ListedAmplitudes state = ListedAmplitudes.random(FREE, ROOT.at("amplitudes"));
        Sample sample = draws(sampler, state, 1, 1).getFirst().sample();
        Set<Integer> seen = new HashSet<>();
        double sum = 0;
        for (int i = 0; i < sample.weights().length; i++) {
            assertThat(seen.add(state.number(sample.configurations(), i))).isTrue();
            sum += sample.weights()[i];
        }
        assertThat(sum).isBetween(1 - 1e-12, 1 + 1e-12);
        double[] counted = new double[sample.weights().length];
        for (int[] chain : sample.chains()) {
            for (int index : chain) {
                counted[index] += 1.0 / sample.draws();
            }
        }
        if (!sample.exact()) {
            assertThat(counted).containsExactly(sample.weights(), offset(1e-12));
        }
    }

    @Test
    void samplesAreRoundedUpToWholeChains() {
        Sampler sampler = new MarkovChains(FREE, new Rule.LocalFlip(), Schedule.of(150, 400), ROOT.at("rounded"));
        Sample sample = draws(sampler, ListedAmplitudes.random(FREE, ROOT), 1, 1)
                .getFirst()
                .sample();
        assertThat(sample.chains()).hasDimensions(150, 3);
    }

    @Test
    void exactSummationLeavesOutWhatHasNoAmplitude() {
        ListedAmplitudes state =
                new ListedAmplitudes(Spins.free(2), Codomain.REAL, new double[] {3, 0, -4, 0}, new double[4]);
        Sample sample =
                draws(new FullSum(Spins.free(2)), state, 1, 1).getFirst().sample();
        assertThat(sample.exact()).isTrue();
        assertThat(sample.configurations().rows()).isEqualTo(2);
        assertThat(sample.weights()).containsExactly(new double[] {0.36, 0.64}, offset(1e-15));
    }

    @Test
    void chainsThatStartWhereTheAmplitudeVanishesFindTheirWayOut() {
        double[] amplitudes = new double[64];
        amplitudes[21] = 1;
        amplitudes[23] = 1;
        ListedAmplitudes state = new ListedAmplitudes(FREE, Codomain.REAL, amplitudes, new double[64]);
        Sampler sampler =
                new MarkovChains(FREE, new Rule.LocalFlip(), new Schedule(200, 200, 1, 500, 0), ROOT.at("out"));
        Sample sample = draws(sampler, state, 1, 1).getFirst().sample();
        assertThat(sample.configurations().rows()).isEqualTo(2);
    }

    static Stream<Arguments> refused() {
        Spins neutral = Spins.withMagnetisation(6, 0);
        Spins large = Spins.free(40);
        Spins largeNeutral = Spins.withMagnetisation(40, 0);
        Rule halves =
                new Rule.Exchange(List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {3, 4}, new int[] {4, 5}));
        Rule oddlyMixed = new Rule.Mixture(List.of(
                new Rule.Mixture.Part(1, Rule.Exchange.anywhere(5)), new Rule.Mixture.Part(1, new Rule.GlobalFlip())));
        String out = "lead out of the space, in which the magnetisation is fixed";
        String keep = "keep the magnetisation, which is not fixed in this space";
        String parts = "do not reach every configuration from every other";
        return Stream.of(
                Arguments.of(neutral, new Rule.LocalFlip(), out),
                Arguments.of(largeNeutral, new Rule.LocalFlip(), out),
                Arguments.of(Spins.withMagnetisation(6, 2), mixedWithGlobalFlip(6), out),
                Arguments.of(largeNeutral, new Rule.OperatorMoves(SmallOperators.ising(largeNeutral, 1)), out),
                Arguments.of(FREE, Rule.Exchange.anywhere(6), keep),
                Arguments.of(large, Rule.Exchange.anywhere(40), keep),
                Arguments.of(large, new Rule.OperatorMoves(SmallOperators.heisenberg(large)), keep),
                Arguments.of(neutral, halves, parts),
                Arguments.of(FREE, new Rule.GlobalFlip(), parts),
                Arguments.of(Spins.free(5), oddlyMixed, parts),
                Arguments.of(neutral, Rule.Exchange.anywhere(8), "numbered from 0 to 5"),
                Arguments.of(FREE, new Rule.Hop(List.of(new int[] {0, 1})), "hops are for bosons"),
                Arguments.of(
                        new Bosons(4, 2, OptionalInt.of(4)),
                        new Rule.LocalFlip(),
                        "lead out of the space, in which the number of particles is fixed"),
                Arguments.of(
                        new Bosons(4, 2, OptionalInt.empty()),
                        new Rule.Hop(List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3})),
                        "keep the number of particles, which is not fixed"));
    }

    private static Rule mixedWithGlobalFlip(int sites) {
        return new Rule.Mixture(List.of(
                new Rule.Mixture.Part(1, Rule.Exchange.anywhere(sites)),
                new Rule.Mixture.Part(1, new Rule.GlobalFlip())));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRuleThatDoesNotFitItsSpaceIsRefused(StateSpace space, Rule rule, String sentence) {
        assertThatThrownBy(() -> new MarkovChains(space, rule, Schedule.of(16, 16), ROOT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void fewerSamplesThanChainsAreRefused() {
        assertThatThrownBy(() -> Schedule.of(64, 63))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least the number of chains, 64")
                .hasMessageContaining("got 63");
    }

    @Test
    void directDrawsOfAFamilyThatCannotAreRefused() {
        ListedAmplitudes state = ListedAmplitudes.random(FREE, ROOT);
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> new DirectDraws(10, ROOT).start(state, workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("autoregressive");
        }
    }

    @Test
    void aSpaceOfOneConfigurationNeedsNoMoves() {
        Spins up = Spins.withMagnetisation(4, 4);
        Sampler sampler = new MarkovChains(up, Rule.Exchange.anywhere(4), Schedule.of(4, 8), ROOT);
        Sampler.Draw draw =
                draws(sampler, ListedAmplitudes.random(up, ROOT), 1, 1).getFirst();
        assertThat(draw.acceptance()).isEqualTo(1);
        assertThat(draw.sample().weights()).containsExactly(1.0);
    }
}
