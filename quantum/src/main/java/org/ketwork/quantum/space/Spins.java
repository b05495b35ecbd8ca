package org.ketwork.quantum.space;

import java.util.Arrays;
import java.util.OptionalInt;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomStream;

/**
 * Spins one half in the basis of σᶻ. Level 0 is up, σᶻ = +1, and level 1 is down, σᶻ = −1, as for qubits.
 *
 * @param magnetisation Σ σᶻ, if it is conserved
 */
public record Spins(int sites, OptionalInt magnetisation) implements StateSpace {
    public Spins {
        if (sites < 1) {
            throw new InvalidInputException("a system has at least 1 site, got " + sites);
        }
        if (magnetisation.isPresent()) {
            int m = magnetisation.getAsInt();
            if (Math.abs((long) m) > sites || Math.floorMod((long) m - sites, 2) != 0) {
                throw new InvalidInputException("the magnetisation (sum of sigma^z) of " + sites + " spins is one of "
                        + -sites + ", " + (2 - sites) + ", ..., " + sites + ", got " + m);
            }
        }
    }

    /** All 2^N configurations. */
    public static Spins free(int sites) {
        return new Spins(sites, OptionalInt.empty());
    }

    /** Those with the given Σ σᶻ. */
    public static Spins withMagnetisation(int sites, int magnetisation) {
        return new Spins(sites, OptionalInt.of(magnetisation));
    }

    @Override
    public int levels() {
        return 2;
    }

    @Override
    public double value(int level) {
        return 1 - 2 * level;
    }

    @Override
    public boolean constrained() {
        return magnetisation.isPresent();
    }

    @Override
    public boolean contains(byte[] levels, int offset) {
        int down = 0;
        for (int i = 0; i < sites; i++) {
            int level = levels[offset + i];
            if (level < 0 || level > 1) {
                return false;
            }
            down += level;
        }
        return magnetisation.isEmpty() || sites - 2 * down == magnetisation.getAsInt();
    }

    @Override
    public double size() {
        if (magnetisation.isEmpty()) {
            return Math.pow(2, sites);
        }
        double ways = 1;
        int down = downSpins();
        for (int k = 1; k <= down; k++) {
            ways = ways * (sites - down + k) / k;
        }
        return Math.rint(ways);
    }

    @Override
    public OptionalInt levelSum() {
        return magnetisation.isEmpty() ? OptionalInt.empty() : OptionalInt.of(downSpins());
    }

    private int downSpins() {
        return (sites - magnetisation.orElse(sites)) / 2;
    }

    @Override
    public void random(byte[] levels, int offset, RandomStream random) {
        if (magnetisation.isEmpty()) {
            for (int i = 0; i < sites; i++) {
                levels[offset + i] = (byte) (random.nextBoolean() ? 1 : 0);
            }
            return;
        }
        Arrays.fill(levels, offset, offset + sites, (byte) 0);
        for (int site : random.choice(sites, downSpins())) {
            levels[offset + site] = 1;
        }
    }

    @Override
    public Configurations all() {
        return Configurations.allOf(this);
    }
}
