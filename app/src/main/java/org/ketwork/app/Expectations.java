package org.ketwork.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.app.input.YamlFile;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** The verdicts that a caller expects, from a file {@code id: verdict} in YAML or JSON. */
record Expectations(Map<String, Verdict> verdicts) {
    static Expectations read(Path file, Collection<String> ids) {
        JsonNode tree;
        try {
            // JSON is YAML, so one reader serves both.
            tree = YamlFile.read(file, JsonNode.class);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("--expect: " + e.getMessage(), e);
        }
        if (!tree.isObject()) {
            throw new InvalidInputException(
                    "--expect: " + file + " must map claims to verdicts, such as \"dephasing: supported\"");
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            if (!ids.contains(entry.getKey())) {
                throw new InvalidInputException("--expect: " + file + " names the unknown claim " + entry.getKey()
                        + DidYouMean.suffix(entry.getKey(), ids));
            }
            verdicts.put(
                    entry.getKey(),
                    verdict(file, entry.getKey(), entry.getValue().asString("")));
        }
        return new Expectations(verdicts);
    }

    private static Verdict verdict(Path file, String id, String word) {
        return Arrays.stream(Verdict.values())
                .filter(v -> v.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("--expect: " + file + " expects \"" + word + "\" of " + id
                        + "; allowed are supported, refuted, undecided"));
    }

    /** One sentence for each claim that came out otherwise. */
    List<String> disappointments(List<ClaimRecord> records) {
        List<String> sentences = new ArrayList<>();
        for (ClaimRecord record : records) {
            Verdict expected = verdicts.get(record.id());
            if (expected != null && !expected.name().equals(record.verdict())) {
                sentences.add("claim " + record.id() + " is " + record.verdict() + ", expected " + expected);
            }
        }
        return sentences;
    }
}
