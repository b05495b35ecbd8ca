package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.numerics.InvalidInputException;

class NpzTest {
    @TempDir
    Path folder;

    private static Map<String, NdArray> arrays() {
        double[] matrix = new double[600];
        Arrays.setAll(matrix, i -> Math.sin(i));
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("probabilities", NdArray.of(matrix, 10, 20, 3));
        arrays.put("labels", NdArray.vector(1, 0, 2));
        return arrays;
    }

    @FunctionalInterface
    private interface Members {
        void writeTo(ZipOutputStream zip) throws IOException;
    }

    private Path archive(Members members) throws IOException {
        Path file = folder.resolve("made.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            members.writeTo(zip);
        }
        return file;
    }

    @Test
    void aStoredArchiveIsReadBackBitForBit() {
        Path file = folder.resolve("stored.npz");
        Npz.write(file, arrays());
        assertThat(Npz.read(file)).containsExactlyEntriesOf(arrays());
        assertThat(Npz.names(file)).containsExactly("probabilities", "labels");
        assertThat(Npz.read(file, "labels")).isEqualTo(NdArray.vector(1, 0, 2));
    }

    @Test
    void theSameArraysGiveTheSameBytes() throws IOException {
        Path one = folder.resolve("one.npz");
        Path two = folder.resolve("two.npz");
        Npz.write(one, arrays());
        Npz.write(two, arrays());
        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
    }

    @Test
    void aDeflatedArchiveIsReadAndOtherMembersArePassedOver() throws IOException {
        Path file = archive(zip -> {
            zip.putNextEntry(new ZipEntry("notes.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, NdArray> member : arrays().entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey() + ".npy"));
                Npy.write(member.getValue(), zip);
            }
        });
        assertThat(Npz.read(file)).containsExactlyEntriesOf(arrays());
    }

    @Test
    void anAbsentNameIsASentenceWithThePresentOnes() {
        Path file = folder.resolve("names.npz");
        Npz.write(file, arrays());
        assertThatThrownBy(() -> Npz.read(file, "logits"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": there is no array 'logits'; present are [probabilities, labels]");
    }

    @Test
    void aPromiseThatTheArchiveCannotKeepIsRefused() throws IOException {
        Path file = archive(zip -> {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(NpyHeader.forDoubles(new int[] {100_000_000}));
        });
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs 800000000 bytes, but the file holds 0");
    }

    @Test
    void aBombLargerThanMemoryIsRefusedBeforeItUnpacks() throws IOException {
        long values = Runtime.getRuntime().maxMemory() / Double.BYTES + 1;
        byte[] zeros = new byte[1 << 20];
        Path file = archive(zip -> {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("bomb.npy"));
            String text = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + values + ",), }";
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0});
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
            for (long left = values; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        });
        assertThat(Files.size(file)).isLessThan(20_000_000);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GiB as doubles");
    }

    @Test
    void aDamagedMemberIsFoundByItsChecksum() throws IOException {
        Path file = folder.resolve("damaged.npz");
        Npz.write(file, Map.of("x", NdArray.vector(1, 2, 3)));
        byte[] bytes = Files.readAllBytes(file);
        // Local header 30 bytes, name 5, npy header 128: the first bytes of the value 1.
        bytes[30 + 5 + 128] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anArrayThatIsThereTwiceIsRefused() throws IOException {
        Path file = archive(zip -> {
            for (String name : new String[] {"aa.npy", "bb.npy"}) {
                zip.putNextEntry(new ZipEntry(name));
                Npy.write(NdArray.vector(1), zip);
            }
        });
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("bb.npy", "aa.npy");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsNoArchiveIsASentence() throws IOException {
        Path file = folder.resolve("text.npz");
        Files.writeString(file, "not a zip");
        assertThatThrownBy(() -> Npz.names(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("text.npz");
    }
}
