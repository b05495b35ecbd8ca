package org.ketwork.quantum.lattice;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ketwork.numerics.InvalidInputException;

/** Lattices and graphs from what a user writes. */
public final class Graphs {
    private Graphs() {}

    /**
     * Reads {@code chain:40}, {@code square:4x6}, {@code square:4x4:open}, {@code square:4x6:periodic,open} or {@code graph:FILE};
     * periodic unless it says otherwise.
     *
     * @throws InvalidInputException with a sentence that says what is allowed
     */
    public static Graph parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        if (colon < 0 || colon == text.length() - 1) {
            throw new InvalidInputException("a lattice is one of " + examples() + ", got \"" + text + "\"");
        }
        String rest = text.substring(colon + 1);
        if (word.equals("graph")) {
            try {
                return EdgeList.read(Path.of(rest));
            } catch (InvalidPathException e) {
                throw new InvalidInputException("graph: needs the name of a file, got \"" + rest + "\"", e);
            }
        }
        for (LatticeKind kind : LatticeKind.values()) {
            if (kind.label().equals(word)) {
                return lattice(kind, rest, text);
            }
        }
        throw new InvalidInputException(
                "there is no lattice \"" + word + "\"; a lattice is one of " + examples() + ", got \"" + text + "\"");
    }

    private static Lattice lattice(LatticeKind kind, String rest, String text) {
        List<String> parts = List.of(rest.split(":", -1));
        List<String> sizes = List.of(parts.getFirst().split("x", -1));
        if (parts.size() > 2
                || sizes.size() != kind.directions()
                || !sizes.stream().allMatch(size -> size.matches("[0-9]{1,7}"))) {
            throw new InvalidInputException("a lattice of this kind looks like " + kind.example() + " or "
                    + kind.example() + ":open, got \"" + text + "\"");
        }
        int[] lengths = sizes.stream().mapToInt(Integer::parseInt).toArray();
        boolean[] periodic = new boolean[lengths.length];
        Arrays.fill(periodic, true);
        if (parts.size() == 2) {
            List<String> words = List.of(parts.get(1).split(",", -1));
            if (words.size() != 1 && words.size() != lengths.length) {
                throw new InvalidInputException("the boundary is one word, or one for each of the " + lengths.length
                        + " directions, got \"" + parts.get(1) + "\" in \"" + text + "\"");
            }
            for (int a = 0; a < lengths.length; a++) {
                String word = words.get(words.size() == 1 ? 0 : a);
                periodic[a] = switch (word) {
                    case "periodic" -> true;
                    case "open" -> false;
                    default ->
                        throw new InvalidInputException(
                                "a boundary is periodic or open, got \"" + word + "\" in \"" + text + "\"");
                };
            }
        }
        return Lattice.of(kind, lengths, periodic);
    }

    private static String examples() {
        return Arrays.stream(LatticeKind.values()).map(LatticeKind::example).collect(Collectors.joining(", "))
                + " or graph:FILE";
    }
}
