package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.space.StateSpace;

/**
 * A normalised pure state as the list of its amplitudes.
 *
 * @param re real parts in the order of {@link StateSpace#all}; the array itself
 * @param im imaginary parts; empty if all amplitudes are real
 */
public record ExactState(StateSpace space, double[] re, double[] im) {
    /** The state along these amplitudes, divided by their norm. */
    public static ExactState normalised(StateSpace space, double[] re, double[] im) {
        throw new UnsupportedOperationException("" + space + re.length + im.length);
    }

    /** All configurations with the same amplitude; on free spins that is all spins along +x. */
    public static ExactState uniform(StateSpace space) {
        throw new UnsupportedOperationException("" + space);
    }

    /** One configuration, given by its levels. */
    public static ExactState configuration(StateSpace space, byte[] levels) {
        throw new UnsupportedOperationException("" + space + levels.length);
    }

    public boolean isReal() {
        return im.length == 0;
    }

    public int size() {
        return re.length;
    }

    /** ⟨ψ|A|ψ⟩. */
    public double expectation(ConfigurationOperator operator, Workers workers) {
        throw new UnsupportedOperationException("" + operator + workers);
    }

    /** ⟨ψ|A²|ψ⟩ − ⟨ψ|A|ψ⟩². */
    public double variance(ConfigurationOperator operator, Workers workers) {
        throw new UnsupportedOperationException("" + operator + workers);
    }

    /** |⟨ψ|φ⟩|². */
    public double fidelity(ExactState other) {
        throw new UnsupportedOperationException("" + other);
    }

    /**
     * The eigenvalues of the reduced density matrix of the given sites, descending; {@link
     * org.ketwork.quantum.measure.Entropy#shannon} and {@link org.ketwork.quantum.measure.Entropy#renyi(double[], double)} make
     * entanglement entropies of them.
     */
    public double[] entanglementSpectrum(int... sites) {
        throw new UnsupportedOperationException("" + sites.length);
    }
}
