package org.ketwork.lab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.lab.figure.Figure;

/**
 * What an experiment brings back.
 *
 * @param numbers reference numbers reproduced: the proof that the instrument computes what it says
 * @param findings one per declared prediction
 * @param tests hypothesis tests behind the findings
 * @param controls one per declared control
 * @param figures pictures for the report
 * @param sentence the result in one sentence, numbers included
 */
public record Evidence(
        List<NumberCheck> numbers,
        List<Finding> findings,
        List<TestResult> tests,
        List<ControlResult> controls,
        List<Figure> figures,
        String sentence) {

    /** A computed value against its independent reference; ok when |value - expected| is at most the tolerance. */
    public record NumberCheck(String name, double value, double expected, double tolerance) {
        public boolean ok() {
            return Math.abs(value - expected) <= tolerance;
        }
    }

    /** What was observed about a prediction, in words with numbers. */
    public record Finding(String prediction, Outcome outcome, String observed) {}

    /** A hypothesis test: its statistic, p-value and level, an effect size and the interval of that effect. */
    public record TestResult(
            String name, double statistic, double p, double alpha, double effect, Optional<Interval> interval) {}

    /** A confidence interval. */
    public record Interval(double low, double high, double level) {
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /** Whether a control behaved as it must, and what was seen. */
    public record ControlResult(String control, boolean ok, String observed) {}

    public Evidence {
        numbers = List.copyOf(numbers);
        findings = List.copyOf(findings);
        tests = List.copyOf(tests);
        controls = List.copyOf(controls);
        figures = List.copyOf(figures);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects evidence in the order in which the experiment finds it. */
    public static final class Builder {
        private final List<NumberCheck> numbers = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<TestResult> tests = new ArrayList<>();
        private final List<ControlResult> controls = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();

        private Builder() {}

        /** A reference number with an absolute tolerance. */
        public Builder number(String name, double value, double expected, double tolerance) {
            numbers.add(new NumberCheck(name, value, expected, tolerance));
            return this;
        }

        /** A prediction that holds or does not. */
        public Builder finding(String prediction, boolean holds, String observed) {
            return finding(prediction, Outcome.holdsIf(holds), observed);
        }

        public Builder finding(String prediction, Outcome outcome, String observed) {
            findings.add(new Finding(prediction, outcome, observed));
            return this;
        }

        public Builder test(String name, double statistic, double p, double alpha, double effect, Interval interval) {
            tests.add(new TestResult(name, statistic, p, alpha, effect, Optional.of(interval)));
            return this;
        }

        public Builder test(String name, double statistic, double p, double alpha, double effect) {
            tests.add(new TestResult(name, statistic, p, alpha, effect, Optional.empty()));
            return this;
        }

        /** A test of the statistics library under a name that says what was tested. */
        public Builder test(String name, org.ketwork.numerics.statistics.TestResult result, double alpha) {
            Optional<Interval> interval = result.interval().map(i -> new Interval(i.low(), i.high(), i.level()));
            tests.add(new TestResult(name, result.statistic(), result.p(), alpha, result.effect(), interval));
            return this;
        }

        public Builder control(String control, boolean ok, String observed) {
            controls.add(new ControlResult(control, ok, observed));
            return this;
        }

        public Builder figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        public Evidence conclude(String sentence) {
            return new Evidence(numbers, findings, tests, controls, figures, sentence);
        }
    }
}
