package org.ketwork.app.solve;

import java.util.List;
import java.util.Optional;

/**
 * What a run brought.
 *
 * @param state the final sample, if the report shows it
 * @param lines all steps
 */
public record Outcome(SolveResult result, Optional<FinalState> state, List<StepLine> lines) {
    /** The same with the folder of its run. */
    public Outcome in(String folder) {
        return new Outcome(result.in(folder), state, lines);
    }
}
