package org.ketwork.bridge.regression;

/** The log-partition functions A of generalised linear models: the loss of target y at linear predictor z is A(z) − yz. */
public enum ExponentialFamily {
    /** Squared loss: A(z) = z²/2. */
    GAUSSIAN {
        @Override
        public double logPartition(double z) {
            return z * z / 2;
        }

        @Override
        public double curvature(double z) {
            return 1;
        }
    },
    /** Logistic regression: A(z) = ln(1 + eᶻ). */
    BERNOULLI {
        @Override
        public double logPartition(double z) {
            return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        public double curvature(double z) {
            double e = Math.exp(-Math.abs(z));
            return e / ((1 + e) * (1 + e));
        }
    },
    /** Poisson regression: A(z) = eᶻ. */
    POISSON {
        @Override
        public double logPartition(double z) {
            return Math.exp(z);
        }

        @Override
        public double curvature(double z) {
            return Math.exp(z);
        }
    };

    /** A(z). */
    public abstract double logPartition(double z);

    /** A''(z), the variance of the target at z. */
    public abstract double curvature(double z);
}
