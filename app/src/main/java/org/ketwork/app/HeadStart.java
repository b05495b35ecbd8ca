package org.ketwork.app;

import java.util.List;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.numerics.kernel.Blas;

/**
 * What every run needs and what takes long to load (OpenBLAS, JSON, texts of numbers), loaded on a thread of its own while the command
 * line is read. Whoever needs it earlier waits for it, or loads it himself.
 */
final class HeadStart {
    private HeadStart() {}

    static void begin() {
        Thread.ofPlatform().daemon().name("ketwork-head-start").start(HeadStart::load);
    }

    /** Uses each once. */
    private static void load() {
        Blas.kernels();
        Json.tree(List.of(NumberText.of(Math.PI, 3)));
    }
}
