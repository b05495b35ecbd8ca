package org.ketwork.numerics.matrix;

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

    static Matrix of(Matrix a) {
        return of(ComplexMatrix.real(a)).re();
    }

    static ComplexMatrix of(ComplexMatrix a) {
        a.re().requireSquare();
        Require.finite(a);
        double norm = oneNorm(a);
        for (int i = 0; i < DEGREES.length; i++) {
            if (norm <= REACH[i]) {
                return pade(a, DEGREES[i]);
            }
        }
        int halvings = Math.max(0, Math.getExponent(norm / REACH_13) + 1);
        ComplexMatrix result = pade(a.scale(Math.scalb(1.0, -halvings)), 13);
        for (int i = 0; i < halvings; i++) {
            result = result.times(result);
        }
        return result;
    }

    /** The approximant (V − U)⁻¹ (V + U), with U the odd and V the even part of the numerator. */
    private static ComplexMatrix pade(ComplexMatrix a, int degree) {
        double[] b = coefficients(degree);
        ComplexMatrix square = a.times(a);
        ComplexMatrix power = ComplexMatrix.identity(a.rows());
        ComplexMatrix odd = power.scale(b[1]);
        ComplexMatrix even = power.scale(b[0]);
        for (int j = 2; j < degree; j += 2) {
            power = power.times(square);
            even = even.plus(power.scale(b[j]));
            odd = odd.plus(power.scale(b[j + 1]));
        }
        ComplexMatrix u = a.times(odd);
        return LinearSystem.solve(even.minus(u), even.plus(u));
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

    private static double oneNorm(ComplexMatrix a) {
        double max = 0;
        for (int j = 0; j < a.columns(); j++) {
            double sum = 0;
            for (int i = 0; i < a.rows(); i++) {
                sum += Math.hypot(a.re().get(i, j), a.im().get(i, j));
            }
            max = Math.max(max, sum);
        }
        return max;
    }
}
