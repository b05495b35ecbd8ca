package org.ketwork.app.input;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
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
    private static final long PIECE = 1L << 28;

    /** @throws InvalidInputException if the file cannot be read */
    public static FileIdentity of(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CRC32C checksum = new CRC32C();
            long size = channel.size();
            for (long at = 0; at < size; at += PIECE) {
                checksum.update(channel.map(MapMode.READ_ONLY, at, Math.min(PIECE, size - at)));
            }
            return new FileIdentity(file.toString(), size, Long.toHexString(checksum.getValue()));
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + Reason.of(e), e);
        }
    }
}
