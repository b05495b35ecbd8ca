package org.ketwork.claims.manybody;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.Ket;

/**
 * A convolutional arithmetic circuit (Levine, Sharir, Cohen and Shashua, Phys. Rev. Lett. 122, 065301 (2019)): the amplitude of a
 * configuration of spins by layers of linear maps whose images are multiplied. Place i holds r numbers that depend on the level of spin i
 * mod n. Node i of the layer above has, in channel c, the product Π_k Σ_d A_k[c,d] h_d(2i + k) over the places of its window, without those
 * past the last one. All nodes of a layer share the weights A. The layers halve the places until one node is left; the sum of its channels
 * is the amplitude. How often a spin is read decides how large the Schmidt rank at the middle can be: {@link #bound}.
 *
 * @param spins n: 4, 8 or 16
 * @param channels r
 * @param reading which places a node reads, and how often they hold a spin
 */
record ConvolutionalCircuit(int spins, int channels, Reading reading) {
    /** How often spins are read. */
    enum Reading {
        /** Windows of two places, each of which belongs to one node: a tree. */
        ONCE(1, 2),
        /** Windows of three places, the last of which is the first of the next node. */
        OVERLAPPING(1, 3),
        /** A tree over the spins and, after them, the spins once more. */
        TWICE(2, 2);

        private final int copies;
        private final int window;

        Reading(int copies, int window) {
            this.copies = copies;
            this.window = window;
        }
    }

    ConvolutionalCircuit {
        if (Integer.bitCount(spins) != 1 || spins < 4 || spins > 16 || channels < 1) {
            throw new IllegalArgumentException("a circuit takes 4, 8 or 16 spins and at least 1 channel, got " + spins
                    + " spins and " + channels + " channels");
        }
    }

    /**
     * What the Schmidt rank at the middle can be at most.
     *
     * <p>Once: the last node multiplies functions of one half by functions of the other and adds up r such products. Twice: each of the two
     * nodes below the last is such a sum over all spins, by the same functions a_c of a half; on a side the products a_c a_d remain, of
     * which r(r+1)/2 differ. Overlapping: in each layer l one node reads both sides, and of the right one 2^l − 1 spins. A linear map of
     * its channels has at most the rank q_l = min(r q_(l−1), 2^(2^l − 1)), q_0 = 1, as a channel is one image of the layer below times
     * functions of a side; the last of the L layers adds up r images, to r q_(L−2).
     */
    int bound() {
        int most = 1 << spins / 2;
        return Math.min(
                most,
                switch (reading) {
                    case ONCE -> channels;
                    case TWICE -> channels * (channels + 1) / 2;
                    case OVERLAPPING -> {
                        int q = 1;
                        for (int reach = 2; reach < spins / 2; reach *= 2) {
                            q = Math.min(channels * q, 1 << reach - 1);
                        }
                        yield channels * q;
                    }
                });
    }

    /** The state of the circuit with normal weights, every layer with its own. */
    Ket state(RandomAddress address) {
        int layers = Integer.numberOfTrailingZeros(spins * reading.copies);
        double[] embedding = new double[2 * channels];
        address.at("embedding").fillNormal(embedding);
        double[][] weights = new double[layers][reading.window * channels * channels];
        for (int l = 0; l < layers; l++) {
            address.at("layer").at(l).fillNormal(weights[l]);
        }
        double[] amplitudes = new double[1 << spins];
        for (int s = 0; s < amplitudes.length; s++) {
            double[] places = new double[spins * reading.copies * channels];
            for (int i = 0; i < spins * reading.copies; i++) {
                int level = s >> spins - 1 - i % spins & 1;
                System.arraycopy(embedding, level * channels, places, i * channels, channels);
            }
            for (double[] layer : weights) {
                places = above(places, layer);
            }
            amplitudes[s] = Arrays.stream(places).sum();
        }
        return Ket.normalised(amplitudes);
    }

    /** The layer above: half as many nodes. */
    private double[] above(double[] below, double[] layer) {
        int places = below.length / channels;
        double[] nodes = new double[below.length / 2];
        Arrays.fill(nodes, 1);
        for (int i = 0; i < places / 2; i++) {
            for (int k = 0; k < Math.min(reading.window, places - 2 * i); k++) {
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int d = 0; d < channels; d++) {
                        sum += layer[(k * channels + c) * channels + d] * below[(2 * i + k) * channels + d];
                    }
                    nodes[i * channels + c] *= sum;
                }
            }
        }
        return nodes;
    }
}
