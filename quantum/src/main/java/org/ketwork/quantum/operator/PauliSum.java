package org.ketwork.quantum.operator;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.state.Amplitude;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/**
 * A linear combination of Pauli strings on n qubits with complex coefficients; Hermitian when they are real. Immutable; terms
 * are in alphabetical order of their letters, and a term with coefficient zero is left out.
 */
public final class PauliSum {
    private static final Pattern TERM = Pattern.compile(
            "\\G\\s*([+-]?)\\s*(?:(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)\\s*\\*?\\s*)?([IXYZ]+)");

    private final int qubits;
    private final TreeMap<PauliString, Amplitude> terms;

    private PauliSum(int qubits, TreeMap<PauliString, Amplitude> terms) {
        this.qubits = qubits;
        this.terms = terms;
    }

    public static PauliSum zero(int qubits) {
        return new PauliSum(qubits, new TreeMap<>());
    }

    public static PauliSum of(double coefficient, PauliString string) {
        PauliSum sum = zero(string.qubits());
        sum.add(string, coefficient, 0);
        return sum;
    }

    /**
     * Reads a sum with real coefficients such as {@code "0.5 XX - 1.25 ZI + YY"}.
     *
     * @throws InvalidInputException if the text is not of this form or the strings differ in length
     */
    public static PauliSum parse(String text) {
        Matcher matcher = TERM.matcher(text);
        TreeMap<PauliString, Amplitude> none = new TreeMap<>();
        PauliSum sum = new PauliSum(0, none);
        int end = 0;
        while (matcher.find()) {
            if (end > 0 && matcher.group(1).isEmpty()) {
                break;
            }
            PauliString string = PauliString.of(matcher.group(3));
            if (end == 0) {
                sum = zero(string.qubits());
            } else if (string.qubits() != sum.qubits) {
                throw new InvalidInputException("all strings of a Pauli sum must have the same length, got "
                        + sum.qubits + " and " + string.qubits() + " in \"" + text + "\"");
            }
            double size = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
            sum.add(string, matcher.group(1).equals("-") ? -size : size, 0);
            end = matcher.end();
        }
        if (end == 0 || !text.substring(end).isBlank()) {
            throw new InvalidInputException("a Pauli sum looks like \"0.5 XX - 1.25 ZI\", got \"" + text
                    + "\" which cannot be read from \"" + text.substring(end).strip() + "\" on");
        }
        return sum;
    }

    public int qubits() {
        return qubits;
    }

    public int size() {
        return terms.size();
    }

    /** The coefficient of a string, zero if it does not occur. */
    public Amplitude coefficient(PauliString string) {
        return terms.getOrDefault(string, new Amplitude(0, 0));
    }

    public void forEach(BiConsumer<PauliString, Amplitude> visitor) {
        terms.forEach(visitor);
    }

    public PauliSum plus(PauliSum other) {
        requireQubits(other);
        PauliSum sum = new PauliSum(qubits, new TreeMap<>(terms));
        other.terms.forEach((string, c) -> sum.add(string, c.re(), c.im()));
        return sum;
    }

    public PauliSum minus(PauliSum other) {
        return plus(other.scale(-1));
    }

    public PauliSum scale(double factor) {
        PauliSum scaled = zero(qubits);
        terms.forEach((string, c) -> scaled.add(string, factor * c.re(), factor * c.im()));
        return scaled;
    }

    public PauliSum times(PauliSum other) {
        requireQubits(other);
        PauliSum product = zero(qubits);
        terms.forEach((p, a) -> other.terms.forEach((q, b) -> {
            int power = p.phaseOfProduct(q);
            double re = a.re() * b.re() - a.im() * b.im();
            double im = a.re() * b.im() + a.im() * b.re();
            double phaseRe = PauliString.realPart(power);
            double phaseIm = PauliString.imaginaryPart(power);
            product.add(p.product(q), re * phaseRe - im * phaseIm, re * phaseIm + im * phaseRe);
        }));
        return product;
    }

