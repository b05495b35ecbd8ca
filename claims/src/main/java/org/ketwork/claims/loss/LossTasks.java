package org.ketwork.claims.loss;

import java.util.Optional;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.OrthonormalRisk;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Qr;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.transport.Dimer;
import org.ketwork.quantum.transport.Transport;

/** Tasks on generated data whose best noise is known. */
final class LossTasks {
    private static final int UNITS = 16;
    private static final int SAMPLES = 64;
    private static final double EXPLICIT_RIDGE = 0.05;

    private LossTasks() {}

    /** The noise of dropout is the variance (1-p)/p of a mask scaled to mean one. */
    static double keepProbability(double maskVariance) {
        return 1 / (1 + maskVariance);
    }

    /**
     * Dropout regression on an orthonormal design of fresh targets: excess risk |w - w*|^2 of the exact minimiser, |w*|^2 = S,
     * noise of the targets such that the variance is V.
     */
    static NoisyTask regression(String name, double signal, double variance, double unit) {
        OrthonormalRisk exact = new OrthonormalRisk(signal, variance);
        double deviation = Math.sqrt(variance * SAMPLES / UNITS);
        return new NoisyTask(name, unit, Optional.of(v -> exact.risk(keepProbability(v))), (noises, repetition) -> {
            Matrix x = orthonormal(repetition.at("design"));
            double[] truth = new double[UNITS];
            double norm = 0;
            for (int j = 0; j < UNITS; j++) {
                truth[j] = repetition.at("weights").normal(j);
                norm += truth[j] * truth[j];
            }
            for (int j = 0; j < UNITS; j++) {
                truth[j] *= Math.sqrt(signal / norm);
            }
            double[] y = x.times(truth);
            for (int i = 0; i < SAMPLES; i++) {
                y[i] += deviation * repetition.at("noise").normal(i);
            }
            Matrix gram = x.transposeTimes(x);
            double[] b = x.transposeTimes(y);
            return Grid.map(noises, v -> {
                Matrix decohered = DropoutRegression.ofGram(gram, b, 0, MaskMoments.multiplicativeNoise(UNITS, v))
                        .decoheredGram();
                return distance(LinearSystem.solve(decohered, b), truth);
            });
        });
    }

    /** Columns of squared length n, orthogonal to each other, in random directions. */
    private static Matrix orthonormal(RandomAddress random) {
        Matrix gaussian = Matrix.zeros(SAMPLES, UNITS);
        for (int i = 0; i < gaussian.data().length; i++) {
            gaussian.data()[i] = random.normal(i);
        }
        return Qr.of(gaussian).q().scale(Math.sqrt(SAMPLES));
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    /** The share of excitations that a dimer loses, out of a number sent through it one by one. */
    static NoisyTask dimer(String name, Dimer dimer, double unit, int excitations) {
        Transport transport = dimer.transport();
        return new NoisyTask(name, unit, Optional.of(gamma -> 1 - dimer.efficiency(gamma)), (noises, repetition) -> {
            double[] fates = new double[excitations];
            repetition.fillUniform(fates);
            return Grid.map(noises, gamma -> {
                double efficiency = transport.efficiency(gamma);
                int lost = 0;
                for (double fate : fates) {
                    lost += fate < efficiency ? 0 : 1;
                }
                return (double) lost / excitations;
            });
        });
    }

    /**
     * The risk of ridge regression with a depolarised kernel on a fresh {@link KernelProblem}. The noise is 1/(1-q)^2 - 1, by
     * which depolarisation q multiplies the explicit ridge and adds to it.
     */
    static NoisyTask kernel(String name, double explicitRidge, double unit) {
        return new NoisyTask(name, unit, Optional.empty(), (noises, repetition) -> {
            KernelProblem problem = KernelProblem.draw(repetition);
            return Grid.map(noises, v -> problem.risk(problem.depolarised(1 - 1 / Math.sqrt(1 + v), explicitRidge)));
        });
    }

    /** The kernel with an explicit ridge below the best one, and its best noise. */
    static NoisyTask weakRidge(String name) {
        return kernel(name, EXPLICIT_RIDGE, bestDepolarisation());
    }

    static double bestDepolarisation() {
        return KernelProblem.BEST_RIDGE / EXPLICIT_RIDGE - 1;
    }
}
