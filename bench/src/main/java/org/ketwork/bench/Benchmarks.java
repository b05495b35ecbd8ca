package org.ketwork.bench;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** Runs the benchmarks whose names match the arguments, with JMH's own options; without arguments, all of them. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws IOException {
        Main.main(args);
    }
}
