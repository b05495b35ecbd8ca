package org.ketwork.quantum.measure;

import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.state.DensityMatrix;

/** Entropies, in nats. */
public final class Entropy {
    /** Eigenvalues and probabilities up to this size count as outside the support. */
    public static final double SUPPORT_TOLERANCE = 1e-12;

    /** Orders nearer to 1 than this are computed from their difference to 1. */
    private static final double NEAR_ONE = 0.01;

    private Entropy() {}

    /**
     * H = −Σ p log p of probabilities, which need not sum to 1.
     *
     * @throws IllegalArgumentException if one is NaN or below −{@link #SUPPORT_TOLERANCE}
     */
    public static double shannon(double... probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            if (p > 0) {
                sum -= p * Math.log(p);
            } else {
                requireVanishing(p);
            }
        }
        return sum;
    }

    /** A probability of 0 may come out a little below it; a larger miss, or NaN, must not pass for an entropy. */
    private static void requireVanishing(double p) {
        if (!(p >= -SUPPORT_TOLERANCE)) {
            throw new IllegalArgumentException("a probability must not be negative, got " + p);
        }
    }

    /** The entropy of a coin that shows heads with probability x. */
    public static double binary(double x) {
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], got " + x);
        }
        return shannon(x, 1 - x);
    }

    /** S = −Tr ρ log ρ. */
    public static double vonNeumann(DensityMatrix state) {
        return shannon(state.eigenvalues());
    }

    /** The Rényi entropy of the spectrum. */
    public static double renyi(DensityMatrix state, double alpha) {
        return renyi(state.eigenvalues(), alpha);
    }

    /**
     * (1 − α)⁻¹ log Σ pᵅ of probabilities that sum to 1, with its limits: the logarithm of the number of outcomes with p above {@link
     * #SUPPORT_TOLERANCE} at α = 0, the Shannon entropy at α = 1, −log max p at α = ∞.
     */
    public static double renyi(double[] probabilities, double alpha) {
        if (!(alpha >= 0)) {
            throw new IllegalArgumentException("the order of a Renyi entropy must not be negative, got " + alpha);
        }
        double largest = 0;
        int support = 0;
        for (double p : probabilities) {
            requireVanishing(p);
            largest = Math.max(largest, p);
            support += p > SUPPORT_TOLERANCE ? 1 : 0;
        }
        if (alpha == 0) {
            return Math.log(support);
        }
        if (alpha == 1) {
            return shannon(probabilities);
        }
        if (alpha == Double.POSITIVE_INFINITY) {
            return -Math.log(largest);
        }
        if (Math.abs(alpha - 1) < NEAR_ONE) {
            return renyiNearOne(probabilities, alpha);
        }
        // Powers of p/largest neither overflow nor underflow to nothing at large orders.
        double sum = 0;
        for (double p : probabilities) {
            if (p > 0) {
                sum += Math.pow(p / largest, alpha);
            }
        }
        return (Math.log(sum) + alpha * Math.log(largest)) / (1 - alpha);
    }

    /**
     * With Σ p = 1, Σ pᵅ − 1 = Σ p (p^(α−1) − 1). Both the sum and its logarithm vanish with 1 − α; taken as a difference they would lose
     * the digits that the division by 1 − α asks for.
     */
    private static double renyiNearOne(double[] probabilities, double alpha) {
        double excess = 0;
        for (double p : probabilities) {
            if (p > 0) {
                excess += p * Math.expm1((alpha - 1) * Math.log(p));
            }
        }
        return Math.log1p(excess) / (1 - alpha);
    }

    /** −log of the largest eigenvalue. */
    public static double min(DensityMatrix state) {
        return renyi(state, Double.POSITIVE_INFINITY);
    }

    /**
     * Umegaki's relative entropy D(ρ‖σ) = Tr ρ(log ρ − log σ) ≥ 0; positive infinity if ρ has weight above {@link
     * DensityMatrix#TOLERANCE} where σ has none.
     */
    public static double relative(DensityMatrix rho, DensityMatrix sigma) {
        if (rho.dimension() != sigma.dimension()) {
            throw new IllegalArgumentException(
                    "dimensions differ: " + rho.dimension() + " against " + sigma.dimension());
        }
        HermitianEigen eigen = HermitianEigen.of(sigma.matrix());
        double[] weights = eigen.vectors()
                .adjoint()
                .times(rho.matrix())
                .times(eigen.vectors())
                .re()
                .diagonal();
        double cross = 0;
        for (int k = 0; k < weights.length; k++) {
            if (eigen.values()[k] > SUPPORT_TOLERANCE) {
                cross += weights[k] * Math.log(eigen.values()[k]);
            } else if (weights[k] > DensityMatrix.TOLERANCE) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return -vonNeumann(rho) - cross;
    }

    /** Kullback and Leibler's Σ p log(p/q); positive infinity if q vanishes where p does not. */
    public static double relative(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("lengths differ: " + p.length + " against " + q.length);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            requireVanishing(q[i]);
            if (p[i] > 0) {
                sum += p[i] * Math.log(p[i] / Math.max(0, q[i]));
            } else {
                requireVanishing(p[i]);
            }
        }
        return sum;
    }
}
