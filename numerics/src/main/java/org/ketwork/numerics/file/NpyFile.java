package org.ketwork.numerics.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A memory-mapped npy file, read in blocks, so that it may be larger than memory. Values are numbered in C order whatever the
 * file's own order is; blocks of a file in Fortran order are gathered one by one and come more slowly. Several threads may read.
 */
public final class NpyFile implements AutoCloseable {
    private final String file;
    private final NpyHeader header;
    private final long size;
    private final Arena arena;
    private final MemorySegment values;

    private NpyFile(String file, NpyHeader header, long size, Arena arena, MemorySegment values) {
        this.file = file;
        this.header = header;
        this.size = size;
        this.arena = arena;
        this.values = values;
    }

    /** Opens a file and checks that it holds exactly the values that its header promises. */
    public static NpyFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String name = file.toString();
            NpyHeader header = NpyHeader.read(name, Channels.newInputStream(channel));
            long size = Limits.size(name, header.shape());
            long bytes = size * header.type().bytes();
            Limits.requireBytes(name, header.shape(), bytes, channel.size() - header.bytes());
            return map(name, header, size, channel);
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        }
    }

    private static NpyFile map(String name, NpyHeader header, long size, FileChannel channel) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            long bytes = size * header.type().bytes();
            MemorySegment values = channel.map(MapMode.READ_ONLY, header.bytes(), bytes, arena);
            return new NpyFile(name, header, size, arena, values);
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    /** Lengths of the axes. */
    public long[] shape() {
        return header.shape().clone();
    }

    /** Number of values. */
    public long size() {
        return size;
    }

    /** Copies the values offset, ..., offset + length - 1 (in C order) to target[0 .. length-1]. */
    public void read(long offset, int length, double[] target) {
        Objects.checkFromIndexSize(offset, (long) length, size);
        Objects.checkFromIndexSize(0, length, target.length);
        if (header.fortranOrder() && header.shape().length > 1) {
            if (length > 0) {
                FortranOrder order = new FortranOrder(header.shape(), offset);
                for (int i = 0; i < length; i++) {
                    target[i] = header.type()
                            .decode(file, values, order.next() * header.type().bytes());
                }
            }
        } else {
            header.type().decode(file, values, offset * header.type().bytes(), length, target, 0);
        }
    }

    /** The whole file. */
    NdArray readAll() {
        int[] shape = Limits.lengths(file, header.shape());
        double[] data = Limits.allocate(file, size);
        if (data.length > 0) {
            read(0, data.length, data);
        }
        return new NdArray(shape, data);
    }

    @Override
    public void close() {
        arena.close();
    }
}
