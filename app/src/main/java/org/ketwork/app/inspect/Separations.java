package org.ketwork.app.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.lab.report.NumberText;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Auroc;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.TestResult;

/**
 * How well each score tells a second set from the first, and which scores differ in that: DeLong's paired test of every two scores
 * on the same samples, with the p-values adjusted by Holm over all pairs.
 *
 * @param areas area under the curve of each score; none if there is no second set, or a set has a single sample
 * @param pairs every two scores once
 */
public record Separations(Map<Score, Auroc> areas, List<Pair> pairs) {
    private static final double ALPHA = 0.05;

    /** Two scores; the effect of the test is the area of {@code a} minus that of {@code b}. */
    public record Pair(Score a, Score b, TestResult test, double adjusted) {
        boolean clearlyBetter(Score better, Score worse) {
            boolean larger = test.effect() > 0 ? a == better && b == worse : b == better && a == worse;
            return larger && adjusted <= ALPHA;
        }

        Interval interval() {
            return test.interval().orElseThrow();
        }
    }

    static Separations none() {
        return new Separations(Map.of(), List.of());
    }

    static Separations of(PredictionAnatomy second, PredictionAnatomy first) {
        if (Math.min(second.samples(), first.samples()) < 2) {
            return none();
        }
        Map<Score, Auroc> areas = new LinkedHashMap<>();
        for (Score score : Score.values()) {
            areas.put(score, Auroc.of(score.of(second), score.of(first)));
        }
        List<Score> scores = List.copyOf(areas.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            for (Score b : scores.subList(i + 1, scores.size())) {
                Score a = scores.get(i);
                TestResult test =
                        Auroc.pairedTest(a.of(second), a.of(first), b.of(second), b.of(first), Alternative.TWO_SIDED);
                pairs.add(new Pair(a, b, test, test.p()));
            }
        }
        double[] adjusted =
                Holm.adjust(pairs.stream().mapToDouble(p -> p.test().p()).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            Pair pair = pairs.get(i);
            pairs.set(i, new Pair(pair.a, pair.b, pair.test, adjusted[i]));
        }
        return new Separations(areas, List.copyOf(pairs));
    }

    /** Which score to use, in a sentence that claims no more than the tests show. */
    String advice() {
        if (areas.isEmpty()) {
            return "A set with a single sample is too small to say how well a score tells the sets apart.";
        }
        Score best = areas.entrySet().stream()
                .reduce((a, b) -> b.getValue().area() > a.getValue().area() ? b : a)
                .orElseThrow()
                .getKey();
        List<Score> worse = areas.keySet().stream()
                .filter(score -> pairs.stream().anyMatch(pair -> pair.clearlyBetter(best, score)))
                .toList();
        String how = " (paired tests of DeLong, Holm over " + pairs.size() + " pairs, level " + ALPHA + ")";
        if (worse.isEmpty()) {
            return "To tell the second set from the first no score is clearly better than another" + how
                    + "; one_minus_confidence is the simplest.";
        }
        List<Score> equals = new ArrayList<>(areas.keySet());
        equals.removeAll(worse);
        equals.remove(best);
        return "To tell the second set from the first, use " + best.key()
                + (equals.isEmpty() ? "" : ", or " + names(equals, " or ") + ", than which it is not clearly better")
                + ": the area under the curve is clearly larger than with " + names(worse, " and ") + how + ".";
    }

    private static String names(List<Score> scores, String last) {
        if (scores.size() == 1) {
            return scores.getFirst().key();
        }
        return scores.subList(0, scores.size() - 1).stream().map(Score::key).collect(Collectors.joining(", "))
                + last
                + scores.getLast().key();
    }

    /** The comparisons as {@code --json} prints them. */
    List<Map<String, Object>> json() {
        return pairs.stream()
                .map(pair -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("name", pair.a.key() + "-" + pair.b.key());
                    row.put("difference", pair.test.effect());
                    row.put("low", pair.interval().low());
                    row.put("high", pair.interval().high());
                    row.put("p", pair.test.p());
                    row.put("p_holm", pair.adjusted);
                    return row;
                })
                .toList();
    }

    /** A comparison in words, for reports. */
    static String[] row(Pair pair) {
        return new String[] {
            pair.a.key() + " − " + pair.b.key(),
            NumberText.of(pair.test.effect(), 3),
            NumberText.of(pair.interval().low(), 3) + " to "
                    + NumberText.of(pair.interval().high(), 3),
            NumberText.of(pair.adjusted, 3)
        };
    }
}
