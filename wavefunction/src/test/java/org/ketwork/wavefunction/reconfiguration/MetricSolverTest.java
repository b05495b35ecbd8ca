package org.ketwork.wavefunction.reconfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.sampler.Sample;

/** Against the formulas written down with dense real matrices: R of real rows and real parameters, whatever the codomain. */
class MetricSolverTest {
    private static final double SHIFT = 0.013;

    /** Random derivatives, weights and wanted change. */
    private record Problem(Sample sample, StoredDerivatives derivatives, double[] re, double[] im) {
        static Problem random(Codomain codomain, int n, int columns) {
            RandomAddress address = RandomAddress.root(3).at(codomain.name()).at(n, columns);
            double[] oRe = new double[n * columns];
            double[] oIm = new double[n * columns];
            address.at("re").fillNormal(oRe);
            address.at("im").fillNormal(oIm);
            double[] re = new double[n];
            double[] im = new double[n];
            address.at("energy").fillNormal(re);
            address.at("imaginary").fillNormal(im);
            double[] weights = new double[n];
            double sum = 0;
            for (int s = 0; s < n; s++) {
                weights[s] = 1 + Math.floor(4 * address.at("weight").uniform(s));
                sum += weights[s];
            }
            for (int s = 0; s < n; s++) {
                weights[s] /= sum;
                // A large mean: centring is not optional.
                for (int k = 0; k < columns; k++) {
                    oRe[s * columns + k] += 2;
                    oIm[s * columns + k] -= 1;
                }
            }
            Sample sample = new Sample(Configurations.room(Spins.free(12), n), weights, new int[1][1000]);
            boolean real = codomain == Codomain.REAL;
            return new Problem(
                    sample,
                    new StoredDerivatives(codomain, n, columns, oRe, real ? new double[0] : oIm),
                    re,
                    real ? new double[n] : im);
        }

        TangentSpace tangent(Workers workers) {
            return new TangentSpace(sample, derivatives, workers);
        }

        Change wanted(TangentSpace tangent) {
            return new Change(tangent.centred(re), tangent.centred(im));
        }

        /** R: real parts of the centred and weighted rows above their imaginary parts. */
        Matrix dense() {
            int n = re.length;
            int k = derivatives.columns();
            boolean real = derivatives.codomain() == Codomain.REAL;
            boolean holomorphic = derivatives.codomain() == Codomain.HOLOMORPHIC;
            double[][] rows = new double[2 * n][holomorphic ? 2 * k : k];
            for (int c = 0; c < k; c++) {
                double meanRe = 0;
                double meanIm = 0;
                for (int s = 0; s < n; s++) {
                    meanRe += sample.weights()[s] * derivatives.re()[s * k + c];
                    meanIm += real ? 0 : sample.weights()[s] * derivatives.im()[s * k + c];
                }
                for (int s = 0; s < n; s++) {
                    double root = Math.sqrt(sample.weights()[s]);
                    double x = root * (derivatives.re()[s * k + c] - meanRe);
                    double y = real ? 0 : root * (derivatives.im()[s * k + c] - meanIm);
                    rows[s][c] = x;
                    rows[n + s][c] = y;
                    if (holomorphic) {
                        rows[s][k + c] = -y;
                        rows[n + s][k + c] = x;
                    }
                }
            }
            return Matrix.of(rows);
        }

        Matrix denseWanted() {
            int n = re.length;
            double[] column = new double[2 * n];
            double meanRe = 0;
            double meanIm = 0;
            for (int s = 0; s < n; s++) {
                meanRe += sample.weights()[s] * re[s];
                meanIm += sample.weights()[s] * im[s];
            }
            for (int s = 0; s < n; s++) {
                column[s] = Math.sqrt(sample.weights()[s]) * (re[s] - meanRe);
                column[n + s] = Math.sqrt(sample.weights()[s]) * (im[s] - meanIm);
            }
            return Matrix.columnVector(column);
        }

