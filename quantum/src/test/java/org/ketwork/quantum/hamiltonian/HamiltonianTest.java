package org.ketwork.quantum.hamiltonian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.lattice.Edge;
import org.ketwork.quantum.lattice.EdgeList;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.lattice.Graphs;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

class HamiltonianTest {
    private static final Graph TRIANGLE_AND_TAIL = new EdgeList(
            "tail", 5, List.of(new Edge(0, 1, 0.5), new Edge(2, 1, -1.5), new Edge(0, 2), new Edge(4, 3, 2)));
    private static final List<Graph> GRAPHS = List.of(
            Graphs.parse("chain:2"),
            Graphs.parse("chain:5"),
            Graphs.parse("square:2x3:periodic,open"),
            Graphs.parse("kagome:2x1:open"),
            TRIANGLE_AND_TAIL);

    /** An operator and, by another route, its matrix. */
    record Entry(String name, ConfigurationOperator operator, ComplexMatrix matrix, boolean conserves) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Entry> entries() {
        List<Entry> table = new ArrayList<>();
        for (Graph graph : GRAPHS) {
            spins(graph, table);
            bosons(graph, table);
        }
        return table;
    }

    private static void spins(Graph graph, List<Entry> table) {
        int n = graph.sites();
        Spins space = Spins.free(n);
        String on = " on " + graph.name();
        PauliSum zz = bonds(graph, Pauli.Z);
        PauliSum xy = bonds(graph, Pauli.X).plus(bonds(graph, Pauli.Y));
        PauliSum x = field(n, Pauli.X);
        PauliSum z = field(n, Pauli.Z);
        PauliSum random = random(n);
        add(
                table,
                "ising" + on,
                Hamiltonians.transverseFieldIsing(graph, space, 0.7, 1.3),
                zz.scale(-0.7).plus(x.scale(-1.3)),
                false);
        add(table, "classical ising" + on, Hamiltonians.transverseFieldIsing(graph, space, 2, 0), zz.scale(-2), true);
        add(table, "heisenberg" + on, Hamiltonians.heisenberg(graph, space), xy.plus(zz), true);
        add(table, "xxz" + on, Hamiltonians.xxz(graph, space, -0.4), xy.plus(zz.scale(-0.4)), true);
        add(table, "random" + on, Hamiltonians.pauli(random, space), random, false);
        add(table, "magnetisation" + on, Observables.total(space), z, true);
        add(
                table,
                "a string" + on,
                Observables.pauli(space, PauliProduct.of("YX")),
                PauliSum.of(1, PauliString.of("YX" + "I".repeat(n - 2))),
                false);
        add(
                table,
                "a sum" + on,
                Hamiltonians.xxz(graph, space, 2)
                        .plus(Hamiltonians.pauli(random, space).times(-0.5)),
                xy.plus(zz.scale(2)).plus(random.scale(-0.5)),
                false);
        if (graph instanceof Lattice lattice && n > 2 && lattice.basis() == 1) {
            PauliSum second = bonds(lattice.edges(2), n, Pauli.X)
                    .plus(bonds(lattice.edges(2), n, Pauli.Y))
                    .plus(bonds(lattice.edges(2), n, Pauli.Z));
            add(
                    table,
                    "j1j2" + on,
                    Hamiltonians.j1j2(lattice, space, 1.1, 0.3),
                    xy.plus(zz).scale(1.1).plus(second.scale(0.3)),
                    true);
        }
        ComplexMatrix h = hermitian(4);
        table.add(new Entry("two-body" + on, Hamiltonians.twoBody(graph, space, h), pairs(graph, 2, h), false));
        ComplexMatrix exchange = PauliSum.parse("XX + YY + 0.3 ZZ").matrix();
        ComplexMatrix twisted = exchange.plus(PauliSum.parse("0.2 XY - 0.2 YX").matrix());
        table.add(
                new Entry("twisted" + on, Hamiltonians.twoBody(graph, space, twisted), pairs(graph, 2, twisted), true));
    }

