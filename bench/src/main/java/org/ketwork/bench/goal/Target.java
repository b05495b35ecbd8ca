package org.ketwork.bench.goal;

import org.ketwork.bench.work.Times;

/**
 * What is to be reached.
 *
 * @param work what is measured
 * @param limit the number that must not be exceeded
 * @param unit its unit; empty for a ratio
 */
public record Target(String work, double limit, String unit) {
    /** Times, held against this. */
    Outcome reached(Times times, double unitsPerSecond, String note) {
        return new Outcome(
                this,
                unitsPerSecond * times.median(),
                unitsPerSecond * times.least(),
                unitsPerSecond * times.processor(),
                times.count(),
                note);
    }
}
