package org.ketwork.numerics.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * A fixed number of threads for loops over independent tasks. Tasks are numbered; results come back in the order of the numbers
 * and sums are taken in that order, so one thread and many give the same bits. A task must not start a loop on the same workers.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    private Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().name("ketwork-worker-", 0).daemon(true).factory());
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

    /** The results of tasks 0 to count-1, in that order. */
    public <T> List<T> map(int count, IntFunction<T> task) {
        if (threads == 1 || count < 2) {
            List<T> results = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                results.add(task.apply(i));
            }
            return results;
        }
        List<Future<T>> futures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            futures.add(executor.submit(() -> task.apply(number)));
        }
        List<T> results = new ArrayList<>(count);
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            futures.forEach(f -> f.cancel(true));
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            futures.forEach(f -> f.cancel(true));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for workers", e);
        }
        return results;
    }

    /** Task results 0 to count-1, as numbers. */
    public double[] mapToDouble(int count, IntToDoubleFunction task) {
        return map(count, task::applyAsDouble).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
