package org.ketwork.bridge.resonance;

/** Entropy terms in nats, continuous at probability 0. */
final class BinaryEntropy {
    private BinaryEntropy() {}

    /** h(p) = -p ln p - (1-p) ln(1-p). */
    static double of(double p) {
        return term(p) + term(1 - p);
    }

    /** -p ln p. */
    static double term(double p) {
        return p <= 0 ? 0 : -p * Math.log(p);
    }
}
