package org.ketwork.numerics.file;

/** What a header may promise: checked before a single value is stored. */
final class Limits {
    /** Deflate turns one byte into at most 1032 (RFC 1951: 258 bytes by 2 bits), so that a greater promise cannot be kept. */
    private static final long MOST_INFLATION = 1032;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final double GIB = 1 << 30;

    private Limits() {}

    /** The number of values of a shape, none of whose lengths is negative. */
    static long size(String file, long[] shape) {
        long size = 1;
        for (long length : shape) {
            if (length < 0) {
                throw Failure.content(file, "the shape " + describe(shape) + " has a negative length");
            }
            if (length == 0) {
                return 0;
            }
            if (size > Long.MAX_VALUE / Double.BYTES / length) {
                throw Failure.content(
                        file, "the shape " + describe(shape) + " promises more values than any memory holds");
            }
            size *= length;
        }
        return size;
    }

    /** Refuses a promise that does not match the bytes that are there. */
    static void requireBytes(String file, long[] shape, long promised, long present) {
        if (promised != present) {
            throw Failure.content(
                    file,
                    "the header promises the shape " + describe(shape) + ", which needs " + promised
                            + " bytes, but the file holds " + present);
        }
    }

    /** Refuses a promise that no compressed content of this size can keep. */
    static void requireInflatable(String file, long promised, long compressed) {
        if (promised / MOST_INFLATION > compressed + 1) {
            throw Failure.content(
                    file,
                    "the header promises " + promised + " bytes, more than " + compressed
                            + " compressed bytes can ever hold");
        }
    }

    static int[] lengths(String file, long[] shape) {
        int[] lengths = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] > LARGEST_ARRAY) {
                throw Failure.content(
                        file,
                        "the shape " + describe(shape) + " has a length above " + LARGEST_ARRAY
                                + ", the most an axis may have");
            }
            lengths[axis] = (int) shape[axis];
        }
        return lengths;
    }

    /** Room for that many doubles, or a sentence. */
    static double[] allocate(String file, long size) {
        long memory = Runtime.getRuntime().maxMemory();
        if (size > LARGEST_ARRAY || size * Double.BYTES > memory) {
            throw tooLarge(file, size, memory);
        }
        try {
            return new double[(int) size];
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, size, memory);
        }
    }

    private static RuntimeException tooLarge(String file, long size, long memory) {
        return Failure.content(
                file,
                "%d values need %.1f GiB as doubles, and the program may use %.1f GiB in all"
                        .formatted(size, size * (double) Double.BYTES / GIB, memory / GIB));
    }

    /** A shape as people, and NumPy, write it: (1000, 64) or (3,). */
    static String describe(long[] shape) {
        StringBuilder text = new StringBuilder("(");
        for (int axis = 0; axis < shape.length; axis++) {
            text.append(axis == 0 ? "" : ", ").append(shape[axis]);
        }
        return text.append(shape.length == 1 ? ",)" : ")").toString();
    }
}
