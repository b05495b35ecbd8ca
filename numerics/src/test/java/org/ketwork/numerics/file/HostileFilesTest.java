package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Valid files with bytes changed, cut off, put in or doubled: reading succeeds or says a sentence, nothing else. */
class HostileFilesTest {
    private static final long SEED = 20261120;
    private static final int MUTANTS = 1500;

    @TempDir
    Path folder;

    /** A format: how to write a valid file, and how to read one. */
    record Format(String name, Writing writing, Consumer<Path> reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    static Stream<Format> formats() {
        NdArray array = NdArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("a", array);
        arrays.put("b", NdArray.vector(7));
        return Stream.of(
                new Format("npy", file -> Npy.write(file, array), Npy::read),
                new Format("npz", file -> Npz.write(file, arrays), Npz::read),
                new Format("deflated npz", file -> deflated(file, arrays), Npz::read),
                new Format("idx", file -> Idx.write(file, array), Idx::read),
                new Format("gzipped idx", file -> gzipped(file, array), Idx::read),
                new Format("safetensors", file -> Safetensors.write(file, arrays, Map.of("k", "v")), Safetensors::read),
                new Format(
                        "csv",
                        file -> Csv.write(file, new Table(List.of("i", "v"), new double[][] {{0, 1}, {2.5, 3}})),
                        file -> Csv.read(file).pivot("v", "i")));
    }

    private static void deflated(Path file, Map<String, NdArray> arrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, NdArray> member : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey() + ".npy"));
                Npy.write(member.getValue(), zip);
            }
        }
    }

    private static void gzipped(Path file, NdArray array) throws IOException {
        Idx.write(file, array);
        byte[] plain = Files.readAllBytes(file);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMutantIsReadOrRefusedWithASentence(Format format) throws IOException {
        Path file = folder.resolve("mutant");
        format.writing().to(file);
        format.reading().accept(file);
        byte[] valid = Files.readAllBytes(file);
        RandomAddress address = RandomAddress.root(SEED).at(format.name());
        int refused = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = mutate(valid, address.at(mutant).stream());
            replace(file, bytes);
            try {
                format.reading().accept(file);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining(format.name().equals("csv") ? "" : "mutant");
                refused++;
            } catch (RuntimeException | Error e) {
                fail("seed %d, %s, mutant %d: %s".formatted(SEED, format.name(), mutant, Arrays.toString(bytes)), e);
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 3);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyTruncationButThatOfACsvIsRefused(Format format) throws IOException {
        Path file = folder.resolve("mutant");
        format.writing().to(file);
        byte[] valid = Files.readAllBytes(file);
        int read = 0;
        for (int length = 0; length < valid.length; length++) {
            replace(file, Arrays.copyOf(valid, length));
            try {
                format.reading().accept(file);
                read++;
            } catch (InvalidInputException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        if (!format.name().equals("csv")) {
            assertThat(read).isZero();
        }
    }

    /** Writing over a file may wait for the disk; a new one does not. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    /** Up to three changes: a byte replaced, a bit flipped, the end cut off, bytes put in, a stretch doubled. */
    private static byte[] mutate(byte[] valid, RandomStream random) {
        byte[] bytes = valid.clone();
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes && bytes.length > 0; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = insert(bytes, at, new byte[] {(byte) random.nextInt(256)});
                case 4 -> bytes[at] = (byte) "0123456789-,()[]{}'\":<>OTF".charAt(random.nextInt(26));
                default ->
                    bytes = insert(bytes, at, Arrays.copyOfRange(bytes, at, at + random.nextInt(bytes.length - at)));
            }
        }
        return bytes;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
