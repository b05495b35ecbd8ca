package org.ketwork.neural.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    @Test
    void findsTheMinimumOfAQuadratic() {
        // f = sum_i (i+1) (x_i - i)^2 / 2.
        Objective quadratic = (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = (i + 1) * (x[i] - i);
                value += 0.5 * gradient[i] * (x[i] - i);
            }
            return value;
        };
        Minimum minimum = new Lbfgs(10, 100, 1e-12).minimise(quadratic, new double[6]);
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.point()).containsExactly(new double[] {0, 1, 2, 3, 4, 5}, within(1e-11));
        assertThat(minimum.iterations()).isLessThan(30);
    }

    @Test
    void tellsAboutEveryIterationUpToTheMinimum() {
        Objective square = (x, gradient) -> {
            gradient[0] = 2 * x[0];
            gradient[1] = 20 * x[1];
            return x[0] * x[0] + 10 * x[1] * x[1];
        };
        List<Double> values = new ArrayList<>();
        Minimum minimum = new Lbfgs(5, 50, 1e-10).minimise(square, new double[] {3, 1}, (iteration, value, point) -> {
            assertThat(iteration).isEqualTo(values.size() + 1);
            assertThat(value).isEqualTo(point[0] * point[0] + 10 * point[1] * point[1]);
            values.add(value);
        });
        assertThat(values).hasSize(minimum.iterations()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(values.getLast()).isEqualTo(minimum.value());
    }

    @Test
    void followsTheValleyOfRosenbrock() {
        Objective rosenbrock = (x, gradient) -> {
            double value = 0;
            Arrays.fill(gradient, 0);
            for (int i = 0; i + 1 < x.length; i++) {
                double a = x[i + 1] - x[i] * x[i];
                double b = 1 - x[i];
                value += 100 * a * a + b * b;
                gradient[i] += -400 * a * x[i] - 2 * b;
                gradient[i + 1] += 200 * a;
            }
            return value;
        };
        double[] start = {-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1};
        Minimum minimum = new Lbfgs(10, 500, 1e-10).minimise(rosenbrock, start);
        assertThat(minimum.converged()).isTrue();
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(minimum.point()).containsExactly(ones, within(1e-9));
    }

    @Test
    void searchSurvivesOverflow() {
        // -log x + x has a pole at 0, and no value to the left of it.
        Objective barrier = (x, gradient) -> {
            gradient[0] = 1 - 1 / x[0];
            return x[0] - Math.log(x[0]);
        };
        Minimum minimum = new Lbfgs(5, 100, 1e-10).minimise(barrier, new double[] {20});
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void stopsWhereNothingIsToBeGained() {
        Objective flat = (x, gradient) -> {
            gradient[0] = 0;
            return 3;
        };
        Minimum minimum = new Lbfgs(5, 100, 0).minimise(flat, new double[] {2});
        assertThat(minimum.iterations()).isZero();
        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.point()).containsExactly(2);
    }

    @Test
    void constantsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Lbfgs(0, 1, 1)).hasMessageContaining("memory of L-BFGS must be at least 1, got 0");
    }
}