    private static void bosons(Graph graph, List<Entry> table) {
        int d = 3;
        Bosons space = new Bosons(graph.sites(), d - 1, OptionalInt.empty());
        if (Math.pow(d, graph.sites()) > 300) {
            return;
        }
        Matrix lower = Matrix.zeros(d, d);
        Matrix number = Matrix.zeros(d, d);
        for (int n = 0; n < d; n++) {
            number.set(n, n, n);
            if (n > 0) {
                lower.set(n - 1, n, Math.sqrt(n));
            }
        }
        Matrix hop = lower.transpose().kronecker(lower).plus(lower.kronecker(lower.transpose()));
        ComplexMatrix onSite = ComplexMatrix.real(
                number.times(number.minus(Matrix.identity(d))).scale(1.5 / 2).minus(number.scale(0.4)));
        ComplexMatrix matrix = pairs(graph, d, ComplexMatrix.real(hop.scale(-0.8)));
        ComplexMatrix numbers = ComplexMatrix.zeros(matrix.rows(), matrix.rows());
        for (int i = 0; i < graph.sites(); i++) {
            matrix = matrix.plus(embedded(graph.sites(), d, i, onSite));
            numbers = numbers.plus(embedded(graph.sites(), d, i, ComplexMatrix.real(number)));
        }
        String on = " on " + graph.name();
        table.add(new Entry("bose-hubbard" + on, Hamiltonians.boseHubbard(graph, space, 0.8, 1.5, 0.4), matrix, true));
        table.add(new Entry("particles" + on, Observables.total(space), numbers, true));
        ComplexMatrix h = hermitian(d * d);
        table.add(
                new Entry("two-body of bosons" + on, Hamiltonians.twoBody(graph, space, h), pairs(graph, d, h), false));
    }

    private static void add(
            List<Entry> table, String name, ConfigurationOperator operator, PauliSum sum, boolean conserves) {
        table.add(new Entry(name, operator, sum.matrix(), conserves));
    }

    private static PauliSum bonds(Graph graph, Pauli letter) {
        return bonds(graph.edges(), graph.sites(), letter);
    }

    private static PauliSum bonds(List<Edge> edges, int n, Pauli letter) {
        PauliSum sum = PauliSum.zero(n);
        for (Edge edge : edges) {
            sum = sum.plus(PauliSum.of(edge.weight(), PauliString.single(n, edge.from(), letter))
                    .times(PauliSum.of(1, PauliString.single(n, edge.to(), letter))));
        }
        return sum;
    }

    private static PauliSum field(int n, Pauli letter) {
        PauliSum sum = PauliSum.zero(n);
        for (int i = 0; i < n; i++) {
            sum = sum.plus(PauliSum.of(1, PauliString.single(n, i, letter)));
        }
        return sum;
    }

    private static PauliSum random(int n) {
        RandomStream random = RandomAddress.root(5).at("random Pauli sum").at(n).stream();
        PauliSum sum = PauliSum.zero(n);
        for (int term = 0; term < 40; term++) {
            long index = Math.floorMod(random.nextLong(), 1L << 2 * n);
            sum = sum.plus(PauliSum.of(random.nextNormal(), PauliString.numbered(n, index)));
        }
        return sum;
    }

