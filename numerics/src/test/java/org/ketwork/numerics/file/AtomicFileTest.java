package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.numerics.InvalidInputException;

class AtomicFileTest {
    @TempDir
    Path folder;

    private long files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.count();
        }
    }

    @Test
    void foldersAboveAreMadeAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        try (Stream<Path> list = Files.list(folder.resolve("a/b"))) {
            assertThat(list).containsExactly(file);
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("kept.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(files()).isEqualTo(1);
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("broken program");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aFileWhereAFolderIsNeededIsASentence() throws IOException {
        Path file = folder.resolve("plain");
        Files.writeString(file, "x");
        assertThatThrownBy(() -> Npy.write(file.resolve("x.npy"), NdArray.vector(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot write " + file.resolve("x.npy"));
        assertThatThrownBy(() -> Npy.write(Path.of("/"), NdArray.vector(1))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFullDiskIsASentence() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        assertThatThrownBy(() -> AtomicFile.fill(full, out -> out.write(new byte[1 << 20])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void aFolderWithoutPermissionIsASentence() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false), "permissions cannot be taken away here");
        assumeTrue(!Files.isWritable(locked), "this user may write everywhere");
        assertThatThrownBy(() -> Npy.write(locked.resolve("x.npy"), NdArray.vector(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no permission");
    }
}
