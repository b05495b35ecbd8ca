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
    /** Variance over configurations of log ψ at fresh weights, about: far from the saddle at zero, and no amplitude towers above others. */
    private static final double VARIANCE = 0.05;

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
        return Math.toIntExact((visibleBias ? space.sites() : 0) + hidden * (1L + space.sites()));
    }

    @Override
    public Codomain codomain() {
        return Codomain.REAL;
    }

    /**
     * The standard deviation s of fresh weights of M units on N sites. Angles θ have variance N s² then, and log ψ, about Σ_j θ_j²/2, has
     * variance M (N s²)²/2.
     */
    static double spread(int sites, int units) {
        return Math.sqrt(Math.sqrt(2 * VARIANCE / units) / sites);
    }

    /** Normal, with the standard deviation of {@link #spread} for W and a fifth of it for the biases. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        double spread = spread(space.sites(), hidden);
        int biases = theta.length - hidden * space.sites();
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= k < biases ? 0.2 * spread : spread;
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
