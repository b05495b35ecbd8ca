package org.ketwork.app.train;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.ketwork.app.input.About;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.app.input.YamlFile;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;

/** A spec that was read and found buildable: whatever is wrong with it is said before a run folder is made. */
public record Prepared(TrainSpec spec, TrainData data, List<Long> seeds) {
    /** What the result of a training run depends on. */
    public record Identity(TrainSpec spec, List<Long> seeds, List<FileIdentity> files) {}

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
            TrainData data = TrainData.read(spec.data(), file.toAbsolutePath().resolveSibling(""));
            Built.network(spec, data.all());
            TrainData.Parts parts =
                    data.parts(spec.data(), RandomAddress.root(seeds.getFirst()).at("split"));
            Built.training(spec, data.all(), parts.train().samples());
            return new Prepared(spec, data, seeds);
        });
    }

    public Identity identity() {
        return new Identity(spec, seeds, data.files());
    }
}
