package org.ketwork.numerics.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A function of the Vector API on its way to machine code. Before the optimising compiler has it, it allocates an object for each
 * operation and takes about a microsecond for each number; a run that is over by then must not pay for it. So once enough numbers have
 * passed, a background thread calls it until it is faster than the plain loop; only then does it take over.
 */
final class Warming {
    /** A loop over whole vectors that returns how many numbers it did. */
    @FunctionalInterface
    interface Loop {
        int apply(double[] x, int xOffset, double[] y, int yOffset, int length);
    }

    /** The same by plain loops. */
    @FunctionalInterface
    interface Plain {
        void apply(double[] x, int xOffset, double[] y, int yOffset, int length);
    }

    /** Shorter stretches are as fast in the plain loop. */
    private static final int SHORT = 32;
    /** Plain loops for as long as this are worth it: compiling takes about as long, from a processor that others could use. */
    private static final double WORTH_IT_NANOS = 250e6;
    /** What a plain loop over elementary functions takes for a number. */
    private static final double ELEMENTARY_NANOS = 5;

    private static final int PROBE = 1024;
    /** One measurement may be disturbed; so many in a row are believed. */
    private static final int BELIEVED = 3;

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /**
     * The same work done in both ways.
     *
     * @param vectors by the Vector API
     * @param plain by plain loops
     */
    record Race(Runnable vectors, Runnable plain) {}

    private final String name;
    private final int worthIt;
    private final Supplier<Race> race;
    private final AtomicBoolean started = new AtomicBoolean();
    /** Counted without synchronisation: a lost count delays the start, and nothing else. */
    private int seen;

    private volatile boolean ready;

    Warming(String name, Loop loop, Plain plain) {
        this(name, ELEMENTARY_NANOS, () -> {
            double[] x = new double[PROBE];
            for (int i = 0; i < PROBE; i++) {
                x[i] = 0.5 + 3.0 * i / PROBE;
            }
            double[] y = new double[PROBE];
            return new Race(() -> loop.apply(x, 0, y, 0, PROBE), () -> plain.apply(x, 0, y, 0, PROBE));
        });
    }

    /**
     * For work of another shape.
     *
     * @param nanoseconds that the plain loop takes for a number, about
     */
    Warming(String name, double nanoseconds, Supplier<Race> race) {
        this.name = name;
        this.worthIt = (int) (WORTH_IT_NANOS / nanoseconds);
        this.race = race;
    }

    /** Whether the loop should do a stretch of this length; the answer never changes a result, only its speed. */
    boolean isReady(int length) {
        if (ready) {
            return length >= SHORT;
        }
        seen += Math.min(length, worthIt);
        if (seen >= worthIt && started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("ketwork-compiling-" + name).start(this::warm);
        }
        return false;
    }

    /** Whether work of any length should be done by vectors. */
    boolean ready() {
        return ready;
    }

    /** Works in both ways until the one over vectors is faster, for half a minute at the most. */
    void warm() {
        Race pair = race.get();
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (int faster = 0; faster < BELIEVED && System.nanoTime() < end; ) {
            long start = System.nanoTime();
            pair.vectors().run();
            long between = System.nanoTime();
            pair.plain().run();
            faster = between - start < System.nanoTime() - between ? faster + 1 : 0;
            ready |= faster == BELIEVED;
        }
    }
}
