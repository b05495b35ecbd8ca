package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ketwork.lab.figure.Figure;

/** What a run looks like: its convergence, and its final state. */
final class SolveFigures {
    /** The state moves most in its first steps; the axis of the energy leaves out those beyond this multiple of its later range. */
    private static final double SHOWN = 3;

    private static final int BINS = 24;

    /** Probabilities smaller than the largest by more powers of ten are drawn together. */
    private static final double DEEPEST = 30;

    private SolveFigures() {}

    static List<Figure> of(List<StepLine> all, SolveResult result, Optional<FinalState> state) {
        List<Figure> figures = new ArrayList<>();
        List<StepLine> lines = all.stream().filter(line -> line.level() == 0).toList();
        if (lines.size() > 1) {
            figures.add(energy(lines, result.exact()));
            if (Double.isFinite(result.exact())) {
                double exact = result.exact();
                figures.add(curve(
                        "relative-error",
                        "Distance from the exact energy over the steps, relative to its size",
                        "relative error",
                        lines,
                        line -> Math.abs((line.energy() - exact) / exact)));
            }
            figures.add(curve(
                    "v-score",
                    "V-score over the steps: N times the variance over the square of the energy; it falls to 0 at an"
                            + " eigenstate",
                    "V-score",
                    lines,
                    StepLine::vScore));
        }
        state.ifPresent(s -> {
            figures.add(correlations(s));
            figures.add(histogram(s));
        });
        return figures;
    }

    private static double[] steps(List<StepLine> lines) {
        return lines.stream().mapToDouble(StepLine::step).toArray();
    }

    private static Figure energy(List<StepLine> lines, double exact) {
        double last = lines.getLast().energy();
        double range = Math.abs(lines.get(lines.size() / 4).energy() - last) * SHOWN
                + 20 * lines.getLast().error();
        List<StepLine> shown = lines.stream()
                .filter(line -> Math.abs(line.energy() - last) <= range)
                .toList();
        double[] steps = steps(shown);
        List<Figure.Curve> curves = new ArrayList<>();
        curves.add(Figure.Curve.banded(
                "sampled",
                steps,
                values(shown, StepLine::energy),
                values(shown, line -> line.energy() - line.error()),
                values(shown, line -> line.energy() + line.error())));
        if (Double.isFinite(exact) && steps.length > 0) {
            double[] ends = {steps[0], steps[steps.length - 1]};
            curves.add(Figure.Curve.line("exact", ends, new double[] {exact, exact}));
        }
        return new Figure.Curves(
                "energy",
                "Energy of each step's sample with its standard error",
                Figure.Axis.linear("step"),
                Figure.Axis.linear("energy"),
                curves,
                List.of());
    }

    private static Figure curve(
            String name, String caption, String axis, List<StepLine> lines, ToDoubleFunction<StepLine> value) {
        return new Figure.Curves(
                name,
                caption,
                Figure.Axis.linear("step"),
                Figure.Axis.log(axis),
                List.of(Figure.Curve.line(axis, steps(lines), values(lines, value))),
                List.of());
    }

    private static double[] values(List<StepLine> lines, ToDoubleFunction<StepLine> value) {
        return lines.stream().mapToDouble(value).toArray();
    }

    private static Figure correlations(FinalState state) {
        double[] sites = new double[state.correlations().length];
        Arrays.setAll(sites, i -> i);
        return new Figure.Curves(
                "correlations",
                "Correlation of the value of site 0 with that of every other site, in the final sample",
                Figure.Axis.linear("site"),
                Figure.Axis.linear(state.correlationName()),
                List.of(Figure.Curve.points("connected", sites, state.correlations())),
                List.of());
    }

    /** How the probability is spread over configurations of large and of small amplitude. */
    private static Figure histogram(FinalState state) {
        double[] logs = state.logProbabilities();
        double highest = Arrays.stream(logs).max().orElse(0);
        double[] below = Arrays.stream(logs)
                .map(l -> Math.min(DEEPEST, (highest - l) / Math.log(10)))
                .toArray();
        double width = Math.max(1e-3, Arrays.stream(below).max().orElse(1)) / BINS;
        double[] share = new double[BINS];
        for (int i = 0; i < below.length; i++) {
            share[Math.min(BINS - 1, (int) (below[i] / width))] += state.weights()[i];
        }
        double[] middle = new double[BINS];
        Arrays.setAll(middle, b -> -(b + 0.5) * width);
        return new Figure.Curves(
                "amplitudes",
                "Share of the final sample by the probability of its configurations, as a power of ten of the largest one",
                Figure.Axis.linear("log₁₀ of |ψ|² over the largest"),
                Figure.Axis.linear("share of the sample"),
                List.of(Figure.Curve.line("share", middle, share)),
                List.of());
    }
}
