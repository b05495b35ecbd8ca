package org.ketwork.app.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ketwork.bridge.ensemble.PredictionAnatomy;

/**
 * What an inspection finds.
 *
 * @param anatomy of the predictions
 * @param labels true classes, if known
 * @param other the anatomy of a second set, on which the network should doubt more
 * @param separations how well each score tells the second set from the first
 */
public record Inspection(
        PredictionAnatomy anatomy, Optional<int[]> labels, Optional<PredictionAnatomy> other, Separations separations) {
    public static Inspection of(PredictionAnatomy anatomy, Optional<int[]> labels, Optional<PredictionAnatomy> other) {
        Separations separations = other.map(o -> Separations.of(o, anatomy)).orElseGet(Separations::none);
        return new Inspection(anatomy, labels, other, separations);
    }

    public Optional<Quality> quality() {
        return labels.map(l -> Quality.of(anatomy, l));
    }

    /** The per-sample arrays under the names of their files. */
    public static Map<String, double[]> perSample(PredictionAnatomy anatomy) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("predictive_entropy", anatomy.predictiveEntropy());
        arrays.put("expected_entropy", anatomy.expectedEntropy());
        arrays.put("bald", anatomy.bald());
        arrays.put("von_neumann_entropy", anatomy.vonNeumannEntropy());
        arrays.put("purity", anatomy.purity());
        arrays.put("effective_members", anatomy.effectiveMembers());
        arrays.put("passes_needed", anatomy.passesNeeded());
        return arrays;
    }

    /** What {@code --json} prints. */
    public Map<String, Object> json(String run) {
        Map<String, Object> json = shape(anatomy);
        quality().ifPresent(q -> {
            json.put("accuracy", q.accuracy());
            json.put("log_loss", q.logLoss());
            json.put("brier", q.brier());
            json.put("expected_calibration_error", q.calibrationError());
        });
        other.ifPresent(o -> {
            Map<String, Object> areas = new LinkedHashMap<>();
            Map<String, Object> errors = new LinkedHashMap<>();
            separations.areas().forEach((score, auroc) -> {
                areas.put(score.key(), auroc.area());
                errors.put(score.key(), auroc.standardError());
            });
            json.put("auroc", areas);
            json.put("auroc_standard_error", errors);
            json.put("auroc_differences", separations.json());
            json.put("ood", shape(o));
        });
        json.put("advice", advice());
        json.put("run", run);
        return json;
    }

    private static Map<String, Object> shape(PredictionAnatomy anatomy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passes", anatomy.passes());
        json.put("samples", anatomy.samples());
        json.put("classes", anatomy.classes());
        json.put("definition", anatomy.definition().describe());
        Map<String, Object> mean = new LinkedHashMap<>();
        mean.put("predictive_entropy", anatomy.mean(anatomy.predictiveEntropy()));
        mean.put("expected_entropy", anatomy.mean(anatomy.expectedEntropy()));
        mean.put("bald", anatomy.mean(anatomy.bald()));
        mean.put("von_neumann_entropy", anatomy.mean(anatomy.vonNeumannEntropy()));
        mean.put("purity", anatomy.mean(anatomy.purity()));
        mean.put("effective_members", anatomy.mean(anatomy.effectiveMembers()));
        json.put("mean", mean);
        OptionalInt needed = anatomy.passesNeededOverall();
        json.put("passes_needed", needed);
        return json;
    }

    /** What to do, in sentences. */
    public List<String> advice() {
        List<String> advice = new ArrayList<>();
        OptionalInt needed = anatomy.passesNeededOverall();
        if (needed.isEmpty()) {
            advice.add("The " + anatomy.passes() + " passes are too few to tell how many are enough; make more.");
        } else if (needed.getAsInt() > anatomy.passes()) {
            advice.add("Make about " + needed.getAsInt() + " passes: with " + anatomy.passes()
                    + ", the purity of more than one sample in twenty is off by over 5 %.");
        } else {
            advice.add(needed.getAsInt() + " passes are enough for the purity of 95 of 100 samples; there are "
                    + anatomy.passes() + ".");
        }
        double members = anatomy.mean(anatomy.effectiveMembers());
        if (members < 1.05) {
            advice.add("The passes hardly differ (%.3f effective members on average): masks change little here, and one"
                            .formatted(members)
                    + " pass says nearly as much as all.");
        }
        if (other.isPresent()) {
            advice.add(separations.advice());
        }
        return advice;
    }
}
