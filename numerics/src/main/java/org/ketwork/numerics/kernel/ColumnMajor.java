package org.ketwork.numerics.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Copies between row-major (and split) arrays of the heap and column-major (and interleaved) memory outside it. */
final class ColumnMajor {
    private ColumnMajor() {}

    static MemorySegment allocate(Arena arena, long doubles) {
        return arena.allocate(JAVA_DOUBLE, Math.max(1, doubles));
    }

    static MemorySegment of(Arena arena, int rows, int columns, double[] a) {
        MemorySegment result = allocate(arena, a.length);
        for (int j = 0; j < columns; j++) {
            long target = (long) j * rows;
            for (int i = 0; i < rows; i++) {
                result.setAtIndex(JAVA_DOUBLE, target + i, a[i * columns + j]);
            }
        }
        return result;
    }

    static MemorySegment of(Arena arena, int rows, int columns, double[] re, double[] im) {
        MemorySegment result = allocate(arena, 2L * re.length);
        for (int j = 0; j < columns; j++) {
            long target = 2L * j * rows;
            for (int i = 0; i < rows; i++) {
                result.setAtIndex(JAVA_DOUBLE, target + 2L * i, re[i * columns + j]);
                result.setAtIndex(JAVA_DOUBLE, target + 2L * i + 1, im[i * columns + j]);
            }
        }
        return result;
    }

    /** Reads a matrix of the given shape whose columns are {@code stride} numbers apart. */
    static void read(MemorySegment segment, int stride, int rows, int columns, double[] a) {
        for (int j = 0; j < columns; j++) {
            long source = (long) j * stride;
            for (int i = 0; i < rows; i++) {
                a[i * columns + j] = segment.getAtIndex(JAVA_DOUBLE, source + i);
            }
        }
    }

    /** Reads a complex matrix of the given shape whose columns are {@code stride} complex numbers apart. */
    static void read(MemorySegment segment, int stride, int rows, int columns, double[] re, double[] im) {
        for (int j = 0; j < columns; j++) {
            long source = 2L * j * stride;
            for (int i = 0; i < rows; i++) {
                re[i * columns + j] = segment.getAtIndex(JAVA_DOUBLE, source + 2L * i);
                im[i * columns + j] = segment.getAtIndex(JAVA_DOUBLE, source + 2L * i + 1);
            }
        }
    }

    static void read(MemorySegment segment, double[] vector) {
        MemorySegment.copy(segment, JAVA_DOUBLE, 0, vector, 0, vector.length);
    }
}
