package org.ketwork.neural.optimiser;

/** The learning rate as a function of the number of steps made. */
public sealed interface LearningRate {
    /** The rate of step {@code step}, counted from 0. */
    double at(long step);

    static LearningRate constant(double rate) {
        return new Constant(rate);
    }

    record Constant(double rate) implements LearningRate {
        public Constant {
            requirePositive("learning rate", rate);
        }

        @Override
        public double at(long step) {
            return rate;
        }
    }

    /** Multiplied by a factor after every so many steps. */
    record Staircase(double rate, double factor, long every) implements LearningRate {
        public Staircase {
            requirePositive("learning rate", rate);
            requirePositive("factor", factor);
            requirePositive("number of steps", every);
        }

        @Override
        public double at(long step) {
            return rate * Math.pow(factor, Math.floorDiv(step, every));
        }
    }

    /** Half a cosine from the rate down to the floor, which it keeps (Loshchilov and Hutter, ICLR 2017, equation 5). */
    record Cosine(double rate, double floor, long steps) implements LearningRate {
        public Cosine {
            requirePositive("learning rate", rate);
            requirePositive("number of steps", steps);
            if (!(floor >= 0 && floor <= rate)) {
                throw new IllegalArgumentException("the floor must be in [0, " + rate + "], got " + floor);
            }
        }

        @Override
        public double at(long step) {
            double progress = Math.min(1, (double) step / steps);
            return floor + 0.5 * (rate - floor) * (1 + Math.cos(Math.PI * progress));
        }
    }

    /** rate/(1 + decay step). */
    record InverseTime(double rate, double decay) implements LearningRate {
        public InverseTime {
            requirePositive("learning rate", rate);
            requirePositive("decay", decay);
        }

        @Override
        public double at(long step) {
            return rate / (1 + decay * step);
        }
    }

    /** Rises linearly over the first steps, whose last one has the full rate, then follows another schedule from its start. */
    record WarmUp(long steps, LearningRate after) implements LearningRate {
        public WarmUp {
            requirePositive("number of steps", steps);
        }

        @Override
        public double at(long step) {
            return step < steps ? after.at(0) * (step + 1) / steps : after.at(step - steps);
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be positive and finite, got " + value);
        }
    }
}
