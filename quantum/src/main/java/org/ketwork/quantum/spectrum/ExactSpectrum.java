package org.ketwork.quantum.spectrum;

import java.util.List;

/** The lowest levels of an operator, ascending, with their states. */
public final class ExactSpectrum {
    private final Basis basis;
    private final double[] energies;
    private final double[] residuals;
    private final List<Vector> vectors;
    private final int products;
    private final double tolerance;

    ExactSpectrum(
            Basis basis, double[] energies, double[] residuals, List<Vector> vectors, int products, double tolerance) {
        this.basis = basis;
        this.energies = energies;
        this.residuals = residuals;
        this.vectors = vectors;
        this.products = products;
        this.tolerance = tolerance;
    }

    /** How many levels were computed. */
    public int levels() {
        return energies.length;
    }

    public double groundEnergy() {
        return energy(0);
    }

    public double energy(int level) {
        return energies[level];
    }

    /** All computed energies, ascending; degenerate ones as often as they occur. */
    public double[] energies() {
        return energies.clone();
    }

    /** ‖Aψ − Eψ‖ of a level, computed anew from its vector: an eigenvalue lies no further from its energy. */
    public double residual(int level) {
        return residuals[level];
    }

    /** Whether all residuals are as small as was asked; if not, Lanczos gave up, usually before levels too close to tell apart. */
    public boolean converged() {
        for (int level = 0; level < energies.length; level++) {
            // The residual was first found from the projected matrix; computed anew it differs by rounding.
            if (residuals[level] > 10 * tolerance * Math.max(1, Math.abs(energies[level]))) {
                return false;
            }
        }
        return true;
    }

    /** The state of a level over all configurations, also where the computation was restricted to a symmetry. */
    public ExactState state(int level) {
        return basis.expand(vectors.get(level).re(), vectors.get(level).im());
    }

    /** The number of states that the computation ran over: configurations, or orbits of them. */
    public int dimension() {
        return basis.size();
    }

    /** Products of the operator with a vector that it took; 0 if the whole matrix was decomposed. */
    public int products() {
        return products;
    }
}
