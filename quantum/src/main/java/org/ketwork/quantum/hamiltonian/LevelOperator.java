package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** An operator on sites of many levels whose matrix elements are sums of tables over the levels of one site or two. */
final class LevelOperator implements ConfigurationOperator {
    private final Bosons space;
    private final List<Part> diagonal;
    private final List<Transition> transitions;
    private final boolean conserves;

    /** A multiple of a function of the levels of two sites, or of one if they are the same. */
    private record Part(int i, int j, double factor, Table table) {
        void addTo(Configurations at, double[] re, double[] im, boolean real) {
            byte[] levels = at.levels();
            int n = at.sites();
            int d = at.space().levels();
            for (int row = 0, base = 0; row < at.rows(); row++, base += n) {
                int entry = i == j ? levels[base + i] : levels[base + i] * d + levels[base + j];
                re[row] += factor * table.re[entry];
                if (!real) {
                    im[row] += factor * table.im[entry];
                }
            }
        }
    }

    /** Values at (level of i) · (levels) + (level of j), or at the level of the one site; shared among bonds. */
    record Table(double[] re, double[] im) {
        static Table real(double... values) {
            return new Table(values, new double[values.length]);
        }

        /** Of the real parts. */
        double mean(double[] probabilities) {
            double sum = 0;
            for (int i = 0; i < re.length; i++) {
                sum += probabilities[i] * re[i];
            }
            return sum;
        }

        boolean isReal() {
            for (double value : im) {
                if (value != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record LevelTransition(Move move, List<Part> parts, boolean isReal) implements Transition {
        @Override
        public void elements(Configurations at, double[] re, double[] im) {
            Arrays.fill(re, 0, at.rows(), 0);
            if (!isReal) {
                Arrays.fill(im, 0, at.rows(), 0);
            }
            for (Part part : parts) {
                part.addTo(at, re, im, isReal);
            }
        }
    }

    private LevelOperator(Bosons space, List<Part> diagonal, Map<Move, List<Part>> moves) {
        this.space = space;
        this.diagonal = List.copyOf(diagonal);
        List<Transition> found = new ArrayList<>();
        moves.forEach((move, parts) -> found.add(
                new LevelTransition(move, List.copyOf(parts), parts.stream().allMatch(part -> part.table.isReal()))));
        this.transitions = List.copyOf(found);
        this.conserves = moves.keySet().stream()
                .allMatch(move -> Arrays.stream(move.shifts()).sum() == 0);
    }

    /** Adds up tables. */
    static final class Builder {
        private final Bosons space;
        private final List<Part> diagonal = new ArrayList<>();
        private final Map<Move, List<Part>> moves = new LinkedHashMap<>();

        Builder(Bosons space) {
            this.space = space;
        }

        /** A diagonal function of the level of each site. */
        Builder addOnEachSite(Table table) {
            for (int i = 0; i < space.sites(); i++) {
                diagonal.add(new Part(i, i, 1, table));
            }
            return this;
        }

        /** A diagonal function of the levels of two sites. */
        Builder addDiagonal(int i, int j, double factor, Table table) {
            if (factor != 0) {
                diagonal.add(new Part(i, j, factor, table));
            }
            return this;
        }

        /** Matrix elements of a move that depend on the levels of two sites before it; they must be 0 where it does not fit. */
        Builder addMove(Move move, int i, int j, double factor, Table table) {
            if (factor != 0) {
                moves.computeIfAbsent(move, none -> new ArrayList<>()).add(new Part(i, j, factor, table));
            }
            return this;
        }

        LevelOperator build(String what) {
            LevelOperator operator = new LevelOperator(space, diagonal, moves);
            if (space.constrained() && !operator.conserves) {
                throw new InvalidInputException(what + " does not conserve the number of particles, so it cannot act on"
                        + " bosons whose number is fixed to "
                        + space.particles().orElseThrow()
                        + "; leave out the constraint");
            }
            return operator;
        }
    }

    @Override
    public Bosons space() {
        return space;
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        Arrays.fill(values, 0, at.rows(), 0);
        for (Part part : diagonal) {
            part.addTo(at, values, values, true);
        }
    }

    @Override
    public double infiniteTemperature() {
        double[] ofOne = space.levelProbabilities();
        double[] ofTwo = space.sites() > 1 ? space.pairProbabilities() : new double[0];
        double sum = 0;
        for (Part part : diagonal) {
            sum += part.factor * part.table.mean(part.i == part.j ? ofOne : ofTwo);
        }
        return sum;
    }

    @Override
    public List<Transition> transitions() {
        return transitions;
    }

    @Override
    public boolean conservesTotal() {
        return conserves;
    }
}
