package org.ketwork.claims.complementarity;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.Ket;

/** Feature vectors as kets: of data, of a network that has not learnt, and at random. */
final class FeatureKets {
    static final int UNITS = 64;

    private FeatureKets() {}

    /** Feature vectors of one origin. */
    record Source(String name, List<Ket> kets) {}

    static List<Source> of(Conditions conditions) {
        int count = conditions.size().choose(300, 1500, 1797);
        Matrix digits = DataSets.digits().features();
        Network network =
                Network.ofInputs(UNITS).dense(UNITS).activation(Activation.RELU).build();
        Matrix hidden = network.apply(
                network.initialise(conditions.random().at("weights")), digits.scale(1.0 / 16), Pass.unmasked());
        List<Ket> random = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomAddress address = conditions.random().at("random kets").at(i);
            double[] re = new double[UNITS];
            double[] im = new double[UNITS];
            for (int k = 0; k < UNITS; k++) {
                re[k] = address.normal(2L * k);
                im[k] = address.normal(2L * k + 1);
            }
            random.add(Ket.normalised(re, im));
        }
        return List.of(
                new Source("digits (pixels)", rows(digits, count)),
                new Source("hidden ReLU units, untrained", rows(hidden, count)),
                new Source("random kets", random));
    }

    /** The first rows that are not zero, as kets. */
    private static List<Ket> rows(Matrix matrix, int count) {
        List<Ket> kets = new ArrayList<>();
        for (int i = 0; i < matrix.rows() && kets.size() < count; i++) {
            double[] row = matrix.row(i);
            boolean silent = true;
            for (double v : row) {
                silent &= v == 0;
            }
            if (!silent) {
                kets.add(Ket.normalised(row));
            }
        }
        return kets;
    }
}
