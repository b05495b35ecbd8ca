package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.random.RandomAddress;
import tools.jackson.databind.JsonNode;

/** Every exit code, and every kind of bad input: one sentence, the right code, nothing lost. */
class CommandLineTest {
    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    private static JsonNode json(Session.Done done) {
        return Json.mapper().readTree(done.out());
    }

    /** Passes of random class probabilities. */
    private static NdArray predictions(int passes, int samples, int classes) {
        double[] data = new double[passes * samples * classes];
        RandomAddress.root(3).at("predictions").fillUniform(data);
        for (int row = 0; row < passes * samples; row++) {
            double sum = Arrays.stream(data, row * classes, (row + 1) * classes).sum();
            for (int c = 0; c < classes; c++) {
                data[row * classes + c] /= sum;
            }
        }
        return NdArray.of(data, passes, samples, classes);
    }

    @Test
    void claimsGiveTheJsonOfTheContract() {
        Session.Done done = session.run("claims", "alpha", "beta", "--json", "--threads", "2");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        JsonNode json = json(done);
        assertThat(json.get("claims")).hasSize(2);
        JsonNode alpha = json.get("claims").get(0);
        assertThat(alpha.propertyNames())
                .contains("id", "statement", "verdict", "sentence", "numbers", "tests", "controls", "seconds");
        assertThat(alpha.get("verdict").asString()).isEqualTo("SUPPORTED");
        assertThat(alpha.get("numbers").get(0).propertyNames())
                .containsExactly("name", "value", "expected", "tolerance", "ok");
        assertThat(alpha.get("tests").get(0).propertyNames())
                .containsExactly("name", "statistic", "p", "alpha", "effect", "interval");
        assertThat(json.get("claims").get(1).get("verdict").asString()).isEqualTo("REFUTED");
        assertThat(Path.of(json.get("run").asString()).resolve("report.html")).exists();
    }

    @Test
    void withoutJsonPeopleGetATableAndTheReport() {
        Session.Done done = session.run("claims", "alpha");
        assertThat(done.out()).contains("alpha  SUPPORTED").contains("report: ");
        assertThat(done.err()).contains("[1/1] alpha: supported");
    }

