package org.ketwork.claims.manybody;

import java.util.List;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Wording;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.FullSum;

/** One Boltzmann machine, α = 2, in three readings on rings small enough to be summed over. */
final class SignExperiment {
    /** A ring of so many spins. */
    record Case(int sites, double j2) {}

    static final List<Case> CASES = List.of(new Case(10, 0), new Case(10, 0.2), new Case(10, 1), new Case(8, 1));

    private static final int ALPHA = 2;
    /** Deviation of fresh complex weights: at smaller ones all amplitudes are alike, and signs have to cross zero. */
    private static final double SPREAD = 0.2;

    /**
     * Energies reached on one ring.
     *
     * @param classical the lowest energy of a configuration
     * @param positive without a rule
     * @param marshall positive with Marshall's signs, the best run
     * @param complex without a rule, the best run
     */
    record Row(
            FrustratedMagnet magnet, double exact, double classical, double positive, double marshall, double complex) {
        String name() {
            return Wording.text("N = %d, J₂ = %.1f", magnet.lattice().sites(), magnet.j2());
        }

        double positiveError() {
            return relative(positive);
        }

        double marshallError() {
            return relative(marshall);
        }

        double complexError() {
            return relative(complex);
        }

        private double relative(double energy) {
            return (energy - exact) / Math.abs(exact);
        }
    }

    private final Conditions conditions;

    SignExperiment(Conditions conditions) {
        this.conditions = conditions;
    }

    Row run(Case ring) {
        FrustratedMagnet magnet = FrustratedMagnet.ring(ring.sites, ring.j2);
        double exact = Diagonalisation.of(magnet.hamiltonian())
                .solve(conditions.workers())
                .groundEnergy();
        int runs = conditions.size().choose(1, 4, 10);
        Ansatz real = new Rbm(magnet.space(), ALPHA * ring.sites, true);
        Ansatz complex = new RbmComplex(magnet.space(), ALPHA * ring.sites, true);
        return new Row(
                magnet,
                exact,
                magnet.classicalEnergy(),
                best(real, magnet.hamiltonian(), runs, 60),
                best(real, magnet.marshall(), 1, 100),
                best(complex, magnet.hamiltonian(), runs, conditions.size().choose(150, 300, 600)));
    }

    private double best(Ansatz ansatz, ConfigurationOperator hamiltonian, int runs, int steps) {
        MinimisationSpec spec = new MinimisationSpec(
                steps,
                LearningRate.constant(0.2),
                new StepRule.Reconfiguration(
                        Shift.decaying(1e-2, 1e-4, steps), 0, Space.CHEAPER, new StepLimit.Angle(0.3)));
        FullSum sum = new FullSum(ansatz.space());
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            Minimisation minimisation =
                    new Minimisation(ansatz, LocalCost.energy(hamiltonian), step -> sum, spec, conditions.workers());
            double[] theta = ansatz.initialise(conditions.random().at("machine").at(run));
            for (int k = 0; ansatz instanceof RbmComplex && k < theta.length; k++) {
                theta[k] *= SPREAD / 0.05;
            }
            double[] last = new double[1];
            minimisation.run(minimisation.start(theta), (record, state) -> last[0] = record.energy());
            best = Math.min(best, last[0]);
        }
        return best;
    }
}
