package org.ketwork.quantum.spectrum;

import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;
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
                1e-10,
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
        throw new UnsupportedOperationException("" + workers);
    }
}
