package org.ketwork.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.lab.run.Reason;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The verdicts that a caller expects, from a file {@code id: verdict} in YAML or JSON. */
record Expectations(Map<String, Verdict> verdicts) {
    static Expectations read(Path file, Collection<String> ids) {
        JsonNode tree;
        try {
            // JSON is YAML, so one reader serves both.
            tree = YAMLMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidInputException("--expect: cannot read " + file + ": " + Reason.of(e), e);
        } catch (JacksonException e) {
            throw new InvalidInputException(
                    "--expect: " + file + " line " + e.getLocation().getLineNr() + " is neither YAML nor JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
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
