package org.ketwork.quantum.transport;

/**
 * Two coupled sites in closed form. Integrating the equations of {@link Transport} over all times eliminates the coherence, which
 * leaves a classical two-site hopping process with the rate w = 2 J^2 g / (g^2 + Delta^2), where g = gamma + k/2 + Gamma is the
 * total decay rate of the coherence; exact, not an approximation. w is largest at g = |Delta|: less noise localises, more noise
 * freezes (the Zeno side).
 *
 * @param coupling J
 * @param detuning Delta, the energy difference of the sites
 * @param sinkRate k of the second site, positive
 * @param lossRate Gamma of both sites, not negative
 */
public record Dimer(double coupling, double detuning, double sinkRate, double lossRate) {
    public Dimer {
        if (!(coupling != 0 && Double.isFinite(coupling))) {
            throw new IllegalArgumentException("coupling must be finite and not 0, got " + coupling);
        }
        if (!Double.isFinite(detuning)) {
            throw new IllegalArgumentException("detuning must be finite, got " + detuning);
        }
        if (!(sinkRate > 0) || !(lossRate >= 0)) {
            throw new IllegalArgumentException(
                    "sink rate must be positive and loss rate not negative, got " + sinkRate + " and " + lossRate);
        }
    }

    /** w, the rate of hopping between the two sites. */
    public double hoppingRate(double dephasing) {
        double g = coherenceDecay(dephasing);
        return 2 * coupling * coupling * g / (g * g + detuning * detuning);
    }

    /** eta = k w / [(Gamma + w)(Gamma + k) + Gamma w]: the stationary balance of hopping, drain and loss. */
    public double efficiency(double dephasing) {
        double w = hoppingRate(dephasing);
        return sinkRate * w / ((lossRate + w) * (lossRate + sinkRate) + lossRate * w);
    }

    /**
     * The mean transfer time 2/k + 1/w without loss.
     *
     * @throws IllegalStateException if there is loss
     */
    public double meanTransferTime(double dephasing) {
        if (lossRate != 0) {
            throw new IllegalStateException("the closed form holds without loss, got loss rate " + lossRate);
        }
        return 2 / sinkRate + 1 / hoppingRate(dephasing);
    }

    /** Whether some positive dephasing rate is better than none: |Delta| > k/2 + Gamma. */
    public boolean profitsFromDephasing() {
        return Math.abs(detuning) > sinkRate / 2 + lossRate;
    }

    /** The best dephasing rate, |Delta| - k/2 - Gamma, or 0 where dephasing only hurts. */
    public double bestDephasing() {
        return Math.max(0, Math.abs(detuning) - sinkRate / 2 - lossRate);
    }

    /** The same system for the general solver, started on the first site and drained from the second. */
    public Transport transport() {
        return new Transport(ExcitonNetwork.chain(coupling, 0, detuning), 0, 1, sinkRate, lossRate);
    }

    private double coherenceDecay(double dephasing) {
        if (!(dephasing >= 0)) {
            throw new IllegalArgumentException("dephasing rate must not be negative, got " + dephasing);
        }
        return dephasing + sinkRate / 2 + lossRate;
    }
}
