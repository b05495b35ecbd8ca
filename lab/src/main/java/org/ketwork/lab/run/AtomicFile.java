package org.ketwork.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.ketwork.numerics.InvalidInputException;

/**
 * Files that are absent or whole. The content goes to a neighbour named {@code .NAME.part}, is forced to the disk, and then takes
 * the place of the old file in one step.
 */
public final class AtomicFile {
    private static final String SUFFIX = ".part";

    private AtomicFile() {}

    /** Fills the neighbour file; called once, before the move. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path part) throws IOException;
    }

    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] bytes) {
        write(file, part -> Files.write(part, bytes));
    }

    /**
     * Writes a file through a writer of one's own, for formats that go to a path.
     *
     * @throws InvalidInputException if the folder cannot be written or the disk is full; an older file then still stands
     */
    public static void write(Path file, Content content) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Path part = folder.resolve("." + file.getFileName() + SUFFIX);
        try {
            Files.createDirectories(folder);
            content.writeTo(part);
            force(part);
            move(part, file);
            forceFolder(folder);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    /** Whether the path is a neighbour file left behind by a process that was killed. */
    static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(SUFFIX);
    }

    static InvalidInputException unwritable(Path file, Exception cause) {
        return new InvalidInputException(
                "cannot write " + file + ": " + Reason.of(cause) + "; what was stored before is untouched", cause);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name itself durable; systems that cannot open a folder do so by themselves. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
