package org.ketwork.neural.mask;

/** The keep probability as a function of training time, which is counted in the caller's steps (epochs, as a rule). */
public sealed interface KeepSchedule {
    /** p at time t ≥ 0. */
    double keepProbability(double t);

    /** The same p at all times. */
    record Constant(double keep) implements KeepSchedule {
        public Constant {
            Moments.requireKeepProbability(keep);
        }

        @Override
        public double keepProbability(double t) {
            return keep;
        }
    }

    /** Annealed dropout: p moves linearly from one value to another and stays there (Rennie, Goel and Thomas, SLT 2014). */
    record Annealed(double from, double to, double duration) implements KeepSchedule {
        public Annealed {
            Moments.requireKeepProbability(from);
            Moments.requireKeepProbability(to);
            requirePositive("duration", duration);
        }

        @Override
        public double keepProbability(double t) {
            return from + (to - from) * Math.min(1, requireTime(t) / duration);
        }
    }

    /** Curriculum dropout: p(t) = (1−p̄) e^{−ct} + p̄, from 1 down to p̄ (Morerio et al., ICCV 2017, equation 3). */
    record Curriculum(double limit, double rate) implements KeepSchedule {
        public Curriculum {
            Moments.requireKeepProbability(limit);
            requirePositive("rate", rate);
        }

        @Override
        public double keepProbability(double t) {
            return (1 - limit) * Math.exp(-rate * requireTime(t)) + limit;
        }
    }

    /** One p before the switch and another from it on: early or late dropout (Liu et al., ICML 2023). */
    record TwoPhase(double first, double second, double switchTime) implements KeepSchedule {
        public TwoPhase {
            Moments.requireKeepProbability(first);
            Moments.requireKeepProbability(second);
            requirePositive("switch time", switchTime);
        }

        @Override
        public double keepProbability(double t) {
            return requireTime(t) < switchTime ? first : second;
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " of a keep schedule must be positive and finite, got " + value);
        }
    }

    private static double requireTime(double t) {
        if (!(t >= 0)) {
            throw new IllegalArgumentException("time must not be negative, got " + t);
        }
        return t;
    }
}
