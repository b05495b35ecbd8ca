package org.ketwork.wavefunction.autoregressive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.neural.layer.ConnectedDense;
import org.ketwork.neural.layer.GroupConvolution;
import org.ketwork.neural.layer.Layer;
import org.ketwork.numerics.kernel.Blas;

/**
 * A causal network evaluated site by site while the configuration grows: every unit belongs to a site, and is computed once, when all
 * that it reads is known. Evaluating all sites this way costs as much as evaluating the network once. Not for use by several threads.
 */
final class SiteSteps {
    private final int rows;
    private final int sites;
    private final double[] theta;
    private final List<Stage> stages = new ArrayList<>();
    /** Entry l is what goes into stage l, (rows, sites, units). */
    private final List<double[]> values = new ArrayList<>();

    /**
     * An affine layer and the activation after it.
     *
     * @param reads for each site the units that its own units read, in the order of their weights; −1 is absent
     * @param weight for each site where its weights (units, reads) begin
     * @param bias for each site where its biases begin
     */
    private record Stage(int units, int[][] reads, int[] weight, int[] bias, Optional<Activation> activation) {}

    SiteSteps(Conditionals conditionals, double[] theta, int rows) {
        this.rows = rows;
        this.sites = conditionals.inputs();
        this.theta = theta;
        int offset = 0;
        List<Layer> body = conditionals.body();
        values.add(new double[rows * sites]);
        for (int l = 0; l < body.size(); l++) {
            Layer layer = body.get(l);
            Optional<Activation> activation = Optional.empty();
            if (l + 1 < body.size() && body.get(l + 1) instanceof ActivationLayer next) {
                activation = Optional.of(next.activation());
                l++;
            }
            stages.add(stage(layer, offset, activation));
            offset += layer.parameterCount();
            values.add(new double[rows * layer.outputs()]);
        }
    }

    /** Fails unless every number for a site depends on the sites before it only, through layers that can be taken site by site. */
    static void require(Conditionals conditionals) {
        int sites = conditionals.inputs();
        boolean strict = true;
        boolean affine = false;
        for (Layer layer : conditionals.body()) {
            if (layer instanceof ActivationLayer) {
                if (!affine) {
                    throw new IllegalArgumentException("an activation must follow an affine layer, got " + layer);
                }
                affine = false;
                continue;
            }
            int units = layer.outputs() / sites;
            if (units * sites != layer.outputs()) {
                throw new IllegalArgumentException(
                        "every one of " + sites + " sites must have equally many units, got " + layer);
            }
            int width = layer.inputs() / sites;
            Stage stage = new SiteSteps(sites).stage(layer, 0, Optional.empty());
            for (int i = 0; i < sites; i++) {
                for (int unit : stage.reads[i]) {
                    if (unit >= 0 && unit / width > (strict ? i - 1 : i)) {
                        throw new IllegalArgumentException("site " + i + " reads site " + unit / width
                                + ", which does not come before it, in " + layer);
                    }
                }
            }
            strict = false;
            affine = true;
        }
    }

    private SiteSteps(int sites) {
        this.rows = 0;
        this.sites = sites;
        this.theta = new double[0];
    }

    private Stage stage(Layer layer, int offset, Optional<Activation> activation) {
        int units = layer.outputs() / sites;
        int[][] reads = new int[sites][];
        int[] weight = new int[sites];
        int[] bias = new int[sites];
        switch (layer) {
            case ConnectedDense dense -> {
                int[][] entries = dense.connections().entries();
                int next = offset;
                int weights = layer.parameterCount() - layer.outputs();
                for (int i = 0; i < sites; i++) {
                    reads[i] = entries[i * units];
                    weight[i] = next;
                    bias[i] = offset + weights + i * units;
                    for (int u = 0; u < units; u++) {
                        if (!Arrays.equals(entries[i * units + u], reads[i])) {
                            throw new IllegalArgumentException("the units of a site must read the same, got " + dense);
                        }
                        next += reads[i].length;
                    }
                }
            }
            case GroupConvolution convolution -> {
                int channels = convolution.inputChannels();
                for (int i = 0; i < sites; i++) {
                    int[] entries = convolution.table().entries()[i];
                    reads[i] = new int[entries.length * channels];
                    for (int k = 0; k < reads[i].length; k++) {
                        int from = entries[k / channels];
                        reads[i][k] = from < 0 ? -1 : from * channels + k % channels;
                    }
                    weight[i] = offset;
                    bias[i] = offset + units * reads[i].length;
                }
            }
            default ->
                throw new IllegalArgumentException("site by site there are dense layers with connections,"
                        + " convolutions and activations, got " + layer);
        }
        return new Stage(units, reads, weight, bias, activation);
    }

    /** What the network gives for a site, (rows, readings); all sites before it must have been read and set. */
    double[] readings(int site) {
        double[] z = new double[0];
        for (int l = 0; l < stages.size(); l++) {
            Stage stage = stages.get(l);
            int units = stage.units;
            z = new double[rows * units];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(theta, stage.bias[site], z, r * units, units);
            }
            int[] reads = stage.reads[site];
            double[] x = gathered(values.get(l), reads);
            if (reads.length > 0) {
                int n = reads.length;
                Blas.gemm(false, true, rows, units, n, 1, x, 0, n, theta, stage.weight[site], n, 1, z, 0, units);
            }
            if (stage.activation.isPresent()) {
                stage.activation.get().values(z, z, rows * units);
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(z, r * units, values.get(l + 1), (r * sites + site) * units, units);
            }
        }
        return z;
    }

    private double[] gathered(double[] from, int[] reads) {
        double[] x = new double[rows * reads.length];
        int width = from.length / rows;
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < reads.length; k++) {
                x[r * reads.length + k] = reads[k] < 0 ? 0 : from[r * width + reads[k]];
            }
        }
        return x;
    }

    /** Sets the value of a site in a row. */
    void set(int row, int site, double value) {
        values.getFirst()[row * sites + site] = value;
    }
}
