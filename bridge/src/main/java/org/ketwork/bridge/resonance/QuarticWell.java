package org.ketwork.bridge.resonance;

import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * An overdamped particle dx/dt = -V'(x) + A cos(Omega t) + xi(t), <xi(t) xi(s)> = 2 D delta(t - s), in the well
 * V(x) = a x^4/4 + b x^2/2: bistable for b < 0, monostable otherwise. Its linear response is computed from the Fokker-Planck
 * equation without further approximation.
 *
 * @param quartic a, not negative
 * @param quadratic b; must be positive if a = 0
 */
public record QuarticWell(double quartic, double quadratic) {
    /** Probability beyond exp(-50) of its peak is cut off. */
    private static final double DEPTH = 50;

    private static final int COARSE_CELLS = 1000;

    public QuarticWell {
        if (!(quartic >= 0 && Double.isFinite(quadratic)) || (quartic == 0 && !(quadratic > 0))) {
            throw new IllegalArgumentException("the well must confine: got a = " + quartic + ", b = " + quadratic);
        }
    }

    /** The double well with minima at +-1 and a barrier of 1/4. */
    public static QuarticWell bistable() {
        return new QuarticWell(1, -1);
    }

    /** A single well without a barrier. */
    public static QuarticWell monostable() {
        return new QuarticWell(1, 1);
    }

    /** The susceptibility chi = re - i im at one frequency; im is positive: the response lags behind. */
    public record Susceptibility(double re, double im) {
        public double squared() {
            return re * re + im * im;
        }
    }

    /**
     * The linear response to a force of the given frequency at noise intensity D. The fluctuation-dissipation theorem gives
     * chi = (C(0) - i Omega c) / D with C the autocorrelation of the undriven particle and c its one-sided Fourier transform,
     * c = <x, (i Omega - L)^-1 x> in the equilibrium distribution, L the backward Fokker-Planck operator.
     */
    public Susceptibility susceptibility(double noise, double frequency) {
        if (!(noise > 0) || !(frequency > 0)) {
            throw new IllegalArgumentException(
                    "noise intensity and frequency must be positive, got " + noise + " and " + frequency);
        }
        // The grid's error falls as h^2; one step of Richardson's extrapolation takes the leading term away.
        Susceptibility coarse = onGrid(noise, frequency, COARSE_CELLS);
        Susceptibility fine = onGrid(noise, frequency, 2 * COARSE_CELLS);
        return new Susceptibility((4 * fine.re - coarse.re) / 3, (4 * fine.im - coarse.im) / 3);
    }

    /** Spectral power amplification |chi|^2. */
    public double amplification(double noise, double frequency) {
        return susceptibility(noise, frequency).squared();
    }

    /**
     * The signal-to-noise ratio pi A^2 |chi|^2 / S(Omega) to leading order in A, where the spectral density of the undriven
     * particle is S = 2 D im / Omega by the fluctuation-dissipation theorem.
     */
    public double signalToNoise(double noise, double frequency, double amplitude) {
        Susceptibility chi = susceptibility(noise, frequency);
        return Math.PI * amplitude * amplitude * chi.squared() * frequency / (2 * noise * chi.im);
    }

    /**
     * The amplification at several noise intensities, from one simulated run each under a force of amplitude A, by Euler and
     * Maruyama's rule from x(0) = 0. The response at the frequency of the force is read out in the first and the second half of
     * the run; the product of the two readings is free of the bias that the noise gives to the square of one. The runs share their
     * random numbers, drawn at the address.
     *
     * @param noises D, none negative
     * @param periods of the force in each half; one more goes before them and is not counted
     * @param stepsPerPeriod time steps; the step must stay well below 1 over the curvature of the well where the particles move
     */
    public double[] simulatedAmplification(
            double[] noises,
            double frequency,
            double amplitude,
            int periods,
            int stepsPerPeriod,
            RandomAddress address) {
        if (!(frequency > 0) || !(amplitude > 0) || periods < 1 || stepsPerPeriod < 1) {
            throw new IllegalArgumentException("frequency, amplitude, periods and steps must be positive, got "
                    + frequency + ", " + amplitude + ", " + periods + ", " + stepsPerPeriod);
        }
        int runs = noises.length;
        double dt = 2 * Math.PI / (frequency * stepsPerPeriod);
        double[] kicks = new double[runs];
        for (int r = 0; r < runs; r++) {
            if (!(noises[r] >= 0)) {
                throw new IllegalArgumentException("noise intensity must not be negative, got " + noises[r]);
            }
            kicks[r] = Math.sqrt(2 * noises[r] * dt);
        }
        RandomStream stream = address.stream();
        double[] x = new double[runs];
        double[][] inPhase = new double[2][runs];
        double[][] quadrature = new double[2][runs];
        for (int period = -1; period < 2 * periods; period++) {
            for (int s = 0; s < stepsPerPeriod; s++) {
                double cos = Math.cos(2 * Math.PI * s / stepsPerPeriod);
                if (period >= 0) {
                    double sin = Math.sin(2 * Math.PI * s / stepsPerPeriod);
                    accumulate(inPhase[period / periods], cos, x);
                    accumulate(quadrature[period / periods], sin, x);
                }
                step(x, dt, amplitude * cos, kicks, stream.nextNormal());
            }
        }
        double scale = 2 / (amplitude * periods * stepsPerPeriod);
        double[] amplification = new double[runs];
        for (int r = 0; r < runs; r++) {
            amplification[r] = scale * scale * (inPhase[0][r] * inPhase[1][r] + quadrature[0][r] * quadrature[1][r]);
        }
        return amplification;
    }

