package org.ketwork.quantum.channel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.noise.Noise;

/**
 * All noises, one entry each, described in several ways that know nothing of each other: Kraus operators, the direct formula for
 * the entries of ρ, the Bloch map, the threshold of entanglement breaking. One test holds every description against every other.
 */
public final class NoiseTable {
    /**
     * What is known of one kind of noise.
     *
     * @param name as people say it
     * @param type the record with its parameters
     * @param formula what it does, in one line
     * @param kraus its Kraus operators as the literature gives them
     * @param action the entries of Φ(ρ) written out, for any matrix ρ
     * @param bloch its action on the Bloch ball, for qubits
     * @param entanglementBreaking whether it destroys all entanglement, from a closed formula
     * @param examples parameters at which it is tested, thresholds included
     */
    public record Entry<N extends Noise>(
            String name,
            Class<N> type,
            String formula,
            Function<N, List<ComplexMatrix>> kraus,
            BiFunction<N, ComplexMatrix, ComplexMatrix> action,
            Function<N, Optional<BlochMap>> bloch,
            Function<N, Decision> entanglementBreaking,
            List<N> examples) {

        public Entry {
            examples = List.copyOf(examples);
        }

        public List<ComplexMatrix> krausOperators(Noise noise) {
            return kraus.apply(type.cast(noise));
        }

        public ComplexMatrix act(Noise noise, ComplexMatrix operator) {
            return action.apply(type.cast(noise), operator);
        }

        public Optional<BlochMap> blochMap(Noise noise) {
            return bloch.apply(type.cast(noise));
        }

        public Decision isEntanglementBreaking(Noise noise) {
            return entanglementBreaking.apply(type.cast(noise));
        }
    }

    private static final List<Entry<?>> ENTRIES = List.of(
            QubitNoises.PHASE_FLIP,
            QubitNoises.PHASE_DAMPING,
            QubitNoises.BIT_FLIP,
            QubitNoises.AMPLITUDE_DAMPING,
            QubitNoises.GENERALIZED_AMPLITUDE_DAMPING,
            QubitNoises.THERMAL_RELAXATION,
            QubitNoises.RESET,
            AnyDimensionNoises.DEPOLARIZING,
            AnyDimensionNoises.ERASURE,
            AnyDimensionNoises.PAULI,
            AnyDimensionNoises.SCHUR);

    private NoiseTable() {}

    public static List<Entry<?>> entries() {
        return ENTRIES;
    }

    public static Entry<?> entryOf(Noise noise) {
        return ENTRIES.stream()
                .filter(entry -> entry.type().isInstance(noise))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry in the table of noises for " + noise));
    }
}
