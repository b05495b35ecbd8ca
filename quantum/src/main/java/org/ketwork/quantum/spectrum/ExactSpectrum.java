package org.ketwork.quantum.spectrum;

/** The lowest levels of an operator, ascending, with their states. */
public final class ExactSpectrum {
    private ExactSpectrum() {}

    /** How many levels were computed. */
    public int levels() {
        throw new UnsupportedOperationException();
    }

    public double groundEnergy() {
        return energy(0);
    }

    public double energy(int level) {
        throw new UnsupportedOperationException("" + level);
    }

    /** All computed energies, ascending; degenerate ones as often as they occur. */
    public double[] energies() {
        throw new UnsupportedOperationException();
    }

    /** ‖Aψ − Eψ‖ of a level: an eigenvalue lies no further from its energy. */
    public double residual(int level) {
        throw new UnsupportedOperationException("" + level);
    }

    /** The state of a level over all configurations, also where the computation was restricted to a symmetry. */
    public ExactState state(int level) {
        throw new UnsupportedOperationException("" + level);
    }

    /** The number of states that the computation ran over: configurations, or orbits of them. */
    public int dimension() {
        throw new UnsupportedOperationException();
    }

    /** Products of the operator with a vector that it took. */
    public int products() {
        throw new UnsupportedOperationException();
    }
}
