package org.ketwork.quantum.operator;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.state.Amplitude;

/**
 * A tensor product of Pauli matrices on up to 62 qubits, with coefficient +1. Bit (qubits − 1 − q) of {@code flips} and {@code
 * signs} belongs to qubit q, so that the masks act directly on basis indices in which qubit 0 is the most significant bit.
 *
 * @param qubits how many qubits it acts on
 * @param flips where X or Y stands
 * @param signs where Z or Y stands
 */
public record PauliString(int qubits, long flips, long signs) implements Comparable<PauliString> {
    private static final int MOST_QUBITS = 62;

    public PauliString {
        if (qubits < 1 || qubits > MOST_QUBITS) {
            throw new IllegalArgumentException("a Pauli string acts on 1 to " + MOST_QUBITS + " qubits, got " + qubits);
        }
        if ((flips | signs) >>> qubits != 0) {
            throw new IllegalArgumentException("the masks of a Pauli string reach beyond its " + qubits + " qubits");
        }
    }

    /**
     * Letter q stands for qubit q: {@code of("XIZ")} is X on qubit 0 and Z on qubit 2.
     *
     * @throws InvalidInputException if a letter is not I, X, Y or Z, or there are none or more than 62
     */
    public static PauliString of(String letters) {
        if (letters.isEmpty() || letters.length() > MOST_QUBITS) {
            throw new InvalidInputException(
                    "a Pauli string has 1 to " + MOST_QUBITS + " letters, one for each qubit, got " + letters.length());
        }
        long flips = 0;
        long signs = 0;
        for (int q = 0; q < letters.length(); q++) {
            Pauli pauli = switch (letters.charAt(q)) {
                case 'I' -> Pauli.I;
                case 'X' -> Pauli.X;
                case 'Y' -> Pauli.Y;
                case 'Z' -> Pauli.Z;
                default ->
                    throw new InvalidInputException("a Pauli string has the letters I, X, Y, Z only, got \"" + letters
                            + "\" with '" + letters.charAt(q) + "'");
            };
            flips = flips << 1 | (pauli.flips() ? 1 : 0);
            signs = signs << 1 | (pauli.signs() ? 1 : 0);
        }
        return new PauliString(letters.length(), flips, signs);
    }

    public static PauliString identity(int qubits) {
        return new PauliString(qubits, 0, 0);
    }

    /** One Pauli on one qubit. */
    public static PauliString single(int qubits, int qubit, Pauli pauli) {
        if (qubit < 0 || qubit >= qubits) {
            throw new IllegalArgumentException("the qubit must be in [0, " + qubits + "), got " + qubit);
        }
        long bit = 1L << (qubits - 1 - qubit);
        return new PauliString(qubits, pauli.flips() ? bit : 0, pauli.signs() ? bit : 0);
    }

    public Pauli at(int qubit) {
        int shift = qubits - 1 - qubit;
        return Pauli.of((flips >>> shift & 1) == 1, (signs >>> shift & 1) == 1);
    }

    /** On how many qubits it is not the identity. */
    public int weight() {
        return Long.bitCount(flips | signs);
    }

    public boolean commutesWith(PauliString other) {
        requireQubits(other);
        return (Long.bitCount(flips & other.signs) + Long.bitCount(signs & other.flips)) % 2 == 0;
    }

    /** The string P with this · other = i^k P for the k of {@link #phaseOfProduct}. */
    public PauliString product(PauliString other) {
        requireQubits(other);
        return new PauliString(qubits, flips ^ other.flips, signs ^ other.signs);
    }

    /** The power k of i, in 0 to 3, in this · other = i^k P. */
    public int phaseOfProduct(PauliString other) {
        PauliString product = product(other);
        // A string is i^{|x∧z|} X^x Z^z, and moving Z^z past X^x' costs a sign for each common bit.
        int k = yCount() + other.yCount() - product.yCount() + 2 * Long.bitCount(signs & other.flips);
        return Math.floorMod(k, 4);
    }

