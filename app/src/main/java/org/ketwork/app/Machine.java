package org.ketwork.app;

import org.ketwork.lab.run.Provenance;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.quantum.Conventions;

/** What this process computes with. */
final class Machine {
    private Machine() {}

    static Provenance provenance(long seed, int threads) {
        return Provenance.here(seed, threads, Blas.describe(), Kernels.best().describe(), Conventions.sentences());
    }
}
