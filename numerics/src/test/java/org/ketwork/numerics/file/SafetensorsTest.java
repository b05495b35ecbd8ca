package org.ketwork.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.InvalidInputException;

class SafetensorsTest {
    @TempDir
    Path folder;

    private Path file(String header, byte... values) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(text.length).put(text).put(values);
        Path file = folder.resolve("model.safetensors");
        Files.write(file, all.array());
        return file;
    }

    @Test
    void aFileIsTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("golden.safetensors");
        Safetensors.write(file, Map.of("w", NdArray.vector(1.5)));
        String header = "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        int padded = (header.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded).put(header.getBytes(StandardCharsets.US_ASCII));
        while (expected.position() < 8 + padded) {
            expected.put((byte) ' ');
        }
        expected.putDouble(1.5);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        Map<String, NdArray> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", NdArray.of(new double[] {1, -0.0, Double.NaN, 1e-310, 5, 6}, 2, 3));
        tensors.put("a \"quoted\\\" \u00e4\n name", NdArray.of(new double[] {7}));
        tensors.put("none", NdArray.of(new double[0], 0, 4));
        Map<String, String> metadata = Map.of("seed", "17", "note", "line\nbreak");
        Path file = folder.resolve("round.safetensors");
        Safetensors.write(file, tensors, metadata);
        Safetensors.Content content = Safetensors.readContent(file);
        assertThat(content.tensors()).containsExactlyEntriesOf(tensors);
        assertThat(content.metadata()).isEqualTo(metadata);
    }

    @Test
    void singlePrecisionRoundsToFloats() {
        Path file = folder.resolve("single.safetensors");
        Safetensors.write(file, Map.of("x", NdArray.vector(0.1, 2)), Map.of(), Safetensors.Precision.F32);
        assertThat(Safetensors.read(file)).containsExactly(Map.entry("x", NdArray.vector(0.1f, 2)));
    }

    @Test
    void halfPrecisionsAndIntegersAreRead() throws IOException {
        Path file = file(
                "{\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[2,4]},"
                        + "\"i\":{\"dtype\":\"I8\",\"shape\":[],\"data_offsets\":[4,5]}}",
                (byte) 0x00,
                (byte) 0x3e,
                (byte) 0x40,
                (byte) 0xc0,
                (byte) -7);
        Map<String, NdArray> tensors = Safetensors.read(file);
        assertThat(tensors.get("h")).isEqualTo(NdArray.vector(1.5));
        assertThat(tensors.get("b")).isEqualTo(NdArray.vector(-3));
        assertThat(tensors.get("i")).isEqualTo(NdArray.of(new double[] {-7}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,16]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,0]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"C64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8],\"shape\":[1]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"w\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[8,8]}}",
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} x",
                "{\"w\\q\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}"
            })
    void aHostileHeaderIsASentenceThatNamesTheFile(String header) throws IOException {
        Path file = file(header, new byte[8]);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("model.safetensors");
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws IOException {
        Path file = folder.resolve("long.safetensors");
        Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'});
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(InvalidInputException.class);
        Files.write(file, new byte[] {3, 0, 0, 0});
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("too short");
    }
}
