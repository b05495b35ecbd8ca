package org.ketwork.claims.manybody;

import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.quantum.spectrum.IsingChain;

/** The ground state of the open Ising chain of 10 spins at J = h = 1, and what is known of it. */
final class ChainGoldens {
    static final int SPINS = 10;
    private static final double[] RENYI = {.148174, .200479, .227020, .240408, .244546};
    private static final double SIX = 5.1e-7;

    private ChainGoldens() {}

    static ExactState enter(Evidence.Builder evidence, Workers workers) {
        Spins space = Spins.free(SPINS);
        ExactSpectrum spectrum = Diagonalisation.of(ChainObservables.hamiltonian(space))
                .withLevels(2)
                .solve(workers);
        ExactState ground = spectrum.state(0);
        evidence.number(
                "chain: energy against 1 − csc(π/42)", spectrum.groundEnergy(), 1 - 1 / Math.sin(Math.PI / 42), 1e-10);
        evidence.number("chain: energy", spectrum.groundEnergy(), -12.3814900, 5.1e-8);
        evidence.number(
                "chain: energy by free fermions",
                new IsingChain(SPINS, 1, 1).groundEnergy(),
                -12.381489999655,
                5.1e-12);
        evidence.number("chain: gap", spectrum.energy(1) - spectrum.groundEnergy(), .29892037, 5.1e-9);
        for (int cut = 1; cut <= RENYI.length; cut++) {
            evidence.number(
                    "chain: Rényi-2 entropy at cut " + cut,
                    ground.schmidt(first(cut)).renyi2(),
                    RENYI[cut - 1],
                    SIX);
        }
        evidence.number(
                "chain: entropy of a half", ground.schmidt(first(SPINS / 2)).entropy(), .379052, SIX);
        double bits = 0;
        for (double amplitude : ground.re()) {
            double p = amplitude * amplitude;
            bits -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
        }
        evidence.number("chain: Shannon entropy in bits", bits, 7.644088, SIX);
        ChainObservables observables = ChainObservables.of(ground, workers);
        evidence.number("chain: energy per site", observables.energy(), -1.23814900, 5.1e-9);
        evidence.number("chain: Rényi-2 entropy of a half", observables.renyi2(), .244546, SIX);
        evidence.number("chain: mean |magnetisation|", observables.magnetisation(), .560977, SIX);
        evidence.number("chain: ⟨σx⟩", observables.transverse(), .732255, SIX);
        return ground;
    }

    private static int[] first(int count) {
        int[] sites = new int[count];
        for (int i = 0; i < count; i++) {
            sites[i] = i;
        }
        return sites;
    }
}
