package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.app.train.Prepared;
import org.ketwork.app.train.TrainRun;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.parallel.Workers;
import tools.jackson.databind.JsonNode;

class TrainCommandTest {
    private static final String SPEC = """
            name: wine with dropout
            data: {name: wine, test: 0.3, validation: 0.2}
            network:
              - dense: 16
              - activation: relu
              - mask: {law: bernoulli, keep: 0.7}
              - dense: 3
            optimiser: {name: adam, rate: 0.01}
            schedule: {name: annealed, from: 0.5, to: 1, epochs: 4}
            batch: 16
            epochs: 6
            seeds: [3, 4]
            passes: 5
            """;

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void write() throws IOException {
        session = new Session(folder);
        Files.writeString(folder.resolve("spec.yaml"), SPEC);
    }

    @Test
    void trainingWritesWeightsMetricsAndPredictionsThatInspectReads() {
        Session.Done done = session.run("train", "spec.yaml", "--out", "r", "--json");
        assertThat(done.err()).contains("epoch 6/6");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        JsonNode result = Json.mapper().readTree(done.out());
        assertThat(result.get("seeds")).hasSize(2);
        assertThat(result.get("seeds").get(0).get("test_accuracy").asDouble()).isGreaterThan(0.8);
        assertThat(Npy.read(folder.resolve("r/predictions-seed3.npy")).shape()).containsExactly(5, 53, 3);
        assertThat(folder.resolve("r/weights-seed4.safetensors")).exists();
        assertThat(folder.resolve("r/checkpoint-seed4.safetensors")).doesNotExist();
        Session.Done inspected =
                session.run("inspect", "r/predictions-seed3.npy", "--labels", "r/labels-seed3.npy", "--json");
        assertThat(inspected.code()).isEqualTo(ExitCode.DONE);
        assertThat(Json.mapper().readTree(inspected.out()).get("accuracy").asDouble())
                .isGreaterThan(0.8);
        Session.Done query = session.run(
                "runs", "--out", ".", "--json", "--sql", "select count(*) as n from metrics where seed is not null");
        assertThat(Json.mapper()
                        .readTree(query.out())
                        .get("rows")
                        .get(0)
                        .get("n")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void aTrainingKilledAfterAnyEpochEndsWithTheSameBits() throws IOException {
        Prepared prepared = Prepared.read(folder.resolve("spec.yaml"), 1);
        train(prepared, "whole", 2, Integer.MAX_VALUE);
        for (int stop = 1; stop < 12; stop += 3) {
            String name = "stopped" + stop;
            int after = stop;
            assertThatThrownBy(() -> train(prepared, name, 1, after)).hasMessage("the process dies here");
            train(prepared, name, 2, Integer.MAX_VALUE);
            for (String file : List.of(
                    "weights-seed3.safetensors",
                    "weights-seed4.safetensors",
                    "predictions-seed4.npy",
                    "metrics.jsonl")) {
                assertThat(folder.resolve(name).resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
            }
        }
    }

    @Test
    void aLineOfMetricsWithoutItsCheckpointIsMadeAgain() throws IOException {
        Prepared prepared = Prepared.read(folder.resolve("spec.yaml"), 1);
        train(prepared, "whole", 1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> train(prepared, "stopped", 1, 2)).hasMessage("the process dies here");
        Path metrics = folder.resolve("stopped/metrics.jsonl");
        String third = Files.readAllLines(folder.resolve("whole/metrics.jsonl")).get(2);
        Files.writeString(metrics, Files.readString(metrics) + third + "\n{\"seed\":3,\"ep");
        train(prepared, "stopped", 1, Integer.MAX_VALUE);
        assertThat(metrics).hasSameBinaryContentAs(folder.resolve("whole/metrics.jsonl"));
    }

    private void train(Prepared prepared, String name, int threads, int stopAfter) {
        int[] epochs = {0};
        Provenance here = Provenance.here(1, threads, "plain", "plain", List.of());
        try (RunFolder run = RunFolder.open(folder.resolve(name), "train", prepared.identity(), here);
                Workers workers = Workers.of(threads)) {
            new TrainRun(prepared, run, workers, (seed, line, all) -> {
                        if (++epochs[0] == stopAfter) {
                            throw new IllegalStateException("the process dies here");
                        }
                    })
                    .run(prepared.seeds());
        }
    }

    /** What is replaced in the good spec, by what, and what must be said. */
    private record Bad(String what, String by, String sentence) {}

    @TestFactory
    Stream<DynamicTest> aBadSpecGetsASentenceAndNoRun() {
        List<Bad> cases = List.of(
                new Bad("epochs: 6", "epoch: 6", "spec.yaml line 11: unknown key epoch; did you mean epochs?"),
                new Bad("keep: 0.7", "kep: 0.7", "unknown key kep; did you mean keep?"),
                new Bad("keep: 0.7", "keep: 1.2", "network[2]: keep probability must be in (0, 1], got 1.2"),
                new Bad("keep: 0.7", "keep: 0", "keep probability must be in (0, 1], got 0.0"),
                new Bad("keep: 0.7", "keep: .nan", "keep probability must be in (0, 1], got NaN"),
                new Bad(", keep: 0.7", "", "network[2]: the key mask.keep is missing"),
                new Bad("bernoulli", "bernouli", "network[2].mask.law must be one of bernoulli, block-tied"),
                new Bad("batch: 16", "batch: many", "batch must be a whole number, got many"),
                new Bad("batch: 16", "batch: 0", "batch must be at least 1, got 0"),
                new Bad("dense: 3", "dense: 4", "the last layer gives 4 numbers; the data need 3, one a class"),
                new Bad("name: wine,", "name: wines,", "there is no data set wines; did you mean wine?"),
                new Bad("test: 0.3", "test: 1.5", "data.test must be a share of samples in [0, 1), got 1.5"),
                new Bad("rate: 0.01", "rate: -1", "learning rate must be positive and finite, got -1.0"),
                new Bad("from: 0.5", "from: 2", "schedule: keep probability must be in (0, 1], got 2.0"),
                new Bad("- activation: relu", "- {activation: relu, dense: 3}", "a layer needs exactly one key"),
                new Bad("- activation: relu", "- residual: []", "network[1]: a residual block needs a list of layers"),
                new Bad(
                        "- activation: relu",
                        "- residual: [{dense: 7}]",
                        "network[1]: a residual block must have as many outputs as inputs, got 16 inputs and 7"),
                new Bad(
                        "- activation: relu",
                        "- residual: [{dense: 16}, {mask: {law: bernoulli, keep: 3}}]",
                        "network[1].residual[1]: keep probability must be in (0, 1], got 3.0"),
                new Bad("law: bernoulli, keep: 0.7", "law: random-phase, keep: 0.7", "are complex numbers"),
                new Bad("keep: 0.7", "keep: 0.7, block: 2", "network[2]: bernoulli takes no key block (allowed: keep)"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: gaussian-correlated, keep: 0, scaling: plain, equal: -0.5",
                        "network[2]: the coherence matrix C must be positive semidefinite; its smallest eigenvalue is"
                                + " −6.5"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: gaussian-correlated, keep: 0.7, equal: 0.5",
                        "network[2]: the covariance C − pJ of the masks must be positive semidefinite"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: gaussian-correlated, keep: 0, equal: 0.5",
                        "has mean 0 and cannot be inverted"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: gaussian-correlated, keep: 0.3, equal: 0.5",
                        "schedule: the coherence matrix of gaussian-correlated masks is fixed"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: gaussian-correlated, keep: 0.3",
                        "needs exactly one of mask.coherence"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: adversarial, deletions: 17",
                        "network[2]: mask.deletions must be at most the number of units, 16, got 17"),
                new Bad("name: adam,", "name: lbfgs,", "optimiser: lbfgs takes no key rate"),
                new Bad("name: adam,", "name: adam, momentum: 1,", "optimiser: adam takes no key momentum"),
                new Bad("{name: adam, rate: 0.01}", "{name: lbfgs}", "lbfgs takes all samples at once"),
                new Bad("to: 1,", "to: 1, keep: 1,", "schedule: annealed takes no key keep"),
                new Bad("seeds: [3, 4]", "seeds: [3, 3]", "seeds names a seed twice"),
                new Bad("seeds: [3, 4]", "seeds: []", "seeds is an empty list"),
                new Bad("seeds: [3, 4]", "seeds: [3, ~]", "seeds[1] must be a whole number, got ~"),
                new Bad("seeds: [3, 4]", "seeds: [1.5]", "seeds[0] must be a whole number, got 1.5"),
                new Bad(
                        "seeds: [3, 4]",
                        "seeds: [99999999999999999999]",
                        "seeds[0] must be a whole number from -9223372036854775808 to 9223372036854775807, got 9999"),
                new Bad("epochs: 6", "epochs: 1.5", "epochs must be a whole number, got 1.5"),
                new Bad(
                        "epochs: 6",
                        "epochs: 3000000000",
                        "epochs must be a whole number from -2147483648 to 2147483647, got 3000000000"),
                new Bad("batch: 16", "batch: 16\nepochs: 7", "spec.yaml line 12: the key epochs stands twice"),
                new Bad("batch: 16", "\tbatch: 16", "spec.yaml line 10: this is not YAML"),
                new Bad(
                        "name: wine, test: 0.3, validation: 0.2}",
                        "name: wine, test: 0.3]",
                        "line 2: this is not YAML"),
                new Bad("activation: relu", "activation: 1", "network[1].activation must be one of identity"),
                new Bad(
                        "dense: 16",
                        "dense: 2000000000",
                        "network[0]: the parameters up to this layer are 28000000000"),
                new Bad(
                        "- activation: relu",
                        "- residual: [{dense: 2000000000}]",
                        "network[1].residual[0]: the parameters up to this layer are"),
                new Bad(
                        "- activation: relu",
                        "- dense: 100000\n  - mask: {law: gaussian-correlated, keep: 0.5, equal: 0.5}",
                        "the coherence matrix of 100000 units"),
                new Bad("epochs: 6", "epochs: true", "spec.yaml line 11: epochs must be a whole number\n"),
                new Bad("validation: 0.2", "image: [65536, 65536, 65536]", "an image of 281474976710656 numbers does"),
                new Bad("validation: 0.2", "standardise: 1", "data.standardise must be true or false, got 1"),
                new Bad(
                        "optimiser: {name: adam, rate: 0.01}\nschedule: {name: annealed, from: 0.5, to: 1, epochs: 4}\nbatch: 16\nepochs: 6",
                        "optimiser: {name: lbfgs, memory: 2000000000}\nepochs: 2000000000",
                        "(275 parameters, kept 4000000002 times;"),
                new Bad("passes: 5", "passes: 2000000000", "passes: the predictions are 318000000000 numbers"),
                new Bad(
                        "law: bernoulli, keep: 0.7",
                        "law: targeted, fraction: 0.5, drop: 0.5",
                        "schedule: the network has no mask with a keep probability"),
                new Bad("test: 0.3, validation: 0.2", "test: 0.6, validation: 0.5", "must leave some to train on"),
                new Bad("name: wine,", "name: diabetes,", "the last layer gives 3 numbers; the data need 1"),
                new Bad("data: {name: wine, test: 0.3, validation: 0.2}", "", "the key data is missing"),
                new Bad("name: wine,", "file: nope.csv, target: y,", "nope.csv"));
        return cases.stream()
                .map(bad -> DynamicTest.dynamicTest(bad.sentence, () -> {
                    Files.writeString(folder.resolve("spec.yaml"), SPEC.replace(bad.what, bad.by));
                    Session.Done done = session.run("train", "spec.yaml");
                    assertThat(done.err()).contains(bad.sentence).doesNotContain("\tat ");
                    assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(folder.resolve("runs")).doesNotExist();
                }));
    }

    /** A spec over wine whose layers and other lines are given. */
    private String wine(String network, String rest) throws IOException {
        Files.writeString(
                folder.resolve("w.yaml"),
                "data: {name: wine, test: 0.3}\nnetwork: [" + network + "]\nseeds: [3]\n" + rest + "\n");
        return "w.yaml";
    }

    private JsonNode spec(String run) {
        return RunFolder.readRecord(folder.resolve(run)).spec();
    }

    @Test
    void lbfgsEndsWhereTheGradientVanishesAndGoesOnAfterAKill() throws IOException {
        String file = wine("{dense: 3}", "optimiser: {name: lbfgs, decay: 0.01, tolerance: 1e-9}");
        Session.Done done = session.run("train", file, "--out", "r", "--json");
        assertThat(done.err()).contains("seed 3, epoch 20/200");
        JsonNode result = Json.mapper().readTree(done.out()).get("seeds").get(0);
        assertThat(result.get("epochs").asInt()).isBetween(5, 100);
        assertThat(result.get("test_accuracy").asDouble()).isGreaterThan(0.9);
        // The minimum of a convex objective does not depend on how much of the past the method remembers.
        Session.Done other = session.run(
                "train",
                wine("{dense: 3}", "optimiser: {name: lbfgs, decay: 0.01, tolerance: 1e-9, memory: 3}"),
                "--json");
        assertThat(Json.mapper()
                        .readTree(other.out())
                        .get("seeds")
                        .get(0)
                        .get("training_loss")
                        .asDouble())
                .isCloseTo(result.get("training_loss").asDouble(), within(1e-9));

        Prepared prepared =
                Prepared.read(folder.resolve(wine("{dense: 3}", "optimiser: {name: lbfgs, decay: 0.01}")), 1);
        train(prepared, "whole", 1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> train(prepared, "stopped", 2, 4)).hasMessage("the process dies here");
        train(prepared, "stopped", 2, Integer.MAX_VALUE);
        for (String name : List.of("weights.safetensors", "metrics.jsonl", "result.json")) {
            assertThat(folder.resolve("stopped").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyLayerTrainsAndIsStoredAsALine() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("activation: leaky-relu", "leaky-relu");
        lines.put("layer-norm: true", "layer-norm");
        lines.put(
                "residual: [{dense: 8}, {activation: tanh}, {mask: {law: bernoulli, keep: 0.5}}, {dense: 16}]",
                "residual [dense 8; tanh; mask bernoulli keep 0.5, inverted, per-sample, keep-none; dense 16]");
        lines.put(
                "mask: {law: block-tied, keep: 0.5, block: 4, sharing: per-batch, when-all-dropped: keep-one}",
                "mask block-tied keep 0.5 block 4, inverted, per-batch, keep-one");
        lines.put("mask: {law: k-of-d, keep: 0.5}", "mask k-of-d keep 0.5, inverted, per-sample, keep-none");
        lines.put(
                "mask: {law: drop-block, keep: 0.8, height: 4, width: 4, block: 2}",
                "mask drop-block keep 0.8 block 2 height 4 width 4, inverted, per-sample, keep-none");
        lines.put("mask: {law: gaussian, keep: 0.5}", "mask gaussian keep 0.5, inverted, per-sample, keep-none");
        lines.put(
                "mask: {law: gaussian-correlated, keep: 0.5, equal: 0.6}",
                "mask gaussian-correlated keep 0.5 equal 0.6, inverted, per-sample, keep-none");
        lines.put(
                "mask: {law: gaussian-correlated, keep: 0.2, coherence: c.csv}",
                "mask gaussian-correlated keep 0.2 coherence c.csv, inverted, per-sample, keep-none");
        lines.put("mask: {law: standout, alpha: 1, beta: 0}", "mask standout alpha 1.0 beta 0.0, plain");
        lines.put("mask: {law: targeted, fraction: 0.5, drop: 0.5}", "mask targeted fraction 0.5 drop 0.5, plain");
        lines.put("mask: {law: adversarial, deletions: 3}", "mask adversarial deletions 3, plain");
        return lines.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getValue(), () -> {
                    // C = 0.25 J + 0.75 I, of sixteen units.
                    StringBuilder c = new StringBuilder();
                    for (int i = 0; i < 16; i++) {
                        c.append(i == 0 ? "c0" : ",c" + i);
                    }
                    for (int i = 0; i < 16; i++) {
                        for (int j = 0; j < 16; j++) {
                            c.append(j == 0 ? "\n" : ",").append(i == j ? 1 : 0.25);
                        }
                    }
                    Files.writeString(folder.resolve("c.csv"), c);
                    String file = wine("{dense: 16}, {" + entry.getKey() + "}, {dense: 3}", "epochs: 2\npasses: 2");
                    String run = "r" + Integer.toHexString(entry.getKey().hashCode());
                    Session.Done done = session.run("train", file, "--out", run);
                    assertThat(done.err()).contains("epoch 2/2");
                    assertThat(done.code()).isEqualTo(ExitCode.DONE);
                    assertThat(spec(run).get("network").get(1).asString()).startsWith(entry.getValue());
                    assertThat(spec(run).toString()).doesNotContain("null");
                    assertThat(session.run("train", file, "--out", run).err()).contains("going on with the run");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyScheduleIsRead() {
        return Stream.of(
                        "{name: constant, keep: 0.5}",
                        "{name: annealed, from: 0.5, to: 1}",
                        "{name: curriculum, to: 0.5, rate: 1}",
                        "{name: two-phase, from: 0.5, to: 1, switch-epoch: 1}")
                .map(schedule -> DynamicTest.dynamicTest(schedule, () -> {
                    String file = wine(
                            "{dense: 8}, {mask: {law: bernoulli, keep: 0.9}}, {dense: 3}",
                            "epochs: 2\nloss: softmax-cross-entropy\nschedule: " + schedule);
                    assertThat(session.run("train", file).code()).isEqualTo(ExitCode.DONE);
                }));
    }

    @Test
    void whatTookEffectIsStoredAndShownWithoutNulls() throws IOException {
        String file = wine("{dense: 3}", "optimiser: {name: sgd, momentum: 0.9}\nepochs: 1");
        session.run("train", file, "--out", "r");
        JsonNode spec = spec("r");
        assertThat(spec.get("optimiser").toString())
                .isEqualTo("{\"name\":\"sgd\",\"rate\":0.001,\"momentum\":0.9,\"nesterov\":false}");
        assertThat(spec.get("loss").asString()).isEqualTo("softmax-cross-entropy");
        assertThat(spec.get("batch").asInt()).isEqualTo(64);
        String shown = session.run("show", "r").out();
        assertThat(shown)
                .contains("dense 3")
                .contains("spec.optimiser.momentum")
                .contains("circumstances")
                .doesNotContain("null");
        String record = Files.readString(folder.resolve("r/run.json"));
        assertThat(record).doesNotContain("null");
        session.run("train", wine("{dense: 3}", "optimiser: {name: sgd}\nepochs: 1"), "--out", "q");
        assertThat(session.run("compare", "r", "q").out())
                .contains("optimiser.momentum")
                .doesNotContain("null")
                .doesNotContain("nesterov");
    }

    @Test
    void outputsAreStoredAsClassProbabilitiesWhereTheyHaveThatMeaning() throws IOException {
        String data =
                "data: {name: breast-cancer, test: 0.3}\nseeds: [3]\noptimiser: {name: adam, rate: 0.05}\nepochs: 10\npasses: 4\n";
        Files.writeString(folder.resolve("one.yaml"), data + "network: [{dense: 1}]\nloss: binary-cross-entropy\n");
        Files.writeString(folder.resolve("two.yaml"), data + "network: [{dense: 2}]\nloss: binary-cross-entropy\n");
        for (String name : List.of("one", "two")) {
            assertThat(session.run("train", name + ".yaml", "--out", name).out())
                    .contains("next: ketwork inspect");
            assertThat(Npy.read(folder.resolve(name + "/predictions.npy")).shape())
                    .containsExactly(4, 171, 2);
            Session.Done inspected =
                    session.run("inspect", name + "/predictions.npy", "--labels", name + "/labels.npy", "--json");
            assertThat(Json.mapper().readTree(inspected.out()).get("accuracy").asDouble())
                    .isGreaterThan(0.85);
        }
        Files.writeString(folder.resolve("values.yaml"), data + "network: [{dense: 2}]\nloss: squared-error\n");
        assertThat(session.run("train", "values.yaml", "--out", "values").out()).doesNotContain("inspect");
        assertThat(Npy.read(folder.resolve("values/outputs.npy")).shape()).containsExactly(4, 171, 2);
        assertThat(folder.resolve("values/predictions.npy")).doesNotExist();
    }

    @Test
    void aLossThatCannotTakeTheTargetsIsRefused() throws IOException {
        for (String loss : List.of("softmax-cross-entropy", "binary-cross-entropy")) {
            Files.writeString(
                    folder.resolve("d.yaml"), "data: {name: diabetes}\nnetwork: [{dense: 1}]\nloss: " + loss + "\n");
            Session.Done done = session.run("train", "d.yaml");
            assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(done.err()).contains("loss: ");
        }
    }

    @Test
    void everyKeyOfTheJsonIsInSnakeCase() throws IOException {
        session.run("train", "spec.yaml", "--out", "r");
        session.run("inspect", "r/predictions-seed3.npy", "--ood", "r/predictions-seed4.npy", "--out", "i");
        session.run("claims", "alpha", "--out", "c");
        for (String[] command : new String[][] {
            {"show", "r"}, {"show", "i"}, {"show", "c"}, {"compare", "r", "i"}, {"runs", "--out", "."}
        }) {
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.add("--json");
            Session.Done done = session.run(arguments.toArray(String[]::new));
            assertThat(keys(Json.mapper().readTree(done.out()))).isNotEmpty().allMatch(k -> k.matches("[a-z0-9_]+"));
        }
        assertThat(keys(Json.mapper()
                        .readTree(Files.readAllLines(folder.resolve("r/metrics.jsonl"))
                                .getFirst())))
                .contains("training_loss");
        assertThat(session.run("train", "spec.yaml", "--out", "r").code()).isEqualTo(ExitCode.DONE);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>(node.propertyNames());
        node.forEach(child -> keys.addAll(keys(child)));
        return keys;
    }

    @Test
    void aUsersOwnTableIsTrainedOn() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 7)
                    .append(',')
                    .append(i % 5)
                    .append(',')
                    .append(2 * (i % 7) - i % 5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("own.csv"), csv);
        Files.writeString(folder.resolve("own.yaml"), """
                data: {file: own.csv, target: y, task: values}
                network: [{dense: 8}, {activation: tanh}, {dense: 1}]
                optimiser: {name: sgd, rate: 0.05, momentum: 0.9}
                epochs: 200
                """);
        Session.Done done = session.run("train", "own.yaml", "--json");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        assertThat(Json.mapper()
                        .readTree(done.out())
                        .get("seeds")
                        .get(0)
                        .get("test_loss")
                        .asDouble())
                .isLessThan(1);
    }
}
