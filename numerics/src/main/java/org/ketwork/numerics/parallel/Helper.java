package org.ketwork.numerics.parallel;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes one piece of work at a time. Waking a sleeping thread takes tens of microseconds, as long as a small loop
 * itself, so the helper looks for new work for a moment before it sleeps.
 */
final class Helper {
    /** How long to look before sleeping, in nanoseconds: about what a wake-up costs. */
    static final long PATIENCE = 50_000;

    private static final Work CLOSED = new Work(() -> {}, () -> {});

    private final AtomicReference<@Nullable Work> work = new AtomicReference<>();
    private final Thread thread;

    /** What to do, and what to tell when the helper is free again. */
    private record Work(Runnable task, Runnable whenFree) {}

    Helper(String name) {
        thread = Thread.ofPlatform().name(name).daemon(true).start(this::serve);
    }

    /** Hands work over, unless the helper is busy with other work or closed. */
    boolean take(Runnable task, Runnable whenFree) {
        if (!work.compareAndSet(null, new Work(task, whenFree))) {
            return false;
        }
        LockSupport.unpark(thread);
        return true;
    }

    /** Ends the thread: at once if it waits, after its work otherwise. */
    void close() {
        work.set(CLOSED);
        LockSupport.unpark(thread);
        thread.interrupt();
    }

    boolean closed() {
        return work.get() == CLOSED;
    }

    private void serve() {
        for (Work next = await(); next != CLOSED; next = await()) {
            next.task.run();
            work.compareAndSet(next, null);
            next.whenFree.run();
        }
    }

    private Work await() {
        long patience = System.nanoTime() + PATIENCE;
        while (true) {
            Work next = work.get();
            if (next != null) {
                return next;
            }
            if (System.nanoTime() - patience < 0) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                // An interrupt that a task left behind would keep the thread from ever sleeping again.
                Thread.interrupted();
            }
        }
    }
}
