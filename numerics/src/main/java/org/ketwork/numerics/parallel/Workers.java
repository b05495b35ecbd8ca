package org.ketwork.numerics.parallel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads for loops over independent tasks. Tasks are numbered; results come back in the order of the numbers
 * and sums are taken in that order, so one thread and many give the same bits. The calling thread is one of them.
 *
 * <p>If tasks fail, the failure of the lowest number is thrown, whatever the number of threads. A loop that a task starts on the
 * same workers runs within that task's thread.
 */
public final class Workers implements AutoCloseable {
    /** Terms of a sum that are added one after another; part of the result's definition. */
    private static final int BLOCK = 1 << 12;

    private final int threads;
    private final List<Helper> helpers;
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

    private Workers(int threads) {
        this.threads = threads;
        this.helpers = IntStream.range(1, threads)
                .mapToObj(i -> new Helper("ketwork-worker-" + i))
                .toList();
    }

    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be at least 1, got " + threads);
        }
        return new Workers(threads);
    }

    public int threads() {
        return threads;
    }

    /** Runs tasks 0 to count-1 and returns when all are done. */
    public void forEach(int count, IntConsumer task) {
        requireCount(count);
        if (threads == 1 || count < 2 || working.get()) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        if (helpers.getFirst().closed()) {
            throw new IllegalStateException("these workers are closed");
        }
        Loop loop = new Loop(count, task);
        for (Helper helper : helpers.subList(0, Math.min(threads, count) - 1)) {
            loop.enter();
            if (!helper.take(() -> work(loop), loop::leave)) {
                loop.leave();
            }
        }
        work(loop);
        if (!loop.awaitOthers()) {
            throw new IllegalStateException("interrupted while waiting for workers");
        }
        loop.rethrow();
    }

    private static void requireCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of tasks must be at least 0, got " + count);
        }
    }

    private void work(Loop loop) {
        working.set(true);
        try {
            loop.run();
        } finally {
            working.set(false);
        }
    }

    /** The results of tasks 0 to count-1, in that order. */
    public <T> List<T> map(int count, IntFunction<T> task) {
        requireCount(count);
        List<@Nullable T> slots = new ArrayList<>(Collections.nCopies(count, null));
        forEach(count, i -> slots.set(i, task.apply(i)));
        List<T> results = new ArrayList<>(count);
        for (T slot : slots) {
            results.add(slot);
        }
        return results;
    }

    /** Task results 0 to count-1, as numbers. */
    public double[] mapToDouble(int count, IntToDoubleFunction task) {
        requireCount(count);
        double[] results = new double[count];
        forEach(count, i -> results[i] = task.applyAsDouble(i));
        return results;
    }

    /** The sum of terms 0 to count-1: blocks of 4096 terms, each added up in order, and then the blocks in order. */
    public double sum(int count, IntToDoubleFunction term) {
        requireCount(count);
        double[] blocks = mapToDouble(Math.ceilDiv(count, BLOCK), block -> {
            int end = Math.min(count - block * BLOCK, BLOCK);
            double sum = 0;
            for (int i = 0; i < end; i++) {
                sum += term.applyAsDouble(block * BLOCK + i);
            }
            return sum;
        });
        double sum = 0;
        for (double block : blocks) {
            sum += block;
        }
        return sum;
    }

    @Override
    public void close() {
        helpers.forEach(Helper::close);
    }

    /**
     * One loop that several threads run together. Numbers are handed out in ascending order and a number once handed out is
     * worked off, so that below the lowest failed number no task is missing.
     */
    private static final class Loop {
        private final int count;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final Thread caller = Thread.currentThread();
        /** Helpers that were handed this loop and have not left it. */
        private final AtomicInteger others = new AtomicInteger();

        private int failed = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Loop(int count, IntConsumer task) {
            this.count = count;
            this.task = task;
        }

        void run() {
            for (int i = next.getAndIncrement(); i < count && i >= 0; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error e) {
                    record(i, e);
                    stop();
                }
            }
        }

        void enter() {
            others.incrementAndGet();
        }

        void leave() {
            if (others.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }

        /** Waits until the helpers have left; false, and no further task is begun, if the caller is interrupted. */
        boolean awaitOthers() {
            long patience = System.nanoTime() + Helper.PATIENCE;
            while (others.get() > 0) {
                if (Thread.currentThread().isInterrupted()) {
                    stop();
                    return false;
                }
                if (System.nanoTime() - patience < 0) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            return true;
        }

        void stop() {
            next.set(count);
        }

        private synchronized void record(int number, Throwable thrown) {
            if (number < failed) {
                failed = number;
                failure = thrown;
            }
        }

        synchronized void rethrow() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
