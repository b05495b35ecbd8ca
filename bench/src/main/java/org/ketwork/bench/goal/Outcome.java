package org.ketwork.bench.goal;

/**
 * What was reached.
 *
 * @param measured in the unit of the target; of times, the median
 * @param least the least of the measurements, which other programs disturbed least
 * @param processor processor time of one repetition in the same unit; NaN of what is not a time
 * @param count measurements
 * @param note what else was seen; may be empty
 */
public record Outcome(Target target, double measured, double least, double processor, int count, String note) {
    public boolean met() {
        return measured <= target.limit();
    }

    /** How many times better than the goal. */
    public double ratio() {
        return target.limit() / measured;
    }
}
