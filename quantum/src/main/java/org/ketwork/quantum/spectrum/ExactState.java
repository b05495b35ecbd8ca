package org.ketwork.quantum.spectrum;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.measure.SchmidtSpectrum;
import org.ketwork.quantum.space.StateSpace;

/**
 * A normalised pure state as the list of its amplitudes.
 *
 * @param re real parts in the order of {@link StateSpace#all}; the array itself
 * @param im imaginary parts; empty if all amplitudes are real
 */
public record ExactState(StateSpace space, double[] re, double[] im) {
    /** Entries of the matrix that a cut makes of a state. */
    private static final double MOST = 1 << 27;

    public ExactState {
        if (re.length != space.size() || (im.length != 0 && im.length != re.length)) {
            throw new IllegalArgumentException("a state of %.0f configurations needs as many amplitudes, got %d and %d"
                    .formatted(space.size(), re.length, im.length));
        }
    }

    /**
     * The state along these amplitudes, divided by their norm.
     *
     * @throws IllegalArgumentException if the norm is zero or not finite
     */
    public static ExactState normalised(StateSpace space, double[] re, double[] im) {
        double largest = 0;
        for (double x : re) {
            largest = Math.max(largest, Math.abs(x));
        }
        for (double y : im) {
            largest = Math.max(largest, Math.abs(y));
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the amplitudes of a state must be finite and not all zero");
        }
        ExactState state = new ExactState(space, scaled(re, 1 / largest), scaled(im, 1 / largest));
        double norm = Math.sqrt(squares(state.re) + squares(state.im));
        return new ExactState(space, scaled(state.re, 1 / norm), scaled(state.im, 1 / norm));
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * factor;
        }
        return y;
    }

    private static double squares(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    /** All configurations with the same amplitude; on free spins that is all spins along +x. */
    public static ExactState uniform(StateSpace space) {
        double[] re = new double[new Codes(space).size()];
        Arrays.fill(re, 1 / Math.sqrt(re.length));
        return new ExactState(space, re, new double[0]);
    }

    /** One configuration, given by its levels. */
    public static ExactState configuration(StateSpace space, byte[] levels) {
        if (levels.length != space.sites() || !space.contains(levels, 0)) {
            throw new IllegalArgumentException(Arrays.toString(levels) + " is no configuration of " + space);
        }
        Codes codes = new Codes(space);
        double[] re = new double[codes.size()];
        re[codes.rank(codes.code(levels, 0))] = 1;
        return new ExactState(space, re, new double[0]);
    }

    public boolean isReal() {
        return im.length == 0;
    }

    public int size() {
        return re.length;
    }

    /** ⟨ψ|A|ψ⟩. */
    public double expectation(ConfigurationOperator operator, Workers workers) {
        return vector(operator).dot(image(operator, workers), workers).re();
    }

    /** ⟨ψ|A²|ψ⟩ − ⟨ψ|A|ψ⟩², as the squared norm of (A − ⟨A⟩)ψ, which keeps its digits near an eigenstate. */
    public double variance(ConfigurationOperator operator, Workers workers) {
        Vector vector = vector(operator);
        Vector image = image(operator, workers);
        double mean = vector.dot(image, workers).re();
        workers.forEach(Vector.stretches(re.length), s -> image.addStretch(-mean, 0, vector, s));
        return image.dot(image, workers).re();
    }

    private Vector image(ConfigurationOperator operator, Workers workers) {
        if (!operator.space().equals(space)) {
            throw new IllegalArgumentException(
                    "an operator on " + operator.space() + " does not act on a state of " + space);
        }
        Vector vector = vector(operator);
        Vector image = Vector.zero(re.length, vector.isReal());
        new Product(operator, new Configured(new Codes(space)), workers).apply(vector, image, workers);
        return image;
    }

    /** Its amplitudes, complex if the operator makes them so. */
    private Vector vector(ConfigurationOperator operator) {
        return new Vector(re, isReal() && !operator.isReal() ? new double[re.length] : im);
    }

    /** |⟨ψ|φ⟩|². */
    public double fidelity(ExactState other) {
        if (!other.space.equals(space)) {
            throw new IllegalArgumentException("states of " + space + " and " + other.space + " have no overlap");
        }
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < re.length; i++) {
            double a = isReal() ? 0 : im[i];
            double b = other.isReal() ? 0 : other.im[i];
            real += re[i] * other.re[i] + a * b;
            imaginary += re[i] * b - a * other.re[i];
        }
        return real * real + imaginary * imaginary;
    }

    /**
     * The Schmidt weights of the cut between the given sites and the others: all those of the smaller part.
     *
     * @throws InvalidInputException if the state, as a matrix of one part against the other, has more than 2^27 entries
     */
    public SchmidtSpectrum schmidt(int... sites) {
        boolean[] inside = new boolean[space.sites()];
        for (int site : sites) {
            if (site < 0 || site >= inside.length || inside[site]) {
                throw new IllegalArgumentException("a part of " + inside.length
                        + " sites is a list of different ones, got " + Arrays.toString(sites));
            }
            inside[site] = true;
        }
        if (2 * sites.length > inside.length) {
            // Both parts of a pure state have the same spectrum, and the smaller matrix is the cheaper one.
            for (int i = 0; i < inside.length; i++) {
                inside[i] = !inside[i];
            }
        }
        int small = Math.min(sites.length, inside.length - sites.length);
        if (Math.pow(space.levels(), inside.length) > MOST) {
            throw new InvalidInputException(
                    "the entanglement of a part is computed for up to 2^27 = %.0f configurations, got %.3g"
                            .formatted(MOST, Math.pow(space.levels(), inside.length)));
        }
        int rows = (int) Math.pow(space.levels(), small);
        int columns = (int) Math.pow(space.levels(), inside.length - small);
        Matrix real = Matrix.zeros(rows, columns);
        Matrix imaginary = Matrix.zeros(isReal() ? 0 : rows, isReal() ? 0 : columns);
        fill(inside, columns, real, imaginary);
        double[] ascending = isReal()
                ? SymmetricEigen.values(real.times(real.transpose()))
                : HermitianEigen.values(ComplexMatrix.of(real, imaginary)
                        .times(ComplexMatrix.of(real, imaginary).adjoint()));
        double[] spectrum = new double[ascending.length];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = Math.max(0, ascending[spectrum.length - 1 - i]);
        }
        return new SchmidtSpectrum(spectrum);
    }

    /** Writes ψ as a matrix of the configurations of one part against those of the other. */
    private void fill(boolean[] inside, int columns, Matrix real, Matrix imaginary) {
        Codes codes = new Codes(space);
        int n = inside.length;
        int levels = space.levels();
        long[] block = new long[1 << 10];
        byte[] configurations = new byte[block.length * n + Codes.SLACK];
        for (int first = 0; first < re.length; first += block.length) {
            int count = Math.min(block.length, re.length - first);
            codes.list(first, count, block);
            codes.levels(block, count, configurations);
            for (int i = 0; i < count; i++) {
                int row = 0;
                int column = 0;
                for (int site = 0; site < n; site++) {
                    int level = configurations[i * n + site];
                    if (inside[site]) {
                        row = row * levels + level;
                    } else {
                        column = column * levels + level;
                    }
                }
                real.data()[row * columns + column] = re[first + i];
                if (!isReal()) {
                    imaginary.data()[row * columns + column] = im[first + i];
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactState that
                && space.equals(that.space)
                && Arrays.equals(re, that.re)
                && Arrays.equals(im, that.im);
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + Arrays.hashCode(re);
    }

    @Override
    public String toString() {
        return "ExactState[" + re.length + " amplitudes on " + space + "]";
    }
}
