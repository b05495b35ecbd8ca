package org.ketwork.quantum.hamiltonian;

import java.util.List;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;

/** |Σ_i exp(iφ_i) σᶻ_i|² / N as the square of a sum, N steps instead of N². */
final class LongitudinalStructureFactor implements ConfigurationOperator {
    private final Spins space;
    private final double[] cosines;
    private final double[] sines;

    LongitudinalStructureFactor(Spins space, double[] phases) {
        this.space = space;
        this.cosines = new double[phases.length];
        this.sines = new double[phases.length];
        for (int i = 0; i < phases.length; i++) {
            cosines[i] = Math.cos(phases[i]);
            sines[i] = Math.sin(phases[i]);
        }
    }

    @Override
    public Spins space() {
        return space;
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        int n = space.sites();
        byte[] levels = at.levels();
        for (int row = 0, base = 0; row < at.rows(); row++, base += n) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                int value = 1 - 2 * levels[base + i];
                re += value * cosines[i];
                im += value * sines[i];
            }
            values[row] = (re * re + im * im) / n;
        }
    }

    /** Σ_i |exp(iφ_i)|² / N. */
    @Override
    public double infiniteTemperature() {
        return 1;
    }

    @Override
    public List<Transition> transitions() {
        return List.of();
    }

    @Override
    public boolean conservesTotal() {
        return true;
    }
}
