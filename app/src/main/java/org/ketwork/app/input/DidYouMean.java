package org.ketwork.app.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest known word to a misspelt one. */
public final class DidYouMean {
    private DidYouMean() {}

    /** "; did you mean X?" or nothing, if no known word is near. */
    public static String suffix(String word, Collection<String> known) {
        return nearest(word, known).map(k -> "; did you mean " + k + "?").orElse("");
    }

    /** The known word with the fewest edits, if these are at most a third of its letters (and at least one is allowed). */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> edits(lower, k.toLowerCase(Locale.ROOT)) <= Math.max(1, (k.length() + 1) / 3)
                        || (lower.length() >= 3 && k.toLowerCase(Locale.ROOT).startsWith(lower)))
                .min(Comparator.<String>comparingInt(k -> edits(lower, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment). */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
