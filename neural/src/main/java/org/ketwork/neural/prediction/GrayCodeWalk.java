package org.ketwork.neural.prediction;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.kernel.Accumulation;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;

/**
 * Visits all sets of switches in Gray-code order, where each step toggles one switch, for many inputs at once.
 *
 * <p>Kept per input and class are the half exponentials e_c = exp(z_c/2), which are the unnormalised square-root probabilities.
 * Toggling a switch multiplies them by factors known beforehand, so a mask costs no exponential: with s = Σ e_c², it adds
 * (w/s) e eᵀ to the density matrix, whose diagonal is the mean prediction, and H = ln s − Σ_c (e_c²/s) z_c to the entropy.
 *
 * <p>Rounding would pile up along the walk; so the walk is cut into stretches of 4096 masks, each started from logits summed and
 * exponentials taken anew. Stretches are put together in a fixed order, whatever the number of threads. The innermost loops run
 * over inputs.
 */
final class GrayCodeWalk {
    /** Switches that toggle within a stretch. */
    private static final int STRETCH_SWITCHES = 12;

    /** Tasks into which the stretches of one group of inputs are put, at most. */
    private static final int TASKS = 16;

    /** Inputs that walk together: a multiple of the width of vector registers that keeps the sums in the nearest cache. */
    private static final int GROUP = 32;

    /** Half-logits may move this far within a stretch without leaving the range of exponentials. */
    private static final double RANGE = 300;

    private final MaskedReadout readout;
    private final int first;
    private final int inputs;
    private final int classes;
    private final int low;
    /** exp(a/2) of the switches of a stretch, and its inverse, of shape (2, switches, classes, inputs): index 1 turns on. */
    private final double[][] factor;

    /** Contributions a of the switches of a stretch, of shape (switches, classes, inputs). */
    private final double[] step;

    private GrayCodeWalk(MaskedReadout readout, int first, int inputs) {
        this.readout = readout;
        this.first = first;
        this.inputs = inputs;
        this.classes = readout.classes();
        this.low = Math.min(STRETCH_SWITCHES, readout.switches());
        int size = classes * inputs;
        this.step = new double[low * size];
        this.factor = new double[2][low * size];
        for (int s = 0; s < low; s++) {
            for (int c = 0; c < classes; c++) {
                for (int n = 0; n < inputs; n++) {
                    int at = (s * classes + c) * inputs + n;
                    step[at] = readout.contribution(first + n, s, c);
                    factor[1][at] = Math.exp(step[at] / 2);
                    factor[0][at] = Math.exp(-step[at] / 2);
                }
            }
        }
    }

    static AllMasks run(MaskedReadout readout, Workers workers) {
        if (!inRange(readout)) {
            return AllMasks.oneByOne(readout);
        }
        int groups = (readout.inputs() + GROUP - 1) / GROUP;
        List<GrayCodeWalk> walks = workers.map(groups, group -> {
            int first = group * GROUP;
            return new GrayCodeWalk(readout, first, Math.min(GROUP, readout.inputs() - first));
        });
        int stretches = 1 << Math.max(0, readout.switches() - STRETCH_SWITCHES);
        int tasks = Math.min(TASKS, stretches);
        List<Sums> parts = workers.map(groups * tasks, task -> {
            GrayCodeWalk walk = walks.get(task / tasks);
            Sums sums = new Sums(walk.classes, walk.inputs);
            int share = stretches / tasks;
            for (int stretch = task % tasks * share; stretch < (task % tasks + 1) * share; stretch++) {
                walk.stretch(stretch, sums);
            }
            return sums;
        });
        PredictionSums total = new PredictionSums(readout.inputs(), readout.classes());
        for (int task = 0; task < parts.size(); task++) {
            GrayCodeWalk walk = walks.get(task / tasks);
            Sums sums = parts.get(task);
            for (int n = 0; n < walk.inputs; n++) {
                total.add(walk.first + n, sums.entropy[n], sums.triangle, n, walk.inputs);
            }
        }
        return total.result();
    }

