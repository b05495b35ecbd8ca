package org.ketwork.quantum.hamiltonian;

import java.util.List;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * An operator seen in the basis D|σ⟩ with D = (−1)^(down spins on a sublattice): D A D. Marshall's rule (Proc. R. Soc. A 232, 48 (1955))
 * says that in this basis the ground state of a bipartite antiferromagnet is positive. Eigenvalues stay; amplitudes of the original
 * basis are (−1)^(down spins) times the new ones.
 */
public final class MarshallRotation implements ConfigurationOperator {
    /**
     * @param sublattice which sites count, such as {@link org.ketwork.quantum.lattice.Graph#sublattice}
     */
    public static MarshallRotation of(ConfigurationOperator operator, boolean[] sublattice) {
        throw new UnsupportedOperationException("" + operator + sublattice.length);
    }

    @Override
    public StateSpace space() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        throw new UnsupportedOperationException("" + at + values.length);
    }

    @Override
    public List<Transition> transitions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean conservesTotal() {
        throw new UnsupportedOperationException();
    }
}
