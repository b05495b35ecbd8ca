package org.ketwork.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ketwork.app.input.About;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.app.input.YamlFile;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.training.TrainingSpec;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;

/** A spec that was read and found buildable: whatever is wrong with it is said before a run folder is made. */
public record Prepared(TrainSpec spec, TrainData data, Network network, List<Long> seeds, List<FileIdentity> files) {
    /** @param seed the seed if the spec names none */
    public static Prepared read(Path file, long seed) {
        TrainSpec spec = YamlFile.read(file, TrainSpec.class);
        return About.file(file, () -> {
            List<Long> seeds = spec.seeds().isEmpty() ? List.of(seed) : spec.seeds();
            if (new HashSet<>(seeds).size() < seeds.size()) {
                throw new InvalidInputException("seeds names a seed twice: " + seeds);
            }
            if (spec.passes().orElse(0) < 0) {
                throw new InvalidInputException(
                        "passes must not be negative, got " + spec.passes().get());
            }
            Path folder = file.toAbsolutePath().resolveSibling("");
            TrainData data = TrainData.read(spec.data(), folder);
            Masks masks = new Masks(folder);
            Footprint footprint = new Footprint();
            Network network = Layers.network(spec, data.all(), masks, footprint);
            TrainData.Parts parts =
                    data.parts(spec.data(), RandomAddress.root(seeds.getFirst()).at("split"));
            Built.requireLossOf(spec, data.all(), network.outputs());
            int samples = parts.train().samples();
            int testSamples = parts.test().map(DataSet::samples).orElse(0);
            if (spec.fullBatch()) {
                Built.lbfgs(spec);
                footprint.requireMemoryOfLbfgs(spec, samples, testSamples, network.outputs());
            } else {
                TrainingSpec training = Built.training(spec, data.all(), samples);
                footprint.requireMemory(spec, training.optimiser(), samples, testSamples, network.outputs());
            }
            List<FileIdentity> files = new ArrayList<>(data.files());
            files.addAll(masks.files());
            return new Prepared(spec, data, network, seeds, List.copyOf(files));
        });
    }

    /** All that the result depends on, as it is stored with a run. */
    public Map<String, Object> identity() {
        return Resolved.of(spec, data.all(), seeds, files);
    }
}
