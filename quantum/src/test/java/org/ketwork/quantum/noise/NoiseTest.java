package org.ketwork.quantum.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.operator.PauliString;

class NoiseTest {
    private static void refuses(ThrowingCallable constructor, String... inMessage) {
        assertThatIllegalArgumentException().isThrownBy(constructor).withMessageContainingAll(inMessage);
    }

    @Test
    void parametersOutsideTheirRangeAreNamedWithTheirValue() {
        refuses(() -> new PhaseFlip(1.2), "flip probability must be in [0, 1], got 1.2");
        refuses(() -> new BitFlip(-0.1), "got -0.1");
        refuses(() -> new PhaseDamping(Double.NaN), "got NaN");
        refuses(() -> new AmplitudeDamping(2), "got 2.0");
        refuses(() -> new Depolarizing(1, 0.1), "at least 2, got 1");
        refuses(() -> new Depolarizing(1.1), "got 1.1");
        refuses(() -> new GeneralizedAmplitudeDamping(0.1, 1.5), "excitation", "1.5");
        refuses(() -> new ThermalRelaxation(10, 21, 1), "at most 2 T1 = 20.0, got 21.0");
        refuses(() -> new ThermalRelaxation(10, 20, -1), "got -1.0");
        refuses(() -> new ThermalRelaxation(0, 20, 1), "T1 must be positive, got 0.0");
        refuses(() -> new Reset(0.6, 0.6), "0.6 + 0.6");
        refuses(() -> new Erasure(0, 0.5), "got 0");
        refuses(() -> PauliNoise.qubit(0.5, 0.5, 0.1), "exceed 1");
        refuses(() -> new PauliNoise(Map.of(PauliString.of("X"), 0.1, PauliString.of("XX"), 0.1)), "one length");
        refuses(() -> SchurNoise.uniform(3, -0.51), "negative eigenvalues");
        refuses(() -> SchurNoise.of(Matrix.diagonal(1, 0.9)), "diagonal", "0.9 at 1");
    }

    @Test
    void pauliNoiseLeavesTheRestToTheIdentity() {
        assertThat(PauliNoise.qubit(0.1, 0.2, 0.3).probabilities().get(PauliString.of("I")))
                .isCloseTo(0.4, within(1e-15));
    }
}
