package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.Codomain;

/**
 * What one step costs, known before it is made. With n configurations and K columns of derivatives, m = 2n rows of real
 * numbers for {@link Codomain#COMPLEX} and m = n otherwise, and every multiplication of complex numbers, those of {@link Codomain#HOLOMORPHIC}, counted four
 * times, in a factor three times (Gauss's way, which takes a third real matrix):
 *
 * <ul>
 *   <li>in the space of samples the Gram matrix and a factor of m³/6 multiplications, and m² numbers;
 *   <li>in the space of parameters m K²/2 multiplications and a factor of K³/6, and K² numbers and a block of rows.
 * </ul>
 *
 * <p>Those of a Cholesky factor count one and a half times: they took 1.8 times as long as those of a product at sizes around 700, 1.2
 * times around 1800.
 *
 * @param space where they are solved
 * @param multiplications weighed as above
 * @param bytes of the matrix and its vectors, and of what is {@link #with added}
 */
public record StepCost(Space space, double multiplications, long bytes) {
    /** Bytes of the rows that are held at a time in the space of parameters, about. */
    private static final long STREAMED = 32L << 20;
    /** What a multiplication in a Cholesky factor takes, in those of a product. */
    private static final double FACTOR = 1.5;
    /** Rows that one task fills. */
    static final int ROWS = 64;

    /** The cost in the space of samples, where the Gram matrix takes so many multiplications. */
    public static StepCost inSamples(int n, int columns, Codomain codomain, double gramMultiplications) {
        double m = codomain == Codomain.COMPLEX ? 2.0 * n : n;
        int parts = codomain == Codomain.HOLOMORPHIC ? 2 : 1;
        double numbers = matrices(codomain) * m * m + parts * (12 * m + 4.0 * columns);
        return new StepCost(Space.SAMPLES, gramMultiplications + factor(m, codomain), (long) (Double.BYTES * numbers));
    }

    /** The cost in the space of parameters. */
    public static StepCost inParameters(int n, int columns, Codomain codomain) {
        double m = codomain == Codomain.COMPLEX ? 2.0 * n : n;
        double k = columns;
        int parts = codomain == Codomain.HOLOMORPHIC ? 2 : 1;
        double rows = (double) ROWS * blocks(n, columns, codomain) * columns * (codomain == Codomain.REAL ? 1 : 2);
        double numbers = matrices(codomain) * k * k + parts * 8 * k + rows + 4 * m;
        double multiplications = parts * parts * m * k * k / 2 + factor(k, codomain);
        return new StepCost(Space.PARAMETERS, multiplications, (long) (Double.BYTES * numbers));
    }

    /** Multiplications of a Cholesky factor, weighed. */
    private static double factor(double size, Codomain codomain) {
        return FACTOR * matrices(codomain) * size * size * size / 6;
    }

    /** Real matrices of the size of the equations. */
    private static int matrices(Codomain codomain) {
        return codomain == Codomain.HOLOMORPHIC ? 3 : 1;
    }

    /** The cheaper one, unless a space is wished. */
    public static StepCost of(Space wish, int n, int columns, Codomain codomain, double gramMultiplications) {
        StepCost samples = inSamples(n, columns, codomain, gramMultiplications);
        StepCost parameters = inParameters(n, columns, codomain);
        return switch (wish) {
            case SAMPLES -> samples;
            case PARAMETERS -> parameters;
            case CHEAPER -> samples.multiplications <= parameters.multiplications ? samples : parameters;
        };
    }

    /** The same with so many more bytes. */
    public StepCost with(long moreBytes) {
        return new StepCost(space, multiplications, bytes + moreBytes);
    }

    /**
     * Blocks of rows held at a time in the space of parameters: a function of the problem, so that sums are the same on every machine.
     */
    static int blocks(int n, int columns, Codomain codomain) {
        long bytes = (long) ROWS * columns * Double.BYTES * (codomain == Codomain.REAL ? 1 : 2);
        return (int) Math.min(Math.ceilDiv(n, ROWS), Math.max(1, STREAMED / Math.max(1, bytes)));
    }

    /**
     * Refuses a step that takes more than so many bytes, or more numbers than an array holds.
     *
     * @throws InvalidInputException saying how much there is, how much it takes, and what to do
     */
    public void require(long most) {
        if (bytes > most) {
            throw new InvalidInputException(
                    "one step in the space of %s takes %.3g GiB of memory, more than the %.3g GiB allowed: take fewer %s, or the other space"
                            .formatted(
                                    space == Space.SAMPLES ? "samples" : "parameters",
                                    bytes * 0x1p-30,
                                    most * 0x1p-30,
                                    space == Space.SAMPLES ? "samples" : "parameters"));
        }
    }
}
