package org.ketwork.quantum.noise;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliString;

/**
 * Pauli strings hit n qubits with given probabilities.
 *
 * @param probabilities of the strings; they sum to 1 (the constructor gives what is missing to the identity)
 */
public record PauliNoise(Map<PauliString, Double> probabilities) implements Noise {
    /** How far the probabilities may exceed 1 by rounding. */
    private static final double TOLERANCE = 1e-12;

    public PauliNoise {
        if (probabilities.isEmpty()) {
            throw new IllegalArgumentException("Pauli noise needs at least one string");
        }
        TreeMap<PauliString, Double> complete = new TreeMap<>(probabilities);
        int qubits = complete.firstKey().qubits();
        double sum = 0;
        for (Map.Entry<PauliString, Double> entry : complete.entrySet()) {
            Parameters.requireProbability("probability of " + entry.getKey(), entry.getValue());
            if (entry.getKey().qubits() != qubits) {
                throw new IllegalArgumentException("the strings of Pauli noise must have one length, got " + qubits
                        + " and " + entry.getKey().qubits());
            }
            sum += entry.getValue();
        }
        if (!(sum <= 1 + TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the probabilities of Pauli noise must not exceed 1 together, got " + sum);
        }
        complete.merge(PauliString.identity(qubits), Math.max(0, 1 - sum), Double::sum);
        probabilities = Collections.unmodifiableMap(complete);
    }

    /** X, Y and Z on one qubit with these probabilities. */
    public static PauliNoise qubit(double x, double y, double z) {
        return new PauliNoise(Map.of(
                PauliString.single(1, 0, Pauli.X), x,
                PauliString.single(1, 0, Pauli.Y), y,
                PauliString.single(1, 0, Pauli.Z), z));
    }

    public int qubits() {
        return probabilities.keySet().iterator().next().qubits();
    }

    @Override
    public int inputDimension() {
        return 1 << qubits();
    }
}
