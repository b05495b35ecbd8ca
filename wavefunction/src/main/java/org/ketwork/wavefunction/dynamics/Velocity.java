package org.ketwork.wavefunction.dynamics;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.reconfiguration.Change;
import org.ketwork.wavefunction.reconfiguration.Direction;
import org.ketwork.wavefunction.reconfiguration.MetricSolver;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.reconfiguration.UnsolvableStepException;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The equations of motion at one place: dθ/dt with X dθ/dt nearest to the velocity v of the state.
 *
 * @param parameters dθ/dt
 * @param miss |X dθ/dt − v|
 * @param speed |v|, the standard deviation of the energy
 */
record Velocity(
        Wavefunction wavefunction,
        Sampler.Draw draw,
        TangentSpace tangent,
        EnergyEstimate energy,
        double[] parameters,
        double miss,
        double speed) {
    /**
     * @throws UnsolvableStepException if a local energy or the solution is not finite
     */
    static Velocity of(
            Time time,
            Wavefunction wavefunction,
            Sampler.Draw draw,
            ConfigurationOperator hamiltonian,
            MetricSolver solver,
            double strength,
            Workers workers) {
        LocalValues local =
                LocalValues.of(hamiltonian, wavefunction, draw.sample().configurations(), workers);
        EnergyEstimate energy = EnergyEstimate.of(draw.sample(), local, draw.acceptance());
        if (!Double.isFinite(energy.variance())) {
            throw new UnsolvableStepException("the local energies are not finite");
        }
        TangentSpace tangent = new TangentSpace(
                draw.sample(), wavefunction.logDerivatives(draw.sample().configurations(), workers), workers);
        Change excess = new Change(tangent.centred(local.re()), tangent.centred(local.im()));
        Change minusI = excess.timesMinusI();
        Change wanted = switch (time) {
            case REAL -> minusI;
            case IMAGINARY -> minusI.timesMinusI();
        };
        Direction direction = solver.solve(tangent, wanted, strength);
        double miss = direction.state().plus(-1, wanted).norm();
        return new Velocity(wavefunction, draw, tangent, energy, direction.parameters(), miss, wanted.norm());
    }

    /** Of all of the velocity, its squared share that is missed. */
    double residual() {
        return miss * miss / (speed * speed);
    }
}
