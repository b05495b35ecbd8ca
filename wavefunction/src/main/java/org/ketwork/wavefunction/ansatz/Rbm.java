package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;

/**
 * The restricted Boltzmann machine with real weights, a positive wavefunction: log ψ(v) = a·v + Σ_j log 2cosh(b_j + Σ_i W_ji v_i)
 * (Carleo and Troyer, Science 355, 602 (2017)). Parameters in order: a (N, if there is a visible bias), b (M), W (M, N) row-major.
 *
 * @param hidden M, the number of hidden units
 * @param visibleBias whether there is a field a on the sites; it breaks the symmetry under the flip of all spins
 */
public record Rbm(StateSpace space, int hidden, boolean visibleBias) implements Ansatz {
    /** Standard deviation of fresh weights: far from the saddle at zero, and no hidden unit saturates. */
    static final double SPREAD = 0.05;

    public Rbm {
        requireHidden(hidden);
    }

    static void requireHidden(int hidden) {
        if (hidden < 1) {
            throw new InvalidInputException(
                    "a restricted Boltzmann machine needs at least 1 hidden unit, got " + hidden);
        }
    }

    /** α N hidden units, without a visible bias. */
    public static Rbm ofDensity(StateSpace space, int alpha) {
        return new Rbm(space, Math.multiplyExact(alpha, space.sites()), false);
    }

    @Override
    public int parameterCount() {
        return (visibleBias ? space.sites() : 0) + hidden + hidden * space.sites();
    }

    @Override
    public Codomain codomain() {
        return Codomain.REAL;
    }

    /** Normal with standard deviation 0.05 for W and 0.01 for the biases. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        int biases = theta.length - hidden * space.sites();
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= k < biases ? 0.2 * SPREAD : SPREAD;
        }
    }

    @Override
    public Wavefunction at(double[] theta) {
        return member(theta);
    }

    RealRbm member(double[] theta) {
        int visible = visibleBias ? space.sites() : 0;
        HiddenUnits units = new HiddenUnits(
                space,
                Arrays.copyOfRange(theta, visible + hidden, parameterCount()),
                Arrays.copyOfRange(theta, visible, visible + hidden),
                Arrays.copyOf(theta, visible));
        return new RealRbm(
                units,
                (at, workers) -> new RbmDerivatives(units.signals(at, workers), space.sites(), hidden, visibleBias));
    }
}
