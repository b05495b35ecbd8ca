package org.ketwork.quantum.space;

import java.util.OptionalInt;
import org.ketwork.numerics.random.RandomStream;

/**
 * The configurations of a many-body system: each of N sites is on one of a few levels, numbered from 0, possibly under a conserved
 * quantity. A configuration is N bytes.
 */
public sealed interface StateSpace permits Spins, Bosons {
    int sites();

    /** Levels of one site. */
    int levels();

    /** What a level is worth in the eyes of an operator or a network: the eigenvalue of σᶻ, or the number of particles. */
    double value(int level);

    /** Whether the N bytes from {@code offset} on are a configuration of this space, its conserved quantity included. */
    boolean contains(byte[] levels, int offset);

    /** How many configurations there are; infinite beyond the range of double. */
    double size();

    /** Writes a configuration drawn uniformly. */
    void random(byte[] levels, int offset, RandomStream random);

    /** All configurations in lexicographic order of their levels, site 0 first. */
    Configurations all();

    /** Whether a conserved quantity restricts the configurations. */
    boolean constrained();

    /** The conserved sum of the levels of all sites, which counts spins down, or particles; empty if nothing is conserved. */
    OptionalInt levelSum();
}
