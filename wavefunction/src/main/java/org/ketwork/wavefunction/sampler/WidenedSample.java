package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Neighbours;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * A sample that also visits the neighbourhood of nodes: half of the draws from |ψ|² are led on by one transition of an operator H, chosen
 * at random, where that leads to a configuration at which ψ is not zero. With B transitions a configuration then comes with the probability
 *
 * <pre>
 * p(σ) = |ψ(σ)|² (1 + q(σ))/2,  q(σ) = (1/B) Σ_b |ψ(σ_b)/ψ(σ)|², with 1 in place of a transition b that cannot be made.
 * </pre>
 *
 * Weighted by |ψ|²/p it stands for |ψ|² again. Quantities such as |Hψ/ψ|², whose mean over |ψ|² is made by rare configurations near nodes,
 * are bounded when so weighted.
 *
 * @param sample from p
 * @param importance |ψ|²/p at each configuration, of mean 1 over p; 1 everywhere for an exact sample, which stays as it is
 */
public record WidenedSample(Sample sample, double[] importance) {
    /** Draws that are looked at together, by one thread. */
    private static final int BLOCK = 64;

    /**
     * Leads draws on.
     *
     * @param operator Hermitian, so that each transition can be made backwards too
     * @param sample from |ψ|²
     * @param address of the random choices
     */
    public static WidenedSample of(
            ConfigurationOperator operator,
            Wavefunction wavefunction,
            Sample sample,
            RandomAddress address,
            Workers workers) {
        List<Transition> transitions = operator.transitions();
        if (sample.exact() || transitions.isEmpty()) {
            return unchanged(sample);
        }
        Configurations draws = draws(sample);
        int rows = draws.rows();
        double[] choices = new double[rows];
        address.fillUniform(choices);
        workers.forEach(Math.ceilDiv(rows, BLOCK), block -> {
            int first = block * BLOCK;
            lead(transitions, wavefunction, draws, first, Math.min(BLOCK, rows - first), choices);
        });
        Sample led = Merging.merged(draws, sample.chains().length, sample.chains()[0].length);
        return new WidenedSample(led, importance(transitions, wavefunction, led.configurations(), workers));
    }

    /** A sample from |ψ|² as it is. */
    public static WidenedSample unchanged(Sample sample) {
        double[] ones = new double[sample.weights().length];
        Arrays.fill(ones, 1);
        return new WidenedSample(sample, ones);
    }

    /** All draws of all chains, a row each. */
    private static Configurations draws(Sample sample) {
        int n = sample.configurations().sites();
        Configurations draws = Configurations.room(sample.configurations().space(), Math.toIntExact(sample.draws()));
        int row = 0;
        for (int[] chain : sample.chains()) {
            for (int index : chain) {
                System.arraycopy(sample.configurations().levels(), index * n, draws.levels(), row * n, n);
                row++;
            }
        }
        return draws;
    }

    /** Makes the transition ⌊2 B u⌋ in a row with the uniform number u, if there is one of that number and it can be made. */
    private static void lead(
            List<Transition> transitions,
            Wavefunction wavefunction,
            Configurations draws,
            int first,
            int count,
            double[] choices) {
        Neighbours neighbours = new Neighbours(wavefunction.walkers(draws.slice(first, count)));
        int n = draws.sites();
        for (int b = 0; b < transitions.size(); b++) {
            boolean[] chosen = new boolean[count];
            boolean any = false;
            for (int r = 0; r < count; r++) {
                chosen[r] = (int) (2 * transitions.size() * choices[first + r]) == b;
                any |= chosen[r];
            }
            if (any) {
                neighbours.ask(transitions.get(b), chosen);
                for (int r = 0; r < count; r++) {
                    if (neighbours.square(r) > 0) {
                        transitions.get(b).move().apply(draws.space(), draws.levels(), (first + r) * n);
                    }
                }
            }
        }
    }

    private static double[] importance(
            List<Transition> transitions, Wavefunction wavefunction, Configurations at, Workers workers) {
        double[] importance = new double[at.rows()];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, at.rows() - first);
            Neighbours neighbours = new Neighbours(wavefunction.walkers(at.slice(first, count)));
            double[] sum = new double[count];
            for (Transition transition : transitions) {
                neighbours.ask(transition);
                for (int r = 0; r < count; r++) {
                    double square = neighbours.square(r);
                    sum[r] += square > 0 ? square : 1;
                }
            }
            for (int r = 0; r < count; r++) {
                importance[first + r] = 2 / (1 + sum[r] / transitions.size());
            }
        });
        return importance;
    }
}
