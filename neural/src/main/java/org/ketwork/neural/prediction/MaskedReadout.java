package org.ketwork.neural.prediction;

import java.util.List;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The end of a classifier: hidden values h, a mask m, and logits z = b + W (m∘h), divided by the mean of the mask if it is
 * inverted. In terms of switches: z = b + Σ_s on_s a_s, where a switch turns a unit, or a block of tied units, on or off.
 *
 * @param contributions a, of shape (inputs, switches · classes): the row of an input holds the logits that each switch adds
 * @param bias b, one per class
 * @param probabilityOfSet P of one given set of k switches being on, for k = 0 to the number of switches
 */
public record MaskedReadout(Matrix contributions, double[] bias, double[] probabilityOfSet) {
    /** All sets of this many switches can still be visited. */
    public static final int MOST_SWITCHES = 24;

    public MaskedReadout {
        int switches = probabilityOfSet.length - 1;
        if (switches < 1 || switches > MOST_SWITCHES) {
            throw new IllegalArgumentException(
                    "all masks can be visited for 1 to " + MOST_SWITCHES + " switches, got " + switches);
        }
        if (contributions.columns() != switches * bias.length) {
            throw new IllegalArgumentException("contributions need " + switches + " x " + bias.length
                    + " numbers an input, got " + contributions.columns());
        }
    }

    /**
     * The read-out of hidden values of shape (inputs, units) by weights of shape (classes, units). The masks are of a law whose
     * switches are exchangeable: {@link Bernoulli}, {@link BlockTied} or {@link KOfD}. What happens when all units are dropped
     * enters their probabilities; keeping one unit of a tied block would untie it and is refused.
     */
    public static MaskedReadout of(Matrix hidden, Matrix weights, double[] bias, Masking masking) {
        int units = hidden.columns();
        if (!(masking.law() instanceof RealMaskLaw law)) {
            throw new IllegalArgumentException(masking.law().describe() + " has no masks to enumerate");
        }
        int[] switchOf = new int[units];
        for (int i = 0; i < units; i++) {
            switchOf[i] = law instanceof BlockTied tied ? tied.blockOf()[i] : i;
        }
        int switches = law instanceof BlockTied tied ? tied.blocks() : units;
        double[] mean = masking.mean(units);
        int classes = weights.rows();
        Matrix contributions = Matrix.zeros(hidden.rows(), switches * classes);
        for (int n = 0; n < hidden.rows(); n++) {
            for (int i = 0; i < units; i++) {
                double value = hidden.get(n, i) / (masking.scaling() == Scaling.INVERTED ? mean[i] : 1);
                for (int c = 0; c < classes; c++) {
                    contributions.data()[(n * switches + switchOf[i]) * classes + c] += value * weights.get(c, i);
                }
            }
        }
        return new MaskedReadout(contributions, bias.clone(), probabilityOfSet(masking, law, units, switches));
    }

    /**
     * The read-out of a network that ends in a masked layer and a dense one; layers before them are evaluated without masks.
     *
     * @throws IllegalArgumentException if the network ends otherwise
     */
    public static MaskedReadout of(Parameters parameters, Matrix inputs) {
        List<Layer> layers = parameters.network().layers();
        int last = layers.size() - 1;
        if (last < 2
                || !(layers.get(last) instanceof Dense dense)
                || !(layers.get(last - 1) instanceof MaskedLayer masked)) {
            throw new IllegalArgumentException("all masks of the last hidden layer need a network that ends in a masked"
                    + " layer and a dense one, got " + layers);
        }
        Parameters body = parameters.head(last - 1);
        Matrix hidden = body.network().apply(body, inputs, Pass.unmasked());
        double[] bias = dense.bias() ? parameters.block(last + ".bias") : new double[dense.outputs()];
        Matrix weights = Matrix.wrap(dense.outputs(), dense.inputs(), parameters.block(last + ".weight"));
        return of(hidden, weights, bias, masked.masking());
    }

    private static double[] probabilityOfSet(Masking masking, RealMaskLaw law, int units, int switches) {
        double[] p = probabilityOfSet(law, switches);
        double none = p[0];
        switch (masking.whenAllDropped()) {
            case KEEP_NONE -> {}
            case RESAMPLE -> {
                p[0] = 0;
                for (int k = 1; k <= switches; k++) {
                    p[k] /= law.someKept(units);
                }
            }
            case KEEP_ALL -> {
                p[0] = 0;
                p[switches] += none;
            }
            case KEEP_ONE -> {
                if (switches != units) {
                    throw new IllegalArgumentException("KEEP_ONE keeps single units, but " + law.describe()
                            + " switches blocks; use KEEP_NONE, KEEP_ALL or RESAMPLE");
                }
                p[0] = 0;
                p[1] += none / units;
            }
        }
        return p;
    }

    private static double[] probabilityOfSet(RealMaskLaw law, int switches) {
        double[] p = new double[switches + 1];
        for (int k = 0; k <= switches; k++) {
            p[k] = switch (law) {
                case Bernoulli(double keep) -> Math.pow(keep, k) * Math.pow(1 - keep, switches - k);
                case BlockTied tied ->
                    Math.pow(tied.keepProbability(), k) * Math.pow(1 - tied.keepProbability(), switches - k);
                case KOfD(int kept, int of) -> k == kept ? 1 / binomial(of, kept) : 0;
                default -> throw new IllegalArgumentException(law.describe() + " has no exchangeable switches");
            };
        }
        return p;
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return Math.rint(value);
    }

    public int inputs() {
        return contributions.rows();
    }

    public int switches() {
        return probabilityOfSet.length - 1;
    }

    public int classes() {
        return bias.length;
    }

    /** What switch s adds to the logit of class c of input n. */
    double contribution(int n, int s, int c) {
        return contributions.data()[(n * switches() + s) * classes() + c];
    }
}
