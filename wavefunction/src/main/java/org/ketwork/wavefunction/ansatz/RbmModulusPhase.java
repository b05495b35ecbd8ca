package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * Two machines of real weights, log ψ = f + i g: one gives the logarithm of the modulus, the other the phase (Torlai et al., Nature
 * Physics 14, 447 (2018)). Parameters: those of f in the order of {@link Rbm}, then those of g.
 */
public record RbmModulusPhase(StateSpace space, int modulusUnits, int phaseUnits, boolean visibleBias)
        implements Ansatz {
    public RbmModulusPhase {
        Rbm.requireHidden(modulusUnits);
        Rbm.requireHidden(phaseUnits);
    }

    /** α N hidden units in each machine, without visible biases. */
    public static RbmModulusPhase ofDensity(StateSpace space, int alpha) {
        int hidden = Math.multiplyExact(alpha, space.sites());
        return new RbmModulusPhase(space, hidden, hidden, false);
    }

    private Rbm modulus() {
        return new Rbm(space, modulusUnits, visibleBias);
    }

    private Rbm phase() {
        return new Rbm(space, phaseUnits, visibleBias);
    }

    @Override
    public int parameterCount() {
        return Math.addExact(modulus().parameterCount(), phase().parameterCount());
    }

    @Override
    public Codomain codomain() {
        return Codomain.COMPLEX;
    }

    /** Both machines as fresh machines of real weights. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        double[] f = modulus().initialise(address.at("modulus"));
        double[] g = phase().initialise(address.at("phase"));
        System.arraycopy(f, 0, theta, 0, f.length);
        System.arraycopy(g, 0, theta, f.length, g.length);
    }

    @Override
    public Wavefunction at(double[] theta) {
        int cut = modulus().parameterCount();
        return new State(
                modulus().member(Arrays.copyOf(theta, cut)),
                phase().member(Arrays.copyOfRange(theta, cut, theta.length)));
    }

    private record State(RealRbm modulus, RealRbm phase) implements Wavefunction {
        @Override
        public StateSpace space() {
            return modulus.space();
        }

        @Override
        public Codomain codomain() {
            return Codomain.COMPLEX;
        }

        @Override
        public void logAmplitudes(Configurations at, double[] logModulus, double[] turn) {
            modulus.units().logAmplitudes(at, logModulus);
            phase.units().logAmplitudes(at, turn);
        }

        @Override
        public Walkers walkers(Configurations start) {
            Optional<RealOddsWalkers> f = modulus.units().walkers(start);
            Optional<RealOddsWalkers> g = phase.units().walkers(start);
            return f.isPresent() && g.isPresent()
                    ? new ModulusPhaseWalkers(f.get(), g.get())
                    : new WholeWalkers(this, start);
        }

        @Override
        public LogDerivatives logDerivatives(Configurations at, Workers workers) {
            return new ModulusPhaseDerivatives(modulus.logDerivatives(at, workers), phase.logDerivatives(at, workers));
        }
    }
}
