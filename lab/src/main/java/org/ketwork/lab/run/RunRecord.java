package org.ketwork.lab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The content of {@code run.json}.
 *
 * @param format version of this layout
 * @param command the command that made the run: claims, train, inspect
 * @param state whether a result is there
 * @param spec everything that the result depends on, the seed included
 * @param provenance the circumstances of the process that began the run
 * @param finished when the result was stored, UTC
 * @param result what the command prints with {@code --json}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunRecord(
        int format,
        String command,
        State state,
        JsonNode spec,
        Provenance provenance,
        Optional<String> finished,
        Optional<JsonNode> result) {

    /** The layout that this version writes. */
    public static final int FORMAT = 1;

    /** Whether a run has its result. */
    public enum State {
        /** Begun, and perhaps stopped: the same command goes on from here. */
        OPEN,
        /** The result is stored. */
        DONE,
        /** Parts of it ended in an internal failure; the same command tries these again. */
        FAILED
    }

    static RunRecord begin(String command, JsonNode spec, Provenance provenance) {
        return new RunRecord(FORMAT, command, State.OPEN, spec, provenance, Optional.empty(), Optional.empty());
    }

    RunRecord end(State state, String finished, JsonNode result) {
        return new RunRecord(format, command, state, spec, provenance, Optional.of(finished), Optional.of(result));
    }
}
