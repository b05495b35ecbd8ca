package org.ketwork.lab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;

class ClaimRunTest {
    private static final ClaimRun.Listener SILENT = new ClaimRun.Listener() {
        @Override
        public void started(Declaration claim) {}

        @Override
        public void finished(ClaimRecord record, boolean stored) {}
    };

    private static final List<Claim> CLAIMS =
            List.of(ToyClaims.mean("one"), ToyClaims.wrongMean("two"), ToyClaims.mean("three"), ToyClaims.mean("four"));

    @TempDir
    Path folder;

    private RunFolder open(String name) {
        return RunFolder.open(
                folder.resolve(name), "claims", List.of("toy"), Provenance.here(7, 2, "plain", "plain", List.of()));
    }

    private static List<String> withoutSeconds(List<ClaimRecord> records) {
        return records.stream()
                .map(r -> Json.line(r).replaceAll("\"seconds\":[0-9.eE-]+", ""))
                .toList();
    }

    @Test
    void theVerdictsFollowFromTheEvidence() {
        try (RunFolder run = open("a")) {
            List<ClaimRecord> records = new ClaimRun(Size.QUICK, 7, 1, 1).test(CLAIMS, run, SILENT);
            assertThat(records)
                    .extracting(ClaimRecord::verdict)
                    .containsExactly("SUPPORTED", "REFUTED", "SUPPORTED", "SUPPORTED");
            assertThat(run.file("figures/one-running.svg")).exists();
        }
    }

    @Test
    void aStoppedRunEndsWithTheSameBits() throws Exception {
        List<ClaimRecord> whole;
        try (RunFolder run = open("whole")) {
            whole = new ClaimRun(Size.QUICK, 7, 2, 1).test(CLAIMS, run, SILENT);
        }
        for (int stopAfter = 1; stopAfter < CLAIMS.size(); stopAfter++) {
            String name = "stopped" + stopAfter;
            stop(name, stopAfter);
            try (RunFolder run = open(name)) {
                assertThat(run.resumed()).isTrue();
                List<ClaimRecord> resumed = new ClaimRun(Size.QUICK, 7, 1, 3).test(CLAIMS, run, SILENT);
                assertThat(withoutSeconds(resumed)).isEqualTo(withoutSeconds(whole));
                assertThat(run.metrics().lines()).hasSize(CLAIMS.size());
            }
            assertThat(Files.readString(folder.resolve(name).resolve("figures/four-running.svg")))
                    .isEqualTo(Files.readString(folder.resolve("whole/figures/four-running.svg")));
        }
    }

    private void stop(String name, int after) {
        ClaimRun.Listener stopper = new ClaimRun.Listener() {
            private int finished;

            @Override
            public void started(Declaration claim) {}

            @Override
            public void finished(ClaimRecord record, boolean stored) {
                finished++;
                if (finished == after) {
                    throw new IllegalStateException("the process dies here");
                }
            }
        };
        try (RunFolder run = open(name)) {
            assertThatThrownBy(() -> new ClaimRun(Size.QUICK, 7, 1, 1).test(CLAIMS, run, stopper))
                    .hasMessage("the process dies here");
        }
    }

    @Test
    void aClaimThatThrowsIsReportedAfterTheOthersRan() {
        List<Claim> claims = List.of(ToyClaims.broken("bad"), ToyClaims.mean("good"));
        for (int atOnce : new int[] {1, 2}) {
            try (RunFolder run = open("broken" + atOnce)) {
                List<ClaimRecord> records = new ClaimRun(Size.QUICK, 7, 1, atOnce).test(claims, run, SILENT);
                assertThat(records).extracting(ClaimRecord::verdict).containsExactly("FAILED", "SUPPORTED");
                assertThat(records.getFirst().failure()).contains("IllegalStateException: index 7 out of bounds");
                assertThat(run.read("claims/bad.trace.txt")).contains("ToyClaims");
            }
        }
    }

    @Test
    void aRecordSurvivesItsFileBitForBit() {
        try (RunFolder run = open("file")) {
            ClaimRecord record = new ClaimRun(Size.QUICK, 7, 1, 1)
                    .test(CLAIMS.subList(0, 1), run, SILENT)
                    .getFirst();
            ClaimRecord read = Json.read(run.file("claims/one.json"), ClaimRecord.class);
            assertThat(read).isEqualTo(record);
            assertThat(read.tests().get(1).statistic()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(read.tests().get(1).effect()).isNaN();
        }
    }
}
