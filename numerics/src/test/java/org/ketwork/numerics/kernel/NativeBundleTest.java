package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeBundleTest {
    @TempDir
    Path cache = Path.of("");

    @Test
    void extractionIsDoneOnceAndFoundAgain() throws IOException {
        Path first = NativeBundle.openBlas().extractInto(cache);
        Path library = NativeBundle.find(first, "libopenblas");
        var written = Files.getLastModifiedTime(library);
        assertThat(NativeBundle.openBlas().extractInto(cache)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
        assertThat(first.getFileName().toString()).startsWith("openblas-");
    }

    @Test
    void concurrentStartsEndWithOneWholeFolder() throws InterruptedException, ExecutionException, IOException {
        try (ExecutorService starts = Executors.newFixedThreadPool(3)) {
            Callable<Path> start = () -> NativeBundle.openBlas().extractInto(cache);
            List<Future<Path>> folders = starts.invokeAll(List.of(start, start, start));
            for (Future<Path> folder : folders) {
                assertThat(folder.get()).isEqualTo(folders.getFirst().get());
            }
        }
        assertThat(entries(cache)).hasSize(1);
    }

    @Test
    void aTruncatedLibraryIsReplaced() throws IOException {
        Path folder = NativeBundle.openBlas().extractInto(cache);
        Path library = NativeBundle.find(folder, "libopenblas");
        long size = Files.size(library);
        Files.write(library, new byte[10]);
        assertThat(NativeBundle.openBlas().extractInto(cache)).isEqualTo(folder);
        assertThat(Files.size(library)).isEqualTo(size);
    }

    @Test
    void draftsOfKilledStartsAreIgnoredAndOldOnesRemoved() throws IOException {
        Path abandoned = Files.createDirectories(cache.resolve(".draft-openblas-x"));
        Files.writeString(abandoned.resolve("libopenblas.so.0"), "half");
        Files.setLastModifiedTime(abandoned, java.nio.file.attribute.FileTime.fromMillis(0));
        NativeBundle.openBlas().extractInto(cache);
        assertThat(entries(cache)).hasSize(1);
    }

    @Test
    void aCacheThatIsNoFolderIsAnError() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "in the way");
        assertThatThrownBy(() -> NativeBundle.openBlas().extractInto(file)).isInstanceOf(IOException.class);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
