package org.ketwork.quantum.measure;

/**
 * Joint measurability of two unbiased qubit observables by search, with no criterion put in. A parent is fixed by its effect G₊₊ = tI +
 * g·σ; the other three follow from the marginals. The smallest eigenvalue of the four effects is a concave function of (t, g), and
 * the pair is jointly measurable iff its maximum is not negative. The maximum is enclosed by the ellipsoid method (Shor 1977,
 * Yudin and Nemirovski 1976), whose every step gives a bound from above.
 */
public final class ParentSearch {
    private static final int N = 4;
    private static final int MOST_STEPS = 5000;

    private ParentSearch() {}

    /**
     * What is proven of the largest smallest eigenvalue of a parent.
     *
     * @param lower reached by a parent
     * @param upper exceeded by none
     */
    public record Slack(double lower, double upper) {}

    /** Encloses the slack of the observables (I ± a·σ)/2 and (I ± b·σ)/2 to the given width. */
    public static Slack slack(double[] a, double[] b, double width) {
        // Every parent has t in [0, 1/2] and |g| at most t, so the unit ball around the centre holds them all.
        // The ellipsoid is kept as centre + root·ball: its thin directions would drown in the rounding of root·rootᵀ.
        double[] center = {0.25, 0, 0, 0};
        double[][] root = new double[N][N];
        for (int i = 0; i < N; i++) {
            root[i][i] = 1;
        }
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && upper - lower > width; step++) {
            double[] gradient = new double[N];
            double value = smallestEigenvalue(center, a, b, gradient);
            double[] direction = transposeTimes(root, gradient);
            double reach = Math.sqrt(dot(direction, direction));
            lower = Math.max(lower, value);
            upper = Math.min(upper, value + reach);
            if (reach == 0) {
                break;
            }
            for (int i = 0; i < N; i++) {
                direction[i] /= reach;
            }
            shrink(center, root, direction);
        }
        return new Slack(lower, Math.max(lower, upper));
    }

    /** The smallest eigenvalue of the four effects; each is of the form τI + v·σ with the smaller eigenvalue τ − |v|. */
    private static double smallestEigenvalue(double[] x, double[] a, double[] b, double[] gradient) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int outcome = 0; outcome < 4; outcome++) {
            // G₊₊ and G₋₋ grow with t and g, G₊₋ and G₋₊ fall.
            int sign = outcome == 0 || outcome == 3 ? 1 : -1;
            double offset = sign == 1 ? 0 : 0.5;
            double ofA = outcome == 1 ? 0.5 : outcome == 3 ? -0.5 : 0;
            double ofB = outcome == 2 ? 0.5 : outcome == 3 ? -0.5 : 0;
            double[] v = new double[3];
            double square = 0;
            for (int i = 0; i < 3; i++) {
                v[i] = sign * x[i + 1] + ofA * a[i] + ofB * b[i];
                square += v[i] * v[i];
            }
            double length = Math.sqrt(square);
            double value = offset + sign * x[0] - length;
            if (value < smallest) {
                smallest = value;
                gradient[0] = sign;
                for (int i = 0; i < 3; i++) {
                    gradient[i + 1] = length == 0 ? 0 : -sign * v[i] / length;
                }
            }
        }
        return smallest;
    }

    /** The smallest ellipsoid around the half in which the function can be larger than at the centre. */
    private static void shrink(double[] center, double[][] root, double[] direction) {
        double along = Math.sqrt((N - 1.0) / (N + 1)) - 1;
        double across = N / Math.sqrt(N * N - 1.0);
        for (int i = 0; i < N; i++) {
            double move = dot(root[i], direction);
            center[i] += move / (N + 1);
            for (int j = 0; j < N; j++) {
                root[i][j] = across * (root[i][j] + along * move * direction[j]);
            }
        }
    }

    private static double[] transposeTimes(double[][] matrix, double[] x) {
        double[] result = new double[N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                result[j] += matrix[i][j] * x[i];
            }
        }
        return result;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
