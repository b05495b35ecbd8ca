package org.ketwork.claims.manybody;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.state.Ket;
import org.ketwork.wavefunction.ansatz.RbmComplex;

/**
 * A restricted Boltzmann machine without biases by its couplings: which of them are there decides how much entanglement it can hold.
 *
 * @param re real parts of W, (hidden, spins) row-major
 */
record SparseMachine(int spins, int hidden, double[] re, double[] im) {
    /** Hidden unit j is coupled to the spins j, ..., j + range of an open chain, by normal weights of the given deviation in both parts. */
    static SparseMachine shortRange(int spins, int range, double deviation, RandomAddress address) {
        int hidden = spins - range;
        SparseMachine machine =
                new SparseMachine(spins, hidden, new double[hidden * spins], new double[hidden * spins]);
        double[] normal = new double[2 * hidden * (range + 1)];
        address.fillNormal(normal);
        for (int j = 0, k = 0; j < hidden; j++) {
            for (int i = j; i <= j + range; i++) {
                machine.re[j * spins + i] = deviation * normal[k++];
                machine.im[j * spins + i] = deviation * normal[k++];
            }
        }
        return machine;
    }

    /** As many hidden units as spins, all coupled to all, normal weights of the given deviation in both parts. */
    static SparseMachine longRange(int spins, double deviation, RandomAddress address) {
        double[] normal = new double[2 * spins * spins];
        address.fillNormal(normal);
        for (int k = 0; k < normal.length; k++) {
            normal[k] *= deviation;
        }
        return new SparseMachine(
                spins,
                spins,
                Arrays.copyOf(normal, spins * spins),
                Arrays.copyOfRange(normal, spins * spins, 2 * spins * spins));
    }

    /**
     * Unit i is coupled to the spins i and i + n/2 with iπ/4. Then cosh is 1 for equal and 0 for opposite spins: n/2 Bell pairs, the most
     * entanglement of two halves, from n numbers.
     */
    static SparseMachine bellPairs(int spins) {
        int half = spins / 2;
        SparseMachine machine = new SparseMachine(spins, half, new double[half * spins], new double[half * spins]);
        for (int i = 0; i < half; i++) {
            machine.im[i * spins + i] = Math.PI / 4;
            machine.im[i * spins + i + half] = Math.PI / 4;
        }
        return machine;
    }

    /** Couplings that are not zero. */
    int couplings() {
        int count = 0;
        for (int k = 0; k < re.length; k++) {
            count += re[k] != 0 || im[k] != 0 ? 1 : 0;
        }
        return count;
    }

    /** Hidden units that are coupled to both sides of the cut before spin {@code left}. */
    int crossing(int left) {
        int count = 0;
        for (int j = 0; j < hidden; j++) {
            count += coupled(j, 0, left) && coupled(j, left, spins) ? 1 : 0;
        }
        return count;
    }

    private boolean coupled(int unit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (re[unit * spins + i] != 0 || im[unit * spins + i] != 0) {
                return true;
            }
        }
        return false;
    }

    Ket state() {
        RbmComplex family = new RbmComplex(Spins.free(spins), hidden, false);
        double[] theta = new double[family.parameterCount()];
        System.arraycopy(re, 0, theta, hidden, re.length);
        System.arraycopy(im, 0, theta, theta.length / 2 + hidden, im.length);
        return StateVectors.ket(family.at(theta));
    }
}
