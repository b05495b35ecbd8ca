package org.ketwork.wavefunction.autoregressive;

import java.util.List;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.SiteLevels;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.DirectlySampled;
import org.ketwork.wavefunction.network.NetworkAnsatz;

/**
 * Normalised wavefunctions ψ(σ) = Π_i √p_i(σ_i | σ_1 ... σ_{i−1}) e^{iφ_i(σ_i | ...)} of a causal network, one step for each site: Σ |ψ|²
 * = 1 over the space, also under a conserved magnetisation or number of particles. Members can draw their own configurations at the cost
 * of one evaluation each.
 *
 * @param network whose one layer is a {@link Conditionals} over {@link SiteSteps}
 * @see AutoregressiveFamilies
 */
public record AutoregressiveAnsatz(NetworkAnsatz network) implements Ansatz {
    public AutoregressiveAnsatz {
        SiteSteps.require(conditionals(network));
    }

    /**
     * @param body what gives logits, and phases if complex, at every site from the sites before it: dense layers with connections and
     *     convolutions, both with as many units at every site, each with or without an activation after it
     */
    static AutoregressiveAnsatz of(StateSpace space, Codomain codomain, List<Layer> body) {
        SiteLevels levels =
                new SiteLevels(space.levels(), space.value(0), space.value(1) - space.value(0), space.levelSum());
        Network network = new Network(List.of(new Conditionals(body, levels, codomain == Codomain.COMPLEX)));
        return new AutoregressiveAnsatz(new NetworkAnsatz(space, network, 1, Pass.unmasked()));
    }

    static Conditionals conditionals(NetworkAnsatz network) {
        if (network.network().layers().size() == 1
                && network.network().layers().getFirst() instanceof Conditionals conditionals) {
            return conditionals;
        }
        throw new IllegalArgumentException(
                "an autoregressive network is one layer of conditional probabilities, got " + network.network());
    }

    @Override
    public StateSpace space() {
        return network.space();
    }

    @Override
    public int parameterCount() {
        return network.parameterCount();
    }

    @Override
    public Codomain codomain() {
        return network.codomain();
    }

    /** Weights of the last layer are a tenth of what they are elsewhere: all configurations are about equally likely. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        network.initialise(theta, address);
        int last = conditionals(network).body().getLast().parameterCount();
        for (int k = theta.length - last; k < theta.length; k++) {
            theta[k] *= 0.1;
        }
    }

    @Override
    public DirectlySampled at(double[] theta) {
        return new AutoregressiveWavefunction(this, theta.clone());
    }
}
