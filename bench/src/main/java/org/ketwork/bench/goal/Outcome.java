package org.ketwork.bench.goal;

/**
 * What was reached.
 *
 * @param measured in the unit of the target
 * @param count measurements that the number sums up
 * @param note what else was seen; may be empty
 */
public record Outcome(Target target, double measured, int count, String note) {
    public boolean met() {
        return measured <= target.limit();
    }

    /** How many times better than the goal. */
    public double ratio() {
        return target.limit() / measured;
    }
}
