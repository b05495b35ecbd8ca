package org.ketwork.numerics.matrix;

import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * exp(A) by scaling and squaring with diagonal Padé approximants (Higham, SIAM J. Matrix Anal. Appl. 26, 1179 (2005), algorithm 2.3):
 * the degree is the lowest whose backward error is below the unit roundoff for ‖A‖₁, which for degree 13 is first halved often enough.
 */
final class MatrixExponential {
    private static final int[] DEGREES = {3, 5, 7, 9};
    /** Table 2.3 of the paper: the largest ‖A‖₁ for which the degree is good enough, degrees 3, 5, 7, 9. */
    private static final double[] REACH = {
        1.495585217958292e-2, 2.539398330063230e-1, 9.504178996162932e-1, 2.097847961257068
    };

    private static final double REACH_13 = 5.371920351148152;

    private MatrixExponential() {}

    /** What the algorithm needs of real and of complex matrices. */
    private record Algebra<M>(
            M identity,
            BinaryOperator<M> times,
            BinaryOperator<M> plus,
            BiFunction<M, Double, M> scale,
            BinaryOperator<M> solve) {}

    static Matrix of(Matrix a) {
        a.requireSquare();
        Require.finite(a);
        return of(
                a,
                oneNorm(a.rows(), a.data(), new double[a.data().length]),
                new Algebra<>(
                        Matrix.identity(a.rows()), Matrix::times, Matrix::plus, Matrix::scale, LinearSystem::solve));
    }

    static ComplexMatrix of(ComplexMatrix a) {
        a.re().requireSquare();
        Require.finite(a);
        return of(
                a,
                oneNorm(a.rows(), a.re().data(), a.im().data()),
                new Algebra<>(
                        ComplexMatrix.identity(a.rows()),
                        ComplexMatrix::times,
                        ComplexMatrix::plus,
                        ComplexMatrix::scale,
                        LinearSystem::solve));
    }

    private static <M> M of(M a, double norm, Algebra<M> on) {
        for (int i = 0; i < DEGREES.length; i++) {
            if (norm <= REACH[i]) {
                return pade(a, DEGREES[i], on);
            }
        }
        int halvings = Math.max(0, Math.getExponent(norm / REACH_13) + 1);
        M result = pade(on.scale.apply(a, Math.scalb(1.0, -halvings)), 13, on);
        for (int i = 0; i < halvings; i++) {
            result = on.times.apply(result, result);
        }
        return result;
    }

    /** The approximant (V − U)⁻¹ (V + U), with U the odd and V the even part of the numerator. */
    private static <M> M pade(M a, int degree, Algebra<M> on) {
        double[] b = coefficients(degree);
        M square = on.times.apply(a, a);
        M power = on.identity;
        M odd = on.scale.apply(power, b[1]);
        M even = on.scale.apply(power, b[0]);
        for (int j = 2; j < degree; j += 2) {
            power = j == 2 ? square : on.times.apply(power, square);
            even = on.plus.apply(even, on.scale.apply(power, b[j]));
            odd = on.plus.apply(odd, on.scale.apply(power, b[j + 1]));
        }
        M u = on.times.apply(a, odd);
        return on.solve.apply(on.plus.apply(even, on.scale.apply(u, -1.0)), on.plus.apply(even, u));
    }

    /** b_j = (2q − j)! q! / ((2q)! (q − j)! j!), equation (2.2): each from the one before. */
    private static double[] coefficients(int degree) {
        double[] b = new double[degree + 1];
        b[0] = 1;
        for (int j = 1; j <= degree; j++) {
            b[j] = b[j - 1] * (degree - j + 1) / ((2.0 * degree - j + 1) * j);
        }
        return b;
    }

    private static double oneNorm(int n, double[] re, double[] im) {
        double max = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int at = j; at < n * n; at += n) {
                sum += Math.hypot(re[at], im[at]);
            }
            max = Math.max(max, sum);
        }
        return max;
    }
}
