package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.AtomicFile;
import tools.jackson.databind.JsonNode;

/**
 * One run, opened for writing by this process alone. A folder that does not exist or is empty becomes a new run; a folder with
 * the same command and spec is taken up where it was left; anything else is refused and stays as it is.
 */
public final class RunFolder implements AutoCloseable {
    public static final String RECORD = "run.json";
    public static final String METRICS = "metrics.jsonl";
    public static final String REPORT = "report.html";

    private final Path folder;
    private final RunLock lock;
    private final JsonLines metrics;
    private final boolean resumed;
    private RunRecord record;
    private boolean forgotten;

    private RunFolder(Path folder, RunLock lock, JsonLines metrics, RunRecord record, boolean resumed) {
        this.folder = folder;
        this.lock = lock;
        this.metrics = metrics;
        this.record = record;
        this.resumed = resumed;
    }

    /**
     * Opens a run folder.
     *
     * @param spec everything that the result depends on; a run with another spec is refused
     * @throws InvalidInputException if the folder cannot be written, is held by another command, or holds something else
     */
    public static RunFolder open(Path folder, String command, Object spec, Provenance provenance) {
        JsonNode specTree = Json.tree(spec);
        refuseForeign(folder);
        RunLock lock = lock(folder);
        try {
            RunRecord record;
            boolean resumed = Files.exists(folder.resolve(RECORD));
            if (resumed) {
                record = readRecord(folder);
                refuseOther(folder, record, command, specTree, provenance);
                removeLeftovers(folder);
            } else {
                record = RunRecord.begin(command, specTree, provenance);
                write(folder.resolve(RECORD), Json.pretty(record));
            }
            return new RunFolder(folder, lock, JsonLines.open(folder.resolve(METRICS)), record, resumed);
        } catch (RuntimeException e) {
            release(lock, folder);
            throw e;
        }
    }

    /** The record of a run, without opening it for writing. */
    public static RunRecord readRecord(Path folder) {
        RunRecord record = Json.read(folder.resolve(RECORD), RunRecord.class);
        if (record.format() != RunRecord.FORMAT) {
            throw new InvalidInputException(folder.resolve(RECORD) + " has format " + record.format()
                    + "; this version of Ketwork reads format " + RunRecord.FORMAT);
        }
        return record;
    }

    public Path path() {
        return folder;
    }

    /** Whether an earlier process began this run. */
    public boolean resumed() {
        return resumed;
    }

    public RunRecord record() {
        return record;
    }

    public JsonLines metrics() {
        return metrics;
    }

    /** Where a file of this run lies. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The text of a file of this run. */
    public String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file(name) + ": " + Reason.of(e), e);
        }
    }

    /** Writes or replaces a file of this run, as a whole. */
    public void write(String name, String text) {
        write(file(name), text);
    }

    /** Stores the result; the run is then done, or failed in parts. */
    public void finish(RunRecord.State state, Object result) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        record = record.end(state, now, Json.tree(result));
        write(folder.resolve(RECORD), Json.pretty(record));
    }

    /**
     * Removes the run when it is closed, unless an earlier process began it or there is a line of metrics: what is refused before
     * anything was done leaves nothing behind.
     */
    public void forgetIfNothingWasDone() {
        forgotten = !resumed && metrics.lines().isEmpty();
    }

    @Override
    public void close() {
        metrics.close();
        release(lock, folder);
        if (forgotten) {
            remove();
        }
    }

    private void remove() {
        try {
            for (String name : List.of(RECORD, METRICS, RunLock.FILE)) {
                Files.deleteIfExists(file(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw Reason.unwritable(folder, e);
        }
    }

    private static void write(Path file, String text) {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the file is the unfinished work of {@link AtomicFile} in a process that was killed. */
    private static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".part");
    }

    private static void refuseForeign(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException("--out " + folder + " is a file; give a folder");
        }
        if (!Files.exists(folder) || Files.exists(folder.resolve(RECORD))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> foreign = files.filter(file -> !isLeftover(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(RunLock.FILE))
                    .sorted()
                    .limit(1)
                    .toList();
            if (!foreign.isEmpty()) {
                throw new InvalidInputException(
                        "--out " + folder + " holds files that are not a run of Ketwork (such as " + foreign.getFirst()
                                + "); give an empty or a new folder");
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot read the folder " + folder + ": " + Reason.of(e), e);
        }
    }

    private static RunLock lock(Path folder) {
        try {
            Files.createDirectories(folder);
            Optional<RunLock> lock = RunLock.takePatiently(folder);
            return lock.orElseThrow(() -> new InvalidInputException(
                    "another command is writing the run " + folder + "; wait for it or give another --out"));
        } catch (IOException e) {
            throw new InvalidInputException("cannot write the folder " + folder + ": " + Reason.of(e), e);
        }
    }

    private static void refuseOther(
            Path folder, RunRecord record, String command, JsonNode spec, Provenance provenance) {
        if (!record.command().equals(command)) {
            throw new InvalidInputException("--out " + folder + " holds a run of \"" + record.command()
                    + "\", not of \"" + command + "\"; give another folder");
        }
        if (!record.spec().equals(spec)) {
            throw new InvalidInputException("--out " + folder + " holds a run with other options: "
                    + difference(record.spec(), spec) + "; give another folder, or the same options to go on with it");
        }
        if (!record.provenance().ketwork().equals(provenance.ketwork())) {
            throw new InvalidInputException("--out " + folder + " was begun by Ketwork "
                    + record.provenance().ketwork() + " and this is " + provenance.ketwork()
                    + "; give another folder, since numbers of two versions must not mix");
        }
    }

    /** The first field in which two specs differ, with both values. */
    private static String difference(JsonNode stored, JsonNode asked) {
        Set<String> fields = new LinkedHashSet<>(stored.propertyNames());
        fields.addAll(asked.propertyNames());
        for (String field : fields) {
            if (!stored.path(field).equals(asked.path(field))) {
                return field + " (stored: " + shortened(stored.path(field)) + ", asked: " + shortened(asked.path(field))
                        + ")";
            }
        }
        return "their order";
    }

    private static String shortened(JsonNode value) {
        String text = value.isMissingNode() ? "none" : Json.line(value);
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static void removeLeftovers(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(RunFolder::isLeftover).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Reason.unwritable(folder, e);
        }
    }

    private static void release(RunLock lock, Path folder) {
        try {
            lock.close();
        } catch (IOException e) {
            throw Reason.unwritable(folder, e);
        }
    }
}
