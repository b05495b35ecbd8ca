package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * Whether proposals stay in a space and reach all of it. Staying is tried at configurations of the space. Reaching is decided
 * exactly for small spaces; for large ones a condition that is necessary is checked: the moves must span all differences of
 * configurations.
 */
final class Reach {
    /** Spaces up to this size are searched. */
    private static final int SMALL = 1024;

    private static final int PROBES = 16;

    /** A prime for ranks over the integers; differences of levels are far smaller. */
    private static final long PRIME = 2_147_483_647L;

    private Reach() {}

    static void require(Rule rule, Offers offers, StateSpace space) {
        if (space.size() == 1) {
            return;
        }
        boolean small = space.size() <= SMALL;
        Configurations probes = small ? space.all() : random(space);
        Walk walk = new Walk(probes, small);
        Basis basis = new Basis(space);
        boolean totalChanges = false;
        List<Proposal> proposals = offers.all().stream()
                .flatMap(offer ->
                        offer.undoesItself() ? Stream.of(offer.there()) : Stream.of(offer.there(), offer.back()))
                .toList();
        for (Proposal proposal : proposals) {
            if (!walk.make(proposal)) {
                continue;
            }
            if (walk.left) {
                throw new InvalidInputException(words(rule) + " lead out of the space, in which " + total(space)
                        + " is fixed: take a rule that keeps it, such as " + keeper(space));
            }
            totalChanges |= walk.totalChanged;
            basis.add(proposal.move());
        }
        if (!space.constrained() && !totalChanges) {
            throw new InvalidInputException(
                    words(rule) + " keep " + total(space)
                            + ", which is not fixed in this space: fix it, or take a rule that changes it, such as local flips");
        }
        if (!basis.full() || (small && !walk.connected())) {
            throw new InvalidInputException(
                    words(rule) + " do not reach every configuration from every other: add moves that join the parts");
        }
    }

    private static Configurations random(StateSpace space) {
        Configurations probes = Configurations.room(space, PROBES);
        RandomAddress address = RandomAddress.root(0).at("probes of a rule");
        for (int row = 0; row < PROBES; row++) {
            space.random(probes.levels(), row * space.sites(), address.at(row).stream());
        }
        return probes;
    }

    private static String words(Rule rule) {
        return switch (rule) {
            case Rule.LocalFlip _ -> "local flips";
            case Rule.Exchange _ -> "exchanges";
            case Rule.Hop _ -> "hops";
            case Rule.OperatorMoves _ -> "the moves of the operator";
            case Rule.GlobalFlip _ -> "global flips";
            case Rule.Mixture _ -> "the mixed rules";
        };
    }

    private static String total(StateSpace space) {
        return space instanceof Spins ? "the magnetisation" : "the number of particles";
    }

    private static String keeper(StateSpace space) {
        return space instanceof Spins ? "exchanges" : "hops";
    }

    /** Makes proposals at the probes, one after another, each from the same place. */
    private static final class Walk {
        private final Configurations probes;
        private final boolean[] rows;
        private final double[][] scratch;
        private final byte[] place;
        private final Map<String, Integer> numbers = new HashMap<>();
        /** A forest over the configurations of a small space: those with a common root are joined. */
        private final int[] parent;

        private boolean left;
        private boolean totalChanged;

        Walk(Configurations probes, boolean all) {
            this.probes = probes;
            rows = new boolean[probes.rows()];
            scratch = new double[2][probes.rows()];
            place = new byte[probes.sites()];
            parent = new int[all ? probes.rows() : 0];
            for (int i = 0; i < parent.length; i++) {
                parent[i] = i;
                numbers.put(Arrays.toString(probes.row(i)), i);
            }
        }

        /** Whether the proposal is made to any probe. */
        boolean make(Proposal proposal) {
            left = false;
            totalChanged = false;
            if (proposal.mark(probes, rows, scratch) == 0) {
                return false;
            }
            int n = probes.sites();
            for (int r = 0; r < rows.length && !left; r++) {
                if (rows[r]) {
                    System.arraycopy(probes.levels(), r * n, place, 0, n);
                    proposal.move().apply(probes.space(), place, 0);
                    left = !probes.space().contains(place, 0);
                    totalChanged |= sum(place, 0, n) != sum(probes.levels(), r * n, n);
                    join(r);
                }
            }
            return true;
        }

        private static int sum(byte[] levels, int offset, int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += levels[offset + i];
            }
            return sum;
        }

        private void join(int row) {
            if (!left && parent.length > 0) {
                parent[root(row)] = root(numbers.getOrDefault(Arrays.toString(place), row));
            }
        }

        private int root(int i) {
            int at = i;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        boolean connected() {
            for (int i = 0; i < parent.length; i++) {
                if (root(i) != root(0)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The span of moves, as vectors of their shifts: modulo 2 for spins, over a large prime field for bosons. */
    private static final class Basis {
        private final int sites;
        private final long prime;
        private final int needed;
        /** In echelon form: row i, if it is there, begins with a 1 at i. */
        private final long[][] rows;

        private int rank;

        Basis(StateSpace space) {
            sites = space.sites();
            prime = space instanceof Spins ? 2 : PRIME;
            needed = space.constrained() ? sites - 1 : sites;
            rows = new long[sites][0];
        }

        boolean full() {
            return rank >= needed;
        }

        void add(Move move) {
            if (full()) {
                return;
            }
            long[] vector = new long[sites];
            for (int i = 0; i < move.sites().length; i++) {
                vector[move.sites()[i]] = Math.floorMod(move.shifts()[i], prime);
            }
            for (int pivot = 0; pivot < sites; pivot++) {
                if (vector[pivot] == 0) {
                    continue;
                }
                if (rows[pivot].length == 0) {
                    scale(vector, inverse(vector[pivot]));
                    rows[pivot] = vector;
                    rank++;
                    return;
                }
                subtract(vector, vector[pivot], rows[pivot]);
            }
        }

        private void scale(long[] vector, long factor) {
            for (int i = 0; i < sites; i++) {
                vector[i] = vector[i] * factor % prime;
            }
        }

        private void subtract(long[] vector, long factor, long[] row) {
            for (int i = 0; i < sites; i++) {
                vector[i] = Math.floorMod(vector[i] - factor * row[i] % prime, prime);
            }
        }

        /** x^(p − 2), by Fermat's little theorem. */
        private long inverse(long x) {
            long power = 1;
            long square = x;
            for (long exponent = prime - 2; exponent > 0; exponent >>= 1) {
                if ((exponent & 1) == 1) {
                    power = power * square % prime;
                }
                square = square * square % prime;
            }
            return power;
        }
    }
}