    @Test
    void theListNeedsNoRun() {
        Session.Done done = session.run("claims", "--list");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        assertThat(done.out()).contains("alpha", "the mean is 0.25");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anotherVerdictThanExpectedIsAnError() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), "alpha: supported\nbeta: refuted\n");
        Files.writeString(folder.resolve("bad.json"), "{\"alpha\": \"SUPPORTED\", \"beta\": \"SUPPORTED\"}");
        assertThat(session.run("claims", "alpha", "beta", "--expect", "good.yaml")
                        .code())
                .isEqualTo(ExitCode.DONE);
        Session.Done done = session.run("claims", "alpha", "beta", "--expect", "bad.json");
        assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(done.err()).contains("claim beta is REFUTED, expected SUPPORTED");
    }

    @Test
    void aClaimWithADefectIsAnInternalFailureAfterTheOthersRan() {
        Session.Done done = session.run("claims", "--json");
        assertThat(done.code()).isEqualTo(ExitCode.INTERNAL);
        assertThat(json(done).get("claims")).hasSize(4);
        assertThat(json(done).get("claims").get(3).get("verdict").asString()).isEqualTo("FAILED");
        assertThat(json(done).get("claims").get(3).get("failure").asString()).contains("a defect");
    }

    /** Arguments, and a part of the sentence that must come. */
    private record Bad(String name, String sentence, String... arguments) {}

    @TestFactory
    Stream<DynamicTest> badInputGetsASentenceAndCodeTwo() throws IOException {
        NdArray good = predictions(4, 6, 3);
        Npy.write(folder.resolve("good.npy"), good);
        Npz.write(folder.resolve("good.npz"), Map.of("probabilities", good));
        byte[] archive = Files.readAllBytes(folder.resolve("good.npz"));
        Files.write(folder.resolve("truncated.npz"), Arrays.copyOf(archive, archive.length / 2));
        byte[] array = Files.readAllBytes(folder.resolve("good.npy"));
        String promising = new String(array, StandardCharsets.ISO_8859_1).replace("(4, 6, 3)", "(9, 6, 3)");
        Files.write(folder.resolve("promising.npy"), promising.getBytes(StandardCharsets.ISO_8859_1));
        Npy.write(folder.resolve("flat.npy"), good.reshape(4, 18));
        Npy.write(folder.resolve("one.npy"), good.reshape(4, 18, 1));
        Files.writeString(folder.resolve("twice.yaml"), "alpha: supported\nalpha: refuted\n");
        Npy.write(folder.resolve("nan.npy"), changed(good, 5, Double.NaN));
        Npy.write(folder.resolve("negative.npy"), changed(good, 5, -0.1));
        Npy.write(folder.resolve("sum.npy"), changed(good, 5, 0.9));
        Npy.write(folder.resolve("labels.npy"), NdArray.vector(0, 1, 2, 0, 1, 7));
        Npy.write(folder.resolve("few.npy"), NdArray.vector(0, 1, 2));
        Files.writeString(folder.resolve("expect.yaml"), "alfa: supported\n");
        Files.writeString(folder.resolve("verdict.yaml"), "alpha: yes\n");
        Files.createDirectories(folder.resolve("thesis"));
        Files.writeString(folder.resolve("thesis/chapter.tex"), "dear");
        Files.writeString(folder.resolve("file"), "dear");
        List<Bad> cases = List.of(
                new Bad("unknown claim", "unknown claim alfa; did you mean alpha?", "claims", "alfa"),
                new Bad("unknown command", "unknown command clams; did you mean claims?", "clams"),
                new Bad("unknown option", "unknown option --sise; did you mean --size?", "claims", "--sise", "quick"),
                new Bad("bad size", "'--size'", "claims", "--size", "huge"),
                new Bad(
                        "bad seed",
                        "'--seed': must be a whole number from -9223372036854775808 to 9223372036854775807, got x",
                        "claims",
                        "--seed",
                        "x"),
                new Bad(
                        "many threads",
                        "must be a whole number from -2147483648 to 2147483647, got 3000000000",
                        "claims",
                        "--threads",
                        "3000000000"),
                new Bad(
                        "one class",
                        "one.npy: predictions need at least two classes, got shape (4, 18, 1)",
                        "inspect",
                        "one.npy"),
                new Bad(
                        "expectation twice",
                        "--expect: " + folder.resolve("twice.yaml") + " line 2: the key alpha stands twice",
                        "claims",
                        "--expect",
                        "twice.yaml"),
                new Bad("no threads", "--threads must be from 1 to 1024, got 0", "claims", "alpha", "--threads", "0"),
                new Bad("missing file", "no such file", "inspect", "nope.npy"),
                new Bad("two axes", "(passes, samples, classes), got 2 axes", "inspect", "flat.npy"),
                new Bad(
                        "NaN",
                        "nan.npy: class probabilities must be numbers from 0 to 1, got NaN",
                        "inspect",
                        "nan.npy"),
                new Bad("negative", "got -0.1", "inspect", "negative.npy"),
                new Bad("sum", "must sum to 1", "inspect", "sum.npy"),
                new Bad(
                        "truncated npz",
                        "truncated.npz: this is no npz archive (a zip of npy arrays), or the archive is damaged",
                        "inspect",
                        "truncated.npz"),
                new Bad("promising npy", "promises the shape (9, 6, 3)", "inspect", "promising.npy"),
                new Bad("label too large", "from 0 to 2, got 7", "inspect", "good.npy", "--labels", "labels.npy"),
                new Bad(
                        "few labels",
                        "has 3 labels; the predictions have 6 samples",
                        "inspect",
                        "good.npy",
                        "--labels",
                        "few.npy"),
                new Bad("unknown ending", "none of the endings npy, npz and csv", "inspect", "file"),
                new Bad("unknown run", "there is no run \"nope\"", "show", "nope"),
                new Bad("no format", "--csv", "export", "latest"),
                new Bad(
                        "unknown expectation",
                        "names the unknown claim alfa; did you mean alpha?",
                        "claims",
                        "--expect",
                        "expect.yaml"),
                new Bad(
                        "unknown verdict",
                        "allowed are supported, refuted, undecided",
                        "claims",
                        "--expect",
                        "verdict.yaml"),
                new Bad(
                        "other folder",
                        "thesis holds files that are not a run of Ketwork",
                        "claims",
                        "alpha",
                        "--out",
                        "thesis"),
                new Bad("file as folder", "is a file; give a folder", "claims", "alpha", "--out", "file"),
                new Bad("folder below file", "cannot write the folder", "claims", "alpha", "--out", "file/below"));
        return cases.stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name, () -> {
                    Session.Done done = session.run(bad.arguments);
                    assertThat(done.err()).contains(bad.sentence).doesNotContain("\tat ");
                    assertThat(done.err().lines()).hasSize(1);
                    assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(done.out()).isEmpty();
                    assertThat(folder.resolve("thesis/chapter.tex")).hasContent("dear");
                }));
    }

    private static NdArray changed(NdArray array, int at, double value) {
        double[] data = array.data().clone();
        data[at] = value;
        return new NdArray(array.shape(), data);
    }

    @Test
    void anUnwritableFolderIsNamed() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        Session.Done done = session.run("claims", "alpha", "--out", "locked/run");
        assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(done.err()).contains("permission denied");
    }

    @Test
    void aRunThatIsBeingWrittenIsRefused() {
        Session.Done first = session.run("claims", "alpha", "--out", "r");
        assertThat(first.code()).isEqualTo(ExitCode.DONE);
        JsonNode spec = RunFolder.readRecord(folder.resolve("r")).spec();
        RunFolder held =
                RunFolder.open(folder.resolve("r"), "claims", spec, Provenance.here(1, 1, "plain", "plain", List.of()));
        try (held) {
            Session.Done second = session.run("claims", "alpha", "--out", "r");
            assertThat(second.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(second.err()).contains("another command is writing the run");
        }
    }

    @Test
    void anotherSpecInTheSameFolderIsRefused() {
        session.run("claims", "alpha", "--out", "r");
        Session.Done done = session.run("claims", "alpha", "--seed", "2", "--out", "r");
        assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(done.err()).contains("holds a run with other options: seed (stored: 1, asked: 2)");
    }

    @Test
    void threadsDoNotChangeAResult() {
        JsonNode one =
                json(session.run("claims", "alpha", "beta", "gamma", "--json", "--threads", "1", "--out", "one"));
        JsonNode four =
                json(session.run("claims", "alpha", "beta", "gamma", "--json", "--threads", "4", "--out", "four"));
        Session.Done compared = session.run("compare", "one", "four", "--json");
        assertThat(json(compared).get("difference").get("result")).isEmpty();
        assertThat(one.get("claims").get(2).get("sentence"))
                .isEqualTo(four.get("claims").get(2).get("sentence"));
    }

    @Test
    void anInspectionGivesTheJsonOfTheContract() {
        Npy.write(folder.resolve("p.npy"), predictions(5, 40, 3));
        Npy.write(folder.resolve("q.npy"), predictions(6, 30, 3));
        double[] labels = new double[40];
        Arrays.setAll(labels, i -> i % 3);
        Npy.write(folder.resolve("labels.npy"), NdArray.vector(labels));
        Session.Done done =
                session.run("inspect", "p.npy", "--labels", "labels.npy", "--ood", "q.npy", "--json", "--out", "r");
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        JsonNode json = json(done);
        assertThat(json.propertyNames())
                .contains(
                        "passes",
                        "samples",
                        "classes",
                        "mean",
                        "passes_needed",
                        "accuracy",
                        "log_loss",
                        "brier",
                        "expected_calibration_error",
                        "auroc");
        assertThat(json.get("mean").propertyNames())
                .contains("predictive_entropy", "bald", "von_neumann_entropy", "purity", "effective_members");
        assertThat(json.get("passes").asInt()).isEqualTo(5);
        double bald = json.get("mean").get("bald").asDouble();
        double s = json.get("mean").get("von_neumann_entropy").asDouble();
        double h = json.get("mean").get("predictive_entropy").asDouble();
        assertThat(bald).isPositive().isLessThan(s);
        assertThat(s).isLessThan(h);
        assertThat(Npy.read(folder.resolve("r/bald.npy")).size()).isEqualTo(40);
        assertThat(folder.resolve("r/report.html")).exists();
    }

    @Test
    void aScoreIsPreferredOnlyWhereATestSaysSo() {
        NdArray all = predictions(5, 60, 3);
        Npy.write(folder.resolve("a.npy"), all);
        // Random sets of one law differ by chance: no score is better than another.
        Npy.write(folder.resolve("b.npy"), predictions(6, 60, 3));
        JsonNode alike = json(session.run("inspect", "a.npy", "--ood", "b.npy", "--json"));
        assertThat(alike.get("advice").toString()).contains("no score is clearly better than another");
        assertThat(alike.get("auroc_differences")).hasSize(10);
        // Passes that are sure but disagree have the mean of passes that doubt alike: entropy of the mean sees nothing,
        // BALD all.
        double[] sure = new double[40 * 60 * 2];
        double[] doubt = new double[40 * 60 * 2];
        for (int row = 0; row < 40 * 60; row++) {
            int pass = row / 60;
            double shift = 1e-3 * RandomAddress.root(3).at("shift").uniform(row % 60);
            double yes = 0.5 + (pass % 2 == 0 ? 0.4 : -0.4);
            sure[2 * row] = yes + shift;
            sure[2 * row + 1] = 1 - yes - shift;
            double other = 1e-3 * RandomAddress.root(4).at("shift").uniform(row % 60);
            doubt[2 * row] = 0.5 + (pass % 2 == 0 ? 0.1 : -0.1) + other;
            doubt[2 * row + 1] = 1 - doubt[2 * row];
        }
        Npy.write(folder.resolve("sure.npy"), NdArray.of(sure, 40, 60, 2));
        Npy.write(folder.resolve("doubt.npy"), NdArray.of(doubt, 40, 60, 2));
        JsonNode apart = json(session.run("inspect", "doubt.npy", "--ood", "sure.npy", "--json"));
        assertThat(apart.get("auroc").get("bald").asDouble()).isEqualTo(1);
        assertThat(apart.get("advice").toString())
                .contains("use bald, or", "clearly larger than with predictive_entropy and one_minus_confidence");
        // One sample has no spread, and gives no test.
        Npy.write(folder.resolve("single.npy"), predictions(6, 1, 3));
        assertThat(session.run("inspect", "a.npy", "--ood", "single.npy").code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(session.run("--help").out())
                .contains("claims", "inspect", "train", "runs", "show", "compare", "export", "verify", "bench");
    }

    @Test
    void theThreeFileFormatsGiveTheSameNumbers() throws IOException {
        NdArray p = predictions(3, 5, 2);
        Npy.write(folder.resolve("p.npy"), p);
        Npz.write(folder.resolve("p.npz"), Map.of("probabilities", p));
        StringBuilder csv = new StringBuilder("pass,sample,class,probability\n");
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < 5; i++) {
                for (int c = 0; c < 2; c++) {
                    csv.append(t + "," + i + "," + c + "," + p.at(t, i, c) + "\n");
                }
            }
        }
        Files.writeString(folder.resolve("p.csv"), csv);
        JsonNode fromNpy = json(session.run("inspect", "p.npy", "--json")).get("mean");
        assertThat(json(session.run("inspect", "p.npz", "--json")).get("mean")).isEqualTo(fromNpy);
        assertThat(json(session.run("inspect", "p.csv", "--json")).get("mean")).isEqualTo(fromNpy);
    }

    @Test
    void runsAreListedShownQueriedAndExported() {
        session.run("claims", "alpha", "beta");
        assertThat(session.run("runs").out()).contains("alpha, beta (quick): 1 refuted, 1 supported");
        assertThat(json(session.run("runs", "--json")).get("runs")).hasSize(1);
        assertThat(session.run("show", "latest").out()).contains("beta   REFUTED");
        Session.Done query = session.run("runs", "--json", "--sql", "select claim, value from numbers order by claim");
        assertThat(json(query).get("rows").get(1).get("claim").asString()).isEqualTo("beta");
        Session.Done wrong = session.run("runs", "--sql", "select nothing from nowhere");
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
        Session.Done exported = session.run("export", "latest", "--csv", "--out", "tables");
        assertThat(exported.code()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("tables/numbers.csv")).content().contains("alpha,1/12,0.08333333333333333");
        assertThat(session.run("export", "latest", "--csv", "--out", "tables").err())
                .contains("exists already");
        assertThat(session.run("export", "latest", "--parquet").code()).isEqualTo(ExitCode.DONE);
    }
}
