package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How files store one number.
 *
 * @param kind meaning of the bits
 * @param bytes per number: 1, 2, 4 or 8
 * @param order of the bytes
 */
record ElementType(Kind kind, int bytes, ByteOrder order) {
    enum Kind {
        BOOLEAN,
        SIGNED,
        UNSIGNED,
        FLOATING,
        /** The upper half of a 32-bit floating number. */
        BRAIN
    }

    static final ElementType DOUBLE = new ElementType(Kind.FLOATING, 8, ByteOrder.LITTLE_ENDIAN);
    static final ElementType FLOAT = new ElementType(Kind.FLOATING, 4, ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK = 1 << 16;
    /** Numbers that are widened at a time, small enough to stay in the nearest cache. */
    private static final int PIECE = 1 << 10;

    private static final long EXACT = 1L << 53;

    /** Decodes {@code count} numbers that begin at a byte of the segment; strides and offsets of the target are in numbers. */
    void decode(String file, MemorySegment bytesOf, long start, int count, double[] target, int targetOffset) {
        if (kind == Kind.FLOATING && bytes == 8) {
            MemorySegment.copy(
                    bytesOf, ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), start, target, targetOffset, count);
            return;
        }
        if (kind == Kind.FLOATING && bytes == 4) {
            widen(bytesOf, start, count, target, targetOffset);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[targetOffset + i] = decode(file, bytesOf, start + (long) i * bytes);
        }
    }

    /** Single precision by way of arrays, over which the compiler vectorises the loop. */
    private void widen(MemorySegment bytesOf, long start, int count, double[] target, int targetOffset) {
        float[] piece = new float[Math.min(count, PIECE)];
        for (int done = 0; done < count; done += piece.length) {
            int length = Math.min(piece.length, count - done);
            MemorySegment.copy(
                    bytesOf,
                    ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order),
                    start + (long) done * bytes,
                    piece,
                    0,
                    length);
            for (int i = 0; i < length; i++) {
                target[targetOffset + done + i] = piece[i];
            }
        }
    }

    /** Decodes the number that begins at a byte of the segment. */
    double decode(String file, MemorySegment bytesOf, long at) {
        return switch (kind) {
            case FLOATING ->
                switch (bytes) {
                    case 8 -> bytesOf.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
                    case 4 -> bytesOf.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
                    default -> Float.float16ToFloat(bytesOf.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
                };
            case BRAIN ->
                Float.intBitsToFloat(bytesOf.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) << Short.SIZE);
            case SIGNED -> exact(file, integer(bytesOf, at), false);
            case UNSIGNED -> exact(file, integer(bytesOf, at) & (-1L >>> (Long.SIZE - Byte.SIZE * bytes)), true);
            case BOOLEAN -> truth(file, bytesOf.get(ValueLayout.JAVA_BYTE, at));
        };
    }

    private long integer(MemorySegment bytesOf, long at) {
        return switch (bytes) {
            case 1 -> bytesOf.get(ValueLayout.JAVA_BYTE, at);
            case 2 -> bytesOf.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
            case 4 -> bytesOf.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
            default -> bytesOf.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
        };
    }

    private static double exact(String file, long value, boolean unsigned) {
        if (value > EXACT || value < (unsigned ? 0 : -EXACT)) {
            throw Failure.content(
                    file,
                    "the integer " + (unsigned ? Long.toUnsignedString(value) : Long.toString(value))
                            + " is beyond 2^53, the range in which every integer is a double");
        }
        return value;
    }

    private static double truth(String file, byte value) {
        if (value != 0 && value != 1) {
            throw Failure.content(file, "a boolean has the byte " + value + "; only 0 and 1 are allowed");
        }
        return value;
    }

    /** Decodes a stream to the array's end; a stream that ends before is a truncated file. */
    void decode(String file, String what, InputStream in, double[] target) throws IOException {
        byte[] chunk = new byte[CHUNK];
        MemorySegment segment = MemorySegment.ofArray(chunk);
        for (int done = 0; done < target.length; ) {
            int count = Math.min(target.length - done, CHUNK / bytes);
            int found = in.readNBytes(chunk, 0, count * bytes);
            if (found < count * bytes) {
                throw Failure.content(
                        file, what + " ends after " + (done + found / bytes) + " of " + target.length + " values");
            }
            decode(file, segment, 0, count, target, done);
            done += count;
        }
    }

    /** Writes floating numbers of 4 or 8 bytes. */
    void encode(double[] values, OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(order);
        for (double value : values) {
            if (chunk.remaining() < bytes) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            if (bytes == 8) {
                chunk.putDouble(value);
            } else {
                chunk.putFloat((float) value);
            }
        }
        out.write(chunk.array(), 0, chunk.position());
    }
}
