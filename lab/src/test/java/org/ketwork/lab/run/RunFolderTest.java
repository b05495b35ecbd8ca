package org.ketwork.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.numerics.InvalidInputException;

class RunFolderTest {
    private static final Provenance HERE = Provenance.here(1, 1, "plain", "plain", List.of());

    private record Spec(String data, int epochs) {}

    private record Row(int epoch, double loss) {}

    @TempDir
    Path root;

    private RunFolder open(String name, Spec spec) {
        return RunFolder.open(root.resolve(name), "train", spec, HERE);
    }

    @Test
    void anEmptyFolderBecomesARunAndTheSameSpecGoesOnWithIt() {
        try (RunFolder run = open("r", new Spec("digits", 3))) {
            assertThat(run.resumed()).isFalse();
            run.metrics().append(new Row(1, 0.5));
        }
        try (RunFolder run = open("r", new Spec("digits", 3))) {
            assertThat(run.resumed()).isTrue();
            assertThat(run.metrics().lines()).hasSize(1);
            run.finish(RunRecord.State.DONE, Map.of("loss", 0.25));
        }
        RunRecord record = RunFolder.readRecord(root.resolve("r"));
        assertThat(record.state()).isEqualTo(RunRecord.State.DONE);
        assertThat(record.result().orElseThrow().get("loss").asDouble()).isEqualTo(0.25);
    }

    @Test
    void aRunInWhichNothingWasDoneCanBeForgottenAndOthersCannot() {
        try (RunFolder run = open("refused", new Spec("digits", 3))) {
            run.forgetIfNothingWasDone();
        }
        assertThat(root.resolve("refused")).doesNotExist();
        try (RunFolder run = open("begun", new Spec("digits", 3))) {
            run.metrics().append(new Spec("line", 1));
            run.forgetIfNothingWasDone();
        }
        assertThat(root.resolve("begun/run.json")).exists();
        open("earlier", new Spec("digits", 3)).close();
        try (RunFolder run = open("earlier", new Spec("digits", 3))) {
            run.forgetIfNothingWasDone();
        }
        assertThat(root.resolve("earlier/run.json")).exists();
    }

