package org.ketwork.quantum.space;

import java.util.Arrays;
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

    /** Any number of particles. */
    public static Bosons free(int sites, int most) {
        return new Bosons(sites, most, OptionalInt.empty());
    }

    /** Those with the given number of particles in all. */
    public static Bosons withParticles(int sites, int most, int particles) {
        return new Bosons(sites, most, OptionalInt.of(particles));
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
    public OptionalInt levelSum() {
        return particles;
    }

    @Override
    public double size() {
        return particles.isEmpty() ? Math.pow(most + 1.0, sites) : BoundedSums.count(sites, most, particles.getAsInt());
    }

    /** How likely each level of a site is if all configurations are equally likely. */
    public double[] levelProbabilities() {
        return probabilities(1);
    }

    /** The same of the levels of two different sites, (levels, levels) row-major. */
    public double[] pairProbabilities() {
        return probabilities(2);
    }

    private double[] probabilities(int chosen) {
        if (particles.isPresent()) {
            return BoundedSums.probabilities(chosen, sites, most, particles.getAsInt());
        }
        double[] uniform = new double[(int) Math.pow(levels(), chosen)];
        Arrays.fill(uniform, 1.0 / uniform.length);
        return uniform;
    }

    @Override
    public void random(byte[] levels, int offset, RandomStream random) {
        if (particles.isPresent()) {
            BoundedSums.random(levels, offset, sites, most, particles.getAsInt(), random);
            return;
        }
        for (int i = 0; i < sites; i++) {
            levels[offset + i] = (byte) random.nextInt(most + 1);
        }
    }

    @Override
    public Configurations all() {
        return Configurations.allOf(this);
    }
}
