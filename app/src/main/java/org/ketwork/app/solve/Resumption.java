package org.ketwork.app.solve;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Taking up a run by its name. */
public final class Resumption {
    private Resumption() {}

    /**
     * The problem of a stored run.
     *
     * @param name as the user gave it
     * @param given options that must agree with the run
     * @throws InvalidInputException if the run is of another command, version or problem
     */
    public static Task of(String name, RunRecord record, SolveSpec given) {
        String version = record.provenance().ketwork();
        if (!record.command().equals("solve")) {
            throw new InvalidInputException(
                    "--resume " + name + " is a run of \"" + record.command() + "\", not of \"solve\"");
        }
        if (!version.equals(Provenance.version())) {
            throw new InvalidInputException("--resume " + name + " was begun by Ketwork " + version + " and this is "
                    + Provenance.version() + "; numbers of two versions must not mix, so begin the problem anew");
        }
        SolveSpec stored = stored(name, record.spec());
        Task task = Task.of(given.over(stored), stored.seed().orElse(0L));
        requireSame(name, record.spec(), task.identity());
        return task;
    }

    private static SolveSpec stored(String name, JsonNode identity) {
        try {
            ObjectNode tree = (ObjectNode) identity.deepCopy();
            tree.remove(Task.FILES);
            return Json.mapper().treeToValue(tree, SolveSpec.class).stored();
        } catch (JacksonException e) {
            throw new InvalidInputException("--resume " + name + ": its run.json holds no problem of this version", e);
        }
    }

    private static void requireSame(String name, JsonNode stored, JsonNode asked) {
        Set<String> keys = new LinkedHashSet<>(stored.propertyNames());
        keys.addAll(asked.propertyNames());
        for (String key : keys) {
            if (!stored.path(key).equals(asked.path(key))) {
                throw new InvalidInputException("--resume " + name + " is a run of another problem: "
                        + key.replace('_', '-') + " (stored: " + shown(stored.path(key)) + ", asked: "
                        + shown(asked.path(key)) + ")");
            }
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "not given" : value.isString() ? value.asString() : Json.line(value);
    }
}
