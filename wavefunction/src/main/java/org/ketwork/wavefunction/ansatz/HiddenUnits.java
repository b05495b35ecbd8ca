package org.ketwork.wavefunction.ansatz;

import java.util.Optional;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * Real weights of a restricted Boltzmann machine, log ψ(v) = a·v + Σ_j log 2cosh θ_j with the hidden angles θ_j = b_j + Σ_i W_ji v_i
 * (Carleo and Troyer, Science 355, 602 (2017), equation (2) with the hidden spins summed out). How the weights came from parameters is
 * not known here.
 */
final class HiddenUnits {
    private static final double LN2 = Math.log(2);
    /** Configurations evaluated at once. */
    private static final int BLOCK = 256;

    private final StateSpace space;
    private final int units;
    private final double[] weights;
    private final double[] hiddenBias;
    private final double[] visibleBias;
    private final Optional<OddsTable> table;

    /**
     * @param weights W, row-major (M, N)
     * @param hiddenBias b, of length M
     * @param visibleBias a, of length N; empty for none
     */
    HiddenUnits(StateSpace space, double[] weights, double[] hiddenBias, double[] visibleBias) {
        this.space = space;
        this.units = hiddenBias.length;
        this.weights = weights;
        this.hiddenBias = hiddenBias;
        this.visibleBias = visibleBias;
        double largest = OddsTable.largestAngle(space, weights, hiddenBias);
        this.table = OddsTable.fits(largest)
                ? Optional.of(OddsTable.of(space, weights, new double[0], visibleBias, new double[0], units, largest))
                : Optional.empty();
    }

    /** Walkers by odds; none if the angles are so large that odds overflow. */
    Optional<RealOddsWalkers> walkers(Configurations start) {
        return table.map(odds -> new RealOddsWalkers(this, odds, start));
    }

    double[] weights() {
        return weights;
    }

    double[] hiddenBias() {
        return hiddenBias;
    }

    StateSpace space() {
        return space;
    }

    int units() {
        return units;
    }

    /** Writes log ψ of every row. */
    void logAmplitudes(Configurations at, double[] logPsi) {
        int most = Math.min(BLOCK, at.rows());
        double[] values = new double[most * at.sites()];
        double[] angles = new double[most * units];
        for (int first = 0; first < at.rows(); first += BLOCK) {
            int count = Math.min(BLOCK, at.rows() - first);
            at.values(first, count, values);
            angles(values, count, angles);
            Kernels.best().logCosh(angles, 0, angles, 0, count * units);
            for (int s = 0; s < count; s++) {
                double sum = units * LN2 + Kernels.best().sum(angles, s * units, units);
                if (visibleBias.length > 0) {
                    sum += Kernels.best().dot(visibleBias, 0, values, s * at.sites(), at.sites());
                }
                logPsi[first + s] = sum;
            }
        }
    }

    /** Writes θ of shape (count, M) at values of shape (count, N). */
    private void angles(double[] values, int count, double[] angles) {
        for (int s = 0; s < count; s++) {
            System.arraycopy(hiddenBias, 0, angles, s * units, units);
        }
        int sites = space.sites();
        Blas.gemm(false, true, count, units, sites, 1, values, 0, sites, weights, 0, sites, 1, angles, 0, units);
    }

    /** The values v of all rows, (n, N), and tanh θ, (n, M): what all derivatives are made of. */
    record Signals(int rows, double[] values, double[] tanh) {}

    Signals signals(Configurations at, Workers workers) {
        int sites = at.sites();
        double[] values = new double[at.rows() * sites];
        double[] tanh = new double[at.rows() * units];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, at.rows() - first);
            double[] some = new double[count * sites];
            double[] angles = new double[count * units];
            at.values(first, count, some);
            angles(some, count, angles);
            System.arraycopy(some, 0, values, first * sites, some.length);
            Kernels.best().tanh(angles, 0, tanh, first * units, angles.length);
        });
        return new Signals(at.rows(), values, tanh);
    }
}
