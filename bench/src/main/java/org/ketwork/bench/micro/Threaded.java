package org.ketwork.bench.micro;

import org.ketwork.numerics.parallel.Workers;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

/** Benchmarks that use one thread a processor. */
public abstract class Threaded extends Microbenchmark {
    protected final Workers workers = Workers.of(Runtime.getRuntime().availableProcessors());

    @TearDown(Level.Trial)
    public void stop() {
        workers.close();
    }
}
