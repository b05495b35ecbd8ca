package org.ketwork.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for large files, gone with all that is in it when it is closed or the program is stopped. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread cleaner = new Thread(this::delete);

    private TemporaryFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    public static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("ketwork-bench"));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(cleaner);
        delete();
    }

    private void delete() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
