package org.ketwork.quantum.hamiltonian;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A complex number as people write it: {@code 0.5}, {@code -2e-3}, {@code 1+2i}, {@code (1-2j)}, {@code 3i}. */
record ComplexText(double re, double im) {
    private static final String NUMBER = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern REAL = Pattern.compile("[+-]?" + NUMBER);
    private static final Pattern IMAGINARY = Pattern.compile("([+-]?" + NUMBER + ")[ij]");
    private static final Pattern COMPLEX = Pattern.compile("\\(?([+-]?" + NUMBER + ")([+-]" + NUMBER + ")[ij]\\)?");

    /** Nothing if the word is no such number. It may be too large, and then is infinite. */
    static Optional<ComplexText> read(String word) {
        if (REAL.matcher(word).matches()) {
            return Optional.of(new ComplexText(Double.parseDouble(word), 0));
        }
        Matcher imaginary = IMAGINARY.matcher(word);
        if (imaginary.matches()) {
            return Optional.of(new ComplexText(0, Double.parseDouble(imaginary.group(1))));
        }
        Matcher complex = COMPLEX.matcher(word);
        return complex.matches() && word.startsWith("(") == word.endsWith(")")
                ? Optional.of(
                        new ComplexText(Double.parseDouble(complex.group(1)), Double.parseDouble(complex.group(2))))
                : Optional.empty();
    }

    boolean isFinite() {
        return Double.isFinite(re) && Double.isFinite(im);
    }
}
