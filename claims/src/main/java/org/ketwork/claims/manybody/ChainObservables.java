package org.ketwork.claims.manybody;

import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.PauliProduct;
import org.ketwork.quantum.hamiltonian.SpinOperator;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.ExactState;

/**
 * What one asks of a state of the open Ising chain at J = h = 1.
 *
 * @param energy ⟨H⟩/n
 * @param renyi2 of the first half, −log tr ρ², in nats
 * @param magnetisation ⟨|Σ σz|⟩/n
 * @param transverse ⟨Σ σx⟩/n
 */
record ChainObservables(double energy, double renyi2, double magnetisation, double transverse) {
    static final List<String> NAMES =
            List.of("energy per site", "Rényi-2 entropy of a half", "mean |magnetisation|", "⟨σx⟩");

    static ConfigurationOperator hamiltonian(Spins space) {
        return Hamiltonians.transverseFieldIsing(Lattice.open(LatticeKind.CHAIN, space.sites()), space, 1, 1);
    }

    static ChainObservables of(ExactState state, Workers workers) {
        Spins space = (Spins) state.space();
        int n = space.sites();
        double magnetisation = 0;
        for (int i = 0; i < state.size(); i++) {
            double im = state.isReal() ? 0 : state.im()[i];
            double p = state.re()[i] * state.re()[i] + im * im;
            magnetisation += p * Math.abs(n - 2 * Integer.bitCount(i)) / n;
        }
        SpinOperator.Builder field = SpinOperator.on(space);
        for (int i = 0; i < n; i++) {
            field.add(1.0 / n, PauliProduct.all(Pauli.X, i));
        }
        int[] half = new int[n / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = i;
        }
        return new ChainObservables(
                state.expectation(hamiltonian(space), workers) / n,
                state.schmidt(half).renyi2(),
                magnetisation,
                state.expectation(field.build("the transverse magnetisation"), workers));
    }

    /** In the order of the names. */
    double[] values() {
        return new double[] {energy, renyi2, magnetisation, transverse};
    }

    /**
     * How far those of another state may lie from these of the ground state, in the order of the names.
     *
     * <p>Pure states of fidelity F have the trace distance T = √(1 − F), and no mean value differs by more than T times the difference of
     * the largest and the least eigenvalue: 1 for |Σ σz|/n and 2 for Σ σx/n. Of parts of the states tr ρ² − tr σ² = tr (ρ − σ)(ρ + σ) is at
     * most 2T, hence the entropy 2T over the smaller tr ρ². The energy is nearer: the share 1 − F that is orthogonal to the ground state
     * has an energy between E₀ and −E₀, as turns of single spins make −H of H.
     */
    double[] distances(ChainObservables other, double fidelity) {
        double distance = Math.sqrt(Math.max(0, 1 - fidelity));
        double purity = Math.exp(-Math.max(renyi2, other.renyi2));
        return new double[] {2 * Math.abs(energy) * distance * distance, 2 * distance / purity, distance, 2 * distance};
    }
}
