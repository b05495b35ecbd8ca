package org.ketwork.wavefunction.network;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;

/**
 * Evaluation of some layers of a network, at fixed parameters, by several threads: each takes a bench with all buffers and gives it
 * back, so that nothing large is allocated twice.
 */
final class Evaluations {
    /** Rows evaluated at a time: few enough that what lies between layers stays in the cache. */
    static final int BLOCK = 64;

    private final List<Layer> layers;
    private final Layer.Place place;
    private final Pass pass;
    private final double[] theta;
    private final ConcurrentLinkedQueue<Bench> idle = new ConcurrentLinkedQueue<>();

    Evaluations(List<Layer> layers, Layer.Place place, Pass pass, double[] theta) {
        this.layers = layers;
        this.place = place;
        this.pass = pass;
        this.theta = theta;
    }

    Bench take() {
        return Optional.ofNullable(idle.poll()).orElseGet(Bench::new);
    }

    void give(Bench bench) {
        idle.add(bench);
    }

    /** Not for use by several threads. */
    final class Bench {
        private final Chain chain = new Chain(layers, place, BLOCK);
        private final double[] x = new double[BLOCK * layers.getFirst().inputs()];
        private final double[] y = new double[BLOCK * layers.getLast().outputs()];

        /** What goes in, (rows, inputs). */
        double[] x() {
            return x;
        }

        /** Writes what comes out, (rows, outputs). */
        void run(int rows, double[] target) {
            // All rows are sample 0, so that they share a mask.
            chain.forward(new Point(pass, new long[rows], theta, x, target));
        }

        /** What comes out are log-amplitudes: log |ψ| of each row and, if there are two outputs, the phase. */
        void run(int rows, double[] logModulus, double[] phase, int to) {
            run(rows, y);
            int outputs = layers.getLast().outputs();
            for (int r = 0; r < rows; r++) {
                logModulus[to + r] = y[r * outputs];
                phase[to + r] = outputs == 2 ? y[r * outputs + 1] : 0;
            }
        }
    }
}
