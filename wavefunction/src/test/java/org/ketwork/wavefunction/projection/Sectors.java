package org.ketwork.wavefunction.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.ansatz.WholeWalkers;

/** The sectors that projections are tested on, and what is asked of every projection. */
final class Sectors {
    private Sectors() {}

    /** Momenta 0, complex and pi, odd reflections, all flip parities, groups of 1 to 12 elements. */
    static List<SymmetrySector> table() {
        List<SymmetrySector> sectors = new ArrayList<>();
        sectors.add(new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(3)), 0));
        sectors.add(new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(4)), -1));
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 4);
        for (int k = 0; k < 3; k++) {
            for (int parity = -1; parity <= 1; parity++) {
                sectors.add(new SymmetrySector(GroupCharacter.momentum(ring, k), parity));
            }
        }
        int parity = -1;
        for (Lattice lattice : List.of(Lattice.open(LatticeKind.CHAIN, 5), Lattice.open(LatticeKind.SQUARE, 2, 3))) {
            for (GroupCharacter character : SymmetryGroup.spaceGroup(lattice).characters()) {
                sectors.add(new SymmetrySector(character, parity));
                parity = parity == 1 ? -1 : parity + 1;
            }
        }
        Lattice six = Lattice.periodic(LatticeKind.CHAIN, 6);
        sectors.add(new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.spaceGroup(six)), 1));
        return sectors;
    }

    /**
     * Sum over g of chi(g)* f(g^-1 sigma), f of the values, and the flipped ones with their parity.
     *
     * @param even the weight of both terms if the parity is even: a family that is even by itself sums only one of them
     */
    static double[] bruteForce(SymmetrySector sector, byte[] levels, double even, Function<double[], double[]> f) {
        SymmetryGroup group = sector.character().group();
        double[] sum = new double[2];
        byte[] image = new byte[levels.length];
        for (int g = 0; g < group.order(); g++) {
            group.apply(group.inverse(g), levels, 0, image, 0);
            double[] values = new double[levels.length];
            Arrays.setAll(values, i -> 1 - 2 * image[i]);
            double[] term = f.apply(values);
            if (sector.flipParity() != 0) {
                double[] flipped = f.apply(Arrays.stream(values).map(v -> -v).toArray());
                double share = sector.flipParity() == 1 ? even : 1;
                for (int part = 0; part < 2; part++) {
                    term[part] = share * (term[part] + sector.flipParity() * flipped[part]);
                }
            }
            double re = sector.character().re()[g];
            double im = -sector.character().im()[g];
            sum[0] += re * term[0] - im * term[1];
            sum[1] += re * term[1] + im * term[0];
        }
        return sum;
    }

    /** U_h psi = chi(h) psi for every h of the group and every configuration. */
    static void liesInItsSector(Wavefunction wavefunction, SymmetrySector sector) {
        SymmetryGroup group = sector.character().group();
        Configurations all = wavefunction.space().all();
        double[][] psi = amplitudes(wavefunction, all);
        double scale = Math.sqrt(Arrays.stream(psi[0]).map(x -> x * x).sum()
                + Arrays.stream(psi[1]).map(x -> x * x).sum());
        for (int h = 0; h < group.order(); h++) {
            Configurations moved = all.copy();
            for (int row = 0; row < all.rows(); row++) {
                int at = row * all.sites();
                group.apply(group.inverse(h), all.levels(), at, moved.levels(), at);
            }
            double[][] turned = amplitudes(wavefunction, moved);
            double re = sector.character().re()[h];
            double im = sector.character().im()[h];
            for (int row = 0; row < all.rows(); row++) {
                assertThat(turned[0][row]).isEqualTo(re * psi[0][row] - im * psi[1][row], within(1e-12 * scale));
                assertThat(turned[1][row]).isEqualTo(re * psi[1][row] + im * psi[0][row], within(1e-12 * scale));
            }
        }
        if (sector.flipParity() != 0) {
            Configurations flipped = all.copy();
            for (int i = 0; i < all.levels().length; i++) {
                flipped.levels()[i] = (byte) (1 - all.levels()[i]);
            }
            double[][] turned = amplitudes(wavefunction, flipped);
            for (int row = 0; row < all.rows(); row++) {
                assertThat(turned[0][row]).isEqualTo(sector.flipParity() * psi[0][row], within(1e-12 * scale));
                assertThat(turned[1][row]).isEqualTo(sector.flipParity() * psi[1][row], within(1e-12 * scale));
            }
        }
    }

    static double[][] amplitudes(Wavefunction wavefunction, Configurations at) {
        double[] logModulus = new double[at.rows()];
        double[] phase = new double[at.rows()];
        wavefunction.logAmplitudes(at, logModulus, phase);
        double[][] psi = new double[2][at.rows()];
        for (int row = 0; row < at.rows(); row++) {
            psi[0][row] = Math.exp(logModulus[row]) * Math.cos(phase[row]);
            psi[1][row] = Math.exp(logModulus[row]) * Math.sin(phase[row]);
        }
        return psi;
    }

    /** Random moves of one to three sites, or exchanges under a conserved magnetisation, in a part of the rows. */
    static void walkersAgreeWithWholeEvaluation(Wavefunction wavefunction, int moves, double tolerance) {
        RandomStream random = RandomAddress.root(17).at("walk").stream();
        int sites = wavefunction.space().sites();
        Configurations start = withAmplitude(wavefunction, 9, random);
        int rows = start.rows();
        boolean real = wavefunction.codomain() == Codomain.REAL;
        Walkers fast = wavefunction.walkers(start);
        Walkers whole = new WholeWalkers(wavefunction, start);
        double[][] found = new double[2][rows];
        double[][] expected = new double[2][rows];
        for (int step = 0; step < moves; step++) {
            int width = wavefunction.space().constrained() ? 2 : 1 + random.nextInt(3);
            Move move = Move.flip(random.choice(sites, width));
            boolean[] wanted = new boolean[rows];
            boolean[] accepted = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                byte[] moved = whole.configurations().row(row);
                move.apply(wavefunction.space(), moved, 0);
                wanted[row] = wavefunction.space().contains(moved, 0) && random.nextInt(4) > 0;
            }
            fast.ratios(move, wanted, found[0], found[1]);
            whole.ratios(move, wanted, expected[0], expected[1]);
            for (int row = 0; row < rows; row++) {
                if (wanted[row]) {
                    double size = real ? Math.abs(expected[0][row]) : Math.hypot(expected[0][row], expected[1][row]);
                    double allowed = tolerance * Math.max(1, size);
                    assertThat(found[0][row]).isEqualTo(expected[0][row], within(allowed));
                    assertThat(real ? 0 : found[1][row] - expected[1][row]).isEqualTo(0, within(allowed));
                    accepted[row] = size > 0.02;
                }
            }
            fast.apply(move, accepted);
            whole.apply(move, accepted);
            assertThat(fast.configurations()).isEqualTo(whole.configurations());
        }
        fast.refresh();
    }

    /** Random configurations whose amplitude does not vanish. */
    static Configurations withAmplitude(Wavefunction wavefunction, int rows, RandomStream random) {
        Configurations found = Configurations.room(wavefunction.space(), rows);
        Configurations one = Configurations.room(wavefunction.space(), 1);
        double[] logModulus = new double[1];
        int tries = 0;
        for (int row = 0; row < rows; ) {
            if (++tries > 1000) {
                throw new IllegalStateException("hardly a configuration of this sector has an amplitude");
            }
            wavefunction.space().random(one.levels(), 0, random);
            wavefunction.logAmplitudes(one, logModulus, new double[1]);
            if (logModulus[0] > Double.NEGATIVE_INFINITY) {
                System.arraycopy(one.levels(), 0, found.levels(), row++ * one.sites(), one.sites());
            }
        }
        return found;
    }

    /** Central differences of the log-amplitudes in every stored column, and the products with vectors from the rows. */
    static void derivativesAgreeWithDifferences(Ansatz ansatz, double[] theta) {
        Wavefunction wavefunction = ansatz.at(theta);
        Configurations at = withAmplitude(wavefunction, 5, RandomAddress.root(23).at("rows").stream());
        int rows = at.rows();
        double step = 1e-5;
        try (Workers workers = Workers.of(1)) {
            LogDerivatives derivatives = wavefunction.logDerivatives(at, workers);
            int columns = derivatives.columns();
            boolean real = ansatz.codomain() == Codomain.REAL;
            double[] re = new double[rows * columns];
            double[] im = new double[real ? 0 : re.length];
            derivatives.rows(0, rows, re, im);
            assertThat(columns)
                    .isEqualTo(ansatz.parameterCount() / (ansatz.codomain() == Codomain.HOLOMORPHIC ? 2 : 1));
            for (int k = 0; k < columns; k++) {
                double[][] above = logs(ansatz, theta, k, step, at);
                double[][] below = logs(ansatz, theta, k, -step, at);
                for (int row = 0; row < rows; row++) {
                    double scale = 1 + Math.abs(re[row * columns + k]);
                    assertThat(re[row * columns + k])
                            .isEqualTo((above[0][row] - below[0][row]) / (2 * step), within(1e-6 * scale));
                    double turn = Math.IEEEremainder(above[1][row] - below[1][row], 2 * Math.PI) / (2 * step);
                    assertThat(real ? 0 : im[row * columns + k])
                            .isEqualTo(turn, within(1e-6 * (scale + Math.abs(turn))));
                }
            }
            mapsAgreeWithRows(derivatives, re, im, workers);
        }
    }

    private static double[][] logs(Ansatz ansatz, double[] theta, int k, double step, Configurations at) {
        double[] moved = theta.clone();
        moved[k] += step;
        double[][] logs = new double[2][at.rows()];
        ansatz.at(moved).logAmplitudes(at, logs[0], logs[1]);
        return logs;
    }

    private static void mapsAgreeWithRows(LogDerivatives derivatives, double[] re, double[] im, Workers workers) {
        int n = derivatives.rows();
        int columns = derivatives.columns();
        boolean real = derivatives.codomain() == Codomain.REAL;
        boolean holomorphic = derivatives.codomain() == Codomain.HOLOMORPHIC;
        RandomAddress address = RandomAddress.root(29);
        double[] xRe = normal(address.at("x").at(0), columns);
        double[] xIm = holomorphic ? normal(address.at("x").at(1), columns) : new double[columns];
        double[] yRe = normal(address.at("y").at(0), n);
        double[] yIm = real ? new double[n] : normal(address.at("y").at(1), n);
        double[] full = real ? new double[re.length] : im;
        double[][] product = new double[2][n];
        double[][] adjoint = new double[2][columns];
        derivatives.product(xRe, xIm, product[0], product[1], workers);
        derivatives.adjoint(yRe, yIm, adjoint[0], adjoint[1], workers);
        double[][] expected = new double[2][columns];
        for (int s = 0; s < n; s++) {
            double[] sum = new double[2];
            for (int k = 0; k < columns; k++) {
                double a = re[s * columns + k];
                double b = full[s * columns + k];
                sum[0] += a * xRe[k] - b * xIm[k];
                sum[1] += a * xIm[k] + b * xRe[k];
                expected[0][k] += a * yRe[s] + b * yIm[s];
                expected[1][k] += a * yIm[s] - b * yRe[s];
            }
            assertThat(product[0][s]).isEqualTo(sum[0], within(1e-10 * (1 + Math.abs(sum[0]))));
            assertThat(real ? 0 : product[1][s] - sum[1]).isEqualTo(0, within(1e-10 * (1 + Math.abs(sum[1]))));
        }
        for (int k = 0; k < columns; k++) {
            assertThat(adjoint[0][k]).isEqualTo(expected[0][k], within(1e-10 * (1 + Math.abs(expected[0][k]))));
            if (holomorphic) {
                assertThat(adjoint[1][k]).isEqualTo(expected[1][k], within(1e-10 * (1 + Math.abs(expected[1][k]))));
            }
        }
        gramAgreesWithRows(derivatives, re, full, workers);
    }

    private static void gramAgreesWithRows(LogDerivatives derivatives, double[] re, double[] im, Workers workers) {
        int n = derivatives.rows();
        int columns = derivatives.columns();
        boolean stacked = derivatives.codomain() == Codomain.COMPLEX;
        int side = stacked ? 2 * n : n;
        double[] gramRe = new double[side * side];
        double[] gramIm = new double[derivatives.codomain() == Codomain.HOLOMORPHIC ? side * side : 0];
        derivatives.gram(gramRe, gramIm, workers);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j <= i; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < columns; k++) {
                    double a = re[i % n * columns + k];
                    double b = im[i % n * columns + k];
                    double c = re[j % n * columns + k];
                    double d = im[j % n * columns + k];
                    x += stacked ? (i < n ? a : b) * (j < n ? c : d) : a * c + b * d;
                    y += b * c - a * d;
                }
                assertThat(gramRe[i * side + j]).isEqualTo(x, within(1e-10 * (1 + Math.abs(x))));
                if (gramIm.length > 0) {
                    assertThat(gramIm[i * side + j]).isEqualTo(y, within(1e-10 * (1 + Math.abs(y))));
                }
            }
        }
    }

    private static double[] normal(RandomAddress address, int count) {
        double[] x = new double[count];
        address.fillNormal(x);
        return x;
    }
}
