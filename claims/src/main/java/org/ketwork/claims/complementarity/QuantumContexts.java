package org.ketwork.claims.complementarity;

import org.ketwork.bridge.comeasurement.PairReadings;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.measure.Kcbs;
import org.ketwork.quantum.measurement.OutcomeSampler;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;

/** Quantum systems read two at a time: sampled outcomes of a Bell pair and of a qutrit. */
final class QuantumContexts {
    private QuantumContexts() {}

    /** Slots 0 and 2 are settings of the first qubit, 1 and 3 of the second, at angles of 45 degrees around the circle. */
    static double bellPair(int shots, RandomAddress address) {
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();
        int[][] pairs = {{0, 1}, {2, 1}, {2, 3}, {0, 3}};
        int[][][] outcomes = new int[4][4][];
        for (int[] pair : pairs) {
            double[] p = new double[4];
            for (int k = 0; k < 4; k++) {
                ComplexMatrix effect = effect(pair[0], k / 2).kronecker(effect(pair[1], k % 2));
                p[k] = Math.max(0, bell.expectation(effect));
            }
            outcomes[pair[0]][pair[1]] = OutcomeSampler.of(p).draw(shots, address.at(pair[0], pair[1]));
        }
        PairReadings readings = PairReadings.of(
                (i, j, shot) -> new int[] {1 - 2 * (outcomes[i][j][shot] / 2), 1 - 2 * (outcomes[i][j][shot] % 2)},
                4,
                pairs,
                shots);
        return readings.cycle(0, 1, 2, 3);
    }

    /** The projector on outcome 0 (+) or 1 (−) along the direction of a slot in the plane of X and Z. */
    private static ComplexMatrix effect(int slot, int outcome) {
        double angle = Math.PI / 4 * slot;
        ComplexMatrix spin = Operators.spin(Math.sin(angle), 0, Math.cos(angle));
        return ComplexMatrix.identity(2).plus(spin.scale(outcome == 0 ? 1 : -1)).scale(0.5);
    }

    /** Neighbouring questions exclude each other: yes-no, no-yes or no-no; yes is read as −1. */
    static double qutrit(int shots, RandomAddress address) {
        DensityMatrix state = Ket.basis(3, 0).density();
        Ket[] questions = Kcbs.questions();
        int[][] pairs = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}};
        int[][] outcomes = new int[5][];
        for (int k = 0; k < 5; k++) {
            double first = state.expectation(questions[k].outer(questions[k]));
            double second = state.expectation(questions[(k + 1) % 5].outer(questions[(k + 1) % 5]));
            outcomes[k] = OutcomeSampler.of(new double[] {first, second, 1 - first - second})
                    .draw(shots, address.at(k));
        }
        PairReadings readings = PairReadings.of(
                (i, j, shot) -> new int[] {outcomes[i][shot] == 0 ? -1 : 1, outcomes[i][shot] == 1 ? -1 : 1},
                5,
                pairs,
                shots);
        return readings.cycle(0, 1, 2, 3, 4);
    }
}
