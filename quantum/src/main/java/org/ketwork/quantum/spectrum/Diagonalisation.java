package org.ketwork.quantum.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.lattice.SymmetrySector;

/**
 * The task of finding the lowest levels of an operator.
 *
 * @param operator Hermitian
 * @param levels how many of the lowest levels are wanted, degenerate ones counted as often as they occur
 * @param sector the symmetry to which the states are restricted, if any
 * @param tolerance a level is accepted when ‖Aψ − Eψ‖ is at most this times the largest of |E| and 1; the error of E is of the order
 *     of its square
 * @param memory bytes that may be used
 * @param start where the random numbers of the first vector come from
 */
public record Diagonalisation(
        ConfigurationOperator operator,
        int levels,
        Optional<SymmetrySector> sector,
        double tolerance,
        long memory,
        RandomAddress start) {
    /** Up to so many states the whole matrix is decomposed, */
    private static final int SMALL = 512;
    /** and also if there are fewer than so many states for each level that is wanted. */
    private static final int FEW = 20;
    /** Vectors that Lanczos keeps, beside those for the levels: with more, orthogonalising costs more than restarts do. */
    private static final int MOST = 45;

    private static final double GIB = 1L << 30;

    public Diagonalisation {
        if (levels < 1) {
            throw new InvalidInputException("at least 1 level is computed, got " + levels);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new InvalidInputException("the tolerance of a level must be in (0, 1), got " + tolerance);
        }
    }

    /** The ground state, to nearly all digits, in nine tenths of the memory that this process may have. */
    public static Diagonalisation of(ConfigurationOperator operator) {
        return new Diagonalisation(
                operator,
                1,
                Optional.empty(),
                1e-9,
                Runtime.getRuntime().maxMemory() / 10 * 9,
                RandomAddress.root(1).at("diagonalisation"));
    }

    public Diagonalisation withLevels(int count) {
        return new Diagonalisation(operator, count, sector, tolerance, memory, start);
    }

    /** Restricts the states to a symmetry, which the operator must have. */
    public Diagonalisation in(SymmetrySector symmetry) {
        return new Diagonalisation(operator, levels, Optional.of(symmetry), tolerance, memory, start);
    }

    public Diagonalisation withTolerance(double value) {
        return new Diagonalisation(operator, levels, sector, value, memory, start);
    }

    public Diagonalisation withMemory(long bytes) {
        return new Diagonalisation(operator, levels, sector, tolerance, bytes, start);
    }

    public Diagonalisation startingAt(RandomAddress address) {
        return new Diagonalisation(operator, levels, sector, tolerance, memory, address);
    }

    /**
     * Computes the levels: from the whole matrix if it is small, by Lanczos otherwise.
     *
     * @throws InvalidInputException if the operator does not have the symmetry, there are fewer states than levels, or the memory does
     *     not suffice, with the bytes that would
     */
    public ExactSpectrum solve(Workers workers) {
        Codes codes = new Codes(operator.space());
        requireMemory(codes.bytes() + (long) Orbits.BYTES * (sector.isPresent() ? codes.size() : 0), codes.size());
        if (sector.isPresent()) {
            Invariance.require(operator, codes, sector.get(), start.at("invariance"));
        }
        Basis basis = sector.isPresent() ? new Orbits(codes, sector.get()) : new Configured(codes);
        if (levels > basis.size()) {
            throw new InvalidInputException(
                    "there are " + basis.size() + " states in all, so that " + levels + " levels cannot be computed");
        }
        return basis.size() <= SMALL || basis.size() < FEW * levels
                ? decompose(basis, workers)
                : iterate(basis, workers);
    }

    private void requireMemory(long bytes, int states) {
        if (bytes > memory) {
            throw new InvalidInputException("%s among %,d states need%s %.3g GiB of memory, %.3g GiB may be used"
                    .formatted(
                            levels == 1 ? "the lowest level" : levels + " levels",
                            states,
                            levels == 1 ? "s" : "",
                            bytes / GIB,
                            memory / GIB));
        }
    }

    private ExactSpectrum decompose(Basis basis, Workers workers) {
        int n = basis.size();
        // The matrix, its copy, its eigenvectors and their working space.
        requireMemory(6 * 16L * n * n, n);
        Product product = new Product(operator, basis, workers);
        boolean real = product.isReal();
        ComplexMatrix matrix = ComplexMatrix.zeros(n, n);
        Vector column = Vector.zero(n, real);
        for (int j = 0; j < n; j++) {
            Vector unit = Vector.zero(n, real);
            unit.re()[j] = 1;
            product.apply(unit, column, workers);
            for (int i = 0; i < n; i++) {
                matrix.set(i, j, column.re()[i], real ? 0 : column.im()[i]);
            }
        }
        ComplexMatrix states;
        if (real) {
            states = ComplexMatrix.real(SymmetricEigen.of(matrix.re()).vectors());
        } else {
            states = HermitianEigen.of(matrix).vectors();
        }
        List<Vector> vectors = new ArrayList<>();
        for (int k = 0; k < levels; k++) {
            vectors.add(new Vector(
                    states.re().column(k), real ? new double[0] : states.im().column(k)));
        }
        return measure(product, vectors, 0, workers);
    }

    private ExactSpectrum iterate(Basis basis, Workers workers) {
        int band = Math.max(2, levels);
        // Before the diagonal is laid out; complex vectors, of which only the product knows, take twice as much.
        requireMemory(basis.bytes() + (3L + BandLanczos.least(levels, band)) * 8 * basis.size(), basis.size());
        Product product = new Product(operator, basis, workers);
        long bytes = (product.isReal() ? 8L : 16L) * basis.size();
        // Beside the vectors of the method: the diagonal, the amplitudes that a product reads, and a vector in the
        // making.
        long others = basis.bytes() + 3 * bytes;
        requireMemory(others + BandLanczos.least(levels, band) * bytes, basis.size());
        int most = (int) Math.min(MOST + 3L * levels, Math.min((memory - others) / bytes, basis.size()));
        BandLanczos lanczos = new BandLanczos(product, levels, band, most, tolerance, start, workers);
        List<Vector> vectors = lanczos.run();
        return measure(product, vectors, lanczos.products(), workers);
    }

    /** Energies and residuals from the vectors themselves. */
    private ExactSpectrum measure(Product product, List<Vector> vectors, int products, Workers workers) {
        double[] energies = new double[levels];
        double[] residuals = new double[levels];
        for (int k = 0; k < levels; k++) {
            Vector vector = vectors.get(k);
            Vector image = Vector.zero(vector.size(), vector.isReal());
            product.apply(vector, image, workers);
            energies[k] = vector.dot(image, workers).re();
            double energy = energies[k];
            workers.forEach(Vector.stretches(vector.size()), s -> image.addStretch(-energy, 0, vector, s));
            residuals[k] = image.norm(workers);
        }
        return new ExactSpectrum(product.basis(), energies, residuals, vectors, products, tolerance);
    }
}
