package org.ketwork.numerics.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The idx files of the MNIST family: two zero bytes, a type, the number of axes, big-endian lengths, big-endian values. Types are
 * unsigned and signed bytes, shorts, ints, floats, doubles; a file may be gzipped as a whole.
 */
public final class Idx {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int DOUBLE_CODE = 0x0E;
    private static final int BUFFER = 1 << 16;

    private Idx() {}

    public static NdArray read(Path file) {
        try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            raw.mark(2);
            boolean gzipped = (raw.read() << Byte.SIZE | raw.read()) == GZIP_MAGIC;
            raw.reset();
            InputStream in = gzipped ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            return read(file.toString(), in, Files.size(file), gzipped);
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        }
    }

    private static NdArray read(String file, InputStream in, long present, boolean gzipped) throws IOException {
        byte[] start = in.readNBytes(4);
        if (start.length < 4 || start[0] != 0 || start[1] != 0) {
            throw Failure.content(
                    file, "it does not begin as an idx file does, with two zero bytes, a type and a rank");
        }
        ElementType type = type(file, start[2]);
        int axes = Byte.toUnsignedInt(start[3]);
        byte[] lengths = in.readNBytes(axes * Integer.BYTES);
        if (lengths.length < axes * Integer.BYTES) {
            throw Failure.content(file, "the file ends within the idx header");
        }
        long[] shape = new long[axes];
        ByteBuffer buffer = ByteBuffer.wrap(lengths);
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = Integer.toUnsignedLong(buffer.getInt());
        }
        long size = Limits.size(file, shape);
        long bytes = size * type.bytes();
        if (gzipped) {
            Limits.requireInflatable(file, bytes, present);
        } else {
            Limits.requireBytes(file, shape, bytes, present - start.length - lengths.length);
        }
        int[] intShape = Limits.lengths(file, shape);
        double[] data = Limits.allocate(file, size);
        type.decode(file, "the file", in, data);
        if (in.read() >= 0) {
            throw Failure.content(
                    file, "it goes on after the " + size + " values of the shape " + Limits.describe(shape));
        }
        return new NdArray(intShape, data);
    }

    private static ElementType type(String file, byte code) {
        return switch (code) {
            case 0x08 -> big(ElementType.Kind.UNSIGNED, 1);
            case 0x09 -> big(ElementType.Kind.SIGNED, 1);
            case 0x0B -> big(ElementType.Kind.SIGNED, 2);
            case 0x0C -> big(ElementType.Kind.SIGNED, 4);
            case 0x0D -> big(ElementType.Kind.FLOATING, 4);
            case DOUBLE_CODE -> big(ElementType.Kind.FLOATING, 8);
            default ->
                throw Failure.content(
                        file,
                        "the idx type is 0x%02X; 0x08, 0x09, 0x0B, 0x0C, 0x0D and 0x0E are known".formatted(code));
        };
    }

    private static ElementType big(ElementType.Kind kind, int bytes) {
        return new ElementType(kind, bytes, ByteOrder.BIG_ENDIAN);
    }

    /** Writes doubles (type 0x0E). */
    public static void write(Path file, NdArray array) {
        if (array.rank() > 0xff) {
            throw new IllegalArgumentException("an idx file has at most 255 axes, got " + array.rank());
        }
        ByteBuffer header = ByteBuffer.allocate(4 + array.rank() * Integer.BYTES);
        header.putShort((short) 0).put((byte) DOUBLE_CODE).put((byte) array.rank());
        for (int length : array.shape()) {
            header.putInt(length);
        }
        AtomicFile.write(file, out -> {
            out.write(header.array());
            big(ElementType.Kind.FLOATING, 8).encode(array.data(), out);
        });
    }
}
