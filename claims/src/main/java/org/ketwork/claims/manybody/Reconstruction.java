package org.ketwork.claims.manybody;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ketwork.claims.manybody.TomographyClaim.PhaseTrial;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.tomography.HeldOutScore;
import org.ketwork.wavefunction.tomography.MeasurementBasis;
import org.ketwork.wavefunction.tomography.MeasurementData;
import org.ketwork.wavefunction.tomography.Tomography;
import org.ketwork.wavefunction.tomography.TomographyRule;
import org.ketwork.wavefunction.tomography.TomographySpec;

/** Known states, measured and rebuilt. */
final class Reconstruction {
    private static final List<MeasurementBasis> FIVE =
            Stream.of("ZZ", "XZ", "ZX", "YZ", "ZY").map(MeasurementBasis::of).toList();
    private static final Spins PAIR = Spins.free(2);
    private static final int PAIR_SHOTS = 4000;

    private final Conditions conditions;

    Reconstruction(Conditions conditions) {
        this.conditions = conditions;
    }

    /** The state of a positive machine of 10 hidden units after the given one was measured along z. */
    ExactState chain(ExactState truth, int shots, int repetition) {
        RandomAddress address = conditions.random().at("chain").at(shots, repetition);
        Spins space = (Spins) truth.space();
        MeasurementData data = MeasurementData.of(
                truth.re(),
                new double[truth.size()],
                List.of(MeasurementBasis.reference(space.sites())),
                shots,
                address.at("shots"));
        Rbm machine = new Rbm(space, space.sites(), false);
        return StateVectors.of(fitted(machine, data, 30, address));
    }

    /** The fidelity of a machine with phases with a random complex state of two spins that was measured in five bases. */
    double fidelityWithPhases(int repetition) {
        RandomAddress address = pair(repetition);
        ExactState truth = random(address);
        MeasurementData five = measured(truth, FIVE, PAIR_SHOTS, address.at("shots"));
        return StateVectors.of(fitted(withPhases(), five, 200, address)).fidelity(truth);
    }

    /** The same states without phases: by one basis, and by how well held-out shots of five are explained. */
    PhaseTrial phases(int repetition) {
        RandomAddress address = pair(repetition);
        ExactState truth = random(address);
        MeasurementData five = measured(truth, FIVE, PAIR_SHOTS, address.at("shots"));
        MeasurementData.Split split = five.split(0.25, address.at("split"));
        Rbm positive = new Rbm(PAIR, 4, true);
        MeasurementData one = measured(truth, List.of(MeasurementBasis.reference(2)), 10 * PAIR_SHOTS, address.at("z"));
        double blind = StateVectors.of(fitted(positive, one, 60, address)).fidelity(truth);
        HeldOutScore with = score(withPhases(), split, 200, address);
        HeldOutScore without = score(positive, split, 100, address);
        double re = 0;
        double im = 0;
        for (int i = 0; i < truth.size(); i++) {
            double modulus = Math.hypot(truth.re()[i], truth.im()[i]);
            re += modulus * truth.re()[i];
            im += modulus * truth.im()[i];
        }
        return new PhaseTrial(
                blind,
                re * re + im * im,
                without.total() - with.total(),
                Math.hypot(with.standardError(), without.standardError()));
    }

    private RandomAddress pair(int repetition) {
        return conditions.random().at("pair").at(repetition);
    }

    private static ExactState random(RandomAddress address) {
        double[] normal = new double[8];
        address.at("state").fillNormal(normal);
        return ExactState.normalised(PAIR, Arrays.copyOf(normal, 4), Arrays.copyOfRange(normal, 4, 8));
    }

    private static MeasurementData measured(
            ExactState truth, List<MeasurementBasis> bases, int shots, RandomAddress address) {
        return MeasurementData.of(truth.re(), truth.im(), bases, shots, address);
    }

    private static Ansatz withPhases() {
        return new RbmModulusPhase(PAIR, 4, 4, true);
    }

    private HeldOutScore score(Ansatz ansatz, MeasurementData.Split split, int steps, RandomAddress address) {
        return HeldOutScore.of(fitted(ansatz, split.fitted(), steps, address), split.heldOut(), conditions.workers());
    }

    private Wavefunction fitted(Ansatz ansatz, MeasurementData data, int steps, RandomAddress address) {
        TomographySpec spec = new TomographySpec(
                steps,
                LearningRate.constant(0.5),
                new TomographyRule.NaturalGradient(Shift.decaying(1e-2, 1e-5, steps)),
                0);
        Tomography tomography = new Tomography(
                ansatz, data, new FullSum(ansatz.space()), spec, address.at("batches"), conditions.workers());
        return ansatz.at(tomography
                .run(tomography.start(address.at("machine")), (record, state) -> {})
                .theta());
    }

    /**
     * Measures a chain of 4 spins many times over, and takes for the state the roots of the shares themselves: how far their mean
     * infidelity is from (d − 1)/(4 shots), in standard errors.
     */
    double multinomial() {
        int shots = 20_000;
        Spins space = Spins.free(4);
        ExactState truth = Diagonalisation.of(ChainObservables.hamiltonian(space))
                .solve(conditions.workers())
                .state(0);
        double[] infidelity = new double[100];
        for (int r = 0; r < infidelity.length; r++) {
            MeasurementData.Outcomes outcomes = MeasurementData.of(
                            truth.re(),
                            new double[truth.size()],
                            List.of(MeasurementBasis.reference(4)),
                            shots,
                            conditions.random().at("multinomial").at(r))
                    .bases()
                    .getFirst();
            double overlap = 0;
            for (int row = 0; row < outcomes.counts().length; row++) {
                int index = 0;
                for (byte level : outcomes.different().row(row)) {
                    index = index << 1 | level;
                }
                overlap += Math.sqrt((double) outcomes.counts()[row] / shots) * Math.abs(truth.re()[index]);
            }
            infidelity[r] = 1 - overlap * overlap;
        }
        return Estimate.of(infidelity).z((truth.size() - 1) / (4.0 * shots));
    }
}
