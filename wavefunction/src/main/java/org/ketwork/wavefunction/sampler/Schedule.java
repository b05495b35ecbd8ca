package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.InvalidInputException;

/**
 * How long Markov chains run and what is kept of them. A sweep is as many proposals as there are sites.
 *
 * @param chains how many run side by side
 * @param samples draws kept per call, of all chains together; rounded up to a multiple of the chains
 * @param sweeps sweeps from one kept draw of a chain to the next
 * @param warmUp sweeps before the first call
 * @param discarded sweeps at the begin of each call that are not kept, for the wavefunction has changed since the last
 */
public record Schedule(int chains, int samples, int sweeps, int warmUp, int discarded) {
    public Schedule {
        if (chains < 1) {
            throw new InvalidInputException("the number of chains must be at least 1, got " + chains);
        }
        if (samples < chains) {
            throw new InvalidInputException("the number of samples must be at least the number of chains, " + chains
                    + ", so that each chain gives one; got " + samples);
        }
        if (sweeps < 1) {
            throw new InvalidInputException("the sweeps between two samples must be at least 1, got " + sweeps);
        }
        if (warmUp < 0 || discarded < 0) {
            throw new InvalidInputException("the sweeps of warm-up and the discarded sweeps must be at least 0, got "
                    + warmUp + " and " + discarded);
        }
    }

    /** One sweep between samples, 100 to warm up, none discarded at later calls. */
    public static Schedule of(int chains, int samples) {
        return new Schedule(chains, samples, 1, 100, 0);
    }

    /** Draws each chain keeps per call. */
    public int length() {
        return Math.ceilDiv(samples, chains);
    }
}
