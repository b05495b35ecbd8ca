package org.ketwork.wavefunction.ansatz;

import java.util.stream.Stream;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Spins;

/** The table of families: an ansatz with its formula, evaluated naively at one configuration. */
final class Families {
    private Families() {}

    /** log ψ at the values v, as (real part, imaginary part). */
    @FunctionalInterface
    interface Formula {
        double[] logPsi(double[] v, double[] theta);
    }

    record Family(String name, Ansatz ansatz, Formula formula) {
        /** Parameters far from those of a fresh state, so that nothing is small. */
        double[] theta() {
            double[] theta = new double[ansatz.parameterCount()];
            RandomAddress.root(11).at(name).fillNormal(theta);
            for (int k = 0; k < theta.length; k++) {
                theta[k] *= 0.3;
            }
            return theta;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Family> all() {
        return Stream.of(
                new Family("real RBM", new Rbm(Spins.free(6), 5, false), (v, theta) -> rbm(v, theta, 5, false)),
                new Family(
                        "real RBM with visible bias",
                        new Rbm(Spins.withMagnetisation(6, 0), 7, true),
                        (v, theta) -> rbm(v, theta, 7, true)));
    }

    private static double[] rbm(double[] v, double[] theta, int hidden, boolean visibleBias) {
        int n = v.length;
        int a = visibleBias ? n : 0;
        double log = 0;
        for (int i = 0; i < a; i++) {
            log += theta[i] * v[i];
        }
        for (int j = 0; j < hidden; j++) {
            double angle = theta[a + j];
            for (int i = 0; i < n; i++) {
                angle += theta[a + hidden + j * n + i] * v[i];
            }
            log += Math.log(2 * Math.cosh(angle));
        }
        return new double[] {log, 0};
    }
}
