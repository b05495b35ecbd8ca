package org.ketwork.quantum.lattice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.TextLines;

/** A graph given by its bonds, of which no two join the same sites. */
public record EdgeList(String name, int sites, List<Edge> edges) implements Graph {
    private static final int MOST_SITES = 1_000_000;

    public EdgeList {
        edges = List.copyOf(edges);
        if (sites < 1 || sites > MOST_SITES) {
            throw new InvalidInputException("a graph has 1 to " + MOST_SITES + " sites, got " + sites);
        }
        Set<Set<Integer>> joined = new HashSet<>();
        for (Edge edge : edges) {
            if (Math.max(edge.from(), edge.to()) >= sites) {
                throw new InvalidInputException("a graph of " + sites + " sites has the sites 0 to " + (sites - 1)
                        + ", got a bond from " + edge.from() + " to " + edge.to());
            }
            if (!joined.add(Set.of(edge.from(), edge.to()))) {
                throw new InvalidInputException(
                        "the bond between " + edge.from() + " and " + edge.to() + " is given twice");
            }
        }
    }

    /**
     * Reads a text with a bond on each line, {@code i j} or {@code i j weight}, sites counted from 0. What follows a # is a comment. The
     * first line may be {@code sites N} to say how many sites there are; without it the largest number decides.
     *
     * @throws InvalidInputException if the file cannot be read or a line is not such a bond
     */
    public static EdgeList read(Path file) {
        List<TextLines.Line> lines = TextLines.read(file);
        int sites = 0;
        int most = MOST_SITES;
        List<TextLines.Line> bonds = lines;
        if (lines.getFirst().words().getFirst().equals("sites")) {
            sites = declared(lines.getFirst());
            most = sites;
            bonds = lines.subList(1, lines.size());
        }
        List<Edge> edges = new ArrayList<>();
        Map<Set<Integer>, Integer> seen = new HashMap<>();
        for (TextLines.Line line : bonds) {
            Edge edge = edge(line, most);
            Integer earlier = seen.putIfAbsent(Set.of(edge.from(), edge.to()), line.number());
            if (earlier != null) {
                throw line.broken("gives the bond between " + edge.from() + " and " + edge.to() + " again, after line "
                        + earlier + "; add the weights instead");
            }
            sites = Math.max(sites, Math.max(edge.from(), edge.to()) + 1);
            edges.add(edge);
        }
        return new EdgeList("graph:" + file, sites, edges);
    }

    private static int declared(TextLines.Line line) {
        List<String> words = line.words();
        if (words.size() != 2 || !words.get(1).matches("[0-9]{1,7}")) {
            throw line.broken(
                    "must be \"sites N\" with the number of sites, got \"" + TextLines.shortened(line.text()) + "\"");
        }
        int sites = Integer.parseInt(words.get(1));
        if (sites < 1 || sites > MOST_SITES) {
            throw line.broken("must give 1 to " + MOST_SITES + " sites, got " + sites);
        }
        return sites;
    }

    private static Edge edge(TextLines.Line line, int most) {
        List<String> words = line.words();
        if (words.size() != 2 && words.size() != 3) {
            throw line.broken(
                    "must be a bond \"i j\" or \"i j weight\", got \"" + TextLines.shortened(line.text()) + "\"");
        }
        int from = site(line, words.get(0), most);
        int to = site(line, words.get(1), most);
        if (from == to) {
            throw line.broken("joins site " + from + " to itself; a bond joins two different sites");
        }
        double weight = 1;
        if (words.size() == 3) {
            try {
                weight = Double.parseDouble(words.get(2));
            } catch (NumberFormatException e) {
                weight = Double.NaN;
            }
            if (!Double.isFinite(weight)) {
                throw line.broken("must end with a finite weight, got \"" + TextLines.shortened(words.get(2)) + "\"");
            }
        }
        return new Edge(from, to, weight);
    }

    private static int site(TextLines.Line line, String word, int most) {
        if (!word.matches("-?[0-9]+")) {
            throw line.broken("must name sites by their numbers, got \"" + TextLines.shortened(word) + "\"");
        }
        int site = word.length() > 9 ? -1 : Integer.parseInt(word);
        if (site < 0 || site >= most) {
            throw line.broken("names site " + TextLines.shortened(word) + "; the sites are 0 to " + (most - 1));
        }
        return site;
    }

    @Override
    public List<String> warnings() {
        boolean[] joined = new boolean[sites];
        for (Edge edge : edges) {
            joined[edge.from()] = true;
            joined[edge.to()] = true;
        }
        List<Integer> alone = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            if (!joined[i]) {
                alone.add(i);
            }
        }
        return alone.isEmpty()
                ? List.of()
                : List.of(alone.size() + " of the " + sites + " sites of " + name + " have no bond, the first is site "
                        + alone.getFirst());
    }
}
