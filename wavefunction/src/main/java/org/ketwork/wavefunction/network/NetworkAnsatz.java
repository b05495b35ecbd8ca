package org.ketwork.wavefunction.network;

import java.util.List;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * The wavefunctions of a network that takes the N values of a configuration. One output is log ψ of a positive wavefunction ({@link
 * Codomain#REAL}); two outputs are log |ψ| and the phase in radians ({@link Codomain#COMPLEX}).
 *
 * <p>Masks in the network: unmasked, every masked layer multiplies by the mean of its masks. In a masked pass all configurations see the
 * mask of sample 0, so that the pass picks one sub-network and the wavefunction is a pure state. Laws that read the values they mask
 * still do so for each configuration.
 *
 * @param readoutScale by which fresh parameters of the last layer that has some are multiplied; small makes |ψ| nearly constant at the
 *     start, and phases small
 * @param pass with which mask the network is evaluated
 */
public record NetworkAnsatz(StateSpace space, Network network, double readoutScale, Pass pass) implements Ansatz {
    public NetworkAnsatz {
        if (network.inputs() != space.sites()) {
            throw new IllegalArgumentException("the network must take a number for each of " + space.sites()
                    + " sites, but takes " + network.inputs());
        }
        if (network.outputs() > 2) {
            throw new IllegalArgumentException(
                    "a wavefunction has 1 output (log-amplitude) or 2 (log-modulus, phase), got " + network.outputs());
        }
        if (!(readoutScale > 0 && readoutScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the scale of the readout must be positive, got " + readoutScale);
        }
    }

    public NetworkAnsatz(StateSpace space, Network network) {
        this(space, network, 1, Pass.unmasked());
    }

    /** The same family under the masks of a pass. */
    public NetworkAnsatz with(Pass other) {
        return new NetworkAnsatz(space, network, readoutScale, other);
    }

    @Override
    public int parameterCount() {
        return network.parameterCount();
    }

    @Override
    public Codomain codomain() {
        return network.outputs() == 1 ? Codomain.REAL : Codomain.COMPLEX;
    }

    @Override
    public void initialise(double[] theta, RandomAddress address) {
        double[] fresh = network.initialise(address).values();
        List<Layer> layers = network.layers();
        int end = fresh.length;
        for (int i = layers.size() - 1; i >= 0; i--) {
            int count = layers.get(i).parameterCount();
            if (count > 0) {
                for (int k = end - count; k < end; k++) {
                    fresh[k] *= readoutScale;
                }
                break;
            }
        }
        System.arraycopy(fresh, 0, theta, 0, fresh.length);
    }

    @Override
    public Wavefunction at(double[] theta) {
        return new NetworkWavefunction(this, new Parameters(network, theta.clone()));
    }
}
