package org.ketwork.wavefunction.projection;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * A restricted Boltzmann machine projected on a symmetry sector (Nomura, J. Phys.: Condens. Matter 33, 174003 (2021)):
 *
 * <pre>ψ(σ) = Σ_g χ(g)* Π_j cosh(b_j + Σ_i W_ji σ_g(i)),</pre>
 *
 * g over the group of the sector, and over the group times the flip of all spins if its flip parity is odd. If it is even there are no
 * biases b; then cosh is even and nothing needs to be summed for the flip. Every hidden unit has a weight for every site, so that its
 * copies are as many as the group has elements.
 *
 * <p>The parameters are W, row-major (hidden, sites), then b. Complex ones are {@link Codomain#HOLOMORPHIC}: first the real parts of all,
 * then the imaginary parts.
 *
 * @param hidden number of units j
 * @param complex whether W and b are complex. Real ones give a real wavefunction if the character is real; if it is not, a complex one
 * @param deviation standard deviation of fresh W and b, in each part
 */
public record ProjectedRbm(Spins space, int hidden, SymmetrySector sector, boolean complex, double deviation)
        implements Ansatz {
    /** Small enough that all copies begin with like amplitudes, large enough that units differ from each other. */
    public static final double DEVIATION = 0.1;

    public ProjectedRbm {
        if (hidden < 1) {
            throw new InvalidInputException("a projected RBM has at least 1 hidden unit, got " + hidden);
        }
        if (!(deviation > 0 && deviation <= 10)) {
            throw new InvalidInputException(
                    "the standard deviation of fresh weights must be in (0, 10], got " + deviation);
        }
        Copies.require(space, sector);
    }

    public ProjectedRbm(Spins space, int hidden, SymmetrySector sector, boolean complex) {
        this(space, hidden, sector, complex, DEVIATION);
    }

    /** Whether hidden units have biases: all but those of even flip parity. */
    public boolean biased() {
        return sector.flipParity() != 1;
    }

    /** Weights and biases, complex ones counted once. */
    int weightCount() {
        return Math.multiplyExact(hidden, space.sites() + (biased() ? 1 : 0));
    }

    @Override
    public int parameterCount() {
        return Math.multiplyExact(complex ? 2 : 1, weightCount());
    }

    @Override
    public Codomain codomain() {
        if (complex) {
            return Codomain.HOLOMORPHIC;
        }
        return sector.character().isReal() ? Codomain.REAL : Codomain.COMPLEX;
    }

    @Override
    public void initialise(double[] theta, RandomAddress address) {
        double[] normal = new double[parameterCount()];
        address.fillNormal(normal);
        Arrays.setAll(theta, k -> deviation * normal[k]);
    }

    @Override
    public Wavefunction at(double[] theta) {
        if (theta.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "a projected RBM of " + parameterCount() + " parameters was given " + theta.length);
        }
        return new ProjectedRbmState(this, new ProjectedRbmTables(this, theta));
    }
}
