package org.ketwork.app.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.neural.data.DataSet;

/** A spec as it took effect: what was given, the usual values of what was not, and nothing that has no meaning in it. */
final class Resolved {
    private Resolved() {}

    /** The keys and values, layers as a line each, with the files that were read. */
    static Map<String, Object> of(TrainSpec spec, DataSet data, List<Long> seeds, List<FileIdentity> files) {
        Map<String, Object> tree = new LinkedHashMap<>();
        spec.name().ifPresent(name -> tree.put("name", name));
        tree.put("data", data(spec.data()));
        tree.put("network", Layers.lines(spec.network()));
        tree.put("loss", Words.of(Built.lossName(spec, data)));
        tree.put("optimiser", named(spec.method().name(), spec.method().parameters()));
        spec.schedule().ifPresent(s -> tree.put("schedule", schedule(s, spec.mostEpochs())));
        if (!spec.fullBatch()) {
            tree.put("batch", spec.batchSize());
        }
        tree.put("epochs", spec.mostEpochs());
        spec.earlyStopping().ifPresent(rule -> {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("patience", rule.patience());
            keys.put("margin", rule.margin().orElse(0.0));
            tree.put("early_stopping", keys);
        });
        tree.put("seeds", seeds);
        tree.put("passes", spec.passes().orElse(0));
        if (!files.isEmpty()) {
            tree.put("files", files);
        }
        return tree;
    }

    private static Map<String, Object> data(TrainSpec.DataSpec spec) {
        Given given = new Given()
                .add("name", spec.name())
                .add("file", spec.file())
                .add("target", spec.target())
                .add("features", spec.features())
                .add("targets", spec.targets());
        Map<String, Object> keys = new LinkedHashMap<>(given.all());
        if (spec.name().isEmpty()) {
            keys.put("task", Words.of(spec.meaning()));
        }
        keys.put("test", spec.testShare());
        keys.put("validation", spec.validationShare());
        keys.put("standardise", spec.standardised());
        if (!spec.image().isEmpty()) {
            keys.put("image", spec.image());
        }
        return keys;
    }

    private static Map<String, Object> named(Enum<?> name, Map<String, Object> parameters) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", Words.of(name));
        parameters.forEach((key, value) -> keys.put(key.replace('-', '_'), value));
        return keys;
    }

    private static Map<String, Object> schedule(TrainSpec.ScheduleSpec spec, int epochs) {
        Map<String, Object> keys = named(spec.name(), spec.parameters());
        if (spec.name() == TrainSpec.ScheduleName.ANNEALED) {
            keys.putIfAbsent("epochs", (double) epochs);
        }
        return keys;
    }
}
