package org.ketwork.quantum.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.Amplitude;

/**
 * The lowest levels of an operator by the Lanczos method with a band (Ruhe, Math. Comp. 33, 680, 1979) and thick restarts (Wu and
 * Simon, SIAM J. Matrix Anal. Appl. 22, 602, 2000). It starts from several random vectors, so that a level as often degenerate as there
 * are of them is found completely, and two levels that lie close together do not have to be told apart before either is found.
 *
 * <p>Of the orthonormal vectors v_0, ..., v_{n−1} the first {@code expanded} are such that A v_j lies in the span of all: A V_e = V T.
 * A Ritz vector V_e y with T_e y = θ y misses the eigenvalue equation by the rows of T below the first e.
 */
final class BandLanczos {
    /** Products after which it gives up. */
    private static final int PATIENCE = 20_000;

    /** Vectors from one orthogonalisation against all to the next. */
    private static final int PERIOD = 16;

    /** Parts along other vectors that may stay, relative to A v: eigenvalues feel their square. */
    private static final double NEGLIGIBLE = 1e-12;

    private final Product product;
    private final int levels;
    private final int band;
    private final int most;
    private final double tolerance;
    private final RandomAddress start;
    private final Workers workers;

    private final List<Vector> vectors = new ArrayList<>();
    /** T, with room for all vectors. */
    private final ComplexMatrix projected;

    private int expanded;
    private int sinceRestart;
    private int products;
    private int draws;
    private double[] values = new double[0];
    private ComplexMatrix rotation = ComplexMatrix.zeros(0, 0);

    /**
     * @param band how many vectors it starts from
     * @param most vectors that it keeps
     */
    BandLanczos(
            Product product, int levels, int band, int most, double tolerance, RandomAddress start, Workers workers) {
        this.product = product;
        this.levels = levels;
        this.band = band;
        this.most = most;
        this.tolerance = tolerance;
        this.start = start;
        this.workers = workers;
        this.projected = ComplexMatrix.zeros(most, most);
    }

    /** The least number of vectors that it can work with. */
    static int least(int levels, int band) {
        return levels + 3 * band + 4;
    }

    int products() {
        return products;
    }

    /** The Ritz values, ascending. */
    double[] values() {
        return values;
    }

    /** Runs until the levels have converged, or patience has ended, and returns their vectors. */
    List<Vector> run() {
        for (int i = 0; i < band; i++) {
            appendRandom();
        }
        while (true) {
            if (expanded == vectors.size()) {
                // All that can be reached from the first vectors is known exactly.
                if (expanded >= levels) {
                    decompose();
                    break;
                }
                appendRandom();
            }
            expand();
            boolean full = vectors.size() == most;
            if (expanded >= levels && (full || expanded % 4 == 0)) {
                decompose();
                if (converged() || products >= PATIENCE) {
                    break;
                }
                if (full) {
                    restart(levels + band + (expanded - levels - band) / 3);
                }
            }
        }
        restart(levels);
        return List.copyOf(vectors.subList(0, levels));
    }

    private void appendRandom() {
        int size = product.basis().size();
        while (vectors.size() < size) {
            Vector vector = Vector.random(size, product.isReal(), start.at(draws++), workers);
            vector.scale(1 / vector.norm(workers), workers);
            // Twice: when little is left, the first pass leaves rounding of what it took.
            remove(vector, vectors, 0);
            remove(vector, vectors, 0);
            double norm = vector.norm(workers);
            if (norm > 1e-6) {
                vector.scale(1 / norm, workers);
                vectors.add(vector);
                return;
            }
        }
    }

    /** Adds A v of the next vector to the span. */
    private void expand() {
        int e = expanded;
        Vector w = Vector.zero(product.basis().size(), product.isReal());
        product.apply(vectors.get(e), w, workers);
        products++;
        double before = w.norm(workers);
        int known = vectors.size();
        // What earlier vectors have in common with it is known by symmetry, and mostly nothing; the rest is measured.
        List<Vector> near = new ArrayList<>();
        for (int i = 0; i < known; i++) {
            double re = i < e ? projected.re().get(e, i) : 0;
            double im = i < e ? -projected.im().get(e, i) : 0;
            projected.set(i, e, re, im);
            if (i >= e || re != 0 || im != 0) {
                near.add(vectors.get(i));
            }
        }
        Amplitude[] parts = remove(w, near, 0);
        for (int i = e; i < known; i++) {
            Amplitude part = parts[near.size() - known + i];
            projected.set(i, e, part.re(), part.im());
        }
        // Parts along the others grow from rounding, some tenfold with each vector. Before they matter they are taken
        // out, of as many vectors in a row as the next ones are made of.
        if (sinceRestart % PERIOD < 2 * band) {
            Amplitude[] rest = remove(w, vectors, NEGLIGIBLE * before);
            for (int i = e; i < known; i++) {
                double im = i == e ? 0 : projected.im().get(i, e) + rest[i].im();
                projected.set(i, e, projected.re().get(i, e) + rest[i].re(), im);
            }
        }
        sinceRestart++;
        expanded++;
        double norm = w.norm(workers);
        if (norm > 1e-12 * before) {
            w.scale(1 / norm, workers);
            projected.set(known, e, norm, 0);
            vectors.add(w);
        }
    }

