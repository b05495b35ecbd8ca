package org.ketwork.numerics.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.ketwork.numerics.InvalidInputException;

/**
 * Writing that either finishes or leaves the old file as it was: into a temporary file beside the target, forced to disk, then
 * moved over it. An unwritable folder or a full disk is an {@link InvalidInputException}.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;
    private static final AtomicLong WRITES = new AtomicLong();

    private AtomicFile() {}

    /** Puts the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file; missing folders above it are made. */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        try {
            Path folder = Failure.requirePresent(target.getParent(), file);
            Files.createDirectories(folder);
            // The process and a count make the name unlike any other writer's; a killed one's leavings are written
            // over.
            Path temporary = folder.resolve("." + target.getFileName() + "."
                    + ProcessHandle.current().pid() + "-" + WRITES.incrementAndGet() + ".part");
            try {
                fill(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw Failure.cannot("write", file, e);
        }
    }

    static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