    private static boolean inRange(MaskedReadout readout) {
        int low = Math.min(STRETCH_SWITCHES, readout.switches());
        for (int n = 0; n < readout.inputs(); n++) {
            for (int c = 0; c < readout.classes(); c++) {
                double reach = 0;
                for (int s = 0; s < low; s++) {
                    reach += Math.abs(readout.contribution(n, s, c)) / 2;
                }
                if (!(reach < RANGE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Sums over masks: entropies (inputs) and lower triangles of density matrices (pairs, inputs). */
    private static final class Sums {
        private final double[] entropy;
        private final double[] triangle;

        Sums(int classes, int inputs) {
            entropy = new double[inputs];
            triangle = new double[classes * (classes + 1) / 2 * inputs];
        }
    }

    /** Adds the masks whose high switches are the bits of {@code high} and whose low switches take all values. */
    private void stretch(int high, Sums sums) {
        int size = classes * inputs;
        double[] z = startingLogits(high);
        double[] e = new double[size];
        double[] scaled = new double[inputs];
        double[] norm = new double[inputs];
        double[] dot = new double[inputs];
        double[] logarithm = new double[inputs];
        for (int i = 0; i < size; i++) {
            e[i] = Math.exp(z[i] / 2);
        }
        int kept = Integer.bitCount(high);
        int gray = 0;
        for (int count = 1; ; count++) {
            double weight = readout.probabilityOfSet()[kept];
            if (weight > 0) {
                normalise(e, z, weight, norm, dot, scaled);
                Kernels.best().log(norm, 0, logarithm, 0, inputs);
                addEntropy(logarithm, norm, dot, weight, sums.entropy);
                addProducts(e, scaled, sums.triangle);
            }
            if (count == 1 << low) {
                return;
            }
            int toggled = Integer.numberOfTrailingZeros(count);
            gray ^= 1 << toggled;
            boolean on = (gray >>> toggled & 1) == 1;
            kept += on ? 1 : -1;
            multiply(e, factor[on ? 1 : 0], toggled * size, size);
            if (on) {
                add(z, step, toggled * size, size);
            } else {
                subtract(z, step, toggled * size, size);
            }
        }
    }

    /** Logits with the high switches set and the low ones off, less their largest one, of shape (classes, inputs). */
    private double[] startingLogits(int high) {
        double[] z = new double[classes * inputs];
        for (int n = 0; n < inputs; n++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                double logit = readout.bias()[c];
                for (int s = low; s < readout.switches(); s++) {
                    if ((high >>> (s - low) & 1) == 1) {
                        logit += readout.contribution(first + n, s, c);
                    }
                }
                z[c * inputs + n] = logit;
                max = Math.max(max, logit);
            }
            for (int c = 0; c < classes; c++) {
                z[c * inputs + n] -= max;
            }
        }
        return z;
    }

    /** norm = s, dot = Σ_c e_c² z_c, scaled = weight/s. */
    private void normalise(double[] e, double[] z, double weight, double[] norm, double[] dot, double[] scaled) {
        Arrays.fill(norm, 0);
        Arrays.fill(dot, 0);
        for (int c = 0; c < classes; c++) {
            addSquares(e, z, c * inputs, norm, dot);
        }
        for (int n = 0; n < inputs; n++) {
            scaled[n] = weight / norm[n];
        }
    }

    private static void addSquares(double[] e, double[] z, int from, double[] norm, double[] dot) {
        for (int n = 0; n < norm.length; n++) {
            double square = e[from + n] * e[from + n];
            norm[n] += square;
            dot[n] += square * z[from + n];
        }
    }

    private static void addEntropy(double[] logarithm, double[] norm, double[] dot, double weight, double[] entropy) {
        for (int n = 0; n < entropy.length; n++) {
            entropy[n] += weight * (logarithm[n] - dot[n] / norm[n]);
        }
    }

    private void addProducts(double[] e, double[] scaled, double[] triangle) {
        double[] row = new double[inputs];
        for (int k = 0, pair = 0; k < classes; k++) {
            for (int n = 0; n < inputs; n++) {
                row[n] = scaled[n] * e[k * inputs + n];
            }
            for (int l = 0; l <= k; l++, pair++) {
                Accumulation.addProduct(triangle, pair * inputs, row, 0, e, l * inputs, inputs);
            }
        }
    }

    private static void multiply(double[] target, double[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[i] *= source[offset + i];
        }
    }

    private static void add(double[] target, double[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[i] += source[offset + i];
        }
    }

    private static void subtract(double[] target, double[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[i] -= source[offset + i];
        }
    }
}
