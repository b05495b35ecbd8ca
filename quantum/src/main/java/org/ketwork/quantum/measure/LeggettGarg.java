package org.ketwork.quantum.measure;

/**
 * Correlations of one system with itself in time: K = C₂₁ + C₃₂ − C₃₁ is at most 1 when the system has a value at all times and
 * reading it does not disturb it; a qubit reaches 3/2 (Emary, Lambert, Nori, Rep. Prog. Phys. 77, 016001, 2014).
 */
public final class LeggettGarg {
    /** The largest K of a system with definite values. */
    public static final double CLASSICAL_BOUND = 1;

    private LeggettGarg() {}

    /**
     * K of a qubit that turns by the given angle between readings, with its coherence multiplied by {@code visibility} in each
     * interval.
     */
    public static double precession(double angle, double visibility) {
        return 2 * visibility * Math.cos(angle) - visibility * visibility * Math.cos(2 * angle);
    }

    /** The largest K over all angles: ½ + V² for V ≥ ½, else 2V − V². It exceeds 1 iff V > 1/√2. */
    public static double maximum(double visibility) {
        if (!(visibility >= 0 && visibility <= 1)) {
            throw new IllegalArgumentException("the visibility must be in [0, 1], got " + visibility);
        }
        return visibility >= 0.5 ? 0.5 + visibility * visibility : 2 * visibility - visibility * visibility;
    }

    /** The largest sum of n − 1 neighbouring correlations minus the closing one, n cos(π/n) for a qubit. */
    public static double maximumOfChain(int n) {
        if (n < 3) {
            throw new IllegalArgumentException("a Leggett-Garg chain needs at least 3 times, got " + n);
        }
        return n * Math.cos(Math.PI / n);
    }
}