    private void step(double[] x, double dt, double force, double[] kicks, double normal) {
        for (int r = 0; r < x.length; r++) {
            x[r] += dt * (force - x[r] * (quartic * x[r] * x[r] + quadratic)) + kicks[r] * normal;
        }
    }

    private static void accumulate(double[] sums, double factor, double[] x) {
        for (int r = 0; r < x.length; r++) {
            sums[r] += factor * x[r];
        }
    }

    private double potential(double x) {
        return x * x * (quartic * x * x / 4 + quadratic / 2);
    }

    private double lowestPotential() {
        return quadratic < 0 ? -quadratic * quadratic / (4 * quartic) : 0;
    }

    /** Where the potential has risen DEPTH * noise above its lowest value. */
    private double reach(double noise) {
        double x = 1;
        while (potential(x) - lowestPotential() < DEPTH * noise) {
            x *= 1.1;
        }
        return x;
    }

    private Susceptibility onGrid(double noise, double frequency, int cells) {
        double reach = reach(noise);
        double h = 2 * reach / cells;
        double[] weight = new double[cells];
        double[] up = new double[cells];
        double[] down = new double[cells];
        double[] x = new double[cells];
        double total = 0;
        for (int i = 0; i < cells; i++) {
            x[i] = -reach + (i + 0.5) * h;
            weight[i] = Math.exp((lowestPotential() - potential(x[i])) / noise);
            total += weight[i];
            // Rates in detailed balance with the equilibrium distribution; walls at both ends.
            double here = potential(x[i]);
            up[i] = i == cells - 1 ? 0 : noise / (h * h) * Math.exp((here - potential(x[i] + h)) / (2 * noise));
            down[i] = i == 0 ? 0 : noise / (h * h) * Math.exp((here - potential(x[i] - h)) / (2 * noise));
        }
        double[][] solution = solveShifted(up, down, frequency, x);
        double square = 0;
        double transformRe = 0;
        double transformIm = 0;
        for (int i = 0; i < cells; i++) {
            double w = weight[i] / total * x[i];
            square += w * x[i];
            transformRe += w * solution[0][i];
            transformIm += w * solution[1][i];
        }
        return new Susceptibility((square + frequency * transformIm) / noise, frequency * transformRe / noise);
    }

    /** Solves (i Omega - L) u = x for the nearest-neighbour operator L by elimination without pivots; returns {Re u, Im u}. */
    private static double[][] solveShifted(double[] up, double[] down, double frequency, double[] x) {
        int n = x.length;
        // Row i reads: -down u[i-1] + (up + down + i Omega) u[i] - up u[i+1] = x[i].
        double[] ratioRe = new double[n];
        double[] ratioIm = new double[n];
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            double pivotRe = up[i] + down[i] - (i == 0 ? 0 : down[i] * ratioRe[i - 1]);
            double pivotIm = frequency - (i == 0 ? 0 : down[i] * ratioIm[i - 1]);
            double square = pivotRe * pivotRe + pivotIm * pivotIm;
            ratioRe[i] = up[i] * pivotRe / square;
            ratioIm[i] = -up[i] * pivotIm / square;
            double rightRe = x[i] + (i == 0 ? 0 : down[i] * re[i - 1]);
            double rightIm = i == 0 ? 0 : down[i] * im[i - 1];
            re[i] = (rightRe * pivotRe + rightIm * pivotIm) / square;
            im[i] = (rightIm * pivotRe - rightRe * pivotIm) / square;
        }
        for (int i = n - 2; i >= 0; i--) {
            double nextRe = re[i + 1];
            double nextIm = im[i + 1];
            re[i] += ratioRe[i] * nextRe - ratioIm[i] * nextIm;
            im[i] += ratioRe[i] * nextIm + ratioIm[i] * nextRe;
        }
        return new double[][] {re, im};
    }
}