    /** [A, B] = AB − BA. */
    public PauliSum commutator(PauliSum other) {
        return times(other).minus(other.times(this));
    }

    /** The conjugate transpose. */
    public PauliSum adjoint() {
        PauliSum adjoint = zero(qubits);
        terms.forEach((string, c) -> adjoint.add(string, c.re(), -c.im()));
        return adjoint;
    }

    public boolean isHermitian() {
        return terms.values().stream().allMatch(c -> c.im() == 0);
    }

    /** The matrix of shape (2^n, 2^n). */
    public ComplexMatrix matrix() {
        ComplexMatrix sum = PauliString.emptyMatrix(qubits);
        terms.forEach((string, c) -> string.addTo(sum, c.re(), c.im()));
        return sum;
    }

    /** ⟨ψ|A|ψ⟩ without forming the matrix; real when the sum is Hermitian. */
    public Amplitude expectation(Ket ket) {
        requireDimension(ket.dimension());
        double re = 0;
        double im = 0;
        for (Map.Entry<PauliString, Amplitude> term : terms.entrySet()) {
            Amplitude value = expectation(term.getKey(), ket);
            Amplitude c = term.getValue();
            re += c.re() * value.re() - c.im() * value.im();
            im += c.re() * value.im() + c.im() * value.re();
        }
        return new Amplitude(re, im);
    }

    private static Amplitude expectation(PauliString string, Ket ket) {
        double re = 0;
        double im = 0;
        for (int column = 0; column < ket.dimension(); column++) {
            int row = column ^ (int) string.flips();
            int power = string.phaseOn(column);
            double productRe = ket.re(row) * ket.re(column) + ket.im(row) * ket.im(column);
            double productIm = ket.re(row) * ket.im(column) - ket.im(row) * ket.re(column);
            re += PauliString.realPart(power) * productRe - PauliString.imaginaryPart(power) * productIm;
            im += PauliString.realPart(power) * productIm + PauliString.imaginaryPart(power) * productRe;
        }
        return new Amplitude(re, im);
    }

    /** Tr ρA without forming the matrix of A; real when the sum is Hermitian. */
    public Amplitude expectation(DensityMatrix state) {
        requireDimension(state.dimension());
        double re = 0;
        double im = 0;
        ComplexMatrix matrix = state.matrix();
        for (Map.Entry<PauliString, Amplitude> term : terms.entrySet()) {
            Amplitude value = term.getKey().traceWith(matrix);
            Amplitude c = term.getValue();
            re += c.re() * value.re() - c.im() * value.im();
            im += c.re() * value.im() + c.im() * value.re();
        }
        return new Amplitude(re, im);
    }

    private void add(PauliString string, double re, double im) {
        Amplitude old = coefficient(string);
        Amplitude sum = new Amplitude(old.re() + re, old.im() + im);
        if (sum.re() == 0 && sum.im() == 0) {
            terms.remove(string);
        } else {
            terms.put(string, sum);
        }
    }

    private void requireQubits(PauliSum other) {
        if (qubits != other.qubits) {
            throw new IllegalArgumentException(
                    "Pauli sums on " + qubits + " and on " + other.qubits + " qubits do not go together");
        }
    }

    private void requireDimension(int dimension) {
        if (dimension != 1L << qubits) {
            throw new IllegalArgumentException(
                    "a Pauli sum on " + qubits + " qubits does not fit a state of dimension " + dimension);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PauliSum that && qubits == that.qubits && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * qubits + terms.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        terms.forEach((string, c) -> {
            text.append(text.isEmpty() ? "" : " + ");
            text.append(c.im() == 0 ? String.valueOf(c.re()) : "(" + c.re() + " + " + c.im() + "i)");
            text.append(' ').append(string);
        });
        return text.isEmpty() ? "0" : text.toString();
    }
}
