package org.ketwork.wavefunction.estimate;

/** A reason not to believe an estimate. */
public sealed interface Finding {
    /** The finding in one plain sentence. */
    String sentence();

    /** Local values that are infinite or not numbers. */
    record NotFinite() implements Finding {
        @Override
        public String sentence() {
            return "The energy is not a finite number: amplitudes or their ratios overflow.";
        }
    }

    /** An energy below the lowest eigenvalue, which no state has. */
    record BelowExact(double energy, double standardError, double exact) implements Finding {
        @Override
        public String sentence() {
            return "The energy %.10g lies %.3g standard errors below the exact ground energy %.10g, which no state can: the chains understate their error."
                    .formatted(energy, (exact - energy) / standardError, exact);
        }
    }

    /** Chains that do not agree with each other. */
    record NotMixed(double rHat, double most) implements Finding {
        @Override
        public String sentence() {
            return "The chains do not agree: R-hat is %.4g, more than %.4g.".formatted(rHat, most);
        }
    }

    /** Chains too short for what they remember. */
    record ShortChains(double autocorrelationTime, long draws, double least) implements Finding {
        @Override
        public String sentence() {
            return "The chains are too short: %d draws at an autocorrelation time of %.4g are worth %.4g independent ones, fewer than %.4g."
                    .formatted(draws, autocorrelationTime, draws / autocorrelationTime, least);
        }
    }

    /** Chains that hardly move. */
    record LowAcceptance(double acceptance, double least) implements Finding {
        @Override
        public String sentence() {
            return "Of the proposals %.3g %% were accepted, less than %.3g %%: the chains hardly move."
                    .formatted(100 * acceptance, 100 * least);
        }
    }
}
