package org.ketwork.bridge.encoding;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/**
 * How numbers are read off a ket in a second basis, given by a unitary U. The two readings agree in the basis in which the ket is
 * written, and differ in others: only one of them knows of phases.
 */
public enum Reading {
    /** Amplitudes pass through U and are squared: p = |Uψ|². Paths interfere. */
    BORN {
        @Override
        public double[] probabilities(Ket ket, ComplexMatrix unitary) {
            return ket.apply(unitary).probabilities();
        }
    },
    /** Probabilities pass through the doubly stochastic |U_ij|²: p = |U|²·|ψ|². Paths add. */
    PROBABILITY {
        @Override
        public double[] probabilities(Ket ket, ComplexMatrix unitary) {
            double[] before = ket.probabilities();
            double[] after = new double[unitary.rows()];
            for (int i = 0; i < after.length; i++) {
                for (int j = 0; j < before.length; j++) {
                    double re = unitary.re().get(i, j);
                    double im = unitary.im().get(i, j);
                    after[i] += (re * re + im * im) * before[j];
                }
            }
            return after;
        }
    };

    /** The distribution of the outcome after U. */
    public abstract double[] probabilities(Ket ket, ComplexMatrix unitary);

    /** Born's rule after U for a mixed state: the diagonal of UρU†. */
    public static double[] born(DensityMatrix state, ComplexMatrix unitary) {
        return state.evolve(unitary).probabilities();
    }

    /**
     * How often each unit wins in {@code draws} draws of Born's rule, one unit a draw (stochastic winner takes all); draw i uses
     * number i of the address.
     */
    public static long[] sample(Ket ket, RandomAddress address, long draws) {
        double[] p = ket.probabilities();
        long[] wins = new long[p.length];
        for (long draw = 0; draw < draws; draw++) {
            double u = address.uniform(draw);
            int unit = 0;
            while (unit < p.length - 1 && u >= p[unit]) {
                u -= p[unit];
                unit++;
            }
            wins[unit]++;
        }
        return wins;
    }

    /** Half the sum of |p − q|. */
    public static double totalVariation(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += Math.abs(p[i] - q[i]);
        }
        return sum / 2;
    }

    /**
     * The mean fidelity with the original of the state left behind by one projective read-out in the ket's own basis, Σ p_i². A
     * deterministic forward pass copies its activations and leaves them at fidelity 1.
     */
    public static double fidelityAfterProjectiveReadOut(Ket ket) {
        double sum = 0;
        for (double p : ket.probabilities()) {
            sum += p * p;
        }
        return sum;
    }
}