    /** Takes the parts along orthonormal vectors, those above a floor, out of w and returns all. */
    private Amplitude[] remove(Vector w, List<Vector> others, double floor) {
        int count = others.size();
        int stretches = Vector.stretches(w.size());
        double[] parts = new double[2 * count * stretches];
        workers.forEach(stretches, s -> {
            for (int i = 0; i < count; i++) {
                others.get(i).dotStretch(w, s, parts, 2 * (s * count + i));
            }
        });
        double[] sums = new double[2 * count];
        for (int s = 0; s < stretches; s++) {
            for (int i = 0; i < 2 * count; i++) {
                sums[i] += parts[2 * s * count + i];
            }
        }
        workers.forEach(stretches, s -> {
            for (int i = 0; i < count; i++) {
                if (Math.hypot(sums[2 * i], sums[2 * i + 1]) <= floor) {
                    continue;
                }
                w.addStretch(-sums[2 * i], -sums[2 * i + 1], others.get(i), s);
            }
        });
        Amplitude[] amplitudes = new Amplitude[count];
        for (int i = 0; i < count; i++) {
            amplitudes[i] = new Amplitude(sums[2 * i], sums[2 * i + 1]);
        }
        return amplitudes;
    }

    /** Ritz values and vectors of the expanded part. */
    private void decompose() {
        int e = expanded;
        ComplexMatrix square = ComplexMatrix.zeros(e, e);
        for (int i = 0; i < e; i++) {
            for (int j = 0; j <= i; j++) {
                // Rows are written when their vector comes, columns when it is expanded; below the diagonal both agree.
                double re = projected.re().get(i, j);
                double im = projected.im().get(i, j);
                square.set(i, j, re, im);
                square.set(j, i, re, -im);
            }
        }
        if (product.isReal()) {
            SymmetricEigen eigen = SymmetricEigen.of(square.re());
            values = eigen.values();
            rotation = ComplexMatrix.real(eigen.vectors());
        } else {
            HermitianEigen eigen = HermitianEigen.of(square);
            values = eigen.values();
            rotation = eigen.vectors();
        }
    }

    /** The part of A times the Ritz vectors along the vectors not yet expanded, (those vectors, Ritz vectors). */
    private ComplexMatrix tail() {
        int e = expanded;
        ComplexMatrix rows = ComplexMatrix.zeros(vectors.size() - e, e);
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < e; j++) {
                rows.set(i, j, projected.re().get(e + i, j), projected.im().get(e + i, j));
            }
        }
        return rows.times(rotation);
    }

    private boolean converged() {
        ComplexMatrix tail = tail();
        for (int q = 0; q < levels; q++) {
            double square = 0;
            for (int i = 0; i < tail.rows(); i++) {
                double re = tail.re().get(i, q);
                double im = tail.im().get(i, q);
                square += re * re + im * im;
            }
            if (Math.sqrt(square) > tolerance * Math.max(1, Math.abs(values[q]))) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the lowest Ritz vectors and the vectors not yet expanded. */
    private void restart(int keep) {
        ComplexMatrix tail = tail();
        rotate(keep);
        List<Vector> next = new ArrayList<>(vectors.subList(0, keep));
        next.addAll(vectors.subList(expanded, vectors.size()));
        vectors.clear();
        vectors.addAll(next);
        expanded = keep;
        sinceRestart = 0;
        Arrays.fill(projected.re().data(), 0);
        Arrays.fill(projected.im().data(), 0);
        for (int q = 0; q < keep; q++) {
            projected.set(q, q, values[q], 0);
            for (int i = 0; i < tail.rows(); i++) {
                projected.set(keep + i, q, tail.re().get(i, q), tail.im().get(i, q));
            }
        }
    }

    /** Turns the first vectors into the lowest Ritz vectors, in place. */
    private void rotate(int keep) {
        int e = expanded;
        int size = product.basis().size();
        Matrix re = Matrix.zeros(keep, e);
        Matrix im = Matrix.zeros(keep, e);
        for (int q = 0; q < keep; q++) {
            for (int i = 0; i < e; i++) {
                re.set(q, i, rotation.re().get(i, q));
                im.set(q, i, rotation.im().get(i, q));
            }
        }
        ComplexMatrix mix = ComplexMatrix.of(re, im);
        workers.forEach(Vector.stretches(size), s -> {
            int length = Vector.length(size, s);
            int from = s * Vector.STRETCH;
            Matrix oldRe = Matrix.zeros(e, length);
            for (int i = 0; i < e; i++) {
                System.arraycopy(vectors.get(i).re(), from, oldRe.data(), i * length, length);
            }
            if (product.isReal()) {
                Matrix mixed = re.times(oldRe);
                for (int q = 0; q < keep; q++) {
                    System.arraycopy(mixed.data(), q * length, vectors.get(q).re(), from, length);
                }
                return;
            }
            Matrix oldIm = Matrix.zeros(e, length);
            for (int i = 0; i < e; i++) {
                System.arraycopy(vectors.get(i).im(), from, oldIm.data(), i * length, length);
            }
            ComplexMatrix mixed = mix.times(ComplexMatrix.of(oldRe, oldIm));
            for (int q = 0; q < keep; q++) {
                System.arraycopy(mixed.re().data(), q * length, vectors.get(q).re(), from, length);
                System.arraycopy(mixed.im().data(), q * length, vectors.get(q).im(), from, length);
            }
        });
    }
}
