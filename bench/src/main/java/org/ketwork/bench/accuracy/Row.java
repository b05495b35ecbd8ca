package org.ketwork.bench.accuracy;

import java.io.IOException;
import java.nio.file.Path;

/** One problem of the table. */
sealed interface Row permits SolveRow, QuenchRow {
    /** By which it is asked for. */
    String name();

    /** As it is shown. */
    String title();

    /** With what it is run, the seed apart. */
    String settings();

    /** What has to be reached, in words. */
    String aim();

    /** What the distance of a result may be at most. */
    double limit();

    /** In which it has to be reached; infinite for any time. */
    double seconds();

    /**
     * Runs it.
     *
     * @param folder of its run
     * @throws IOException if it cannot be run
     */
    Result run(long seed, Path folder) throws IOException;
}
