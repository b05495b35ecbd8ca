package org.ketwork.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 * @param seconds from its start to its end
 * @param processorSeconds what it took of all processors together, its last moment left out; NaN where the system does not tell
 * @param peakBytes the most memory it held at once, files mapped into memory included; known on Linux only
 * @param awaited when it first wrote the awaited text to standard error; nothing if it never did, or if none was awaited
 */
public record Child(
        int exitCode,
        String output,
        String errors,
        double seconds,
        double processorSeconds,
        OptionalLong peakBytes,
        Optional<Moment> awaited) {
    /** What happens between the last reading and the end of a process is missed. */
    private static final int MILLIS_BETWEEN_READINGS = 5;

    /**
     * How far a process was.
     *
     * @param seconds since its start
     * @param processorSeconds what it had taken of all processors together; NaN where the system does not tell
     */
    public record Moment(double seconds, double processorSeconds) {}

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it cannot be started
     */
    public static Child run(Path folder, List<String> command) throws IOException {
        return run(folder, command, Optional.empty());
    }

    private static Child run(Path folder, List<String> command, Optional<String> awaited) throws IOException {
        Path output = Files.createTempFile("ketwork-bench", ".out");
        Path errors = Files.createTempFile("ketwork-bench", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            Watch watch = new Watch(process, start, errors, awaited);
            watch.untilEnd();
            double seconds = watch.seconds();
            return new Child(
                    process.exitValue(),
                    Files.readString(output),
                    Files.readString(errors),
                    seconds,
                    watch.processorSeconds,
                    watch.peak > 0 ? OptionalLong.of(watch.peak) : OptionalLong.empty(),
                    watch.said);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /**
     * Runs a program that has to succeed.
     *
     * @throws IllegalStateException with what it said, if it does not
     */
    public static Child runWell(Path folder, List<String> command) {
        return runWell(folder, command, Optional.empty());
    }

    /**
     * The same for a program that writes a text to standard error on its way.
     *
     * @throws IllegalStateException if it does not
     */
    public static Child runWell(Path folder, List<String> command, String awaited) {
        Child child = runWell(folder, command, Optional.of(awaited));
        if (child.awaited.isEmpty()) {
            throw new IllegalStateException(
                    String.join(" ", command) + " never said \"" + awaited + "\": " + child.errors);
        }
        return child;
    }

    private static Child runWell(Path folder, List<String> command, Optional<String> awaited) {
        try {
            Child child = run(folder, command, awaited);
            if (child.exitCode() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with exit code " + child.exitCode()
                        + ": " + child.errors());
            }
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at a process again and again until it ends. */
    private static final class Watch {
        private final Process process;
        private final long start;
        private final Path errors;
        private final Optional<String> awaited;
        private Optional<Moment> said = Optional.empty();
        private double processorSeconds = Double.NaN;
        private long peak;

        Watch(Process process, long start, Path errors, Optional<String> awaited) {
            this.process = process;
            this.start = start;
            this.errors = errors;
            this.awaited = awaited;
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        void untilEnd() throws IOException {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            try {
                do {
                    peak = Math.max(peak, highWaterMark(status));
                    process.info().totalCpuDuration().ifPresent(taken -> processorSeconds = taken.toNanos() / 1e9);
                    listen();
                } while (!process.waitFor(MILLIS_BETWEEN_READINGS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a process ran", e);
            }
        }

        /** Reads letter by letter, since the last one may be half written. */
        private void listen() throws IOException {
            if (awaited.isPresent()
                    && said.isEmpty()
                    && Files.readString(errors, StandardCharsets.ISO_8859_1).contains(awaited.get())) {
                said = Optional.of(new Moment(seconds(), processorSeconds));
            }
        }
    }

    private static long highWaterMark(Path status) {
        try {
            for (String line :
                    Files.readString(status, StandardCharsets.ISO_8859_1).split("\n")) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
