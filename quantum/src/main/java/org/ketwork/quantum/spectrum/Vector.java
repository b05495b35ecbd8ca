package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.kernel.VectorKernels;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.Amplitude;

/**
 * A long vector. Sums over it are taken in stretches of fixed length, and then over the stretches in order, whatever the number of
 * threads.
 *
 * @param im empty if the vector is real
 */
record Vector(double[] re, double[] im) {
    /** Entries that a task works on at once; a few stretches of several vectors fit the second-level cache. */
    static final int STRETCH = 1 << 13;

    static Vector zero(int size, boolean real) {
        return new Vector(new double[size], new double[real ? 0 : size]);
    }

    /** Independent normal numbers; those of an entry depend on the address and its index alone. */
    static Vector random(int size, boolean real, RandomAddress address, Workers workers) {
        Vector vector = zero(size, real);
        workers.forEach(stretches(size), s -> {
            double[] numbers = new double[length(size, s)];
            address.at(s, 0).fillNormal(numbers);
            System.arraycopy(numbers, 0, vector.re, s * STRETCH, numbers.length);
            if (!real) {
                address.at(s, 1).fillNormal(numbers);
                System.arraycopy(numbers, 0, vector.im, s * STRETCH, numbers.length);
            }
        });
        return vector;
    }

    static int stretches(int size) {
        return Math.ceilDiv(size, STRETCH);
    }

    static int length(int size, int stretch) {
        return Math.min(STRETCH, size - stretch * STRETCH);
    }

    int size() {
        return re.length;
    }

    boolean isReal() {
        return im.length == 0;
    }

    /** ⟨this|other⟩, conjugate in this. */
    Amplitude dot(Vector other, Workers workers) {
        double[] parts = new double[2 * stretches(size())];
        workers.forEach(stretches(size()), s -> dotStretch(other, s, parts, 2 * s));
        double real = 0;
        double imaginary = 0;
        for (int s = 0; s < parts.length; s += 2) {
            real += parts[s];
            imaginary += parts[s + 1];
        }
        return new Amplitude(real, imaginary);
    }

    /** Writes real and imaginary part of the sum over one stretch. */
    void dotStretch(Vector other, int stretch, double[] target, int at) {
        VectorKernels kernels = Kernels.best();
        int from = stretch * STRETCH;
        int length = length(size(), stretch);
        target[at] = kernels.dot(re, from, other.re, from, length);
        target[at + 1] = 0;
        if (!isReal()) {
            target[at] += kernels.dot(im, from, other.im, from, length);
            target[at + 1] =
                    kernels.dot(re, from, other.im, from, length) - kernels.dot(im, from, other.re, from, length);
        }
    }

    /** this += (x + iy) other, on one stretch. */
    void addStretch(double x, double y, Vector other, int stretch) {
        VectorKernels kernels = Kernels.best();
        int from = stretch * STRETCH;
        int length = length(size(), stretch);
        kernels.axpy(x, other.re, from, re, from, length);
        if (!isReal()) {
            kernels.axpy(x, other.im, from, im, from, length);
            if (y != 0) {
                kernels.axpy(-y, other.im, from, re, from, length);
                kernels.axpy(y, other.re, from, im, from, length);
            }
        }
    }

    double norm(Workers workers) {
        return Math.sqrt(dot(this, workers).re());
    }

    void scale(double factor, Workers workers) {
        workers.forEach(stretches(size()), s -> {
            Kernels.best().scale(factor, re, s * STRETCH, length(size(), s));
            if (!isReal()) {
                Kernels.best().scale(factor, im, s * STRETCH, length(size(), s));
            }
        });
    }

    Vector copy() {
        return new Vector(re.clone(), im.clone());
    }
}
