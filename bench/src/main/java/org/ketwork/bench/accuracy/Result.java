package org.ketwork.bench.accuracy;

import java.util.Optional;

/**
 * What one run gave, as it is kept in the file of results.
 *
 * @param row name of the problem
 * @param settings with which it was run: with other ones it is another run
 * @param value what was measured, the total energy in most rows
 * @param error its standard error
 * @param distance from what is aimed at
 * @param vScore NaN where there is none
 * @param broken why the numbers must not be believed, if they must not
 */
record Result(
        String row,
        String settings,
        long seed,
        double value,
        double error,
        double distance,
        double vScore,
        double seconds,
        Optional<String> broken) {
    boolean reached(Row of) {
        return broken.isEmpty() && distance <= of.limit() && seconds <= of.seconds();
    }
}
