package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.InvalidInputException;

class NpyTest {
    @TempDir
    Path folder;

    /** A file with the given header text and values, as NumPy lays it out. */
    private Path file(int version, String dictionary, ByteOrder order, int bytes, Consumer<ByteBuffer> values)
            throws IOException {
        byte[] text = dictionary.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(12 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        all.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            all.putShort((short) text.length);
        } else {
            all.putInt(text.length);
        }
        all.put(text).order(order);
        values.accept(all);
        Path file = folder.resolve("array.npy");
        Files.write(file, Arrays.copyOf(all.array(), all.position()));
        return file;
    }

    private static String header(String descr, boolean fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }\n";
    }

    @Test
    void aFileIsTheBytesThatNumpyWrites() throws IOException {
        Path file = folder.resolve("golden.npy");
        Npy.write(file, NdArray.of(new double[] {1, -2.5}, 2, 1));
        ByteBuffer expected = ByteBuffer.allocate(144).order(ByteOrder.LITTLE_ENDIAN);
        expected.put((byte) 0x93).put("NUMPY\001\000".getBytes(StandardCharsets.ISO_8859_1));
        expected.putShort((short) 118);
        expected.put("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }".getBytes(StandardCharsets.US_ASCII));
        while (expected.position() < 127) {
            expected.put((byte) ' ');
        }
        expected.put((byte) '\n').putDouble(1).putDouble(-2.5);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    }

    @Test
    void headersEndOnMultiplesOf64Bytes() throws IOException {
        for (int rank = 0; rank < 32; rank++) {
            int[] shape = new int[rank];
            Arrays.fill(shape, 1);
            assertThat(NpyHeader.forDoubles(shape).length % 64).isZero();
        }
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        double[] values = {
            0.0, -0.0, Math.PI, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 7
        };
        for (int[] shape : new int[][] {{8}, {2, 4}, {2, 2, 2}, {1, 8, 1}}) {
            Path file = folder.resolve("round.npy");
            Npy.write(file, new NdArray(shape, values));
            assertThat(Npy.read(file)).isEqualTo(new NdArray(shape, values));
        }
        for (NdArray array : new NdArray[] {NdArray.of(new double[0], 3, 0), NdArray.of(new double[] {4})}) {
            Path file = folder.resolve("round.npy");
            Npy.write(file, array);
            assertThat(Npy.read(file)).isEqualTo(array);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, 8", "<f4, 4", "<f2, 2", "<i8, 8", "<i4, 4", "<i2, 2", "|i1, 1", "|u1, 1", "<u2, 2", "<u4, 4", "<u8, 8",
        ">f8, 8", ">f4, 4", ">f2, 2", ">i8, 8", ">i4, 4", ">i2, 2", ">u2, 2", ">u4, 4", ">u8, 8"
    })
    void everyNumberTypeReadsAsTheSameNumbers(String descr, int bytes) throws IOException {
        boolean unsigned = descr.charAt(1) == 'u';
        double[] expected = {0, 1, 3, unsigned ? 200 : -5};
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int version = 1; version <= 3; version++) {
            Path file = file(version, header(descr, false, "(4,)"), order, 4 * bytes, buffer -> {
                for (double value : expected) {
                    put(buffer, descr.substring(1), value);
                }
            });
            assertThat(Npy.read(file).data()).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"<f4", ">f4"})
    void longStretchesOfSinglePrecisionAreWidenedExactly(String descr) throws IOException {
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int count = 2500;
        Path file = file(1, header(descr, false, "(" + count + ",)"), order, 4 * count, buffer -> {
            for (int i = 0; i < count; i++) {
                buffer.putFloat(0.1f * i);
            }
        });
        double[] expected = new double[count];
        for (int i = 0; i < count; i++) {
            expected[i] = 0.1f * i;
        }
        assertThat(Npy.read(file).data()).containsExactly(expected);
        double[] part = new double[1027];
        try (NpyFile mapped = NpyFile.open(file)) {
            mapped.read(1001, part.length, part);
        }
        assertThat(part).containsExactly(Arrays.copyOfRange(expected, 1001, 1001 + part.length));
    }

    private static void put(ByteBuffer buffer, String type, double value) {
        switch (type) {
            case "f8" -> buffer.putDouble(value);
            case "f4" -> buffer.putFloat((float) value);
            case "f2" -> buffer.putShort(Float.floatToFloat16((float) value));
            case "i8", "u8" -> buffer.putLong((long) value);
            case "i4", "u4" -> buffer.putInt((int) value);
            case "i2", "u2" -> buffer.putShort((short) value);
            default -> buffer.put((byte) value);
        }
    }

    @Test
    void booleansAreZeroAndOneAndNothingElse() throws IOException {
        Path good = file(
                1,
                header("|b1", false, "(2,)"),
                ByteOrder.LITTLE_ENDIAN,
                2,
                b -> b.put((byte) 1).put((byte) 0));
        assertThat(Npy.read(good).data()).containsExactly(1, 0);
        Path bad = file(
                1,
                header("|b1", false, "(2,)"),
                ByteOrder.LITTLE_ENDIAN,
                2,
                b -> b.put((byte) 1).put((byte) 7));
        assertThatThrownBy(() -> Npy.read(bad))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("byte 7");
    }

    @Test
    void fortranOrderIsTurnedIntoCOrder() throws IOException {
        // Element (i, j, k) has the value 100 i + 10 j + k.
        int[] shape = {2, 3, 4};
        Path file = file(1, header("<f8", true, "(2, 3, 4)"), ByteOrder.LITTLE_ENDIAN, 24 * 8, buffer -> {
            for (int k = 0; k < 4; k++) {
                for (int j = 0; j < 3; j++) {
                    for (int i = 0; i < 2; i++) {
                        buffer.putDouble(100 * i + 10 * j + k);
                    }
                }
            }
        });
        NdArray array = Npy.read(file);
        assertThat(array.shape()).isEqualTo(shape);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertThat(array.at(i, j, k)).isEqualTo(100 * i + 10 * j + k);
                }
            }
        }
        try (NpyFile mapped = NpyFile.open(file)) {
            double[] block = new double[5];
            for (int offset = 0; offset + 5 <= 24; offset++) {
                mapped.read(offset, 5, block);
                assertThat(block).containsExactly(Arrays.copyOfRange(array.data(), offset, offset + 5));
            }
        }
    }

    @Test
    void blocksOfAMappedFileAreTheParts() {
        double[] values = new double[1000];
        Arrays.setAll(values, Math::sqrt);
        Path file = folder.resolve("blocks.npy");
        Npy.write(file, NdArray.of(values, 10, 100));
        try (NpyFile mapped = NpyFile.open(file)) {
            assertThat(mapped.shape()).containsExactly(10, 100);
            assertThat(mapped.size()).isEqualTo(1000);
            double[] block = new double[64];
            mapped.read(936, 64, block);
            assertThat(block).containsExactly(Arrays.copyOfRange(values, 936, 1000));
            assertThatThrownBy(() -> mapped.read(937, 64, block)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void integersThatNoDoubleHoldsAreRefused() throws IOException {
        Path exact = file(1, header("<i8", false, "(1,)"), ByteOrder.LITTLE_ENDIAN, 8, b -> b.putLong(-(1L << 53)));
        assertThat(Npy.read(exact).at(0)).isEqualTo(-0x1p53);
        Path beyond = file(1, header("<i8", false, "(1,)"), ByteOrder.LITTLE_ENDIAN, 8, b -> b.putLong((1L << 53) + 1));
        assertThatThrownBy(() -> Npy.read(beyond))
                .hasMessageContaining("9007199254740993")
                .hasMessageContaining("2^53");
        Path unsigned = file(1, header("<u8", false, "(1,)"), ByteOrder.LITTLE_ENDIAN, 8, b -> b.putLong(-1));
        assertThatThrownBy(() -> Npy.read(unsigned)).hasMessageContaining("18446744073709551615");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<U4', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f1', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1.5,), }",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }",
                "{'descr': '<f8', 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'extra': 'x'}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), } + exit()",
                "{'descr': '<f8",
                ""
            })
    void aHostileHeaderIsASentenceThatNamesTheFile(String dictionary) throws IOException {
        Path file = file(1, dictionary, ByteOrder.LITTLE_ENDIAN, 8, b -> b.putDouble(1));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void theSentencesSayWhatWasFoundAndWhatIsAllowed() throws IOException {
        Path promising = file(1, header("<f8", false, "(1000, 1000)"), ByteOrder.LITTLE_ENDIAN, 8, b -> b.putDouble(1));
        assertThatThrownBy(() -> Npy.read(promising))
                .hasMessageEndingWith(
                        "the header promises the shape (1000, 1000), which needs 8000000 bytes, but the file holds 8");
        Path empty = folder.resolve("empty.npy");
        Files.write(empty, new byte[0]);
        assertThatThrownBy(() -> Npy.read(empty)).hasMessageContaining("does not begin as an npy file does");
        Path absent = folder.resolve("absent.npy");
        assertThatThrownBy(() -> Npy.read(absent))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cannot read " + absent + ": there is no " + absent);
        assertThatThrownBy(() -> Npy.read(folder)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHugeSparseFileIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = file(1, header("|u1", false, "(6000000000,)"), ByteOrder.LITTLE_ENDIAN, 0, b -> {});
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), Files.size(file) + 6_000_000_000L - 1);
        }
        assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(InvalidInputException.class);
        try (NpyFile mapped = NpyFile.open(file)) {
            double[] block = new double[3];
            mapped.read(5_999_999_997L, 3, block);
            assertThat(block).containsExactly(0, 0, 0);
        }
        Files.delete(file);
    }
}
