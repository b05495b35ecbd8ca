package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names of curves written at their right ends, where the reader looks for them; only if all find room near their end. */
final class DirectLabels {
    /** A label's wish: the height of its curve's end. */
    record End(String name, int index, double y) {}

    private static final int MOST = 6;
    private static final double WIDEST = 120;
    private static final double FARTHEST = 14;

    private DirectLabels() {}

    /** Whether the names are few and short enough to stand beside the plot. */
    static boolean mayFit(List<String> names) {
        return names.size() <= MOST && names.stream().allMatch(n -> Letters.width(n) <= WIDEST);
    }

    /** Heights of the baselines' middles without overlap, or nothing if a label would stand too far from its curve. */
    static Optional<List<End>> spread(List<End> ends, double top, double bottom) {
        List<End> sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(End::y));
        double[] y = sorted.stream().mapToDouble(End::y).toArray();
        for (int round = 0; round < 200; round++) {
            for (int i = 1; i < y.length; i++) {
                double missing = Letters.LINE - (y[i] - y[i - 1]);
                if (missing > 0) {
                    y[i - 1] -= missing / 2;
                    y[i] += missing / 2;
                }
            }
            for (int i = 0; i < y.length; i++) {
                double above = i * Letters.LINE;
                double below = (y.length - 1 - i) * Letters.LINE;
                y[i] = Math.max(top + above, Math.min(bottom - below, y[i]));
            }
        }
        List<End> placed = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            boolean near = Math.abs(y[i] - sorted.get(i).y()) <= FARTHEST;
            boolean apart = i == 0 || y[i] - y[i - 1] > Letters.LINE - 1.5;
            if (!near || !apart) {
                return Optional.empty();
            }
            placed.add(new End(sorted.get(i).name(), sorted.get(i).index(), y[i]));
        }
        return Optional.of(placed);
    }
}
