package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * Sites without correlations: log ψ(v) = Σ_i a_i v_i. On spins a product state, cos(ϑ/2)|↑⟩ + e^{iφ} sin(ϑ/2)|↓⟩ on each site with 2a = log
 * cot(ϑ/2) − iφ. Parameters: a (N); if complex, first the real parts and then the imaginary ones.
 */
public record MeanField(StateSpace space, boolean complex) implements Ansatz {
    @Override
    public int parameterCount() {
        return space.sites() * (complex ? 2 : 1);
    }

    @Override
    public Codomain codomain() {
        return complex ? Codomain.HOLOMORPHIC : Codomain.REAL;
    }

    /** Normal with standard deviation 0.01: next to the uniform superposition. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= 0.01;
        }
    }

    @Override
    public Wavefunction at(double[] theta) {
        int sites = space.sites();
        PairField real = new PairField(sites, Arrays.copyOf(theta, sites), new double[0]);
        Optional<PairField> imaginary = complex
                ? Optional.of(new PairField(sites, Arrays.copyOfRange(theta, sites, 2 * sites), new double[0]))
                : Optional.empty();
        return new PairWavefunction(space, real, imaginary, this::derivatives);
    }

    private LogDerivatives derivatives(Configurations at) {
        double[] values = new double[at.rows() * at.sites()];
        at.values(0, at.rows(), values);
        return new StoredDerivatives(
                codomain(), at.rows(), at.sites(), values, new double[complex ? values.length : 0]);
    }
}
