package org.ketwork.app.solve;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.numerics.InvalidInputException;

/** What an ansatz may be projected on. */
enum Symmetry {
    TRANSLATIONS,
    POINT_GROUP,
    SPIN_FLIP;

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Words with commas between them; all if there is no text. */
    static Set<Symmetry> read(Optional<String> text) {
        Set<Symmetry> read = EnumSet.noneOf(Symmetry.class);
        if (text.isEmpty()) {
            read.addAll(List.of(values()));
            return read;
        }
        List<String> words = Arrays.stream(values()).map(Symmetry::word).toList();
        for (String word : text.get().split(",", -1)) {
            int index = words.indexOf(word.strip());
            if (index < 0) {
                throw new InvalidInputException("--project: there is no symmetry "
                        + (word.isBlank() ? "without a name" : word.strip()) + DidYouMean.suffix(word.strip(), words)
                        + " (allowed: " + String.join(", ", words) + ")");
            }
            read.add(values()[index]);
        }
        return read;
    }

    /** The words of a set, as {@link #read} takes them. */
    static String text(Set<Symmetry> symmetries) {
        return symmetries.stream().map(Symmetry::word).collect(Collectors.joining(","));
    }
}
