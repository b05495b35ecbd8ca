package org.ketwork.numerics.kernel;

import java.lang.System.Logger.Level;

/** The vector kernels of this process, chosen once: by the Vector API where the incubator module is present, else plain loops. */
public final class Kernels {
    private static final VectorKernels BEST = choose();
    private static final OddsKernels ODDS = chooseOdds();

    private Kernels() {}

    public static VectorKernels best() {
        return BEST;
    }

    /** Those of the odds of hidden units. */
    public static OddsKernels odds() {
        return ODDS;
    }

    private static OddsKernels chooseOdds() {
        try {
            return new SimdOdds(new ScalarOdds("not compiled yet"));
        } catch (LinkageError | UnsupportedOperationException e) {
            return new ScalarOdds(BEST.describe());
        }
    }

    private static VectorKernels choose() {
        ScalarKernels scalar = new ScalarKernels("short stretches");
        try {
            return new SimdKernels(scalar);
        } catch (LinkageError | UnsupportedOperationException e) {
            String reason = e instanceof LinkageError
                    ? "the Vector API is missing; java --add-modules=jdk.incubator.vector brings it"
                    : String.valueOf(e.getMessage());
            System.getLogger(Kernels.class.getName()).log(Level.INFO, "vector kernels are plain loops: {0}", reason);
            return new ScalarKernels(reason);
        }
    }
}
