package org.ketwork.wavefunction.reconfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * Filters of the metric against their formulas, on four equally likely configurations of two spins. The derivatives are a σᶻ₀ and b σᶻ₁,
 * whose means vanish and which are orthogonal: the metric is diag(a², b²), and its eigenvectors are the parameters themselves.
 */
class RegularisationTest {
    private static final double A = 2;
    private static final double B = 0.5;
    private static final double[] COST = {1.9, -0.4, 0.3, -0.7};
    private static final double[] FIRST = {1, 1, -1, -1};
    private static final double[] SECOND = {1, -1, 1, -1};
    private static final int DRAWS = 20;

    private static double[] step(Regularisation regularisation, Space space) {
        int[][] chains = new int[2][DRAWS / 2];
        double[] rows = new double[8];
        for (int i = 0; i < DRAWS; i++) {
            chains[i % 2][i / 2] = i % 4;
        }
        for (int s = 0; s < 4; s++) {
            rows[2 * s] = A * FIRST[s];
            rows[2 * s + 1] = B * SECOND[s];
        }
        Sample sample = new Sample(Spins.free(2).all(), new double[] {0.25, 0.25, 0.25, 0.25}, chains);
        try (Workers workers = Workers.of(1)) {
            TangentSpace tangent =
                    new TangentSpace(sample, new StoredDerivatives(Codomain.REAL, 4, 2, rows, new double[0]), workers);
            Change wanted = new Change(tangent.centred(COST), new double[4]);
            return new MetricSolver(regularisation, space)
                    .solve(tangent, wanted, regularisation.at(0))
                    .parameters();
        }
    }

    /** Σ_s w_s O_s (E_s − Ē), the force along one parameter, and its standard error over the draws. */
    private static double[] force(double scale, double[] signs) {
        double mean = 0;
        for (double cost : COST) {
            mean += cost / 4;
        }
        double first = 0;
        double second = 0;
        for (int s = 0; s < 4; s++) {
            double value = scale * signs[s] * (COST[s] - mean);
            first += value / 4;
            second += value * value / 4;
        }
        return new double[] {first, Math.sqrt((second - first * first) / DRAWS)};
    }

    @ParameterizedTest
    @EnumSource(
            value = Space.class,
            names = {"PARAMETERS", "SAMPLES"})
    void anEigenvalueAtTheCutOffCountsHalf(Space space) {
        double[] step = step(new PseudoInverse(B * B / (A * A)), space);
        assertThat(step[0]).isCloseTo(force(A, FIRST)[0] / (A * A) / (1 + Math.pow(B * B / (A * A), 6)), within(1e-13));
        assertThat(step[1]).isCloseTo(force(B, SECOND)[0] / (B * B) / 2, within(1e-13));
    }

    @ParameterizedTest
    @EnumSource(
            value = Space.class,
            names = {"PARAMETERS", "SAMPLES"})
    void aDirectionCountsByItsRatioOfSignalToNoise(Space space) {
        double least = 3;
        double cutoff = 1e-3;
        double[] step = step(new SignalToNoise(least, cutoff), space);
        double[][] forces = {force(A, FIRST), force(B, SECOND)};
        double[] eigenvalues = {A * A, B * B};
        for (int k = 0; k < 2; k++) {
            double ratio = Math.abs(forces[k][0]) / forces[k][1];
            double noise = 1 / (1 + Math.pow(least / ratio, 6));
            double inverse = 1 / (eigenvalues[k] * (1 + Math.pow(cutoff * A * A / eigenvalues[k], 6)));
            assertThat(noise).isBetween(0.001, 0.999);
            assertThat(step[k]).isCloseTo(forces[k][0] * inverse * noise, within(1e-13));
        }
    }

    @Test
    void aShiftDecaysByTheSameFactorEachStepAndStopsAtItsFloor() {
        Shift shift = Shift.decaying(1e-1, 1e-5, 200);
        assertThat(shift.at(0)).isEqualTo(1e-1);
        assertThat(shift.at(50)).isCloseTo(1e-2, within(1e-14));
        assertThat(shift.at(150)).isCloseTo(1e-4, within(1e-16));
        assertThat(shift.at(200)).isCloseTo(1e-5, within(1e-17));
        assertThat(shift.at(100_000)).isEqualTo(1e-5);
        assertThat(Shift.decaying(1e-1, 1e-5, 0).at(0)).isEqualTo(1e-5);
    }
}
