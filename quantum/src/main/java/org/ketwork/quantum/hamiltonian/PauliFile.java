package org.ketwork.quantum.hamiltonian;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.TextLines;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Spins;

/** Reads a sum of Pauli strings; the form is described at {@link Hamiltonians#pauli(Path, Spins)}. */
final class PauliFile {
    private static final Pattern PLACED = Pattern.compile("(.)(\\d+)");
    /** Imaginary parts that cancel up to rounding count as cancelled. */
    private static final double ROUNDING = 1e-12;

    private final int sites;
    private final Map<PauliProduct, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private double re;
        private double im;
        private double imaginarySize;
        private TextLines.Line line;

        Entry(TextLines.Line line) {
            this.line = line;
        }
    }

    private PauliFile(int sites) {
        this.sites = sites;
    }

    static SpinOperator read(Path path, Spins space) {
        PauliFile file = new PauliFile(space.sites());
        TextLines.read(path).forEach(file::add);
        SpinOperator.Builder sum = SpinOperator.on(space);
        file.entries.forEach((product, entry) -> {
            if (Math.abs(entry.im) > ROUNDING * entry.imaginarySize) {
                throw entry.line.broken("gives " + product + " an imaginary part that no other line takes back, "
                        + entry.im + "i remains; the sum must be Hermitian");
            }
            sum.add(entry.re, product);
        });
        return sum.build("the sum of Pauli strings in " + path);
    }

    private void add(TextLines.Line line) {
        List<String> words = line.words();
        if (words.size() < 2) {
            throw line.broken("must be a coefficient and a Pauli string, such as \"0.5 XIZ\" or \"0.5 X0 Z2\", got \""
                    + TextLines.shortened(line.text()) + "\"");
        }
        ComplexText coefficient = coefficient(line, words.getFirst());
        PauliProduct product = PLACED.matcher(words.get(1)).matches()
                ? placed(line, words.subList(1, words.size()))
                : letters(line, words.subList(1, words.size()));
        Entry entry = entries.computeIfAbsent(product, none -> new Entry(line));
        entry.re += coefficient.re();
        entry.im += coefficient.im();
        entry.imaginarySize += Math.abs(coefficient.im());
        if (coefficient.im() != 0) {
            entry.line = line;
        }
    }

    private static ComplexText coefficient(TextLines.Line line, String word) {
        ComplexText value = ComplexText.read(word)
                .orElseThrow(() -> line.broken("must begin with a coefficient such as 0.5, -2e-3 or 1+2i, got \""
                        + TextLines.shortened(word) + "\""));
        if (!value.isFinite()) {
            throw line.broken("must begin with a finite coefficient, got \"" + TextLines.shortened(word) + "\"");
        }
        return value;
    }

    private PauliProduct letters(TextLines.Line line, List<String> words) {
        String letters = words.getFirst();
        if (words.size() > 1) {
            throw line.broken("must have one Pauli string after its coefficient, got \""
                    + TextLines.shortened(line.text()) + "\"");
        }
        PauliProduct product;
        try {
            product = PauliProduct.of(letters);
        } catch (InvalidInputException e) {
            throw line.broken("has the Pauli string \"" + TextLines.shortened(letters) + "\": " + e.getMessage());
        }
        if (letters.length() != sites) {
            throw line.broken("has a Pauli string of " + letters.length() + " letters for " + sites
                    + " sites; there must be a letter for each site");
        }
        return product;
    }

    private PauliProduct placed(TextLines.Line line, List<String> words) {
        TreeMap<Integer, Pauli> found = new TreeMap<>();
        for (String word : words) {
            Matcher placed = PLACED.matcher(word);
            if (!placed.matches()) {
                throw line.broken("must have matrices with their sites, such as X0 Z2, got \""
                        + TextLines.shortened(word) + "\"");
            }
            Pauli letter;
            try {
                letter = PauliProduct.letter(word.charAt(0));
            } catch (InvalidInputException e) {
                throw line.broken("has \"" + TextLines.shortened(word) + "\": " + e.getMessage());
            }
            String digits = placed.group(2);
            int site = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
            if (site >= sites) {
                throw line.broken("names site " + TextLines.shortened(digits) + "; the sites are 0 to " + (sites - 1));
            }
            if (found.put(site, letter) != null) {
                throw line.broken("names site " + site + " twice");
            }
        }
        found.values().removeIf(letter -> letter == Pauli.I);
        return new PauliProduct(List.copyOf(found.keySet()), List.copyOf(found.values()));
    }
}
