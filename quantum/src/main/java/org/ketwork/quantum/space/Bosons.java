package org.ketwork.quantum.space;

import java.util.OptionalInt;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomStream;

/**
 * Bosons in the basis of occupation numbers.
 *
 * @param most the cut-off: particles on one site at most
 * @param particles their total number, if it is conserved
 */
public record Bosons(int sites, int most, OptionalInt particles) implements StateSpace {
    public Bosons {
        if (sites < 1) {
            throw new InvalidInputException("a system has at least 1 site, got " + sites);
        }
        if (most < 1 || most > 100) {
            throw new InvalidInputException("the cut-off must be from 1 to 100 particles a site, got " + most);
        }
        if (particles.isPresent() && (particles.getAsInt() < 0 || particles.getAsInt() > (long) sites * most)) {
            throw new InvalidInputException(
                    "on " + sites + " sites of at most " + most + " particles there is room for 0 to "
                            + (long) sites * most + " particles, got " + particles.getAsInt());
        }
    }

    @Override
    public int levels() {
        return most + 1;
    }

    @Override
    public double value(int level) {
        return level;
    }

    @Override
    public boolean constrained() {
        return particles.isPresent();
    }

    @Override
    public boolean contains(byte[] levels, int offset) {
        int total = 0;
        for (int i = 0; i < sites; i++) {
            int level = levels[offset + i];
            if (level < 0 || level > most) {
                return false;
            }
            total += level;
        }
        return particles.isEmpty() || total == particles.getAsInt();
    }

    @Override
    public double size() {
        return particles.isEmpty() ? Math.pow(most + 1.0, sites) : ways()[sites][particles.getAsInt()];
    }

    /** ways[s][n]: how n particles fit on s sites. */
    private double[][] ways() {
        int total = particles.orElse(0);
        double[][] ways = new double[sites + 1][total + 1];
        ways[0][0] = 1;
        for (int s = 1; s <= sites; s++) {
            for (int n = 0; n <= total; n++) {
                for (int k = 0; k <= Math.min(most, n); k++) {
                    ways[s][n] += ways[s - 1][n - k];
                }
            }
        }
        return ways;
    }

    @Override
    public void random(byte[] levels, int offset, RandomStream random) {
        if (particles.isEmpty()) {
            for (int i = 0; i < sites; i++) {
                levels[offset + i] = (byte) random.nextInt(most + 1);
            }
            return;
        }
        double[][] ways = ways();
        int left = particles.getAsInt();
        for (int i = 0; i < sites; i++) {
            int others = sites - i - 1;
            double u = random.nextDouble() * ways[others + 1][left];
            int level = Math.max(0, left - others * most);
            while (level < Math.min(most, left) && u >= ways[others][left - level]) {
                u -= ways[others][left - level];
                level++;
            }
            levels[offset + i] = (byte) level;
            left -= level;
        }
    }

    @Override
    public Configurations all() {
        return Configurations.allOf(this);
    }
}
