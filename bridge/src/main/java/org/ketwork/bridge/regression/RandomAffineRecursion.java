package org.ketwork.bridge.regression;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;

/**
 * The chain w ← A w + c with (A, c) drawn afresh in every step from finitely many maps: what gradient descent with random masks or
 * random samples is for a quadratic loss. Its first two moments obey closed affine recursions,
 *
 * <pre>μ ← E[A]μ + E[c],   Σ ← E[A Σ Aᵀ] + E[Aμcᵀ] + E[cμᵀAᵀ] + E[ccᵀ],</pre>
 *
 * so their stationary values are two linear solves, the second of size d² (Clara, Langer, Schmidt-Hieber 2024, section 3).
 */
public final class RandomAffineRecursion {
    /** One map w ← matrix · w + offset, drawn with the given probability. */
    public record Step(double probability, Matrix matrix, double[] offset) {
        public Step {
            matrix.requireSquare();
            if (offset.length != matrix.rows()) {
                throw new IllegalArgumentException(
                        "the offset must have length " + matrix.rows() + ", got " + offset.length);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step that
                    && probability == that.probability
                    && matrix.equals(that.matrix)
                    && Arrays.equals(offset, that.offset);
        }

        @Override
        public int hashCode() {
            return 31 * matrix.hashCode() + Arrays.hashCode(offset);
        }

        @Override
        public String toString() {
            return "with probability " + probability + " " + matrix + " + " + Arrays.toString(offset);
        }
    }

    /**
     * Mean and covariance of the chain after many steps.
     *
     * @param mean E[w]
     * @param covariance E[(w−μ)(w−μ)ᵀ]
     */
    public record Stationary(double[] mean, Matrix covariance) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Stationary that
                    && Arrays.equals(mean, that.mean)
                    && covariance.equals(that.covariance);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(mean) + covariance.hashCode();
        }

        @Override
        public String toString() {
            return "mean " + Arrays.toString(mean) + ", covariance " + covariance;
        }
    }

    private static final int POWER_STEPS = 2000;

    private final List<Step> steps;
    private final double[] cumulative;
    private final int dimension;

    public RandomAffineRecursion(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.dimension = steps.getFirst().offset().length;
        this.cumulative = new double[steps.size()];
        double total = 0;
        for (int k = 0; k < cumulative.length; k++) {
            total += steps.get(k).probability();
            cumulative[k] = total;
        }
        if (!(Math.abs(total - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the probabilities of the steps must sum to 1, got " + total);
        }
    }

    public int dimension() {
        return dimension;
    }

    /**
     * The stationary moments.
     *
     * @throws IllegalArgumentException if the second moment grows without bound: the step size is too large
     */
    public Stationary stationary() {
        double growth = secondMomentGrowth();
        if (!(growth < 1)) {
            throw new IllegalArgumentException("the chain has no stationary covariance: its second moment grows by "
                    + growth + " a step; take a smaller step size");
        }
        int d = dimension;
        Matrix meanMatrix = Matrix.zeros(d, d);
        double[] meanOffset = new double[d];
        for (Step s : steps) {
            meanMatrix = meanMatrix.plus(s.matrix().scale(s.probability()));
            for (int i = 0; i < d; i++) {
                meanOffset[i] += s.probability() * s.offset()[i];
            }
        }
        double[] mean = LinearSystem.solve(Matrix.identity(d).minus(meanMatrix), meanOffset);
        // Around the mean the step is δ ← Aδ + e with e = Aμ + c − μ, and E[e] = 0, so the cross terms vanish.
        Matrix transport = Matrix.identity(d * d);
        double[] source = new double[d * d];
        for (Step s : steps) {
            Matrix a = s.matrix();
            transport = transport.minus(a.kronecker(a).scale(s.probability()));
            double[] kick = a.times(mean);
            for (int i = 0; i < d; i++) {
                kick[i] += s.offset()[i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    source[i * d + j] += s.probability() * kick[i] * kick[j];
                }
            }
        }
        Matrix covariance = Matrix.wrap(d, d, LinearSystem.solve(transport, source));
        return new Stationary(mean, covariance.plus(covariance.transpose()).scale(0.5));
    }

    /**
     * The factor by which the homogeneous second moment grows a step: spectral radius of Σ → E[AΣAᵀ]. The map keeps positive
     * matrices positive, so iteration from the identity converges to it (Perron and Frobenius for cones).
     */
    public double secondMomentGrowth() {
        Matrix sigma = Matrix.identity(dimension).scale(1.0 / dimension);
        double growth = 0;
        for (int k = 0; k < POWER_STEPS; k++) {
            Matrix next = Matrix.zeros(dimension, dimension);
            for (Step s : steps) {
                next = next.plus(
                        s.matrix().times(sigma).timesTranspose(s.matrix()).scale(s.probability()));
            }
            double trace = next.trace();
            boolean settled = Math.abs(trace - growth) <= 1e-15 * trace;
            growth = trace;
            if (settled || trace == 0) {
                break;
            }
            sigma = next.scale(1 / trace);
        }
        return growth;
    }

    /** One random step of the chain. */
    public double[] next(double[] w, RandomStream random) {
        double u = random.nextDouble();
        int k = 0;
        while (k < cumulative.length - 1 && u >= cumulative[k]) {
            k++;
        }
        double[] image = steps.get(k).matrix().times(w);
        for (int i = 0; i < image.length; i++) {
            image[i] += steps.get(k).offset()[i];
        }
        return image;
    }

    /** The chain from w after burnIn unrecorded steps: shape (coordinates, count), one coordinate a row. */
    public double[][] simulate(double[] start, int burnIn, int count, RandomStream random) {
        double[] w = start.clone();
        for (int k = 0; k < burnIn; k++) {
            w = next(w, random);
        }
        double[][] path = new double[dimension][count];
        for (int k = 0; k < count; k++) {
            w = next(w, random);
            for (int i = 0; i < dimension; i++) {
                path[i][k] = w[i];
            }
        }
        return path;
    }
}
