package org.ketwork.wavefunction.projection;

import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Any family projected on a symmetry sector: Pψ(σ) = Σ_g χ(g)* ψ(g⁻¹σ), not divided by the number of elements, and with a flip parity ±1
 * the same plus or minus that of the flipped σ. Parameters are those of the base.
 *
 * <p>Everything costs as many evaluations of the base as there are copies; ratios use the base's own local updates. For a restricted
 * Boltzmann machine {@link ProjectedRbm} is much faster.
 */
public record Projected(Ansatz base, SymmetrySector sector) implements Ansatz {
    public Projected {
        Copies.require(base.space(), sector);
    }

    @Override
    public StateSpace space() {
        return base.space();
    }

    @Override
    public int parameterCount() {
        return base.parameterCount();
    }

    /** That of the base, save that a complex character makes a real family complex. */
    @Override
    public Codomain codomain() {
        return base.codomain() == Codomain.REAL && !sector.character().isReal() ? Codomain.COMPLEX : base.codomain();
    }

    @Override
    public void initialise(double[] theta, RandomAddress address) {
        base.initialise(theta, address);
    }

    @Override
    public Wavefunction at(double[] theta) {
        return new ProjectedState(this, Copies.of(sector, true), base.at(theta));
    }
}
