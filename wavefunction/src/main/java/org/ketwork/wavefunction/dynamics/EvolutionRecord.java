package org.ketwork.wavefunction.dynamics;

import java.util.List;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.Measurement;

/**
 * What is known at one point of time.
 *
 * @param step accepted steps before it
 * @param stop whether the time is the beginning or a multiple of the interval
 * @param length of the step that led here; 0 at the beginning
 * @param stepError angle by which that step erred, as estimated; 0 at the beginning
 * @param rejected tries of that step that were given up
 * @param energy of the Hamiltonian of this time
 * @param observables in the order in which they were asked for
 * @param residual |X dθ/dt − v|²/|v|², how much of the exact velocity v of the state the family cannot follow, after regularisation
 *     (Schmitt and Heyl, Phys. Rev. Lett. 125, 100503 (2020), equation 11). Undefined in an eigenstate, where v = 0
 * @param distance the sum over all steps of their errors and of ∫ |X dθ/dt − v| dt. In real time the exact evolution keeps distances, so
 *     that it bounds ‖ψ − ψ_exact‖ as far as its terms are known (Martinazzo and Burghardt, Phys. Rev. Lett. 124, 150601 (2020)): they
 *     are estimates, and a sample that is small for the number of parameters makes them too small
 */
public record EvolutionRecord(
        long step,
        double time,
        boolean stop,
        double length,
        double stepError,
        int rejected,
        EnergyEstimate energy,
        List<Measurement> observables,
        double residual,
        double distance) {
    public EvolutionRecord {
        observables = List.copyOf(observables);
    }
}
