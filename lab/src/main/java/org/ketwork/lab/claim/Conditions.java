package org.ketwork.lab.claim;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Under what an experiment runs.
 *
 * @param size how much it may compute
 * @param random the address under which all its random numbers lie
 * @param workers threads for its loops; the result must not depend on their number
 */
public record Conditions(Size size, RandomAddress random, Workers workers) {}
