package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Markov chains that draw from |ψ|². They run in groups in lockstep: all chains of a group are offered the same sequence of moves, and
 * each accepts by its own random numbers. Given the sequence each chain is stationary under |ψ|² and the chains are independent
 * of one another. Single spins are set by the heat bath, flipped with probability p/(1 + p) for p = |ψ(σ')/ψ(σ)|²; other moves
 * are accepted as by Metropolis, with min(1, p).
 *
 * <p>Parallel tempering adds to each chain replicas that draw from |ψ|^(2β) with β &lt; 1, where barriers are lower, and lets
 * neighbours change places. Only the replicas at β = 1 are samples.
 */
public final class MarkovChains implements Sampler {
    /** Rows of a group. Part of the definition of the results. */
    private static final int GROUP = 64;

    private final StateSpace space;
    private final Schedule schedule;
    private final Offers offers;
    private final double[] betas;
    private final int chainsPerGroup;
    private final RandomAddress address;

    /**
     * Chains without replicas.
     *
     * @throws InvalidInputException if the rule leads out of the space, or cannot reach all of it
     */
    public MarkovChains(StateSpace space, Rule rule, Schedule schedule, RandomAddress address) {
        this(space, rule, schedule, new double[] {1}, address);
    }

    private MarkovChains(StateSpace space, Rule rule, Schedule schedule, double[] betas, RandomAddress address) {
        this.space = space;
        this.schedule = schedule;
        this.offers = Offers.of(rule, space);
        this.betas = betas;
        this.chainsPerGroup = Math.max(1, GROUP / betas.length);
        this.address = address;
        Reach.require(rule, offers, space);
    }

    /**
     * Parallel tempering.
     *
     * @param betas the exponents of a ladder, descending from 1, positive
     * @throws InvalidInputException if the rule leads out of the space, or cannot reach all of it
     */
    public static MarkovChains tempered(
            StateSpace space, Rule rule, Schedule schedule, double[] betas, RandomAddress address) {
        if (betas.length < 2 || betas[0] != 1 || !(betas[betas.length - 1] > 0)) {
            throw new InvalidInputException(
                    "the exponents of tempering must be at least two, from 1 down to above 0, got "
                            + Arrays.toString(betas));
        }
        for (int k = 1; k < betas.length; k++) {
            if (!(betas[k] < betas[k - 1])) {
                throw new InvalidInputException(
                        "the exponents of tempering must descend, got " + Arrays.toString(betas));
            }
        }
        return new MarkovChains(space, rule, schedule, betas.clone(), address);
    }

    /** Parallel tempering with the exponents 1, (R − 1)/R, ..., 1/R. */
    public static MarkovChains tempered(
            StateSpace space, Rule rule, Schedule schedule, int replicas, RandomAddress address) {
        double[] betas = new double[Math.max(0, replicas)];
        Arrays.setAll(betas, k -> (double) (replicas - k) / replicas);
        return tempered(space, rule, schedule, betas, address);
    }

    public Schedule schedule() {
        return schedule;
    }

    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        requireSpace(wavefunction.space());
        Configurations positions = Configurations.room(space, schedule.chains() * betas.length);
        RandomAddress positionsAddress = address.at("start");
        for (int row = 0; row < positions.rows(); row++) {
            space.random(positions.levels(), row * space.sites(), positionsAddress.at(row).stream());
        }
        Configurations next = Configurations.room(space, positions.rows());
        RandomAddress warmUp = address.at("warm-up");
        workers.forEach(groups(), g -> {
            ChainGroup group = group(wavefunction, positions, g, warmUp.at(g));
            group.sweep(schedule.warmUp());
            group.copyAll(next.levels(), firstRow(g) * space.sites());
        });
        return new State(next);
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        requireSpace(wavefunction.space());
        Configurations positions = state.positions();
        requireSpace(positions.space());
        if (positions.rows() != schedule.chains() * betas.length) {
            throw new IllegalArgumentException("a state of " + positions.rows() + " positions does not go with "
                    + schedule.chains() + " chains of " + betas.length + " replicas");
        }
        int n = space.sites();
        int length = schedule.length();
        Configurations draws = Configurations.room(space, Math.multiplyExact(schedule.chains(), length));
        Configurations next = Configurations.room(space, positions.rows());
        long[] proposed = new long[groups()];
        long[] accepted = new long[groups()];
        RandomAddress here = address.at("draw").at(step);
        workers.forEach(groups(), g -> {
            ChainGroup group = group(wavefunction, positions, g, here.at(g));
            group.sweep(schedule.discarded());
            for (int t = 0; t < length; t++) {
                group.sweep(schedule.sweeps());
                for (int c = 0; c < group.chains(); c++) {
                    group.copyChain(c, draws.levels(), ((g * chainsPerGroup + c) * length + t) * n);
                }
            }
            group.copyAll(next.levels(), firstRow(g) * n);
            proposed[g] = group.proposed();
            accepted[g] = group.accepted();
        });
        Sample sample = Merging.merged(draws, schedule.chains(), length);
        long tried = LongStream.of(proposed).sum();
        double acceptance = tried == 0 ? 1 : (double) LongStream.of(accepted).sum() / tried;
        return new Draw(sample, new State(next), acceptance);
    }

    private int groups() {
        return Math.ceilDiv(schedule.chains(), chainsPerGroup);
    }

    private int firstRow(int group) {
        return group * chainsPerGroup * betas.length;
    }

    private ChainGroup group(Wavefunction wavefunction, Configurations positions, int g, RandomAddress at) {
        int first = firstRow(g);
        int rows = Math.min(chainsPerGroup * betas.length, positions.rows() - first);
        return new ChainGroup(wavefunction, positions.slice(first, rows), offers, betas, at);
    }

    private void requireSpace(StateSpace other) {
        if (!space.equals(other)) {
            throw new IllegalArgumentException("this sampler is for " + space + ", got " + other);
        }
    }
}
