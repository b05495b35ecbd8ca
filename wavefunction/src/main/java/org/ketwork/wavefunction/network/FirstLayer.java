package org.ketwork.wavefunction.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.GroupConvolution;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.kernel.Accumulation;

/**
 * The first layer of a network if it is affine in the values of the sites, column by column: what a change of one site adds to what the
 * layer gives. A dense layer is a convolution of one position.
 */
final class FirstLayer {
    private final Evaluations head;
    private final Evaluations tail;
    private final int inputs;
    private final int width;
    private final int channels;
    /** The weights of kernel entry k to all channels begin at k · channels. */
    private final double[] columns;
    /** For each site, pairs of where in the layer's output a stretch of channels begins and where its weights do. */
    private final int[][] touched;

    private FirstLayer(Layer layer, IndexTable table, int channels, Parameters parameters, Pass pass) {
        List<Layer> layers = parameters.network().layers();
        head = new Evaluations(layers.subList(0, 1), new Layer.Place(0, 0), pass, parameters.values());
        tail = new Evaluations(
                layers.subList(1, layers.size()),
                new Layer.Place(layer.positions(), layer.parameterCount()),
                pass,
                parameters.values());
        inputs = layer.inputs();
        width = layer.outputs();
        this.channels = channels;
        int kernel = table.kernel();
        columns = new double[kernel * channels];
        for (int o = 0; o < channels; o++) {
            for (int k = 0; k < kernel; k++) {
                columns[k * channels + o] = parameters.values()[o * kernel + k];
            }
        }
        touched = touched(table, channels);
    }

    private static int[][] touched(IndexTable table, int channels) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int site = 0; site < table.inputs(); site++) {
            pairs.add(new ArrayList<>());
        }
        for (int p = 0; p < table.outputs(); p++) {
            for (int k = 0; k < table.kernel(); k++) {
                int site = table.entries()[p][k];
                if (site >= 0) {
                    pairs.get(site).addAll(List.of(p * channels, k * channels));
                }
            }
        }
        return pairs.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The first layer, if it has columns and something follows it. */
    static Optional<FirstLayer> of(Parameters parameters, Pass pass) {
        List<Layer> layers = parameters.network().layers();
        if (layers.size() < 2) {
            return Optional.empty();
        }
        return switch (layers.getFirst()) {
            case Dense dense ->
                Optional.of(new FirstLayer(dense, IndexTable.whole(dense.inputs()), dense.outputs(), parameters, pass));
            case GroupConvolution lift
            when lift.inputChannels() == 1 ->
                Optional.of(new FirstLayer(lift, lift.table(), lift.channels(), parameters, pass));
            default -> Optional.empty();
        };
    }

    /** Evaluations of this layer alone, from the values of the sites. */
    Evaluations head() {
        return head;
    }

    /** Evaluations of the layers that follow, from what this layer gives. */
    Evaluations tail() {
        return tail;
    }

    /** Numbers that this layer gives. */
    int width() {
        return width;
    }

    int sites() {
        return inputs;
    }

    /** Adds to z[at ...] what a change of the value of a site brings. */
    void change(int site, double by, double[] z, int at) {
        int[] pairs = touched[site];
        for (int i = 0; i < pairs.length; i += 2) {
            Accumulation.addMultiple(z, at + pairs[i], by, columns, pairs[i + 1], channels);
        }
    }
}
