package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.numerics.InvalidInputException;

class IdxTest {
    private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, (byte) 128, (byte) 255};

    @TempDir
    Path folder;

    private Path file(byte... bytes) throws IOException {
        Path file = folder.resolve("data.idx");
        Files.write(file, bytes);
        return file;
    }

    private static byte[] gzip(byte... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void imagesOfUnsignedBytesAreRead() throws IOException {
        NdArray expected = NdArray.of(new double[] {0, 1, 128, 255}, 1, 2, 2);
        assertThat(Idx.read(file(IMAGES))).isEqualTo(expected);
        assertThat(Idx.read(file(gzip(IMAGES)))).isEqualTo(expected);
    }

    @Test
    void everyTypeIsReadAsTheSameNumbers() throws IOException {
        byte[] codes = {0x09, 0x0B, 0x0C, 0x0D, 0x0E};
        for (byte code : codes) {
            ByteBuffer bytes = ByteBuffer.allocate(32);
            bytes.put((byte) 0).put((byte) 0).put(code).put((byte) 1).putInt(2);
            for (int value : new int[] {-3, 100}) {
                switch (code) {
                    case 0x09 -> bytes.put((byte) value);
                    case 0x0B -> bytes.putShort((short) value);
                    case 0x0C -> bytes.putInt(value);
                    case 0x0D -> bytes.putFloat(value);
                    default -> bytes.putDouble(value);
                }
            }
            byte[] exact = new byte[bytes.position()];
            bytes.flip().get(exact);
            assertThat(Idx.read(file(exact))).isEqualTo(NdArray.vector(-3, 100));
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        NdArray array = NdArray.of(new double[] {1, Double.NaN, -0.0, 1e-300, 5, 6}, 3, 2);
        Path file = folder.resolve("round.idx");
        Idx.write(file, array);
        assertThat(Idx.read(file)).isEqualTo(array);
    }

    @Test
    void wrongFilesAreSentences() throws IOException {
        byte[][] wrong = {
            {},
            {0, 0, 8},
            {1, 0, 8, 1, 0, 0, 0, 0},
            {0, 0, 7, 1, 0, 0, 0, 0},
            {0, 0, 8, 2, 0, 0, 0, 0},
            {0, 0, 8, 1, 0, 0, 0, 3, 1, 2},
            {0, 0, 8, 1, 0, 0, 0, 1, 1, 2},
            {0, 0, 8, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
            gzip((byte) 0, (byte) 0, (byte) 8, (byte) 1, (byte) 127, (byte) 0, (byte) 0, (byte) 0),
            gzip((byte) 0, (byte) 0, (byte) 8, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 9),
            {0x1f, (byte) 0x8b, 8, 0}
        };
        for (byte[] bytes : wrong) {
            Path file = file(bytes);
            assertThatThrownBy(() -> Idx.read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("data.idx");
        }
    }
}
