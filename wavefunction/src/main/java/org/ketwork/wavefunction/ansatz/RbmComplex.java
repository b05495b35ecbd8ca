package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;

/**
 * The restricted Boltzmann machine with complex weights, log ψ(v) = a·v + Σ_j log 2cosh(b_j + Σ_i W_ji v_i) (Carleo and Troyer, Science
 * 355, 602 (2017)), holomorphic in a, b, W. Parameters: first all real parts, then all imaginary parts, each in the order of {@link
 * Rbm}.
 *
 * @param hidden M, the number of hidden units
 * @param visibleBias whether there is a field a on the sites
 */
public record RbmComplex(StateSpace space, int hidden, boolean visibleBias) implements Ansatz {
    public RbmComplex {
        Rbm.requireHidden(hidden);
    }

    /** α N hidden units, without a visible bias. */
    public static RbmComplex ofDensity(StateSpace space, int alpha) {
        return new RbmComplex(space, Math.multiplyExact(alpha, space.sites()), false);
    }

    @Override
    public int parameterCount() {
        return Math.multiplyExact(2, real().parameterCount());
    }

    private Rbm real() {
        return new Rbm(space, hidden, visibleBias);
    }

    @Override
    public Codomain codomain() {
        return Codomain.HOLOMORPHIC;
    }

    /** Both parts as those of {@link Rbm}. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        double[] part = new double[theta.length / 2];
        for (int half = 0; half < 2; half++) {
            real().initialise(part, address.at(half));
            System.arraycopy(part, 0, theta, half * part.length, part.length);
        }
    }

    @Override
    public Wavefunction at(double[] theta) {
        int visible = visibleBias ? space.sites() : 0;
        ComplexHiddenUnits units = new ComplexHiddenUnits(
                space,
                part(theta, visible + hidden, hidden * space.sites()),
                part(theta, visible, hidden),
                part(theta, 0, visible));
        return new ComplexRbm(
                units,
                (at, workers) ->
                        new ComplexRbmDerivatives(units.signals(at, workers), space.sites(), hidden, visibleBias));
    }

    private static OddsTable.Split part(double[] theta, int from, int length) {
        int half = theta.length / 2;
        return new OddsTable.Split(
                Arrays.copyOfRange(theta, from, from + length),
                Arrays.copyOfRange(theta, half + from, half + from + length));
    }
}
