package org.ketwork.wavefunction.tomography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.operator.Pauli;

/**
 * The Pauli matrix X, Y or Z that is measured on each spin. Outcome level 0 is the eigenvalue +1, level 1 is −1.
 *
 * @param letters one for each spin, none of them I
 */
public record MeasurementBasis(List<Pauli> letters) {
    public MeasurementBasis {
        letters = List.copyOf(letters);
        if (letters.isEmpty() || letters.contains(Pauli.I)) {
            throw new InvalidInputException("a measurement basis has X, Y or Z for each spin, got " + text(letters));
        }
    }

    /** Z on every spin, the basis of the configurations. */
    public static MeasurementBasis reference(int spins) {
        return new MeasurementBasis(Collections.nCopies(spins, Pauli.Z));
    }

    /**
     * From letters such as {@code "ZXYZ"}.
     *
     * @throws InvalidInputException if one of them is not X, Y or Z
     */
    public static MeasurementBasis of(String letters) {
        List<Pauli> paulis = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            paulis.add(
                    switch (letter) {
                        case 'X' -> Pauli.X;
                        case 'Y' -> Pauli.Y;
                        case 'Z' -> Pauli.Z;
                        default ->
                            throw new InvalidInputException("a measurement basis has the letters X, Y, Z only, got \""
                                    + letters + "\" with '" + letter + "'");
                    });
        }
        return new MeasurementBasis(paulis);
    }

    public int spins() {
        return letters.size();
    }

    /** The spins that are not measured along z, ascending. */
    public int[] rotated() {
        return IntStream.range(0, spins())
                .filter(i -> letters.get(i) != Pauli.Z)
                .toArray();
    }

    private static String text(List<Pauli> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(text::append);
        return "\"" + text + "\"";
    }

    @Override
    public String toString() {
        return text(letters).replace("\"", "");
    }
}
