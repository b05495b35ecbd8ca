package org.ketwork.wavefunction.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.NetworkBuilder;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;

/**
 * Deep families with good defaults. Each takes the values of the sites, ±1 for spins. A {@link Codomain#REAL} family is positive; a
 * {@link Codomain#COMPLEX} one has a modulus and a phase.
 *
 * <p>The families on lattices and groups end alike: features at each position are summed over positions, mixed by a dense layer into
 * units a_k, complex for complex families, and log ψ = Σ_k log cosh a_k (Viteritti, Rende, Becca, Phys. Rev. Lett. 130, 236401 (2023),
 * equation 6). The sum over positions makes ψ symmetric under whatever moves positions around.
 */
public final class NetworkFamilies {
    private NetworkFamilies() {}

    /** A feed-forward network: dense layers of the given widths with SiLU between them, and a linear readout. No symmetry. */
    public static NetworkAnsatz dense(StateSpace space, Codomain codomain, int... widths) {
        if (widths.length == 0) {
            throw new InvalidInputException("a feed-forward network needs at least one width, got none");
        }
        NetworkBuilder builder = Network.ofInputs(space.sites());
        for (int width : widths) {
            builder.dense(positive("width", width)).activation(Activation.SILU);
        }
        return new NetworkAnsatz(space, builder.dense(real(codomain) ? 1 : 2).build(), 0.1, Pass.unmasked());
    }

    /**
     * A convolutional residual network over the cells of a lattice: a lifting of sites to channels, and blocks x + conv(SiLU(conv(norm
     * x))) with windows of {@code reach} cells to each side. Symmetric under the translations along periodic directions; open ends see
     * zeros outside.
     *
     * @param blocks 0 or more
     */
    public static NetworkAnsatz convolutional(
            StateSpace space, Lattice lattice, Codomain codomain, int channels, int blocks, int reach) {
        requireSites(space, lattice.sites());
        CellTables cells = CellTables.of(lattice);
        IndexTable near = cells.near(requireAtLeast("reach of the kernel", 0, reach));
        return residual(space, codomain, cells.sites(near), near, channels, blocks);
    }

    /**
     * A group-convolutional residual network (Roth, MacDonald, arXiv:2104.05085): as {@link #convolutional}, but positions are the
     * elements of a group, such as the space group of a lattice. ψ(gσ) = ψ(σ) for all of them.
     *
     * @param kernel the elements that kernels reach to, such as {@link #within} gives
     */
    public static NetworkAnsatz groupConvolutional(
            StateSpace space, SymmetryGroup group, Codomain codomain, int channels, int blocks, int[] kernel) {
        requireSites(space, group.sites());
        int[][] products = new int[group.order()][kernel.length];
        for (int g = 0; g < group.order(); g++) {
            for (int k = 0; k < kernel.length; k++) {
                products[g][k] = group.product(g, kernel[k]);
            }
        }
        return residual(
                space,
                codomain,
                new IndexTable(group.sites(), group.permutations()),
                new IndexTable(group.order(), products),
                channels,
                blocks);
    }

    /** The elements of a group that move site 0 of a lattice by at most {@code reach} cells in each direction, as a small kernel. */
    public static int[] within(SymmetryGroup group, Lattice lattice, int reach) {
        requireAtLeast("reach of the kernel", 0, reach);
        BitSet near = new BitSet();
        CellTables cells = CellTables.of(lattice);
        Arrays.stream(cells.sites(cells.near(reach)).entries()[0])
                .filter(site -> site >= 0)
                .forEach(near::set);
        return IntStream.range(0, group.order())
                .filter(g -> near.get(group.image(g, 0)))
                .toArray();
    }

    private static NetworkAnsatz residual(
            StateSpace space, Codomain codomain, IndexTable lift, IndexTable near, int channels, int blocks) {
        requireAtLeast("number of blocks", 0, blocks);
        int positions = near.outputs();
        NetworkBuilder builder =
                Network.ofInputs(space.sites()).groupConvolution(lift, positive("number of channels", channels));
        for (int i = 0; i < blocks; i++) {
            builder.residual(block -> block.layerNorm(positions)
                    .groupConvolution(near, channels)
                    .activation(Activation.SILU)
                    .groupConvolution(near, channels));
        }
        builder.layerNorm(positions).activation(Activation.SILU);
        return pooled(space, codomain, builder, positions);
    }

    /**
     * A small vision transformer with factored attention: patches of side × side × ... cells are embedded, and each of {@code depth}
     * blocks mixes positions by attention weights of relative position and then units by a feed-forward layer of twice the width, both
     * residual and behind a norm. Symmetric under translations by whole patches along periodic directions.
     *
     * @param width of the embedding, a multiple of the number of heads
     * @param heads attention weights of their own
     */
    public static NetworkAnsatz visionTransformer(
            StateSpace space, Lattice lattice, Codomain codomain, int side, int width, int heads, int depth) {
        requireSites(space, lattice.sites());
        if (positive("width", width) % positive("number of heads", heads) != 0) {
            throw new InvalidInputException("the width must be a multiple of the number of heads, got width " + width
                    + " and " + heads + " heads");
        }
        requireAtLeast("depth", 1, depth);
        CellTables cells = CellTables.of(lattice);
        CellTables patches = cells.patches(side);
        int positions = patches.cells();
        IndexTable relative = patches.relative();
        NetworkBuilder builder = Network.ofInputs(space.sites()).groupConvolution(cells.patchSites(side), width);
        for (int i = 0; i < depth; i++) {
            builder.residual(block -> block.layerNorm(positions)
                    .densePerPosition(positions, width)
                    .factoredAttention(relative, heads)
                    .densePerPosition(positions, width));
            builder.residual(block -> block.layerNorm(positions)
                    .densePerPosition(positions, 2 * width)
                    .activation(Activation.SILU)
                    .densePerPosition(positions, width));
        }
        // Without a nonlinearity after a norm the sum over positions would see little more than the mean of its inputs.
        builder.layerNorm(positions).activation(Activation.SILU);
        return pooled(space, codomain, builder, positions);
    }

    /**
     * The sum over P positions of features that read N sites fluctuates like √P, or like P/√N if positions overlap; fresh readouts undo
     * this.
     */
    private static NetworkAnsatz pooled(StateSpace space, Codomain codomain, NetworkBuilder builder, int positions) {
        int channels = builder.units() / positions;
        builder.sumOverPositions(positions);
        if (real(codomain)) {
            builder.dense(channels).logCoshSum();
        } else {
            builder.dense(2 * channels).complexLogCoshSum();
        }
        double fluctuation = Math.max(Math.sqrt(positions), positions / Math.sqrt(space.sites()));
        return new NetworkAnsatz(space, builder.build(), 0.2 / fluctuation, Pass.unmasked());
    }

    private static boolean real(Codomain codomain) {
        return switch (codomain) {
            case REAL -> true;
            case COMPLEX -> false;
            case HOLOMORPHIC ->
                throw new IllegalArgumentException("networks have real parameters: the codomain is REAL or COMPLEX");
        };
    }

    private static void requireSites(StateSpace space, int sites) {
        if (space.sites() != sites) {
            throw new IllegalArgumentException(
                    "the configurations have " + space.sites() + " sites and the lattice " + sites);
        }
    }

    private static int positive(String what, int number) {
        return requireAtLeast(what, 1, number);
    }

    private static int requireAtLeast(String what, int least, int number) {
        if (number < least) {
            throw new InvalidInputException("the " + what + " must be at least " + least + ", got " + number);
        }
        return number;
    }
}
