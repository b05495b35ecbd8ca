package org.ketwork.wavefunction.autoregressive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.ConnectedDense;
import org.ketwork.neural.layer.GroupConvolution;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.neural.layer.Layer;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.network.CellTables;

/**
 * Autoregressive families over the sites in the order of their numbers. The first layer at a site reads the sites before it, later layers
 * read the units of these and of the site itself. {@link Codomain#REAL} families are positive.
 */
public final class AutoregressiveFamilies {
    private AutoregressiveFamilies() {}

    /**
     * Dense layers of which only the connections to earlier sites exist (Germain, Gregor, Murray, Larochelle, ICML 2015), with SiLU
     * between them.
     *
     * @param widths units at each site, layer by layer
     */
    public static AutoregressiveAnsatz dense(StateSpace space, Codomain codomain, int... widths) {
        int sites = space.sites();
        if (sites < 2) {
            throw new InvalidInputException("an autoregressive network needs at least 2 sites, got " + sites);
        }
        requireSome("layer", widths.length);
        List<Layer> body = new ArrayList<>();
        int before = 1;
        for (int layer = 0; layer <= widths.length; layer++) {
            boolean last = layer == widths.length;
            int units = last ? readings(space, codomain) : requireSome("unit a site", widths[layer]);
            int[][] connections = new int[sites * units][];
            for (int unit = 0; unit < connections.length; unit++) {
                int seen = unit / units + (layer == 0 ? 0 : 1);
                connections[unit] = IntStream.range(0, seen * before).toArray();
            }
            body.add(new ConnectedDense(new IndexTable(sites * before, connections)));
            if (!last) {
                body.add(new ActivationLayer(sites * units, Activation.SILU));
            }
            before = units;
        }
        return AutoregressiveAnsatz.of(space, codomain, body);
    }

    /**
     * Causal convolutions on a lattice of one site a cell, in the order of its rows: a window of {@code reach} cells to each side, of
     * which only earlier sites are read; along periodic directions also those around the edge. With SiLU between layers.
     *
     * @param layers of the given number of channels, at least 1
     */
    public static AutoregressiveAnsatz convolutional(
            StateSpace space, Lattice lattice, Codomain codomain, int channels, int layers, int reach) {
        if (lattice.sites() != space.sites()) {
            throw new IllegalArgumentException(
                    "the configurations have " + space.sites() + " sites and the lattice " + lattice.sites());
        }
        if (lattice.basis() != 1) {
            throw new InvalidInputException("a causal convolution needs a lattice of one site a cell, got one of "
                    + lattice.basis() + "; take the dense family");
        }
        requireSome("layer", layers);
        requireSome("channel", channels);
        requireSome("cell of reach", reach);
        IndexTable near = CellTables.of(lattice).near(reach);
        List<Layer> body = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            body.add(new GroupConvolution(until(near, layer == 0), layer == 0 ? 1 : channels, channels));
            body.add(new ActivationLayer(space.sites() * channels, Activation.SILU));
        }
        body.add(new GroupConvolution(IndexTable.identity(space.sites()), channels, readings(space, codomain)));
        return AutoregressiveAnsatz.of(space, codomain, body);
    }

    /** The table without later sites, and without the site itself if so asked; places of the kernel that are never read go. */
    private static IndexTable until(IndexTable near, boolean strict) {
        int[][] entries = near.entries();
        int[][] kept = new int[entries.length][];
        int[] used = IntStream.range(0, near.kernel())
                .filter(k -> IntStream.range(0, entries.length).anyMatch(i -> earlier(entries[i][k], i, strict)))
                .toArray();
        for (int i = 0; i < kept.length; i++) {
            int site = i;
            kept[i] = Arrays.stream(used)
                    .map(k -> earlier(entries[site][k], site, strict) ? entries[site][k] : -1)
                    .toArray();
        }
        return new IndexTable(near.inputs(), kept);
    }

    private static boolean earlier(int from, int site, boolean strict) {
        return from >= 0 && (strict ? from < site : from <= site);
    }

    private static int readings(StateSpace space, Codomain codomain) {
        return switch (codomain) {
            case REAL -> space.levels();
            case COMPLEX -> 2 * space.levels();
            case HOLOMORPHIC ->
                throw new IllegalArgumentException("networks have real parameters: the codomain is REAL or COMPLEX");
        };
    }

    private static int requireSome(String what, int number) {
        if (number < 1) {
            throw new InvalidInputException("an autoregressive network needs at least one " + what + ", got " + number);
        }
        return number;
    }
}
