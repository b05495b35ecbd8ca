package org.ketwork.bench.accuracy;

import org.ketwork.app.solve.SolveResult;

/**
 * What one run gave, as it is kept in the file of results.
 *
 * @param row name of the problem
 * @param options with which it was run: with other ones it is another run
 */
record Result(String row, String options, long seed, SolveResult solved) {
    boolean reached(Row of) {
        return solved.broken().isEmpty()
                && of.aim().distance(solved) <= of.aim().limit()
                && solved.seconds() <= of.seconds();
    }
}
