package org.ketwork.wavefunction.dynamics;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;

/**
 * Parameters at which a complex restricted Boltzmann machine is the state of all spins along +x, from which quenches begin. Without any
 * weights it is that state too, but there the derivative by every parameter vanishes and nothing can move. Here each hidden unit sees
 * one site i: cosh(w v_i) does not depend on v_i = ±1, whatever w is, while the derivative by the weight to site k is tanh(w) v_i v_k,
 * so that all correlations of pairs can grow at once. The w of different units lie on an arc of the complex plane, for units of equal
 * weights would move alike for ever.
 */
public final class AlongX {
    /** From where log cosh has its series to where tanh saturates. */
    private static final double LEAST = 0.3;

    private static final double MOST = 0.9;

    private AlongX() {}

    /** Of a machine with tied weights: feature f sees site 0 and, by the group, every site that site 0 is moved to. */
    public static double[] of(RbmSymmetric family) {
        if (!family.complex()) {
            throw new InvalidInputException("a machine with real weights cannot follow a quench; take a complex one");
        }
        int sites = family.space().sites();
        double[] theta = new double[family.parameterCount()];
        for (int f = 0; f < family.features(); f++) {
            set(theta, family.features() + f * sites, f, family.features());
        }
        return theta;
    }

    /** Of a machine with free weights: hidden unit j sees site j mod N. */
    public static double[] of(RbmComplex family) {
        int sites = family.space().sites();
        double[] theta = new double[family.parameterCount()];
        int weights = (family.visibleBias() ? sites : 0) + family.hidden();
        int rounds = Math.ceilDiv(family.hidden(), sites);
        for (int j = 0; j < family.hidden(); j++) {
            set(theta, weights + j * sites + j % sites, j / sites, rounds);
        }
        return theta;
    }

    private static void set(double[] theta, int place, int number, int count) {
        double part = (number + 0.5) / count;
        double modulus = LEAST + (MOST - LEAST) * part;
        double angle = Math.PI * (part - 0.5);
        theta[place] = modulus * Math.cos(angle);
        theta[theta.length / 2 + place] = modulus * Math.sin(angle);
    }
}
