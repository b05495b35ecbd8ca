package org.ketwork.wavefunction.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.SmallOperators;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.sampler.ExactDraws;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.WidenedSample;

/**
 * Products of operators and the step of Lanczos against matrices and vectors. Sampled numbers must lie within 5 of their own standard
 * errors of the exact ones: a false-alarm rate of about 1e-6 each for a fresh seed. The seed is fixed.
 */
class LanczosStepTest {
    private static final long SEED = 11;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);
    private static final double SIGMAS = 5;
    private static final Workers WORKERS = Workers.of(1);

    static Stream<Arguments> hamiltonians() {
        Spins free = Spins.free(5);
        return Stream.of(
                Arguments.of("Ising", SmallOperators.ising(free, 0.7)),
                Arguments.of("Heisenberg", SmallOperators.heisenberg(Spins.withMagnetisation(6, 0))),
                // Of a moment of third order of the other sign.
                Arguments.of(
                        "Heisenberg, upside down",
                        SmallOperators.heisenberg(Spins.withMagnetisation(6, 0)).times(-1)),
                Arguments.of("Bose-Hubbard", SmallOperators.boseHubbard(new Bosons(4, 3, OptionalInt.of(4)))),
                Arguments.of("complex", complex(free)));
    }

    private static ConfigurationOperator complex(Spins space) {
        return Hamiltonians.pauli(PauliSum.parse("0.7 XYIII + 0.4 IIYIZ + 0.9 IZXII + 0.3 ZIIZI + 0.5 IIIIX"), space);
    }

    private static WidenedSample all(ListedAmplitudes state) {
        return WidenedSample.unchanged(summed(state).sample());
    }

    private static Sampler.Draw summed(ListedAmplitudes state) {
        Sampler sampler = new FullSum(state.space());
        return sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS);
    }

    private static WidenedSample drawn(ConfigurationOperator hamiltonian, ListedAmplitudes state, String purpose) {
        RandomAddress address = ROOT.at(purpose);
        Sampler sampler = new ExactDraws(state.space(), 20_000, address);
        Sample sample =
                sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS).sample();
        return WidenedSample.of(hamiltonian, state, sample, address.at("widened"), WORKERS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void localValuesOfAProductAreThoseOfTheProductOfMatrices(String name, ConfigurationOperator hamiltonian) {
        ConfigurationOperator flips =
                hamiltonian.space() instanceof Spins free && !free.constrained() ? complex(free) : hamiltonian;
        ListedAmplitudes state = ListedAmplitudes.random(hamiltonian.space(), ROOT.at(name));
        LocalValues local =
                LocalValues.ofProduct(flips, hamiltonian, state, state.space().all(), WORKERS);
        Vector psi = Vector.of(state);
        Vector product = psi.times(SmallOperators.matrix(hamiltonian)).times(SmallOperators.matrix(flips));
        for (int i = 0; i < psi.re.length; i++) {
            double norm = psi.re[i] * psi.re[i] + psi.im[i] * psi.im[i];
            assertThat(local.re()[i])
                    .isCloseTo((product.re[i] * psi.re[i] + product.im[i] * psi.im[i]) / norm, within(1e-9 / norm));
            assertThat(local.im()[i])
                    .isCloseTo((product.im[i] * psi.re[i] - product.re[i] * psi.im[i]) / norm, within(1e-9 / norm));
        }
    }

    /** With signs and no imaginary parts: walkers leave those of the ratios alone. */
    @Test
    void aComplexOperatorOnARealStateHasComplexProducts() {
        Spins free = Spins.free(5);
        double[] re = ListedAmplitudes.random(free, ROOT.at("real")).re();
        ListedAmplitudes state = new ListedAmplitudes(free, Codomain.REAL, re, new double[re.length]);
        ComplexMatrix matrix = SmallOperators.matrix(complex(free));
        LocalValues local = LocalValues.ofProduct(complex(free), complex(free), state, free.all(), WORKERS);
        Vector product = Vector.of(state).times(matrix).times(matrix);
        for (int i = 0; i < re.length; i++) {
            assertThat(local.re()[i]).isCloseTo(product.re[i] / re[i], within(1e-9 / Math.abs(re[i])));
            assertThat(local.im()[i]).isCloseTo(product.im[i] / re[i], within(1e-9 / Math.abs(re[i])));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void theLowestStepIsTheLowestStateOfTheKrylovSpace(String name, ConfigurationOperator hamiltonian) {
        ListedAmplitudes state = ListedAmplitudes.random(hamiltonian.space(), ROOT.at(name));
        ComplexMatrix h = SmallOperators.matrix(hamiltonian);
        Vector first = Vector.of(state).unit();
        Vector image = first.times(h);
        double a0 = first.dot(image);
        Vector rest = image.plus(-a0, first);
        double b = Math.sqrt(rest.dot(rest));
        Vector second = rest.unit();
        double a1 = second.dot(second.times(h));
        double lowest = (a0 + a1) / 2 - Math.hypot((a0 - a1) / 2, b);

        LanczosStep step = LanczosStep.lowest(hamiltonian, state, all(state), WORKERS);
        LanczosStep.Improved improved = step.measure(hamiltonian, state, all(state), 1, WORKERS);
        assertThat(step.alpha()).isNegative();
        assertThat(improved.energy().mean()).isCloseTo(lowest, within(1e-9 * Math.abs(lowest)));
        assertThat(improved.energy().standardError()).isZero();
        assertThat(improved.energy().imaginary()).isCloseTo(0, within(1e-9));
        assertThat(improved.before().mean()).isCloseTo(a0, within(1e-9 * Math.abs(a0)));

        Vector after = first.times(h)
                .plus(-step.centre(), first)
                .scaled(step.alpha())
                .plus(1, first)
                .unit();
        Vector off = after.times(h).plus(-lowest, after);
        assertThat(improved.energy().variance()).isCloseTo(off.dot(off), within(1e-8 * (1 + off.dot(off))));
        double[] weights = improved.sample().weights();
        for (int i = 0; i < weights.length; i++) {
            double probability = after.re[i] * after.re[i] + after.im[i] * after.im[i];
            assertThat(weights[i]).isCloseTo(probability, within(1e-10));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void onASampleItAgreesWithSummation(String name, ConfigurationOperator hamiltonian) {
        ListedAmplitudes state = ListedAmplitudes.random(hamiltonian.space(), ROOT.at(name));
        LanczosStep step = LanczosStep.lowest(hamiltonian, state, drawn(hamiltonian, state, "chosen"), WORKERS);
        LanczosStep.Improved exact = step.measure(hamiltonian, state, all(state), 1, WORKERS);
        LanczosStep.Improved sampled =
                step.measure(hamiltonian, state, drawn(hamiltonian, state, "measured"), 1, WORKERS);
        assertNear(sampled.energy(), exact.energy());
        assertNear(sampled.before(), exact.before());
        assertThat(exact.energy().mean()).isLessThan(exact.before().mean());
        EnergyEstimate plain = EnergyEstimate.of(hamiltonian, state, summed(state), WORKERS);
        assertThat(exact.before().mean()).isCloseTo(plain.mean(), within(1e-9));
        assertThat(exact.before().variance()).isCloseTo(plain.variance(), within(1e-9));
    }

    /** At a node |Hψ|² may be as large as elsewhere, however seldom |ψ|² leads there: an amplitude of 10⁻⁶ would never be drawn. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void nodesAreNotMissed(String name, ConfigurationOperator hamiltonian) {
        ListedAmplitudes whole = ListedAmplitudes.random(hamiltonian.space(), ROOT.at(name));
        double[] re = whole.re().clone();
        double[] im = whole.im().clone();
        for (int i = 0; i < re.length; i += 4) {
            re[i] *= 1e-6;
            im[i] *= 1e-6;
        }
        ListedAmplitudes state = new ListedAmplitudes(whole.space(), whole.codomain(), re, im);
        LanczosStep step = LanczosStep.lowest(hamiltonian, state, all(state), WORKERS);
        LanczosStep.Improved exact = step.measure(hamiltonian, state, all(state), 1, WORKERS);
        LanczosStep.Improved sampled = step.measure(hamiltonian, state, drawn(hamiltonian, state, "nodes"), 1, WORKERS);
        assertNear(sampled.energy(), exact.energy());
        assertNear(sampled.before(), exact.before());
        assertThat(sampled.energy().standardError())
                .isLessThan(0.05 * Math.sqrt(exact.before().variance()));
    }

    private static void assertNear(EnergyEstimate sampled, EnergyEstimate exact) {
        assertThat(Math.abs(sampled.mean() - exact.mean()))
                .as("seed %d", SEED)
                .isLessThan(SIGMAS * sampled.standardError());
        assertThat(sampled.variance()).isCloseTo(exact.variance(), within(0.2 * exact.variance()));
    }

    @Test
    void anEigenstateStaysWhereItIs() {
        ConfigurationOperator hamiltonian = SmallOperators.ising(Spins.free(6), 0.7);
        ListedAmplitudes ground = SmallOperators.groundState(hamiltonian);
        LanczosStep step = LanczosStep.lowest(hamiltonian, ground, all(ground), WORKERS);
        LanczosStep.Improved improved = step.measure(hamiltonian, ground, all(ground), 1, WORKERS);
        double energy = SmallOperators.groundEnergy(hamiltonian);
        assertThat(step.alpha()).isZero();
        assertThat(improved.energy().mean()).isCloseTo(energy, within(1e-9 * Math.abs(energy)));
    }

    /** A complex vector. */
    private record Vector(double[] re, double[] im) {
        static Vector of(ListedAmplitudes state) {
            return new Vector(state.re(), state.im());
        }

        Vector times(ComplexMatrix matrix) {
            double[] x = new double[re.length];
            double[] y = new double[re.length];
            for (int i = 0; i < re.length; i++) {
                for (int j = 0; j < re.length; j++) {
                    double a = matrix.re().get(i, j);
                    double b = matrix.im().get(i, j);
                    x[i] += a * re[j] - b * im[j];
                    y[i] += a * im[j] + b * re[j];
                }
            }
            return new Vector(x, y);
        }

        Vector plus(double factor, Vector other) {
            double[] x = re.clone();
            double[] y = im.clone();
            for (int i = 0; i < x.length; i++) {
                x[i] += factor * other.re[i];
                y[i] += factor * other.im[i];
            }
            return new Vector(x, y);
        }

        Vector scaled(double factor) {
            return new Vector(
                    Arrays.stream(re).map(v -> factor * v).toArray(),
                    Arrays.stream(im).map(v -> factor * v).toArray());
        }

        Vector unit() {
            return scaled(1 / Math.sqrt(dot(this)));
        }

        /** Re⟨this|other⟩. */
        double dot(Vector other) {
            double sum = 0;
            for (int i = 0; i < re.length; i++) {
                sum += re[i] * other.re[i] + im[i] * other.im[i];
            }
            return sum;
        }
    }
}
