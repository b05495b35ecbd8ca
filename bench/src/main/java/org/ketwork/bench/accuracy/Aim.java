package org.ketwork.bench.accuracy;

import java.util.List;
import org.ketwork.app.solve.SolveResult;
import org.ketwork.lab.report.NumberText;

/** What an energy is held against. */
sealed interface Aim {
    /** How far the result is from what is aimed at: the number that must be at most {@link #limit}. */
    double distance(SolveResult result);

    double limit();

    String describe();

    /** (E − E₀) / |E₀|, E₀ being known to the program. */
    record RelativeError(double limit) implements Aim {
        @Override
        public double distance(SolveResult result) {
            return result.relativeError();
        }

        @Override
        public String describe() {
            return "relative error " + number(limit);
        }
    }

    /**
     * An energy for each site in units of the exchange of S·S, where no exact one is known.
     *
     * @param limit negative
     */
    record SiteEnergy(int sites, double limit) implements Aim {
        /** σ·σ = 4 S·S. */
        private static final double PAULI = 4;

        @Override
        public double distance(SolveResult result) {
            return result.energy().mean() / (PAULI * sites);
        }

        @Override
        public String describe() {
            return "energy a site " + number(limit) + " (S·S)";
        }
    }

    /** |Δ − Δ₀| / Δ₀ of the gap between ground state and first excited state. */
    record Gap(double exact, double limit) implements Aim {
        @Override
        public double distance(SolveResult result) {
            List<SolveResult.Level> levels = result.levels();
            double gap = levels.size() < 2
                    ? Double.NaN
                    : levels.get(1).energy() - levels.getFirst().energy();
            return Math.abs(gap - exact) / exact;
        }

        @Override
        public String describe() {
            return "gap " + number(exact) + " within " + number(limit);
        }
    }

    private static String number(double value) {
        return NumberText.of(value, 4);
    }
}
