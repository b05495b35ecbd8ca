package org.ketwork.bridge.resonance;

/**
 * Stochastic resonance of a particle in the double well V(x) = x^4/4 - x^2/2 under a weak force A cos(Omega t), in the two-state
 * approximation of McNamara and Wiesenfeld (Phys. Rev. A 39, 4854, 1989): only hops between the minima at +-1 over the barrier
 * Delta V = 1/4 count, at the rate of Kramers. The noise xi has <xi(t) xi(s)> = 2 D delta(t - s). Good for D well below the
 * barrier; {@link QuarticWell} gives the exact linear response.
 */
public final class TwoStateResonance {
    /** Delta V. */
    public static final double BARRIER = 0.25;

    private TwoStateResonance() {}

    /** r = exp(-Delta V / D) / (sqrt(2) pi): hops per unit time out of one well (Kramers 1940). */
    public static double hoppingRate(double noise) {
        requirePositive(noise);
        return Math.exp(-BARRIER / noise) / (Math.sqrt(2) * Math.PI);
    }

    /**
     * The signal-to-noise ratio pi (A / D)^2 r to leading order in A, in units of frequency: the power of the line at Omega over
     * the spectral density of the noise there. Largest at D = Delta V / 2, whatever the frequency.
     */
    public static double signalToNoise(double noise, double amplitude) {
        return Math.PI * amplitude * amplitude / (noise * noise) * hoppingRate(noise);
    }

    /** The spectral power amplification (response amplitude / A)^2 = D^-2 4 r^2 / (4 r^2 + Omega^2). */
    public static double amplification(double noise, double frequency) {
        double rate = 2 * hoppingRate(noise);
        return rate * rate / (noise * noise * (rate * rate + frequency * frequency));
    }

    private static void requirePositive(double noise) {
        if (!(noise > 0)) {
            throw new IllegalArgumentException("noise intensity must be positive, got " + noise);
        }
    }
}
