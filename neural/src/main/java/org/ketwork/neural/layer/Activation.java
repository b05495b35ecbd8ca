package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erfc;
import org.ketwork.numerics.kernel.Kernels;

/** The table of activations: value, first and second derivative of each, as functions of the pre-activation. */
public enum Activation {
    IDENTITY(x -> x, x -> 1, x -> 0),
    /** max(x, 0); the derivative at 0 is 0. */
    RELU(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0, x -> 0),
    /** x for x > 0, else x/100. */
    LEAKY_RELU(x -> x > 0 ? x : 0.01 * x, x -> x > 0 ? 1 : 0.01, x -> 0),
    /** x Phi(x) with the normal distribution function, exactly (Hendrycks and Gimpel, arXiv:1606.08415, section 2). */
    GELU(x -> x * normalCdf(x), x -> normalCdf(x) + x * normalPdf(x), x -> (2 - x * x) * normalPdf(x)),
    TANH(Math::tanh, x -> sechSquared(x), x -> -2 * Math.tanh(x) * sechSquared(x)),
    SIGMOID(
            Activation::sigmoid,
            x -> sigmoid(x) * sigmoid(-x),
            x -> sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x))),
    /** log(1 + e^x). */
    SOFTPLUS(
            x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
            Activation::sigmoid,
            x -> sigmoid(x) * sigmoid(-x)),
    SIN(Math::sin, Math::cos, x -> -Math.sin(x)),
    SQUARE(x -> x * x, x -> 2 * x, x -> 2),
    /** x sigmoid(x), in shape close to GELU and much cheaper (Elfwing, Uchibe, Doya, Neural Networks 107, 3 (2018), equation 1). */
    SILU(
            x -> x * sigmoid(x),
            x -> sigmoid(x) * (1 + x * sigmoid(-x)),
            x -> sigmoid(x) * sigmoid(-x) * (2 + x * (sigmoid(-x) - sigmoid(x))));

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator first;
    private final DoubleUnaryOperator second;

    Activation(DoubleUnaryOperator value, DoubleUnaryOperator first, DoubleUnaryOperator second) {
        this.value = value;
        this.first = first;
        this.second = second;
    }

    public double value(double x) {
        return value.applyAsDouble(x);
    }

    /** The first derivative at x. */
    public double first(double x) {
        return first.applyAsDouble(x);
    }

    /** The second derivative at x. */
    public double second(double x) {
        return second.applyAsDouble(x);
    }

    /** Writes the values at the first {@code count} entries of x to y, which may be x itself. */
    public void values(double[] x, double[] y, int count) {
        switch (this) {
            case IDENTITY -> System.arraycopy(x, 0, y, 0, count);
            case RELU -> Kernels.best().relu(x, 0, y, 0, count);
            case TANH -> Kernels.best().tanh(x, 0, y, 0, count);
            case SIGMOID -> Kernels.best().sigmoid(x, 0, y, 0, count);
            case SILU -> {
                double[] factor = x == y ? Arrays.copyOf(x, count) : x;
                Kernels.best().sigmoid(x, 0, y, 0, count);
                Kernels.best().schur(factor, 0, y, 0, count);
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    y[i] = value.applyAsDouble(x[i]);
                }
            }
        }
    }

    /** Writes the first derivatives at the first {@code count} entries of x to {@code slope}, which may be x itself. */
    public void slopes(double[] x, double[] slope, int count) {
        switch (this) {
            case IDENTITY -> Arrays.fill(slope, 0, count, 1);
            case RELU -> {
                Kernels.best().relu(x, 0, slope, 0, count);
                // One step a loop and no branch: the compiler makes vector instructions of it, and signs are not
                // predictable.
                for (int i = 0; i < count; i++) {
                    slope[i] = Math.signum(slope[i]);
                }
            }
            case TANH -> bell(2, 4, x, slope, count);
            case SIGMOID -> bell(1, 1, x, slope, count);
            case SILU -> {
                double[] at = x == slope ? Arrays.copyOf(x, count) : x;
                for (int i = 0; i < count; i++) {
                    slope[i] = -Math.abs(at[i]);
                }
                Kernels.best().exp(slope, 0, slope, 0, count);
                for (int i = 0; i < count; i++) {
                    double u = slope[i];
                    slope[i] = ((at[i] < 0 ? u : 1) + at[i] * u / (1 + u)) / (1 + u);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    slope[i] = first.applyAsDouble(x[i]);
                }
            }
        }
    }

    /** factor u/(1 + u)^2 with u = exp(-|rate x|): the derivative of the sigmoid, and with rate 2 and factor 4 that of tanh. */
    private static void bell(double rate, double factor, double[] x, double[] slope, int count) {
        for (int i = 0; i < count; i++) {
            slope[i] = -rate * Math.abs(x[i]);
        }
        Kernels.best().exp(slope, 0, slope, 0, count);
        for (int i = 0; i < count; i++) {
            double u = slope[i];
            slope[i] = factor * u / ((1 + u) * (1 + u));
        }
    }

    private static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    private static double sechSquared(double x) {
        double sech = 1 / Math.cosh(x);
        return sech * sech;
    }

    private static double normalCdf(double x) {
        return 0.5 * Erfc.value(-x / Math.sqrt(2));
    }

    private static double normalPdf(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