    private static ComplexMatrix hermitian(int n) {
        RandomStream random = RandomAddress.root(6).at("random Hermitian matrix").at(n).stream();
        ComplexMatrix matrix = ComplexMatrix.zeros(n, n);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                matrix.set(row, column, random.nextNormal(), random.nextNormal());
            }
        }
        return matrix.hermitianPart();
    }

    private static ComplexMatrix embedded(int sites, int d, int site, ComplexMatrix matrix) {
        ComplexMatrix result = ComplexMatrix.identity(1);
        for (int i = 0; i < sites; i++) {
            result = result.kronecker(i == site ? matrix : ComplexMatrix.identity(d));
        }
        return result;
    }

    /** Σ_bonds w h by sums of Kronecker products of matrix units. */
    private static ComplexMatrix pairs(Graph graph, int d, ComplexMatrix h) {
        int n = graph.sites();
        int size = (int) Math.round(Math.pow(d, n));
        ComplexMatrix sum = ComplexMatrix.zeros(size, size);
        for (Edge edge : graph.edges()) {
            int left = (int) Math.round(Math.pow(d, n - 1 - edge.from()));
            int right = (int) Math.round(Math.pow(d, n - 1 - edge.to()));
            for (int row = 0; row < size; row++) {
                int a = row / left % d;
                int b = row / right % d;
                for (int c = 0; c < d; c++) {
                    for (int e = 0; e < d; e++) {
                        int column = row + (c - a) * left + (e - b) * right;
                        sum.set(
                                row,
                                column,
                                sum.re().get(row, column) + edge.weight() * h.re().get(a * d + b, c * d + e),
                                sum.im().get(row, column) + edge.weight() * h.im().get(a * d + b, c * d + e));
                    }
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyOperatorIsItsMatrix(Entry entry) {
        ComplexMatrix found = DenseMatrices.of(entry.operator);
        assertThat(found.minus(entry.matrix).maxAbs()).isLessThan(1e-13 * Math.max(1, entry.matrix.maxAbs()));
        assertThat(found.isHermitian(1e-13 * Math.max(1, found.maxAbs()))).isTrue();
        if (entry.operator.isReal()) {
            assertThat(found.im().maxAbs()).isZero();
        }
        assertThat(entry.operator.transitions().stream().map(Transition::move)).doesNotHaveDuplicates();
        assertThat(entry.operator.infiniteTemperature())
                .isCloseTo(
                        entry.matrix.traceRe() / entry.matrix.rows(),
                        within(1e-13 * Math.max(1, entry.matrix.maxAbs())));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4", "7", "8"})
    void infiniteTemperatureKeepsTheNumberOfParticlesButNotTheMagnetisation(int particles) {
        Graph graph = Graphs.parse("chain:4:open");
        Bosons space = Bosons.withParticles(4, 2, particles);
        // A repulsion between neighbours, which sees the levels of two sites.
        ComplexMatrix pair = ComplexMatrix.zeros(9, 9);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                pair.set(3 * a + b, 3 * a + b, a * b, 0);
            }
        }
        ConfigurationOperator operator = Hamiltonians.boseHubbard(graph, space, 1, 3, 0.3)
                .plus(Hamiltonians.twoBody(graph, space, pair).times(0.7));
        double[] diagonal = new double[(int) space.size()];
        operator.diagonal(space.all(), diagonal);
        assertThat(operator.infiniteTemperature())
                .isCloseTo(Arrays.stream(diagonal).average().orElseThrow(), within(1e-13));
        assertThat(Hamiltonians.heisenberg(graph, Spins.withMagnetisation(4, 0)).infiniteTemperature())
                .isZero();
    }

    @Test
    void infiniteTemperatureIsKnownForManyParticles() {
        Graph ring = Graphs.parse("chain:1000");
        // Of P bosons on N sites without a cut-off, ⟨n(n − 1)⟩ = 2 P(P − 1)/(N(N + 1)); 60 on a site are unlikely
        // beyond rounding.
        ConfigurationOperator operator = Hamiltonians.boseHubbard(ring, Bosons.withParticles(1000, 60, 1000), 1, 2, 0);
        assertThat(operator.infiniteTemperature()).isCloseTo(1000 * 2.0 * 999 / 1001, within(1e-8));
    }

    /** Conservation by another route: the commutator with the total. */
    @ParameterizedTest
    @MethodSource("entries")
    void operatorsKnowWhetherTheyConserveTheTotal(Entry entry) {
        ComplexMatrix total = DenseMatrices.of(Observables.total(entry.operator.space()));
        ComplexMatrix commutator = total.times(entry.matrix).minus(entry.matrix.times(total));
        assertThat(commutator.maxAbs() < 1e-12).isEqualTo(entry.conserves);
        assertThat(entry.operator.conservesTotal()).isEqualTo(entry.conserves);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aRotatedOperatorIsItsConjugateByTheDiagonalOfSigns(Entry entry) {
        StateSpace space = entry.operator.space();
        boolean[] some = new boolean[space.sites()];
        for (int i = 0; i < some.length; i++) {
            some[i] = i % 3 != 1;
        }
        MarshallRotation rotated = MarshallRotation.of(entry.operator, some);
        ComplexMatrix expected = entry.matrix.copy();
        byte[] levels = space.all().levels();
        for (int row = 0; row < expected.rows(); row++) {
            for (int column = 0; column < expected.rows(); column++) {
                double sign = 1;
                for (int i = 0; i < some.length; i++) {
                    if (some[i] && (levels[row * some.length + i] + levels[column * some.length + i]) % 2 != 0) {
                        sign = -sign;
                    }
                }
                expected.set(
                        row,
                        column,
                        sign * expected.re().get(row, column),
                        sign * expected.im().get(row, column));
            }
        }
        assertThat(DenseMatrices.of(rotated).minus(expected).maxAbs())
                .isLessThan(1e-13 * Math.max(1, expected.maxAbs()));
    }

    @Test
    void marshallsRuleMakesAllExchangesOfABipartiteAntiferromagnetNegative() {
        Lattice lattice = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
        Spins space = Spins.withMagnetisation(16, 0);
        ConfigurationOperator rotated = MarshallRotation.of(
                Hamiltonians.heisenberg(lattice, space), lattice.sublattice().orElseThrow());
        double[] elements = new double[(int) space.size()];
        for (Transition transition : rotated.transitions()) {
            transition.elements(space.all(), elements, new double[0]);
            assertThat(elements).containsOnly(0, -2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chain:10, 0.5, -10.635604409348",
        "chain:10, 1, -12.784906442999",
        "chain:10, 2, -21.271208818696",
        "chain:10:open, 1, -12.381489999655"
    })
    void theIsingModelHasItsExactGroundStateEnergy(String lattice, double h, double energy) {
        assertThat(Lanczos.lowest(Hamiltonians.transverseFieldIsing(Graphs.parse(lattice), Spins.free(10), 1, h)))
                .isCloseTo(energy, within(2e-12 * Math.abs(energy)));
    }

    @ParameterizedTest
    @CsvSource({"chain:4, -8", "chain:8, -14.60437363575", "chain:16, -28.56918544247", "square:4x4, -44.91393283371543"
    })
    void theHeisenbergModelHasItsExactGroundStateEnergy(String lattice, double energy) {
        Graph graph = Graphs.parse(lattice);
        assertThat(Lanczos.lowest(Hamiltonians.heisenberg(graph, Spins.withMagnetisation(graph.sites(), 0))))
                .isCloseTo(energy, within(1e-12 * Math.abs(energy)));
    }

    @ParameterizedTest
    @CsvSource({
        // Spin operators and their energies on rings, times 4.
        "chain:8, 0.2, -13.40293288, 1e-9",
        "chain:8, 0.5, -12, 1e-13",
        "chain:8, 1, -16.513676256, 1e-9",
        "chain:10, 0.2, -16.60385302, 1e-9",
        "chain:10, 1, -20.042185116, 1e-9",
        "chain:14, 0.2, -23.064016, 1e-6",
        "square:4x4, 0.5, -33.83169340557936, 1e-12"
    })
    void theJ1J2ModelHasItsExactGroundStateEnergy(String text, double j2, double energy, double tolerance) {
        Lattice lattice = (Lattice) Graphs.parse(text);
        assertThat(Lanczos.lowest(Hamiltonians.j1j2(lattice, Spins.withMagnetisation(lattice.sites(), 0), 1, j2)))
                .isCloseTo(energy, within(tolerance * Math.abs(energy)));
    }

    @Test
    void twoBosonsOnTwoSitesHaveTheEnergyOfTheirQuadraticEquation() {
        // States |20⟩ + |02⟩ and |11⟩: E² − UE − 16t² = 0 on the doubled bond of the ring of 2, where t counts twice.
        double t = 0.7;
        double u = 1.9;
        ConfigurationOperator h =
                Hamiltonians.boseHubbard(Graphs.parse("chain:2"), new Bosons(2, 2, OptionalInt.of(2)), t, u, 0);
        double[] spectrum = HermitianEigen.of(DenseMatrices.of(h)).values();
        double lowest = (u - Math.sqrt(u * u + 64 * t * t)) / 2;
        assertThat(Arrays.stream(spectrum).min().orElseThrow()).isCloseTo(lowest, within(1e-13));
    }

    @Test
    void longStringsOfSignsConserveTheMagnetisationIfTheirSumDoes() {
        int n = 1000;
        String string = "Z".repeat(n - 2);
        SpinOperator hop = SpinOperator.on(Spins.withMagnetisation(n, 0))
                .add(0.5, PauliProduct.of("X" + string + "X"))
                .add(0.5, PauliProduct.of("Y" + string + "Y"))
                .build("a fermion's hop");
        assertThat(hop.transitions()).hasSize(1);
        assertThat(hop.conservesTotal()).isTrue();
        byte[] levels = new byte[2 * n];
        levels[0] = 1;
        levels[17] = 1;
        levels[n + 17] = 1;
        double[] element = new double[2];
        hop.transitions().getFirst().elements(new Configurations(hop.space(), 2, levels), element, new double[0]);
        assertThat(element).containsExactly(-1, 0);
    }

    @Test
    void aFixedTotalRefusesAnOperatorThatDoesNotKeepIt() {
        Graph ring = Graphs.parse("chain:4");
        assertThatThrownBy(() -> Hamiltonians.transverseFieldIsing(ring, Spins.withMagnetisation(4, 2), 1, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the Ising model in a transverse field does not conserve the magnetisation (the sum of"
                        + " sigma^z), so it cannot act on spins whose magnetisation is fixed to 2; leave out the"
                        + " constraint");
        assertThatThrownBy(() -> Hamiltonians.twoBody(ring, new Bosons(4, 1, OptionalInt.of(2)), hermitian(4)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not conserve the number of particles");
        assertThatThrownBy(() -> Observables.pauli(Spins.withMagnetisation(4, 0), PauliProduct.of("XX")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        Graph ring = Graphs.parse("chain:4");
        Spins four = Spins.free(4);
        List<ThrowingCallable> bad = List.of(
                () -> Hamiltonians.heisenberg(ring, Spins.free(5)),
                () -> Hamiltonians.xxz(ring, four, Double.NaN),
                () -> Hamiltonians.transverseFieldIsing(ring, four, 1, Double.POSITIVE_INFINITY),
                () -> Hamiltonians.twoBody(ring, four, hermitian(9)),
                () -> Hamiltonians.twoBody(ring, four, ComplexMatrix.real(Matrix.constant(4, 4, Double.NaN))),
                () -> Hamiltonians.twoBody(
                        ring, four, PauliString.of("XI").matrix().scale(0, 1)),
                () -> Hamiltonians.pauli(PauliSum.parse("XX"), four),
                () -> Hamiltonians.pauli(PauliSum.parse("XX").times(PauliSum.parse("YI")), Spins.free(2)),
                () -> Observables.spinCorrelation(four, 0, 4),
                () -> Observables.pauli(four, PauliProduct.of("IIIIX")),
                () -> Observables.structureFactor(Lattice.periodic(LatticeKind.CHAIN, 4), four, 1, 2),
                () -> MarshallRotation.of(Hamiltonians.heisenberg(ring, four), new boolean[3]),
                () -> Hamiltonians.heisenberg(ring, four).plus(Observables.total(Spins.free(5))));
        assertThat(bad).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(InvalidInputException.class));
    }

    @Test
    void structureFactorsAreTheirSumsOverPairs() {
        Lattice lattice = Lattice.of(LatticeKind.HONEYCOMB, new int[] {2, 2}, new boolean[] {true, false});
        int n = lattice.sites();
        Spins space = Spins.free(n);
        for (int[] k : new int[][] {{0, 0}, {1, 0}, {1, 1}}) {
            ComplexMatrix all = ComplexMatrix.zeros(1 << n, 1 << n);
            ComplexMatrix alongZ = ComplexMatrix.zeros(1 << n, 1 << n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double phase = 0;
                    for (int a = 0; a < 2; a++) {
                        phase += Math.PI * k[a] * (lattice.coordinates(i)[a] - lattice.coordinates(j)[a]);
                    }
                    double weight = Math.cos(phase) / n;
                    all = all.plus(DenseMatrices.of(Observables.spinCorrelation(space, i, j))
                            .scale(weight));
                    alongZ = alongZ.plus(DenseMatrices.of(Observables.longitudinalCorrelation(space, i, j))
                            .scale(weight));
                }
            }
            assertThat(DenseMatrices.of(Observables.structureFactor(lattice, space, k))
                            .minus(all)
                            .maxAbs())
                    .isLessThan(1e-12);
            assertThat(DenseMatrices.of(Observables.longitudinalStructureFactor(lattice, space, k))
                            .minus(alongZ)
                            .maxAbs())
                    .isLessThan(1e-12);
            assertThat(Observables.longitudinalStructureFactor(lattice, space, k)
                            .infiniteTemperature())
                    .isCloseTo(alongZ.traceRe() / alongZ.rows(), within(1e-12));
        }
    }

    @Test
    void theStructureFactorOfAFrustratedRingIsThePublishedOne() {
        // NetKet's tutorial on the J1-J2 ring: L = 14, J2 = 0.2, the sum over σᶻσᶻ at momentum π is 3.803.
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 14);
        Spins space = Spins.withMagnetisation(14, 0);
        double[] ground = Lanczos.groundState(Hamiltonians.j1j2(ring, space, 1, 0.2));
        double alongZ = Lanczos.expectation(Observables.longitudinalStructureFactor(ring, space, 7), ground);
        assertThat(alongZ).isCloseTo(3.803, within(5e-4));
        // A singlet has three equal components.
        assertThat(Lanczos.expectation(Observables.structureFactor(ring, space, 7), ground))
                .isCloseTo(3 * alongZ, within(1e-6));
    }
}
