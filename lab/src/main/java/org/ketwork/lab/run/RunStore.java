package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ketwork.numerics.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** A folder of runs. Each run is a folder in it, named after the moment it began and its command, so names sort by time. */
public final class RunStore {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path root;

    private RunStore(Path root) {
        this.root = root;
    }

    public static RunStore at(Path root) {
        return new RunStore(root);
    }

    public Path root() {
        return root;
    }

    /**
     * A run in the store.
     *
     * @param active whether a command is writing it now
     */
    public record Entry(String id, Path path, RunRecord record, boolean active) {
        /** Where the run stands, in a word: running, stopped, done, failed. */
        public String standing() {
            return switch (record.state()) {
                case OPEN -> active ? "running" : "stopped";
                case DONE -> "done";
                case FAILED -> "failed";
            };
        }
    }

    /** The runs of the store, oldest first. Folders whose record cannot be read are passed over; see {@link #unreadable}. */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : folders()) {
            readable(folder).ifPresent(entries::add);
        }
        return entries;
    }

    /** One sentence for each folder whose record cannot be read. */
    public List<String> unreadable() {
        List<String> sentences = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                entry(folder);
            } catch (InvalidInputException e) {
                sentences.add(String.valueOf(e.getMessage()));
            }
        }
        return sentences;
    }

    private static Optional<Entry> readable(Path folder) {
        try {
            return Optional.of(entry(folder));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /**
     * The run of the given name: an id of this store, a beginning of exactly one id, "latest", or the path of a run folder.
     *
     * @throws InvalidInputException if there is none, or several begin like this
     */
    public Entry find(String name) {
        return find(name, path -> path);
    }

    /** The same, with paths as seen from a working directory. */
    public Entry find(String name, UnaryOperator<Path> resolve) {
        Path path = resolve.apply(Path.of(name));
        if (Files.exists(path.resolve(RunFolder.RECORD))) {
            return entry(path);
        }
        List<Path> folders = folders();
        if (name.equals("latest") && !folders.isEmpty()) {
            return entry(folders.getLast());
        }
        List<Path> matches =
                folders.stream().filter(f -> id(f).startsWith(name)).toList();
        Optional<Path> exact = matches.stream().filter(f -> id(f).equals(name)).findFirst();
        if (exact.isPresent() || matches.size() == 1) {
            return entry(exact.orElseGet(matches::getFirst));
        }
        if (matches.isEmpty()) {
            throw new InvalidInputException("there is no run \"" + name + "\" in " + root + ", which holds "
                    + (folders.isEmpty() ? "no run" : folders.size() + ", the newest being " + id(folders.getLast())));
        }
        throw new InvalidInputException(matches.size() + " runs begin with \"" + name + "\": " + id(matches.getFirst())
                + " to " + id(matches.getLast()) + "; give more letters");
    }

    /**
     * Where a command without {@code --out} puts its run: the newest run of the same command, spec and version that was stopped
     * before its end, otherwise a new folder.
     */
    public Path place(String command, Object spec, String version, Instant now) {
        JsonNode specTree = Json.tree(spec);
        for (Entry entry : list().reversed()) {
            if (entry.standing().equals("stopped")
                    && entry.record().command().equals(command)
                    && entry.record().provenance().ketwork().equals(version)
                    && entry.record().spec().equals(specTree)) {
                return entry.path();
            }
        }
        return create(command, now);
    }

    private Path create(String command, Instant now) {
        String id = ID.format(now) + "-" + command;
        try {
            Files.createDirectories(root);
            for (int attempt = 1; ; attempt++) {
                Path folder = root.resolve(attempt == 1 ? id : id + "-" + attempt);
                if (!Files.exists(folder)) {
                    Files.createDirectory(folder);
                    return folder;
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot write the folder " + root + ": " + Reason.of(e), e);
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(RunFolder.RECORD)))
                    .sorted(Comparator.comparing(RunStore::id))
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException("cannot read the folder " + root + ": " + Reason.of(e), e);
        }
    }

    private static Entry entry(Path folder) {
        RunRecord record = RunFolder.readRecord(folder);
        boolean active = record.state() != RunRecord.State.DONE && RunLock.isHeld(folder);
        return new Entry(id(folder), folder, record, active);
    }

    private static String id(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }
}
