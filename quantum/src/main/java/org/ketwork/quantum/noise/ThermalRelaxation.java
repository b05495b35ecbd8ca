package org.ketwork.quantum.noise;

/**
 * A qubit left alone for some time: populations relax with T1 towards {@code excitation}, coherences decay with T2. Times have
 * one unit, the caller's.
 *
 * @param t1 relaxation time of the populations, positive
 * @param t2 decay time of the coherences, positive and at most 2·t1
 * @param time how long, at least 0
 * @param excitation population of |1⟩ in equilibrium, in [0, 1]
 */
public record ThermalRelaxation(double t1, double t2, double time, double excitation) implements Noise {
    public ThermalRelaxation {
        Parameters.requirePositive("T1", t1);
        Parameters.requirePositive("T2", t2);
        if (!(t2 <= 2 * t1)) {
            throw new IllegalArgumentException("T2 must be at most 2 T1 = " + 2 * t1 + ", got " + t2);
        }
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the time must be finite and not negative, got " + time);
        }
        Parameters.requireProbability("excitation of the bath", excitation);
    }

    /** Relaxation to |0⟩. */
    public ThermalRelaxation(double t1, double t2, double time) {
        this(t1, t2, time, 0);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}
