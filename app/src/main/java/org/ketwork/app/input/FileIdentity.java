package org.ketwork.app.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.ketwork.lab.run.Reason;
import org.ketwork.numerics.InvalidInputException;

/**
 * Which file a run was made from: its path and a checksum of its content, so that a run is not taken up with another file of the
 * same name.
 */
public record FileIdentity(String path, long bytes, String crc32c) {
    private static final int PIECE = 1 << 20;

    /**
     * Refuses a file that cannot be opened, before much is done with others.
     *
     * @throws InvalidInputException if the file is missing or may not be read
     */
    public static void requireReadable(Path file) {
        try {
            FileChannel.open(file, StandardOpenOption.READ).close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException unreadable(Path file, IOException cause) {
        return new InvalidInputException("cannot read " + file + ": " + Reason.of(cause), cause);
    }

    /** @throws InvalidInputException if the file cannot be read */
    public static FileIdentity of(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CRC32C checksum = new CRC32C();
            // Read, not mapped: pages of a map would count as memory of this process until they are collected.
            ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
            while (channel.read(buffer) >= 0) {
                checksum.update(buffer.flip());
                buffer.clear();
            }
            long size = channel.position();
            return new FileIdentity(file.toString(), size, Long.toHexString(checksum.getValue()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
