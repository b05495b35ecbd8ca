package org.ketwork.lab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * In what two runs differ: every value of spec, provenance and result by its path, such as {@code claims.dephasing.numbers.entropy.value};
 * list elements are named after their id or name. Times, paths and durations are passed over.
 */
public record RunDifference(List<Value> spec, List<Value> provenance, List<Value> result, int equalResults) {
    private static final Set<String> PASSED_OVER = Set.of("seconds", "run", "started", "conventions", "file");

    /** A value that differs; the difference b - a is there for numbers. */
    public record Value(String path, String a, String b, OptionalDouble difference) {}

    public static RunDifference between(RunRecord a, RunRecord b) {
        Map<String, JsonNode> resultA = leaves(a.result().orElseGet(Json::object));
        Map<String, JsonNode> resultB = leaves(b.result().orElseGet(Json::object));
        int equal = (int) resultA.entrySet().stream()
                .filter(e -> e.getValue().equals(resultB.get(e.getKey())))
                .count();
        return new RunDifference(
                differences(leaves(a.spec()), leaves(b.spec())),
                differences(leaves(Json.tree(a.provenance())), leaves(Json.tree(b.provenance()))),
                differences(resultA, resultB),
                equal);
    }

    private static List<Value> differences(Map<String, JsonNode> a, Map<String, JsonNode> b) {
        Map<String, JsonNode> all = new LinkedHashMap<>(a);
        b.forEach(all::putIfAbsent);
        List<Value> values = new ArrayList<>();
        JsonNode absent = Json.object().path("absent");
        for (String path : all.keySet()) {
            JsonNode inA = a.getOrDefault(path, absent);
            JsonNode inB = b.getOrDefault(path, absent);
            if (!inA.equals(inB)) {
                OptionalDouble difference = inA.isNumber() && inB.isNumber()
                        ? OptionalDouble.of(inB.asDouble() - inA.asDouble())
                        : OptionalDouble.empty();
                values.add(new Value(path, text(inA), text(inB), difference));
            }
        }
        return values;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "absent";
        }
        return value.isNull() ? "undefined" : value.isString() ? value.asString() : value.toString();
    }

    private static Map<String, JsonNode> leaves(JsonNode tree) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!PASSED_OVER.contains(entry.getKey())) {
                    collect(join(path, entry.getKey()), entry.getValue(), leaves);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode element = node.get(i);
                String name = element.path("id").asString(element.path("name").asString(Integer.toString(i)));
                collect(join(path, name), element, leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
