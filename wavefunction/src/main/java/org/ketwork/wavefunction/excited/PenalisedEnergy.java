package org.ketwork.wavefunction.excited;

import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.AmplitudeRatios;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The energy of H + Σ_k β_k |φ_k⟩⟨φ_k|/⟨φ_k|φ_k⟩, whose ground state is the lowest state of H orthogonal to all φ_k if the β_k are large
 * enough. The local value of a projector is φ(σ)/ψ(σ) · ⟨φ|ψ⟩/⟨φ|φ⟩, where the overlap is the mean of ψ/φ over |φ|² (Choo, Carleo,
 * Regnault and Neupert, Phys. Rev. Lett. 121, 167204 (2018), equation 5).
 */
public record PenalisedEnergy(ConfigurationOperator hamiltonian, List<LowerState> lower) implements LocalCost {
    public PenalisedEnergy {
        lower = List.copyOf(lower);
    }

    @Override
    public void evaluate(Wavefunction wavefunction, Sample sample, double[] re, double[] im, Workers workers) {
        LocalValues energies = LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers);
        System.arraycopy(energies.re(), 0, re, 0, energies.size());
        System.arraycopy(energies.im(), 0, im, 0, energies.size());
        for (LowerState state : lower) {
            addProjector(state, wavefunction, sample, re, im, workers);
        }
    }

    private static void addProjector(
            LowerState state, Wavefunction wavefunction, Sample sample, double[] re, double[] im, Workers workers) {
        AmplitudeRatios above = AmplitudeRatios.of(
                wavefunction, state.wavefunction(), state.sample().configurations(), workers);
        AmplitudeRatios below =
                AmplitudeRatios.of(state.wavefunction(), wavefunction, sample.configurations(), workers);
        // Both ratios carry the unknown norms of the two states, which cancel in their product.
        double factor = state.penalty() * Math.exp(above.logScale() + below.logScale());
        double overlapRe = factor * above.meanRe(state.sample());
        double overlapIm = factor * above.meanIm(state.sample());
        for (int s = 0; s < re.length; s++) {
            re[s] += below.re()[s] * overlapRe - below.im()[s] * overlapIm;
            im[s] += below.re()[s] * overlapIm + below.im()[s] * overlapRe;
        }
    }
}
