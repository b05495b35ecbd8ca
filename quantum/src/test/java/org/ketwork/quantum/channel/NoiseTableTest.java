package org.ketwork.quantum.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.measure.Entanglement;
import org.ketwork.quantum.noise.Noise;
import org.ketwork.quantum.noise.Reset;
import org.ketwork.quantum.noise.SchurNoise;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

/** Holds every description of every noise against every other. */
class NoiseTableTest {
    private static final double EPSILON = 1e-12;

    @Test
    void theTableHasEveryNoise() {
        List<Class<?>> inTable = new ArrayList<>();
        NoiseTable.entries().forEach(entry -> inTable.add(entry.type()));

        assertThat(inTable).containsExactlyInAnyOrder(Noise.class.getPermittedSubclasses());
        assertThat(NoiseTable.entries())
                .allSatisfy(entry -> assertThat(entry.examples()).isNotEmpty());
    }

    @TestFactory
    List<DynamicTest> allDescriptionsOfANoiseAgree() {
        List<DynamicTest> tests = new ArrayList<>();
        for (NoiseTable.Entry<?> entry : NoiseTable.entries()) {
            for (Noise noise : entry.examples()) {
                tests.add(DynamicTest.dynamicTest(noise.toString(), () -> allDescriptionsAgree(entry, noise)));
            }
        }
        return tests;
    }

    private static void allDescriptionsAgree(NoiseTable.Entry<?> entry, Noise noise) {
        int input = noise.inputDimension();
        Kraus kraus = Kraus.of(noise);
        assertThat(kraus.inputDimension()).isEqualTo(input);
        assertThat(kraus.outputDimension()).isEqualTo(noise.outputDimension());

        // The Choi matrix straight from the direct formula shares no code with the Kraus operators.
        Choi choi = Choi.of(rho -> entry.act(noise, rho), input, noise.outputDimension());
        List<Channel> representations = new ArrayList<>();
        for (Channel source : List.of(kraus, choi, Superoperator.of(choi))) {
            representations.add(source);
            representations.add(Choi.of(source));
            representations.add(Superoperator.of(source));
            representations.add(Kraus.of(source));
            representations.add(Kraus.minimal(source));
        }
        if (isQubits(noise)) {
            PauliTransferMatrix transfer = PauliTransferMatrix.of(choi);
            representations.addAll(List.of(
                    transfer,
                    PauliTransferMatrix.of(kraus),
                    Kraus.of(transfer),
                    Choi.of(transfer),
                    Superoperator.of(transfer)));
        }
        SchurMatrix.of(choi, 1e-12)
                .ifPresent(schur -> representations.addAll(
                        List.of(schur, Kraus.of(schur), Choi.of(schur), Superoperator.of(schur))));
        assertThat(SchurMatrix.of(kraus, 1e-12).isPresent())
                .isEqualTo(SchurMatrix.of(choi, 1e-12).isPresent());

        RandomStates random = new RandomStates(11);
        for (int trial = 0; trial < 5; trial++) {
            ComplexMatrix anything = random.matrix(input, input);
            ComplexMatrix expected = entry.act(noise, anything);
            DensityMatrix state = random.density(input);
            for (Channel channel : representations) {
                assertThat(channel.map(anything).minus(expected).maxAbs())
                        .as("%s as %s", noise, channel.getClass().getSimpleName())
                        .isLessThan(EPSILON);
                // Validates that the image is a state.
                channel.apply(state);
            }
            blochMapAgrees(entry, noise, kraus, random.density(2));
        }
        for (Channel channel : representations) {
            assertThat(ChannelProperties.isCompletelyPositive(channel)).isTrue();
            assertThat(ChannelProperties.isTracePreserving(channel)).isTrue();
            assertThat(ChannelProperties.isUnital(channel))
                    .isEqualTo(input == noise.outputDimension()
                            && entry.act(noise, ComplexMatrix.identity(input))
                                            .minus(ComplexMatrix.identity(input))
                                            .maxAbs()
                                    < EPSILON);
        }
        entanglementBreakingAgrees(entry, noise, kraus);
    }

    private static void blochMapAgrees(NoiseTable.Entry<?> entry, Noise noise, Kraus kraus, DensityMatrix qubit) {
        assertThat(entry.blochMap(noise).isPresent())
                .isEqualTo(noise.inputDimension() == 2 && noise.outputDimension() == 2);
        entry.blochMap(noise).ifPresent(map -> {
            assertThat(kraus.apply(qubit).blochVector())
                    .containsExactly(map.apply(qubit.blochVector()), within(EPSILON));
            assertThat(BlochMap.of(kraus).linear().minus(map.linear()).maxAbs()).isLessThan(EPSILON);
            assertThat(BlochMap.of(kraus).shift()).containsExactly(map.shift(), within(EPSILON));
        });
    }

    private static void entanglementBreakingAgrees(NoiseTable.Entry<?> entry, Noise noise, Kraus kraus) {
        Decision closed = entry.isEntanglementBreaking(noise);
        Decision computed = ChannelProperties.isEntanglementBreaking(kraus);
        if (closed != Decision.UNDECIDED) {
            assertThat(computed).as("%s breaks entanglement", noise).isEqualTo(closed);
        }
        // The definition: one half of a maximally entangled pair through the channel.
        int d = noise.inputDimension();
        DensityMatrix pair =
                Channels.applyToPart(kraus, States.maximallyEntangled(d).density(), Subsystems.of(d, d), 1);
        double negativity = Entanglement.negativity(pair, Subsystems.of(d, noise.outputDimension()), 1);
        assertThat(negativity).isCloseTo(ChannelProperties.choiNegativity(kraus), within(EPSILON));
        if (computed == Decision.YES) {
            assertThat(negativity).isLessThan(1e-9);
        }
    }

    private static boolean isQubits(Noise noise) {
        int d = noise.inputDimension();
        return d > 1 && Integer.bitCount(d) == 1 && d == noise.outputDimension();
    }

    @Test
    void minimalKrausOperatorsAreAsManyAsTheRankOfTheChoiMatrixAndOrthogonal() {
        Kraus minimal = Kraus.minimal(Kraus.of(new Reset(0.2, 0.1)));

        assertThat(minimal.operators()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                ComplexMatrix product = minimal.operators()
                        .get(i)
                        .adjoint()
                        .times(minimal.operators().get(j));
                assertThat(Math.hypot(product.traceRe(), product.traceIm())).isLessThan(1e-12);
            }
        }
        assertThat(Kraus.minimal(Kraus.of(SchurNoise.uniform(3, -0.5))).operators())
                .hasSize(2);
    }

    @Test
    void namesAreUnique() {
        assertThat(NoiseTable.entries().stream().map(NoiseTable.Entry::name)).doesNotHaveDuplicates();
    }
}