    @Test
    void anotherSpecIsRefusedWithBothValues() {
        open("r", new Spec("digits", 3)).close();
        assertThatThrownBy(() -> open("r", new Spec("digits", 5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("epochs (stored: 3, asked: 5)");
    }

    @Test
    void anotherCommandIsRefused() {
        open("r", new Spec("digits", 3)).close();
        assertThatThrownBy(() -> RunFolder.open(root.resolve("r"), "claims", new Spec("digits", 3), HERE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds a run of \"train\", not of \"claims\"");
    }

    @Test
    void aFolderWithOtherFilesIsRefusedAndKept() throws IOException {
        Path thesis = Files.createDirectories(root.resolve("r")).resolve("thesis.tex");
        Files.writeString(thesis, "dear");
        assertThatThrownBy(() -> open("r", new Spec("digits", 3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("thesis.tex");
        try (Stream<Path> files = Files.list(root.resolve("r"))) {
            assertThat(files).containsExactly(thesis);
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(root.resolve("r"), "dear");
        assertThatThrownBy(() -> open("r", new Spec("digits", 3))).hasMessageContaining("is a file; give a folder");
    }

    @Test
    void aRunThatIsBeingWrittenIsRefused() {
        RunFolder first = open("r", new Spec("digits", 3));
        try (first) {
            assertThatThrownBy(() -> open("r", new Spec("digits", 3)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("another command is writing the run");
            assertThat(RunStore.at(root).list().getFirst().standing()).isEqualTo("running");
        }
        assertThat(RunStore.at(root).list().getFirst().standing()).isEqualTo("stopped");
    }

    @Test
    void aTornLastLineIsCutOffAndAppendingGoesOn() throws IOException {
        try (RunFolder run = open("r", new Spec("digits", 3))) {
            run.metrics().append(new Row(1, 0.5));
            run.metrics().append(new Row(2, 0.25));
        }
        Path metrics = root.resolve("r/metrics.jsonl");
        Files.writeString(metrics, "{\"epoch\":3,\"lo", StandardOpenOption.APPEND);
        try (RunFolder run = open("r", new Spec("digits", 3))) {
            assertThat(run.metrics().lines()).hasSize(2);
            run.metrics().append(new Row(3, 0.125));
        }
        assertThat(Files.readAllLines(metrics))
                .containsExactly(
                        "{\"epoch\":1,\"loss\":0.5}", "{\"epoch\":2,\"loss\":0.25}", "{\"epoch\":3,\"loss\":0.125}");
    }

    @Test
    void linesBeyondACheckpointAreForgotten() throws IOException {
        try (RunFolder run = open("r", new Spec("digits", 3))) {
            for (int epoch = 1; epoch <= 4; epoch++) {
                run.metrics().append(new Row(epoch, 1.0 / epoch));
            }
            run.metrics().keep(2);
            run.metrics().append(new Row(3, 9));
            assertThat(run.metrics().lines()).hasSize(3);
        }
        assertThat(Files.readAllLines(root.resolve("r/metrics.jsonl")))
                .containsExactly(
                        "{\"epoch\":1,\"loss\":1.0}", "{\"epoch\":2,\"loss\":0.5}", "{\"epoch\":3,\"loss\":9.0}");
    }

    @Test
    void aLineBrokenInTheMiddleIsNamed() throws IOException {
        open("r", new Spec("digits", 3)).close();
        Files.writeString(root.resolve("r/metrics.jsonl"), "{\"a\":1}\n{\"a\n{\"a\":3}\n");
        assertThatThrownBy(() -> open("r", new Spec("digits", 3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("metrics.jsonl line 2 is not JSON");
    }

    @Test
    void leftoversOfAKilledProcessGo() throws IOException {
        open("r", new Spec("digits", 3)).close();
        Path leftover = root.resolve("r/.weights.safetensors.part");
        Files.writeString(leftover, "half");
        open("r", new Spec("digits", 3)).close();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void aRunRecordThatWasTamperedWithIsNamed() throws IOException {
        open("r", new Spec("digits", 3)).close();
        Path record = root.resolve("r/run.json");
        Files.writeString(record, Files.readString(record).replace("\"command\"", "\"comand\""));
        assertThatThrownBy(() -> open("r", new Spec("digits", 3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("run.json line")
                .hasMessageContaining("comand");
    }

    @Test
    void everyDoubleSurvivesTheFile() {
        for (double value : new double[] {Math.PI, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, -0.0, 1e23}) {
            Row row = Json.mapper().readValue(Json.line(new Row(0, value)), Row.class);
            assertThat(Double.doubleToRawLongBits(row.loss())).isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void theStoreFindsRunsByIdByBeginningAndByPath() {
        RunStore store = RunStore.at(root);
        Path first = store.place("train", new Spec("digits", 3), HERE.ketwork(), Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(first.getFileName()).hasToString("20261120-100000-train");
        RunFolder.open(first, "train", new Spec("digits", 3), HERE).close();
        Path second = store.place("train", new Spec("wine", 3), HERE.ketwork(), Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(second.getFileName()).hasToString("20261120-100000-train-2");
        try (RunFolder run = RunFolder.open(second, "train", new Spec("wine", 3), HERE)) {
            run.finish(RunRecord.State.DONE, Map.of());
        }
        assertThat(store.find("latest").id()).isEqualTo("20261120-100000-train-2");
        assertThat(store.find("20261120-100000-train").path()).isEqualTo(first);
        assertThat(store.find(second.toString()).id()).isEqualTo("20261120-100000-train-2");
        assertThatThrownBy(() -> store.find("2026")).hasMessageContaining("2 runs begin with \"2026\"");
        assertThatThrownBy(() -> store.find("1999")).hasMessageContaining("there is no run \"1999\"");
    }

    @Test
    void aRunThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        open("a", new Spec("digits", 3)).close();
        open("b", new Spec("digits", 3)).close();
        Files.writeString(root.resolve("a/run.json"), "{");
        RunStore store = RunStore.at(root);
        assertThat(store.list()).extracting(RunStore.Entry::id).containsExactly("b");
        assertThat(store.unreadable()).singleElement().asString().contains("run.json");
        assertThat(store.place("train", new Spec("digits", 3), HERE.ketwork(), Instant.EPOCH))
                .isEqualTo(root.resolve("b"));
    }

    @Test
    void aStoppedRunIsTakenUpAndAFinishedOneIsNot() {
        RunStore store = RunStore.at(root);
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        Path first = store.place("train", new Spec("digits", 3), HERE.ketwork(), now);
        RunFolder.open(first, "train", new Spec("digits", 3), HERE).close();
        assertThat(store.place("train", new Spec("digits", 3), HERE.ketwork(), now))
                .isEqualTo(first);
        try (RunFolder run = RunFolder.open(first, "train", new Spec("digits", 3), HERE)) {
            run.finish(RunRecord.State.DONE, List.of());
        }
        assertThat(store.place("train", new Spec("digits", 3), HERE.ketwork(), now))
                .isNotEqualTo(first);
    }
}
