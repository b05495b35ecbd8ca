package org.ketwork.quantum.transport;

import org.ketwork.numerics.matrix.Matrix;

/**
 * The seven bacteriochlorophylls of one monomer of the Fenna-Matthews-Olson complex (Prosthecochloris aestuarii), through which
 * green sulphur bacteria pass excitation to the reaction centre. Energies and couplings of Adolphs and Renger (Biophys. J. 91,
 * 2778, 2006), in wave numbers; energies relative to site 3. Sites carry the numbers of the literature, 1 to 7; light arrives at
 * 1 and 6, the reaction centre drains site 3.
 */
public final class FennaMatthewsOlson {
    public static final int SITES = 7;

    /** The site next to the reaction centre. */
    public static final int SINK_SITE = 3;

    /** Angular frequency of one wave number: 2 pi c, in rad/ps per cm^-1. */
    public static final double RADIANS_PER_PICOSECOND = 2 * Math.PI * 0.0299792458;

    /** Drain into the reaction centre, per picosecond. */
    public static final double SINK_RATE = 1;

    /** Recombination: the excitation lives one nanosecond; per picosecond. */
    public static final double LOSS_RATE = 1e-3;

    private FennaMatthewsOlson() {}

    /** The Hamiltonian in cm^-1, row and column i-1 for site i. */
    public static Matrix wavenumbers() {
        return Matrix.of(
                new double[] {215, -104.1, 5.1, -4.3, 4.7, -15.1, -7.8},
                new double[] {-104.1, 220, 32.6, 7.1, 5.4, 8.3, 0.8},
                new double[] {5.1, 32.6, 0, -46.8, 1.0, -8.1, 5.1},
                new double[] {-4.3, 7.1, -46.8, 125, -70.7, -14.7, -61.5},
                new double[] {4.7, 5.4, 1.0, -70.7, 450, 89.7, -2.5},
                new double[] {-15.1, 8.3, -8.1, -14.7, 89.7, 330, 32.7},
                new double[] {-7.8, 0.8, 5.1, -61.5, -2.5, 32.7, 280});
    }

    /** The complex with angular frequencies in rad/ps. */
    public static ExcitonNetwork network() {
        return new ExcitonNetwork(wavenumbers().scale(RADIANS_PER_PICOSECOND));
    }

    /** Excitation of one site, 1 to 7, with {@link #SINK_RATE} and {@link #LOSS_RATE}; rates in 1/ps, times in ps. */
    public static Transport startingAt(int site) {
        if (site < 1 || site > SITES) {
            throw new IllegalArgumentException("sites are numbered 1 to 7, got " + site);
        }
        return new Transport(network(), site - 1, SINK_SITE - 1, SINK_RATE, LOSS_RATE);
    }
}