        double[] bruteForce(double shift) {
            Matrix r = dense();
            Matrix metric =
                    r.transposeTimes(r).plus(Matrix.identity(r.columns()).scale(shift));
            return LinearSystem.solve(metric, r.transposeTimes(denseWanted())).data();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REAL, 40, 7",
        "REAL, 9, 30",
        "COMPLEX, 40, 7",
        "COMPLEX, 9, 30",
        "HOLOMORPHIC, 40, 7",
        "HOLOMORPHIC, 9, 30",
        "REAL, 150, 90",
        "COMPLEX, 150, 70",
        "HOLOMORPHIC, 150, 80"
    })
    void bothSpacesGiveTheStepOfTheDenseFormulas(Codomain codomain, int n, int columns) {
        Problem problem = Problem.random(codomain, n, columns);
        double[] expected = problem.bruteForce(SHIFT);
        double[] image = problem.dense().times(Matrix.columnVector(expected)).data();
        try (Workers workers = Workers.of(2)) {
            TangentSpace tangent = problem.tangent(workers);
            Change wanted = problem.wanted(tangent);
            for (Space space : new Space[] {Space.PARAMETERS, Space.SAMPLES, Space.CHEAPER}) {
                Direction direction = new MetricSolver(Shift.constant(SHIFT), space).solve(tangent, wanted, SHIFT);
                assertThat(direction.parameters()).containsExactly(expected, within(1e-10));
                for (int s = 0; s < n; s++) {
                    assertThat(direction.state().re()[s]).isCloseTo(image[s], within(1e-10));
                    assertThat(direction.state().im()[s]).isCloseTo(image[n + s], within(1e-10));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Codomain.class)
    void pushAndPullAreTheDenseMapAndItsTranspose(Codomain codomain) {
        Problem problem = Problem.random(codomain, 11, 5);
        Matrix r = problem.dense();
        double[] d = new double[r.columns()];
        RandomAddress.root(8).fillNormal(d);
        double[] expected = r.times(Matrix.columnVector(d)).data();
        try (Workers workers = Workers.of(1)) {
            TangentSpace tangent = problem.tangent(workers);
            Change pushed = tangent.push(d);
            for (int s = 0; s < 11; s++) {
                assertThat(pushed.re()[s]).isCloseTo(expected[s], within(1e-13));
                assertThat(pushed.im()[s]).isCloseTo(expected[11 + s], within(1e-13));
            }
            assertThat(tangent.pull(problem.wanted(tangent)))
                    .containsExactly(r.transposeTimes(problem.denseWanted()).data(), within(1e-13));
        }
    }

    @ParameterizedTest
    @EnumSource(Codomain.class)
    void theUnitOfAllParametersDoesNotMatterToAShiftInUnitsOfTheMeanDiagonal(Codomain codomain) {
        Problem problem = Problem.random(codomain, 30, 6);
        StoredDerivatives o = problem.derivatives();
        Problem scaled = new Problem(
                problem.sample(),
                new StoredDerivatives(codomain, 30, 6, times(1000, o.re()), times(1000, o.im())),
                problem.re(),
                problem.im());
        Shift shift = Shift.constant(SHIFT).in(Shift.Scale.MEAN_DIAGONAL);
        for (Space space : new Space[] {Space.PARAMETERS, Space.SAMPLES}) {
            assertThat(times(1000, step(scaled, shift, space)))
                    .containsExactly(step(problem, shift, space), within(1e-10));
        }
        assertThat(step(problem, shift, Space.PARAMETERS))
                .containsExactly(step(problem, shift, Space.SAMPLES), within(1e-10));
    }

    @Test
    void theUnitOfOneParameterDoesNotMatterToAShiftInUnitsOfTheDiagonal() {
        Problem problem = Problem.random(Codomain.COMPLEX, 30, 6);
        double[] re = problem.derivatives().re().clone();
        double[] im = problem.derivatives().im().clone();
        for (int s = 0; s < 30; s++) {
            re[s * 6 + 2] *= 50;
            im[s * 6 + 2] *= 50;
        }
        Problem scaled = new Problem(
                problem.sample(), new StoredDerivatives(Codomain.COMPLEX, 30, 6, re, im), problem.re(), problem.im());
        Shift shift = Shift.constant(SHIFT).in(Shift.Scale.DIAGONAL);
        double[] expected = step(problem, shift, Space.CHEAPER);
        double[] actual = step(scaled, shift, Space.CHEAPER);
        actual[2] *= 50;
        assertThat(actual).containsExactly(expected, within(1e-10));
        assertThatThrownBy(() -> new MetricSolver(shift, Space.SAMPLES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs the space of parameters");
    }

    @ParameterizedTest
    @EnumSource(Codomain.class)
    void thePseudoInverseIsTheInverseWhereNothingIsCutOff(Codomain codomain) {
        Problem problem = Problem.random(codomain, 60, 6);
        PseudoInverse pseudoInverse = new PseudoInverse(1e-4);
        // In the space of samples the eigenvalues of the complement, zero to rounding, are cut off; the others are not.
        assertThat(step(problem, pseudoInverse, Space.PARAMETERS)).containsExactly(problem.bruteForce(0), within(1e-9));
        assertThat(step(problem, pseudoInverse, Space.SAMPLES)).containsExactly(problem.bruteForce(0), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Codomain.class)
    void theNoisyDirectionsAreTheSameInBothSpaces(Codomain codomain) {
        Problem problem = Problem.random(codomain, 60, 6);
        SignalToNoise noise = new SignalToNoise(3, 1e-6);
        double[] inParameters = step(problem, noise, Space.PARAMETERS);
        assertThat(inParameters).containsExactly(step(problem, noise, Space.SAMPLES), within(1e-9));
        assertThat(norm(inParameters)).isLessThan(norm(problem.bruteForce(0)));
    }

    @ParameterizedTest
    @EnumSource(Codomain.class)
    void oneThreadAndThreeGiveTheSameBits(Codomain codomain) {
        Problem problem = Problem.random(codomain, 210, 150);
        for (Space space : new Space[] {Space.PARAMETERS, Space.SAMPLES}) {
            double[][] steps = new double[2][];
            for (int i = 0; i < 2; i++) {
                try (Workers workers = Workers.of(1 + 2 * i)) {
                    TangentSpace tangent = problem.tangent(workers);
                    steps[i] = new MetricSolver(Shift.constant(SHIFT), space)
                            .solve(tangent, problem.wanted(tangent), SHIFT)
                            .parameters();
                }
            }
            assertThat(steps[0]).isEqualTo(steps[1]);
        }
    }

    @Test
    void theSpaceIsTheOneOfLessWork() {
        assertThat(StepCost.of(Space.CHEAPER, 1000, 100, Codomain.REAL, 5e7).space())
                .isEqualTo(Space.PARAMETERS);
        assertThat(StepCost.of(Space.CHEAPER, 1000, 10000, Codomain.REAL, 5e9).space())
                .isEqualTo(Space.SAMPLES);
        // 74 to 76 million multiplications, but 64 to 12 of them in the factor.
        assertThat(StepCost.of(Space.CHEAPER, 726, 420, Codomain.REAL, 1.05e7).space())
                .isEqualTo(Space.PARAMETERS);
        // 1000² numbers and change.
        assertThat(StepCost.of(Space.CHEAPER, 1000, 10000, Codomain.REAL, 5e9).bytes())
                .isBetween(8_000_000L, 9_000_000L);
        assertThatThrownBy(() -> StepCost.of(Space.SAMPLES, 100_000, 10, Codomain.REAL, 1)
                        .require(1L << 30))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("takes 74.5 GiB of memory, more than the 1.00 GiB allowed: take fewer samples");
    }

    @Test
    void derivativesThatAreNotFiniteAreToldAsUnsolvable() {
        Problem problem = Problem.random(Codomain.REAL, 20, 5);
        problem.derivatives().re()[17] = Double.NaN;
        for (Space space : new Space[] {Space.PARAMETERS, Space.SAMPLES}) {
            assertThatThrownBy(() -> step(problem, Shift.constant(SHIFT), space))
                    .isInstanceOf(UnsolvableStepException.class);
        }
    }

    private static double[] step(Problem problem, Regularisation regularisation, Space space) {
        try (Workers workers = Workers.of(1)) {
            TangentSpace tangent = problem.tangent(workers);
            return new MetricSolver(regularisation, space)
                    .solve(tangent, problem.wanted(tangent), regularisation.at(0))
                    .parameters();
        }
    }

    private static double[] times(double factor, double[] x) {
        double[] result = x.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    private static double norm(double[] x) {
        return new Change(x, new double[x.length]).norm();
    }
}
