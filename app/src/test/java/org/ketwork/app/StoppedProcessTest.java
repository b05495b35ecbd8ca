package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that is told to end, as by Ctrl-C, which runs the same code. */
@DisabledOnOs(OS.WINDOWS)
class StoppedProcessTest {
    private static final List<String> SEARCH = List.of(
            "solve",
            "--lattice",
            "chain:16",
            "--hamiltonian",
            "tfim:h=1",
            "--ansatz",
            "rbm:2",
            "--samples",
            "256",
            "--steps",
            "300",
            "--final-samples",
            "512");

    @TempDir
    Path folder;

    @Test
    void aSearchThatIsToldToEndSaysHowToGoOnAndThenEndsWithTheSameBits() throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ketwork.app.Main"));
        command.addAll(SEARCH);
        command.addAll(List.of("--out", folder.resolve("stopped").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        Path checkpoint = folder.resolve("stopped/checkpoint.npz");
        while (process.isAlive() && !Files.exists(checkpoint)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(143);
        assertThat(Files.readString(err))
                .contains("ketwork: stopped; the same command goes on with the run in")
                .doesNotContain("Exception");

        Session session = new Session(folder);
        assertThat(search(session, "stopped").err()).contains("going on with the run in");
        search(session, "whole");
        for (String file : List.of("metrics.jsonl", "parameters.safetensors")) {
            assertThat(folder.resolve("stopped").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
    }

    private static Session.Done search(Session session, String out) {
        List<String> arguments = new ArrayList<>(SEARCH);
        arguments.addAll(List.of("--out", out));
        Session.Done done = session.run(arguments.toArray(String[]::new));
        assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
        return done;
    }
}
