package org.ketwork.wavefunction.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.SmallOperators;

/**
 * Against the probabilities of all configurations, led on by every transition one after another. Frequencies must lie within 5 standard
 * deviations: with at most 40 configurations a false-alarm rate of about 2e-5 for a fresh seed. The seed is fixed.
 */
class WidenedSampleTest {
    private static final long SEED = 23;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);
    private static final int DRAWS = 50_000;
    private static final Workers WORKERS = Workers.of(1);

    static Stream<Arguments> operators() {
        Spins free = Spins.free(4);
        return Stream.of(
                Arguments.of("Ising", SmallOperators.ising(free, 0.7)),
                Arguments.of("Heisenberg", SmallOperators.heisenberg(Spins.withMagnetisation(6, 0))),
                Arguments.of("Bose-Hubbard", SmallOperators.boseHubbard(new Bosons(4, 3, OptionalInt.of(4)))),
                Arguments.of(
                        "complex",
                        Hamiltonians.pauli(
                                PauliSum.parse("0.7 XYII + 0.4 IIYZ + 0.9 IZXI + 0.3 ZIZI + 0.5 IIIX"), free)));
    }

    /** Random amplitudes with a near and a true node. */
    private static ListedAmplitudes state(ConfigurationOperator operator, String name) {
        ListedAmplitudes random = ListedAmplitudes.random(operator.space(), ROOT.at(name));
        double[] re = random.re().clone();
        double[] im = random.im().clone();
        re[3] *= 1e-5;
        im[3] *= 1e-5;
        re[7] = 0;
        im[7] = 0;
        return new ListedAmplitudes(random.space(), random.codomain(), re, im);
    }

    /** Half of the probability stays, the other half is spread over the transitions. */
    private static double[] ledOn(ConfigurationOperator operator, ListedAmplitudes state) {
        double[] p = state.probabilities();
        Configurations all = operator.space().all();
        List<Transition> transitions = operator.transitions();
        double[] led = new double[p.length];
        double[] re = new double[p.length];
        double[] im = new double[p.length];
        for (Transition transition : transitions) {
            transition.elements(all, re, im);
            for (int i = 0; i < p.length; i++) {
                int to = i;
                if (re[i] != 0 || (!transition.isReal() && im[i] != 0)) {
                    Configurations one = all.slice(i, 1);
                    transition.move().apply(all.space(), one.levels(), 0);
                    int other = state.number(one, 0);
                    to = p[other] > 0 ? other : i;
                }
                led[to] += p[i] / transitions.size();
            }
        }
        Arrays.setAll(led, i -> (led[i] + p[i]) / 2);
        return led;
    }

    private static WidenedSample widened(ConfigurationOperator operator, ListedAmplitudes state, String name) {
        Sampler sampler = new ExactDraws(state.space(), DRAWS, ROOT.at(name).at("draws"));
        Sample sample =
                sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS).sample();
        return WidenedSample.of(operator, state, sample, ROOT.at(name).at("widened"), WORKERS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void drawsAndImportanceFollowTheProbabilities(String name, ConfigurationOperator operator) {
        ListedAmplitudes state = state(operator, name);
        double[] before = state.probabilities();
        double[] after = ledOn(operator, state);
        assertThat(Arrays.stream(after).sum()).isCloseTo(1, within(1e-12));
        WidenedSample widened = widened(operator, state, name);
        Configurations at = widened.sample().configurations();
        double[] frequencies = new double[before.length];
        for (int s = 0; s < at.rows(); s++) {
            int i = state.number(at, s);
            frequencies[i] += widened.sample().weights()[s];
            assertThat(widened.importance()[s]).isCloseTo(before[i] / after[i], within(1e-9));
        }
        for (int i = 0; i < after.length; i++) {
            double deviation = Math.sqrt(after[i] * (1 - after[i]) / DRAWS);
            assertThat(Math.abs(frequencies[i] - after[i]))
                    .as("configuration %d, seed %d", i, SEED)
                    .isLessThanOrEqualTo(5 * deviation);
        }
        assertThat(frequencies[3]).isPositive();
        assertThat(frequencies[7]).isZero();
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        ConfigurationOperator operator = SmallOperators.ising(Spins.free(5), 0.7);
        ListedAmplitudes state = ListedAmplitudes.random(operator.space(), ROOT.at("threads"));
        Sampler sampler = new ExactDraws(state.space(), 500, ROOT.at("draws"));
        Sample sample =
                sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS).sample();
        try (Workers three = Workers.of(3)) {
            WidenedSample one = WidenedSample.of(operator, state, sample, ROOT, WORKERS);
            WidenedSample other = WidenedSample.of(operator, state, sample, ROOT, three);
            assertThat(other.sample().chains()).isDeepEqualTo(one.sample().chains());
            assertThat(other.importance()).containsExactly(one.importance());
        }
    }

    @Test
    void anExactSampleStays() {
        ConfigurationOperator operator = SmallOperators.ising(Spins.free(3), 0.7);
        ListedAmplitudes state = ListedAmplitudes.random(operator.space(), ROOT.at("exact"));
        Sampler sampler = new FullSum(state.space());
        Sample sample =
                sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS).sample();
        WidenedSample widened = WidenedSample.of(operator, state, sample, ROOT, WORKERS);
        assertThat(widened.sample()).isSameAs(sample);
        assertThat(widened.importance()).containsOnly(1);
    }
}
