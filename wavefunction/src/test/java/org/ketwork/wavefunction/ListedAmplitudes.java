package org.ketwork.wavefunction;

import java.util.HashMap;
import java.util.Map;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.ansatz.WholeWalkers;

/** A wavefunction given by its list of amplitudes, in the order of all configurations of its space. */
public final class ListedAmplitudes implements Wavefunction {
    private final StateSpace space;
    private final Codomain codomain;
    private final double[] re;
    private final double[] im;
    private final Map<Long, Integer> numbers = new HashMap<>();

    public ListedAmplitudes(StateSpace space, Codomain codomain, double[] re, double[] im) {
        this.space = space;
        this.codomain = codomain;
        this.re = re;
        this.im = im;
        Configurations all = space.all();
        for (int i = 0; i < all.rows(); i++) {
            numbers.put(key(all, i), i);
        }
    }

    /** Complex normal amplitudes. */
    public static ListedAmplitudes random(StateSpace space, RandomAddress address) {
        RandomStream stream = address.stream();
        int size = (int) space.size();
        double[] re = new double[size];
        double[] im = new double[size];
        for (int i = 0; i < size; i++) {
            re[i] = stream.nextNormal();
            im[i] = stream.nextNormal();
        }
        return new ListedAmplitudes(space, Codomain.COMPLEX, re, im);
    }

    public double[] re() {
        return re;
    }

    public double[] im() {
        return im;
    }

    /** |ψ|²/Σ|ψ|². */
    public double[] probabilities() {
        double[] p = new double[re.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = re[i] * re[i] + im[i] * im[i];
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** The number of a configuration in the list. */
    public int number(Configurations at, int row) {
        return numbers.getOrDefault(key(at, row), -1);
    }

    private long key(Configurations at, int row) {
        long key = 0;
        for (int site = 0; site < at.sites(); site++) {
            key = key * space.levels() + at.level(row, site);
        }
        return key;
    }

    @Override
    public StateSpace space() {
        return space;
    }

    @Override
    public Codomain codomain() {
        return codomain;
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        for (int row = 0; row < at.rows(); row++) {
            int i = number(at, row);
            logModulus[row] = Math.log(Math.hypot(re[i], im[i]));
            phase[row] = Math.atan2(im[i], re[i]);
        }
    }

    @Override
    public Walkers walkers(Configurations start) {
        return new WholeWalkers(this, start);
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        throw new UnsupportedOperationException("a table has no parameters");
    }
}
