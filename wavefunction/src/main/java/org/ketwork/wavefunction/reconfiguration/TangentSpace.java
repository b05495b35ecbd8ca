package org.ketwork.wavefunction.reconfiguration;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The directions in which a family can move its state, as seen by a sample: the linear map X_sk = √w_s (O_sk − Σ_t w_t O_tk) from real
 * changes d of the parameters to changes of the normalised state, one complex number for each configuration. Then S = Re X†X is the
 * metric of the family, X†ε of ε_s = √w_s (E_s − E) half the gradient of the energy, and X d = −ε is imaginary, X d = −iε real time
 * (Sorella, Phys. Rev. B 71, 241103 (2005); Yuan et al., Quantum 3, 191 (2019)).
 *
 * <p>X is never formed; parameters of {@link Codomain#HOLOMORPHIC} families are real too here, all x before all y.
 */
public final class TangentSpace {
    private final Sample sample;
    private final LogDerivatives derivatives;
    private final Workers workers;
    private final double[] roots;

    public TangentSpace(Sample sample, LogDerivatives derivatives, Workers workers) {
        if (sample.weights().length != derivatives.rows()) {
            throw new IllegalArgumentException("derivatives at " + derivatives.rows()
                    + " configurations do not go with " + sample.weights().length + " weights");
        }
        this.sample = sample;
        this.derivatives = derivatives;
        this.workers = workers;
        roots = new double[derivatives.rows()];
        for (int s = 0; s < roots.length; s++) {
            roots[s] = Math.sqrt(sample.weights()[s]);
        }
    }

    /** n, the number of configurations. */
    public int rows() {
        return roots.length;
    }

    /** The number of real parameters. */
    public int parameters() {
        return holomorphic() ? 2 * derivatives.columns() : derivatives.columns();
    }

    public Codomain codomain() {
        return derivatives.codomain();
    }

    boolean holomorphic() {
        return codomain() == Codomain.HOLOMORPHIC;
    }

    Sample sample() {
        return sample;
    }

    LogDerivatives derivatives() {
        return derivatives;
    }

    Workers workers() {
        return workers;
    }

    /** Bytes that the derivatives take. */
    public long bytes() {
        return derivatives.bytes();
    }

    /** √w. */
    double[] roots() {
        return roots;
    }

    /** The step where no direction moves the state, as where all configurations of a sample are alike. */
    Direction standstill(double seconds) {
        return new Direction(new double[parameters()], new Change(new double[rows()], new double[rows()]), seconds, 0);
    }

    /** The vector √w_s (v_s − Σ_t w_t v_t) of numbers v at the configurations, such as ε of local energies. */
    public double[] centred(double[] values) {
        double mean = 0;
        for (int s = 0; s < roots.length; s++) {
            mean += sample.weights()[s] * values[s];
        }
        double[] result = new double[roots.length];
        for (int s = 0; s < roots.length; s++) {
            result[s] = roots[s] * (values[s] - mean);
        }
        return result;
    }

    /** X d. For a real codomain the imaginary parts are zeros. */
    public Change push(double[] d) {
        int columns = derivatives.columns();
        double[] re = new double[rows()];
        double[] im = new double[rows()];
        double[] dRe = holomorphic() ? Arrays.copyOf(d, columns) : d;
        double[] dIm = holomorphic() ? Arrays.copyOfRange(d, columns, 2 * columns) : new double[0];
        derivatives.product(dRe, dIm, re, im, workers);
        return new Change(centred(re), codomain() == Codomain.REAL ? new double[rows()] : centred(im));
    }

    /** X† r, of real parameters: the real part of ∂/∂θ applied to it. */
    public double[] pull(Change r) {
        int columns = derivatives.columns();
        double[] re = new double[columns];
        double[] im = new double[holomorphic() ? columns : 0];
        derivatives.adjoint(uncentred(r.re()), uncentred(r.im()), re, im, workers);
        if (!holomorphic()) {
            return re;
        }
        double[] both = Arrays.copyOf(re, 2 * columns);
        System.arraycopy(im, 0, both, columns, columns);
        return both;
    }

    /** The y with O† y = X† r: y_s = √w_s r_s − w_s Σ_t √w_t r_t. */
    private double[] uncentred(double[] r) {
        double sum = 0;
        for (int s = 0; s < roots.length; s++) {
            sum += roots[s] * r[s];
        }
        double[] y = new double[roots.length];
        for (int s = 0; s < roots.length; s++) {
            y[s] = roots[s] * r[s] - sample.weights()[s] * sum;
        }
        return y;
    }
}
