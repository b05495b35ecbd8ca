package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Chains in lockstep, each a ladder of replicas: replica k of a chain draws from |ψ|^(2β_k). Row c K + k belongs to chain c at first;
 * when replicas change places it is their β that moves from row to row. With the one β = 1 there are no ladders, only chains.
 */
final class ChainGroup {
    /** After so many sweeps what rounding has gathered in the walkers is dropped. */
    private static final int FRESH = 64;

    private final Wavefunction wavefunction;
    private final Walkers walkers;
    private final Configurations at;
    private final OfferSequence offers;
    private final double[] betas;
    /** Row c K + k: the row at which replica k of chain c is now. */
    private final int[] places;
    /** The β of each row. */
    private final double[] powers;

    private final RandomAddress decisions;
    private final RandomAddress swaps;
    private long decided;
    private long swapped;
    private long sweeps;
    private long proposed;
    private long accepted;

    private final double[] uniform;
    private final double[] coins;
    private final boolean[] marked;
    private final boolean[] moved;
    private final double[] re;
    private final double[] im;
    private final double[][] scratch;

    /**
     * @param start the rows of all replicas, those of a chain together in the order of the betas
     * @param betas descending from 1
     */
    ChainGroup(Wavefunction wavefunction, Configurations start, Offers offers, double[] betas, RandomAddress address) {
        this.wavefunction = wavefunction;
        this.walkers = wavefunction.walkers(start);
        this.at = walkers.configurations();
        this.offers = new OfferSequence(offers, address.at("moves").stream());
        this.betas = betas;
        this.decisions = address.at("decisions");
        this.swaps = address.at("swaps");
        int rows = start.rows();
        this.places = new int[rows];
        this.powers = new double[rows];
        for (int r = 0; r < rows; r++) {
            places[r] = r;
            powers[r] = betas[r % betas.length];
        }
        this.uniform = new double[rows];
        this.coins = new double[rows];
        this.marked = new boolean[rows];
        this.moved = new boolean[rows];
        this.re = new double[rows];
        this.im = new double[rows];
        this.scratch = new double[2][rows];
    }

    void sweep(int times) {
        for (int i = 0; i < times; i++) {
            for (int proposal = 0; proposal < at.sites(); proposal++) {
                propose(offers.next());
            }
            if (betas.length > 1) {
                swap((int) (sweeps & 1));
            }
            if (++sweeps % FRESH == 0) {
                walkers.refresh();
            }
        }
    }

    private void propose(Offer offer) {
        fill(uniform);
        if (offer.undoesItself()) {
            // Each site comes up once a sweep: where all flips are accepted, Metropolis would only turn all spins over
            // and over.
            boolean oneSite = offer.there().move().sites().length == 1;
            decide(offer.there().move(), offer.there().mark(at, marked, scratch), oneSite);
            return;
        }
        fill(coins);
        decide(offer.there().move(), keepHeads(offer.there().mark(at, marked, scratch), true), false);
        decide(offer.back().move(), keepHeads(offer.back().mark(at, marked, scratch), false), false);
    }

    private void fill(double[] numbers) {
        decisions.fillUniform(numbers, 0, numbers.length, decided);
        decided += numbers.length;
    }

    /** Unmarks the rows whose coin shows the other side; returns how many are left. */
    private int keepHeads(int count, boolean heads) {
        int left = count;
        for (int r = 0; r < marked.length; r++) {
            if (marked[r] && coins[r] < 0.5 != heads) {
                marked[r] = false;
                left--;
            }
        }
        return left;
    }

    /**
     * Whether the marked rows make the move, of probability p = |ψ(σ')/ψ(σ)|^(2β) relative to staying: Metropolis's min(1, p), or the
     * heat bath's p/(1 + p).
     */
    private void decide(Move move, int count, boolean heatBath) {
        if (count == 0) {
            return;
        }
        walkers.ratios(move, marked, re, im);
        double[] p = scratch[0];
        for (int r = 0; r < p.length; r++) {
            p[r] = re[r] * re[r] + im[r] * im[r];
        }
        if (betas.length > 1) {
            for (int r = 0; r < p.length; r++) {
                p[r] = powers[r] == 1 ? p[r] : Math.pow(p[r], powers[r]);
            }
        }
        if (heatBath) {
            for (int r = 0; r < p.length; r++) {
                p[r] /= 1 + p[r];
            }
        }
        int moves = 0;
        for (int r = 0; r < moved.length; r++) {
            // An undefined ratio, from zero to zero, is accepted: so a chain that starts where ψ = 0 finds its way out.
            boolean yes = marked[r] & !(uniform[r] >= p[r]);
            moved[r] = yes;
            moves += yes ? 1 : 0;
        }
        if (moves > 0) {
            walkers.apply(move, moved);
        }
        tell(count, moves);
    }

    private void tell(int marks, int moves) {
        if (betas.length == 1) {
            proposed += marks;
            accepted += moves;
            return;
        }
        for (int r = 0; r < moved.length; r++) {
            boolean cold = powers[r] == 1;
            proposed += cold && marked[r] ? 1 : 0;
            accepted += cold && moved[r] ? 1 : 0;
        }
    }

    /**
     * Neighbouring replicas of each ladder, those above even or above odd ones, change places with probability min(1,
     * |ψ(σ_k+1)/ψ(σ_k)|^(2(β_k − β_k+1))) (Geyer, Markov chain Monte Carlo maximum likelihood, 1991).
     */
    private void swap(int parity) {
        int replicas = betas.length;
        double[] logModulus = scratch[0];
        wavefunction.logAmplitudes(at, logModulus, scratch[1]);
        swaps.fillUniform(coins, 0, coins.length, swapped);
        swapped += coins.length;
        for (int first = 0; first < places.length; first += replicas) {
            for (int k = parity; k + 1 < replicas; k += 2) {
                int colder = places[first + k];
                int hotter = places[first + k + 1];
                double exponent = 2 * (betas[k] - betas[k + 1]) * (logModulus[hotter] - logModulus[colder]);
                if (!(coins[first + k] >= Math.exp(exponent))) {
                    places[first + k] = hotter;
                    places[first + k + 1] = colder;
                    powers[hotter] = betas[k];
                    powers[colder] = betas[k + 1];
                }
            }
        }
    }

    int chains() {
        return places.length / betas.length;
    }

    /** Copies where the replica at β = 1 of a chain is. */
    void copyChain(int chain, byte[] target, int offset) {
        copyRow(places[chain * betas.length], target, offset);
    }

    /** Copies where all replicas are, in the order of the start. */
    void copyAll(byte[] target, int offset) {
        for (int i = 0; i < places.length; i++) {
            copyRow(places[i], target, offset + i * at.sites());
        }
    }

    private void copyRow(int row, byte[] target, int offset) {
        System.arraycopy(at.levels(), row * at.sites(), target, offset, at.sites());
    }

    /** Proposals to replicas at β = 1 so far. */
    long proposed() {
        return proposed;
    }

    /** Those that were accepted. */
    long accepted() {
        return accepted;
    }
}
