package org.ketwork.claims.manybody;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Wording;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.quantum.spectrum.SignStructure;
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
    /** What signs the machine has. */
    private enum Reading {
        POSITIVE,
        MARSHALL,
        COMPLEX
    }

    private static final List<FrustratedMagnet> RINGS = List.of(
            FrustratedMagnet.ring(10, 0),
            FrustratedMagnet.ring(10, 0.2),
            FrustratedMagnet.ring(10, 1),
            FrustratedMagnet.ring(8, 1));

    private static final int ALPHA = 2;
    /** Random beginnings of each reading on each ring. */
    static final int STARTS = 4;
    /** Positive families have no signs to find, and are done early. */
    private static final int POSITIVE_STEPS = 40;
    /** By how much fresh complex weights are enlarged: when all amplitudes are alike, signs have to cross zero. */
    private static final double SPREAD = 4;

    /** A search from one random beginning. */
    private record Search(FrustratedMagnet magnet, Reading reading, int start) {}

    /**
     * Energies reached on one ring, one from each beginning.
     *
     * @param exact the ground state's
     * @param gap to the first excited state
     * @param weight of the ground state against Marshall's rule
     * @param classical the lowest energy of a configuration
     * @param positive without a rule
     * @param marshall positive with Marshall's signs
     * @param complex without a rule
     */
    record Row(
            FrustratedMagnet magnet,
            double exact,
            double gap,
            double weight,
            double classical,
            double[] positive,
            double[] marshall,
            double[] complex) {
        String name() {
            return Wording.text("N = %d, J₂ = %.1f", magnet.lattice().sites(), magnet.j2());
        }

        static double lowest(double[] energies) {
            return Arrays.stream(energies).min().orElseThrow();
        }

        /** How far the lowest of the energies lies above the ground state, in gaps. */
        double gapsAbove(double... energies) {
            return (lowest(energies) - exact) / gap;
        }

        double relativeError(double... energies) {
            return (lowest(energies) - exact) / Math.abs(exact);
        }

        /** How many beginnings of complex machines lead to less than so many gaps above the ground state. */
        int complexWithin(double gaps) {
            return (int) Arrays.stream(complex)
                    .filter(energy -> gapsAbove(energy) < gaps)
                    .count();
        }
    }

    private final Conditions conditions;

    SignExperiment(Conditions conditions) {
        this.conditions = conditions;
    }

    /** All rings. The machines are small and many: each is one task. */
    List<Row> run() {
        List<Search> searches = new ArrayList<>();
        for (FrustratedMagnet ring : RINGS) {
            for (Reading reading : Reading.values()) {
                for (int start = 0; start < STARTS; start++) {
                    searches.add(new Search(ring, reading, start));
                }
            }
        }
        List<Double> energies =
                conditions.workers().map(searches.size(), i -> energy(searches.get(i), conditions.workers()));
        List<Row> rows = new ArrayList<>();
        for (FrustratedMagnet ring : RINGS) {
            double[][] reached = new double[Reading.values().length][STARTS];
            for (int i = 0; i < energies.size(); i++) {
                Search search = searches.get(i);
                if (search.magnet.equals(ring)) {
                    reached[search.reading.ordinal()][search.start] = energies.get(i);
                }
            }
            ExactSpectrum spectrum =
                    Diagonalisation.of(ring.hamiltonian()).withLevels(2).solve(conditions.workers());
            rows.add(new Row(
                    ring,
                    spectrum.groundEnergy(),
                    spectrum.energy(1) - spectrum.groundEnergy(),
                    SignStructure.violatingWeight(spectrum.state(0), ring.marshall()),
                    ring.classicalEnergy(),
                    reached[Reading.POSITIVE.ordinal()],
                    reached[Reading.MARSHALL.ordinal()],
                    reached[Reading.COMPLEX.ordinal()]));
        }
        return rows;
    }

    private double energy(Search search, Workers workers) {
        FrustratedMagnet magnet = search.magnet;
        boolean complex = search.reading == Reading.COMPLEX;
        int hidden = ALPHA * magnet.lattice().sites();
        Ansatz ansatz = complex ? new RbmComplex(magnet.space(), hidden, true) : new Rbm(magnet.space(), hidden, true);
        ConfigurationOperator hamiltonian =
                search.reading == Reading.MARSHALL ? magnet.marshall() : magnet.hamiltonian();
        int steps = complex ? conditions.size().choose(150, 300, 600) : POSITIVE_STEPS;
        MinimisationSpec spec = new MinimisationSpec(
                steps,
                LearningRate.constant(0.2),
                new StepRule.Reconfiguration(
                        Shift.decaying(1e-2, 1e-4, steps), 0, Space.CHEAPER, new StepLimit.Angle(0.3)));
        RandomAddress address =
                conditions.random().at("machine").at(magnet.lattice().sites(), RINGS.indexOf(magnet), search.start);
        double[] theta = ansatz.initialise(address);
        for (int k = 0; complex && k < theta.length; k++) {
            theta[k] *= SPREAD;
        }
        FullSum sum = new FullSum(ansatz.space());
        Minimisation minimisation = new Minimisation(ansatz, LocalCost.energy(hamiltonian), step -> sum, spec, workers);
        double[] last = new double[1];
        minimisation.run(minimisation.start(theta), (record, state) -> last[0] = record.energy());
        return last[0];
    }
}
