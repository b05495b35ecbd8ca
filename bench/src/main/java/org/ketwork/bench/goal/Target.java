package org.ketwork.bench.goal;

/**
 * What is to be reached.
 *
 * @param work what is measured
 * @param limit the number that must not be exceeded
 * @param unit its unit; empty for a ratio
 */
public record Target(String work, double limit, String unit) {
    /** A measured number, judged. Ratios above 1 are better than the goal. */
    Outcome reached(double measured, int count, String note) {
        return new Outcome(this, measured, count, note);
    }
}
