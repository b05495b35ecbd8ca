package org.ketwork.wavefunction.network;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.autoregressive.AutoregressiveFamilies;

/** The table of network families, small. */
final class NetworkTable {
    private NetworkTable() {}

    /** @param symmetry a group under which ψ is the same by construction */
    record Entry(String name, NetworkAnsatz ansatz, Optional<SymmetryGroup> symmetry) {
        Entry(String name, NetworkAnsatz ansatz) {
            this(name, ansatz, Optional.empty());
        }

        Entry(String name, NetworkAnsatz ansatz, SymmetryGroup symmetry) {
            this(name, ansatz, Optional.of(symmetry));
        }

        /** Away from the fresh state, so that neither biases nor gains are special. */
        double[] theta() {
            double[] theta = ansatz.initialise(RandomAddress.root(3).at(name));
            double[] noise = new double[theta.length];
            RandomAddress.root(4).at(name).fillNormal(noise);
            for (int k = 0; k < theta.length; k++) {
                theta[k] += 0.1 * noise[k];
            }
            return theta;
        }

        /** At most 64 configurations. */
        Configurations some() {
            StateSpace space = ansatz.space();
            return space.all().slice(0, (int) Math.min(64, space.size()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Entry> all() {
        Spins six = Spins.free(6);
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 6);
        Lattice line = Lattice.open(LatticeKind.CHAIN, 6);
        Lattice square = Lattice.periodic(LatticeKind.SQUARE, 3, 3);
        Lattice strip = Lattice.of(LatticeKind.SQUARE, new int[] {2, 4}, new boolean[] {false, true});
        Lattice kagome = Lattice.periodic(LatticeKind.KAGOME, 2, 2);
        SymmetryGroup ringGroup = SymmetryGroup.spaceGroup(ring);
        SymmetryGroup squareGroup = SymmetryGroup.spaceGroup(square);
        return Stream.of(
                new Entry("dense, real", NetworkFamilies.dense(six, Codomain.REAL, 7, 5)),
                new Entry("dense, complex", NetworkFamilies.dense(Spins.withMagnetisation(6, 0), Codomain.COMPLEX, 5)),
                new Entry(
                        "dense, bosons",
                        NetworkFamilies.dense(new Bosons(3, 2, OptionalInt.empty()), Codomain.COMPLEX, 5, 4)),
                new Entry("one layer", new NetworkAnsatz(six, Network.dense(Activation.TANH, 6, 1))),
                new Entry(
                        "masked",
                        new NetworkAnsatz(
                                six,
                                Network.ofInputs(6)
                                        .dense(8)
                                        .activation(Activation.TANH)
                                        .masked(Masking.inverted(new Bernoulli(0.5)))
                                        .dense(2)
                                        .build(),
                                1,
                                Pass.masked(RandomAddress.root(9), 4, Sharing.PER_BATCH))),
                new Entry(
                        "convolutional ring",
                        NetworkFamilies.convolutional(six, ring, Codomain.REAL, 4, 1, 1),
                        SymmetryGroup.translations(ring)),
                new Entry("convolutional line", NetworkFamilies.convolutional(six, line, Codomain.COMPLEX, 4, 1, 1)),
                new Entry(
                        "convolutional strip",
                        NetworkFamilies.convolutional(Spins.free(8), strip, Codomain.REAL, 4, 2, 1),
                        SymmetryGroup.translations(strip)),
                new Entry(
                        "convolutional kagome",
                        NetworkFamilies.convolutional(Spins.free(12), kagome, Codomain.COMPLEX, 4, 1, 1),
                        SymmetryGroup.translations(kagome)),
                new Entry(
                        "group-convolutional ring",
                        NetworkFamilies.groupConvolutional(
                                six, ringGroup, Codomain.COMPLEX, 4, 1, NetworkFamilies.within(ringGroup, ring, 1)),
                        ringGroup),
                new Entry(
                        "group-convolutional square",
                        NetworkFamilies.groupConvolutional(
                                Spins.free(9),
                                squareGroup,
                                Codomain.REAL,
                                4,
                                1,
                                NetworkFamilies.within(squareGroup, square, 0)),
                        squareGroup),
                new Entry(
                        "autoregressive",
                        AutoregressiveFamilies.dense(six, Codomain.REAL, 2, 3).network()),
                new Entry(
                        "autoregressive, bosons",
                        AutoregressiveFamilies.dense(new Bosons(3, 2, OptionalInt.empty()), Codomain.COMPLEX, 3)
                                .network()),
                new Entry(
                        "autoregressive strip",
                        AutoregressiveFamilies.convolutional(Spins.free(8), strip, Codomain.COMPLEX, 4, 2, 1)
                                .network()),
                new Entry(
                        "vision transformer of sites",
                        NetworkFamilies.visionTransformer(six, ring, Codomain.REAL, 1, 4, 2, 1),
                        SymmetryGroup.translations(ring)),
                new Entry(
                        "vision transformer of patches",
                        NetworkFamilies.visionTransformer(six, line, Codomain.COMPLEX, 2, 6, 3, 2)));
    }
}
