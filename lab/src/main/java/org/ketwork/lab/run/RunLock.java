package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The right to write a run folder. The system takes it back when the process ends, however it ends. */
final class RunLock implements AutoCloseable {
    static final String FILE = ".lock";
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_NANOS = 50_000_000;

    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, or nothing if another command holds it. */
    static Optional<RunLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new RunLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    /** The lock, asked for a few times, since a command that lists runs holds each for an instant. */
    static Optional<RunLock> takePatiently(Path folder) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RunLock> lock = take(folder);
            if (lock.isPresent()) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return take(folder);
    }

    /** Whether a command is writing the folder now. */
    static boolean isHeld(Path folder) {
        if (!Files.isWritable(folder.resolve(FILE))) {
            return false;
        }
        try {
            Optional<RunLock> lock = take(folder);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