    int yCount() {
        return Long.bitCount(flips & signs);
    }

    /** The matrix of shape (2^n, 2^n). */
    public ComplexMatrix matrix() {
        ComplexMatrix result = emptyMatrix(qubits);
        addTo(result, 1, 0);
        return result;
    }

    /** The zero matrix of shape (2^n, 2^n). */
    static ComplexMatrix emptyMatrix(int qubits) {
        if (qubits > 14) {
            throw new IllegalArgumentException(
                    "a matrix on " + qubits + " qubits is too large; use the Pauli strings as they are");
        }
        return ComplexMatrix.zeros(1 << qubits, 1 << qubits);
    }

    /**
     * String number {@code index} of the 4ⁿ strings on n qubits, counted in base 4 with digits I, X, Y, Z, qubit 0 first.
     *
     * @param qubits at most 31, so that every number is a long
     */
    public static PauliString numbered(int qubits, long index) {
        if (qubits > 31 || index < 0 || index >>> 2 * qubits != 0) {
            throw new IllegalArgumentException("there is no Pauli string of number " + index + " on " + qubits
                    + " qubits; numbered are those on up to 31 qubits, from 0 to 4^n - 1");
        }
        long flips = 0;
        long signs = 0;
        for (int q = 0; q < qubits; q++) {
            Pauli pauli = Pauli.values()[(int) (index >>> 2 * (qubits - 1 - q)) & 3];
            flips = flips << 1 | (pauli.flips() ? 1 : 0);
            signs = signs << 1 | (pauli.signs() ? 1 : 0);
        }
        return new PauliString(qubits, flips, signs);
    }

    /** Tr PA for a matrix of shape (2^n, 2^n), in 2^n steps. */
    public Amplitude traceWith(ComplexMatrix operator) {
        if (operator.rows() != 1L << qubits || operator.columns() != operator.rows()) {
            throw new IllegalArgumentException("a string on " + qubits + " qubits does not fit a matrix of shape "
                    + operator.rows() + " x " + operator.columns());
        }
        double re = 0;
        double im = 0;
        for (int column = 0; column < operator.rows(); column++) {
            int row = column ^ (int) flips;
            int power = phaseOn(column);
            double entryRe = operator.re().get(column, row);
            double entryIm = operator.im().get(column, row);
            re += realPart(power) * entryRe - imaginaryPart(power) * entryIm;
            im += realPart(power) * entryIm + imaginaryPart(power) * entryRe;
        }
        return new Amplitude(re, im);
    }

    /** Adds (re + i im)P to a matrix of shape (2^n, 2^n), in place. */
    public void addTo(ComplexMatrix target, double re, double im) {
        for (int column = 0; column < target.columns(); column++) {
            int row = column ^ (int) flips;
            int power = phaseOn(column);
            target.set(
                    row,
                    column,
                    target.re().get(row, column) + re * realPart(power) - im * imaginaryPart(power),
                    target.im().get(row, column) + re * imaginaryPart(power) + im * realPart(power));
        }
    }

    /** The power k of i in P|b⟩ = i^k |b ⊕ flips⟩. */
    int phaseOn(long basisState) {
        return (yCount() + 2 * Long.bitCount(signs & basisState)) & 3;
    }

    static int realPart(int power) {
        return power == 0 ? 1 : power == 2 ? -1 : 0;
    }

    static int imaginaryPart(int power) {
        return power == 1 ? 1 : power == 3 ? -1 : 0;
    }

    private void requireQubits(PauliString other) {
        if (qubits != other.qubits) {
            throw new IllegalArgumentException(
                    "Pauli strings on " + qubits + " and on " + other.qubits + " qubits do not go together");
        }
    }

    /** Alphabetical order of the letters. */
    @Override
    public int compareTo(PauliString other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder(qubits);
        for (int q = 0; q < qubits; q++) {
            letters.append(at(q));
        }
        return letters.toString();
    }
}
