package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writing that either finishes or leaves the old file as it was: into a temporary file beside the target, forced to disk, then
 * moved over it. An unwritable folder or a full disk is an {@code InvalidInputException}.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Puts the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void write(Path file, Content content) {
        throw new UnsupportedOperationException();
    }
}
