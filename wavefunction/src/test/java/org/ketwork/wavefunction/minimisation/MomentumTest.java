package org.ketwork.wavefunction.minimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.reconfiguration.Change;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * A step with momentum against the problem that it solves: d makes |X d − ε|² + λ |d − μ d'|² least, d' being the step before
 * (Goldshlager, Abrahamsen and Lin, J. Comput. Phys. 516, 113351 (2024), equation 22).
 */
class MomentumTest {
    private static final RandomAddress ADDRESS = RandomAddress.root(11).at("momentum");
    private static final int ROWS = 8;
    private static final int PARAMETERS = 3;
    private static final double SHIFT = 0.07;
    private static final double MOMENTUM = 0.8;
    private static final double RATE = 0.3;

    private static double[] normal(String purpose, int count) {
        double[] numbers = new double[count];
        ADDRESS.at(purpose).fillNormal(numbers);
        return numbers;
    }

    /** √w (O − Ō) for equal weights. */
    private static Matrix centred(double[] values, int columns) {
        double[][] rows = new double[ROWS][columns];
        for (int k = 0; k < columns; k++) {
            double mean = 0;
            for (int s = 0; s < ROWS; s++) {
                mean += values[s * columns + k] / ROWS;
            }
            for (int s = 0; s < ROWS; s++) {
                rows[s][k] = (values[s * columns + k] - mean) / Math.sqrt(ROWS);
            }
        }
        return Matrix.of(rows);
    }

    @ParameterizedTest
    @EnumSource(
            value = Space.class,
            names = {"PARAMETERS", "SAMPLES"})
    void aStepIsTheOneNearestToAPartOfTheStepBefore(Space space) {
        double[] derivatives = normal("derivatives", ROWS * PARAMETERS);
        double[] cost = normal("cost", ROWS);
        double[] theta = normal("parameters", PARAMETERS);
        double[] before = normal("before", PARAMETERS);
        Matrix x = centred(derivatives, PARAMETERS);
        Matrix left = x.transposeTimes(x).plus(Matrix.identity(PARAMETERS).scale(SHIFT));
        Matrix right = x.transposeTimes(centred(cost, 1))
                .plus(Matrix.columnVector(before).scale(SHIFT * MOMENTUM));
        double[] expected = LinearSystem.solve(left, right).data();

        Configurations all = Spins.free(3).all();
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1.0 / ROWS);
        MinimisationSpec spec = new MinimisationSpec(
                10,
                LearningRate.constant(RATE),
                new StepRule.Reconfiguration(Shift.constant(SHIFT), MOMENTUM, space, StepLimit.none()));
        MinimisationState state = new MinimisationState(
                4, theta, before, new double[0][], new Sampler.State(Configurations.room(Spins.free(3), 0)));
        try (Workers workers = Workers.of(1)) {
            TangentSpace tangent = new TangentSpace(
                    new Sample(all, weights, new int[0][]),
                    new StoredDerivatives(Codomain.REAL, ROWS, PARAMETERS, derivatives, new double[0]),
                    workers);
            Mover.Moved moved =
                    Mover.of(spec).move(state, tangent, new Change(tangent.centred(cost), new double[ROWS]), 0);
            assertThat(moved.previous()).containsExactly(expected, within(1e-12));
            for (int k = 0; k < PARAMETERS; k++) {
                assertThat(moved.theta()[k]).isCloseTo(theta[k] - RATE * expected[k], within(1e-12));
            }
            double[] image = x.times(Matrix.columnVector(expected)).data();
            assertThat(moved.angle()).isCloseTo(RATE * new Change(image, new double[ROWS]).norm(), within(1e-12));
        }
    }
}
