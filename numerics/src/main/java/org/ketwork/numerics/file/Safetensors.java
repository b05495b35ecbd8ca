package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Safetensors: an 8-byte little-endian length, a JSON header of names, types, shapes and offsets, then the little-endian values
 * without gaps. Reads F64, F32, F16, BF16, integers and booleans as doubles; writes F64, or F32 where the caller accepts rounding.
 */
public final class Safetensors {
    /** The format's own limit. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final String METADATA = "__metadata__";

    private Safetensors() {}

    /** Tensors by name, in the order of the header, and the free text of the header. */
    public record Content(Map<String, NdArray> tensors, Map<String, String> metadata) {}

    /** How a tensor is stored. */
    public enum Precision {
        F64(ElementType.DOUBLE),
        F32(ElementType.FLOAT);

        private final ElementType type;

        Precision(ElementType type) {
            this.type = type;
        }
    }

    /** Tensors by name, in the order of the header. */
    public static Map<String, NdArray> read(Path file) {
        return readContent(file).tensors();
    }

    /** Tensors and metadata. */
    public static Content readContent(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(channel, length);
            long present = channel.size() - Long.BYTES;
            if (length.hasRemaining()) {
                throw Failure.content(file, "it is too short to be a safetensors file");
            }
            long headerBytes = length.getLong(0);
            if (headerBytes < 2 || headerBytes > Math.min(LONGEST_HEADER, present)) {
                throw Failure.content(
                        file,
                        "the safetensors header is to have " + Long.toUnsignedString(headerBytes)
                                + " bytes; allowed are 2 to " + Math.min(LONGEST_HEADER, present) + " in this file");
            }
            ByteBuffer header = ByteBuffer.allocate((int) headerBytes);
            fill(channel, header);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(header.flip()).toString();
            MemorySegment values =
                    channel.map(MapMode.READ_ONLY, Long.BYTES + headerBytes, present - headerBytes, arena);
            return content(file.toString(), new JsonHeader(file.toString(), text).parse(), values);
        } catch (CharacterCodingException e) {
            throw Failure.content(file, "the safetensors header is not text in UTF-8");
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        }
    }

    private static void fill(FileChannel channel, ByteBuffer target) throws IOException {
        while (target.hasRemaining() && channel.read(target) >= 0) {
            // A channel may deliver less than asked for.
        }
    }

    private static Content content(String file, JsonHeader.Parsed header, MemorySegment values) {
        requireNoGaps(file, header.tensors(), values.byteSize());
        Map<String, NdArray> tensors = new LinkedHashMap<>();
        for (JsonHeader.Tensor tensor : header.tensors()) {
            ElementType type = type(file, tensor);
            long size = Limits.size(file, tensor.shape());
            if (size * type.bytes() != tensor.end() - tensor.begin()) {
                throw Failure.content(
                        file,
                        "the tensor '" + tensor.name() + "' of shape " + Limits.describe(tensor.shape()) + " and type "
                                + tensor.type() + " needs " + size * type.bytes() + " bytes, but its offsets span "
                                + (tensor.end() - tensor.begin()));
            }
            int[] shape = Limits.lengths(file, tensor.shape());
            double[] data = Limits.allocate(file, size);
            type.decode(file, values, tensor.begin(), data.length, data, 0);
            tensors.put(tensor.name(), new NdArray(shape, data));
        }
        return new Content(Collections.unmodifiableMap(tensors), header.metadata());
    }

    /** The format demands that the tensors cover the values exactly once, so that nothing can hide between them. */
    private static void requireNoGaps(String file, List<JsonHeader.Tensor> tensors, long bytes) {
        List<JsonHeader.Tensor> ordered = new ArrayList<>(tensors);
        ordered.sort(Comparator.comparingLong(JsonHeader.Tensor::begin).thenComparingLong(JsonHeader.Tensor::end));
        long covered = 0;
        for (JsonHeader.Tensor tensor : ordered) {
            if (tensor.begin() != covered || tensor.end() < tensor.begin()) {
                throw Failure.content(
                        file,
                        "the tensor '" + tensor.name() + "' has the offsets " + tensor.begin() + " to " + tensor.end()
                                + "; it must begin at " + covered + ", where the one before ends");
            }
            covered = tensor.end();
        }
        if (covered != bytes) {
            throw Failure.content(
                    file, "the header promises " + covered + " bytes of values, but the file holds " + bytes);
        }
    }

    private static ElementType type(String file, JsonHeader.Tensor tensor) {
        return switch (tensor.type()) {
            case "F64" -> little(ElementType.Kind.FLOATING, 8);
            case "F32" -> little(ElementType.Kind.FLOATING, 4);
            case "F16" -> little(ElementType.Kind.FLOATING, 2);
            case "BF16" -> little(ElementType.Kind.BRAIN, 2);
            case "I64" -> little(ElementType.Kind.SIGNED, 8);
            case "I32" -> little(ElementType.Kind.SIGNED, 4);
            case "I16" -> little(ElementType.Kind.SIGNED, 2);
            case "I8" -> little(ElementType.Kind.SIGNED, 1);
            case "U8" -> little(ElementType.Kind.UNSIGNED, 1);
            case "BOOL" -> little(ElementType.Kind.BOOLEAN, 1);
            default ->
                throw Failure.content(
                        file,
                        "the tensor '" + tensor.name() + "' has the type " + tensor.type()
                                + "; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are allowed");
        };
    }

    private static ElementType little(ElementType.Kind kind, int bytes) {
        return new ElementType(kind, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    public static void write(Path file, Map<String, NdArray> tensors) {
        write(file, tensors, Map.of());
    }

    /** As F64, with free text in the header's metadata. */
    public static void write(Path file, Map<String, NdArray> tensors, Map<String, String> metadata) {
        write(file, tensors, metadata, Precision.F64);
    }

    public static void write(
            Path file, Map<String, NdArray> tensors, Map<String, String> metadata, Precision precision) {
        Map<String, NdArray> ordered = new LinkedHashMap<>(tensors);
        byte[] header = header(ordered, metadata, precision);
        AtomicFile.write(file, out -> {
            writeLength(out, header.length);
            out.write(header);
            for (NdArray tensor : ordered.values()) {
                precision.type.encode(tensor.data(), out);
            }
        });
    }

    private static void writeLength(OutputStream out, long length) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
    }

    /** Blanks at the end align the values to 8 bytes, as the format recommends. */
    private static byte[] header(Map<String, NdArray> tensors, Map<String, String> metadata, Precision precision) {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            List<String> texts = new ArrayList<>();
            metadata.forEach((key, value) -> texts.add(JsonHeader.quote(key) + ":" + JsonHeader.quote(value)));
            members.add(JsonHeader.quote(METADATA) + ":{" + String.join(",", texts) + "}");
        }
        long offset = 0;
        for (Map.Entry<String, NdArray> tensor : tensors.entrySet()) {
            if (tensor.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("a tensor must not be called " + METADATA);
            }
            List<String> lengths = new ArrayList<>();
            for (int length : tensor.getValue().shape()) {
                lengths.add(Integer.toString(length));
            }
            long end = offset + (long) tensor.getValue().size() * precision.type.bytes();
            members.add("%s:{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                    .formatted(JsonHeader.quote(tensor.getKey()), precision, String.join(",", lengths), offset, end));
            offset = end;
        }
        byte[] text = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[Math.ceilDiv(text.length, Long.BYTES) * Long.BYTES];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(text, 0, padded, 0, text.length);
        return padded;
    }
}
