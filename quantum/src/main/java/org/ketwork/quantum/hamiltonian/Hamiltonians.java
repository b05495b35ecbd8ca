package org.ketwork.quantum.hamiltonian;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.lattice.Edge;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * The Hamiltonians of many-body physics, in Pauli matrices and total energies. Each refuses, with an {@link InvalidInputException}, a
 * space whose conserved quantity it does not conserve, a graph of another size, and parameters that are not finite. A bond of weight w
 * has w times the coupling.
 */
public final class Hamiltonians {
    private Hamiltonians() {}

    /** H = −J Σ_bonds w σᶻσᶻ − h Σ σˣ. */
    public static ConfigurationOperator transverseFieldIsing(Graph graph, Spins space, double j, double h) {
        requireFit(graph, space);
        requireFinite("coupling J", j);
        requireFinite("field h", h);
        SpinOperator.Builder sum = SpinOperator.on(space);
        for (Edge edge : graph.edges()) {
            sum.add(-j * edge.weight(), PauliProduct.all(Pauli.Z, edge.from(), edge.to()));
        }
        for (int i = 0; i < space.sites(); i++) {
            sum.add(-h, PauliProduct.all(Pauli.X, i));
        }
        return sum.build("the Ising model in a transverse field");
    }

    /** H = Σ_bonds w (σˣσˣ + σʸσʸ + σᶻσᶻ), antiferromagnetic for w &gt; 0. */
    public static ConfigurationOperator heisenberg(Graph graph, Spins space) {
        return xxz(graph, space, 1);
    }

    /** H = Σ_bonds w (σˣσˣ + σʸσʸ + Δ σᶻσᶻ). */
    public static ConfigurationOperator xxz(Graph graph, Spins space, double delta) {
        requireFit(graph, space);
        requireFinite("anisotropy delta", delta);
        SpinOperator.Builder sum = SpinOperator.on(space);
        for (Edge edge : graph.edges()) {
            sum.addExchange(edge.weight(), delta * edge.weight(), edge.from(), edge.to());
        }
        return sum.build("the XXZ model");
    }

    /** H = J₁ Σ σ·σ over nearest + J₂ Σ σ·σ over second nearest neighbours. */
    public static ConfigurationOperator j1j2(Lattice lattice, Spins space, double j1, double j2) {
        requireFit(lattice, space);
        requireFinite("coupling J1", j1);
        requireFinite("coupling J2", j2);
        SpinOperator.Builder sum = SpinOperator.on(space);
        lattice.edges(1).forEach(edge -> sum.addExchange(j1 * edge.weight(), edge.from(), edge.to()));
        if (j2 != 0) {
            lattice.edges(2).forEach(edge -> sum.addExchange(j2 * edge.weight(), edge.from(), edge.to()));
        }
        return sum.build("the J1-J2 model");
    }

    /** H = −t Σ_bonds w (b†b + h.c.) + (U/2) Σ n(n − 1) − μ Σ n, within the cut-off of the space. */
    public static ConfigurationOperator boseHubbard(Graph graph, Bosons space, double t, double u, double mu) {
        requireFit(graph, space);
        requireFinite("hopping t", t);
        requireFinite("repulsion U", u);
        requireFinite("chemical potential mu", mu);
        int d = space.levels();
        double[] onSite = new double[d];
        double[] hop = new double[d * d];
        for (int n = 0; n < d; n++) {
            onSite[n] = u / 2 * n * (n - 1) - mu * n;
            for (int m = 0; m < d - 1; m++) {
                // ⟨n, m| b†_i b_j |n − 1, m + 1⟩, which is 0 for n = 0.
                hop[n * d + m] = Math.sqrt((double) n * (m + 1));
            }
        }
        LevelOperator.Table table = LevelOperator.Table.real(hop);
        LevelOperator.Builder sum = new LevelOperator.Builder(space);
        sum.addOnEachSite(LevelOperator.Table.real(onSite));
        for (Edge edge : graph.edges()) {
            int i = edge.from();
            int j = edge.to();
            sum.addMove(Move.hop(i, j), i, j, -t * edge.weight(), table);
            sum.addMove(Move.hop(j, i), j, i, -t * edge.weight(), table);
        }
        return sum.build("the Bose-Hubbard model");
    }

    /** A sum of Pauli strings, qubit q being site q. It must be Hermitian. */
    public static ConfigurationOperator pauli(PauliSum sum, Spins space) {
        if (sum.qubits() != space.sites()) {
            throw new InvalidInputException(
                    "a sum of Pauli strings on " + sum.qubits() + " qubits does not fit " + space.sites() + " sites");
        }
        SpinOperator.Builder builder = SpinOperator.on(space);
        sum.forEach((string, coefficient) -> {
            if (coefficient.im() != 0) {
                throw new InvalidInputException("a Hamiltonian is Hermitian, but the coefficient of " + string + " is "
                        + coefficient.re() + " + " + coefficient.im() + "i");
            }
            builder.add(coefficient.re(), PauliProduct.of(string.toString()));
        });
        return builder.build("the sum of Pauli strings");
    }

    /**
     * A sum of Pauli strings from a text with a line for each: {@code 0.5 XIZ} with a letter for each site, or {@code 0.5 X0 Z2} with the
     * sites named, counted from 0. What follows a # is a comment; lines with the same string are added up. Coefficients may be complex,
     * {@code 1+2i}, if the sum is Hermitian all the same.
     */
    public static ConfigurationOperator pauli(Path file, Spins space) {
        return PauliFile.read(file, space);
    }

    /**
     * The same two-body operator on each bond: H = Σ_bonds w h.
     *
     * @param h Hermitian, of shape (d², d²) for d levels; the level of the bond's {@code from} is the left factor
     */
    public static ConfigurationOperator twoBody(Graph graph, StateSpace space, ComplexMatrix h) {
        requireFit(graph, space);
        int d = space.levels();
        if (h.rows() != d * d || h.columns() != d * d) {
            throw new InvalidInputException("a two-body operator on sites of " + d + " levels has the shape " + d * d
                    + " x " + d * d + ", got " + h.rows() + " x " + h.columns());
        }
        // The negation catches NaN.
        if (!(h.maxAbs() < Double.POSITIVE_INFINITY) || !h.isHermitian(1e-12 * h.maxAbs())) {
            throw new InvalidInputException("a two-body operator is a Hermitian matrix of finite numbers");
        }
        return switch (space) {
            case Spins spins -> spinPairs(graph, spins, h);
            case Bosons bosons -> levelPairs(graph, bosons, h);
        };
    }

    /**
     * The matrix of a two-body operator from a text with a row of numbers a line, such as {@code 0.5}, {@code 2i} or {@code 1-2i}. Row and
     * column number d·a + b is level a of the bond's {@code from} and level b of its {@code to}. What follows a # is a comment.
     *
     * @return Hermitian, of shape (d², d²) with d at least 2
     * @throws InvalidInputException naming file and line if it is not
     */
    public static ComplexMatrix twoBodyMatrix(Path file) {
        return TwoBodyFile.read(file);
    }

    private static ConfigurationOperator spinPairs(Graph graph, Spins space, ComplexMatrix h) {
        SpinOperator.Builder sum = SpinOperator.on(space);
        for (Pauli left : Pauli.values()) {
            for (Pauli right : Pauli.values()) {
                ComplexMatrix product = left.matrix().kronecker(right.matrix()).times(h);
                double coefficient = product.traceRe() / 4;
                if (Math.abs(coefficient) > 1e-15 * h.maxAbs()) {
                    for (Edge edge : graph.edges()) {
                        sum.add(coefficient * edge.weight(), pair(left, edge.from(), right, edge.to()));
                    }
                }
            }
        }
        return sum.build("this two-body operator");
    }

    private static PauliProduct pair(Pauli first, int i, Pauli second, int j) {
        List<Integer> sites = new ArrayList<>();
        List<Pauli> letters = new ArrayList<>();
        Pauli low = i < j ? first : second;
        Pauli high = i < j ? second : first;
        if (low != Pauli.I) {
            sites.add(Math.min(i, j));
            letters.add(low);
        }
        if (high != Pauli.I) {
            sites.add(Math.max(i, j));
            letters.add(high);
        }
        return new PauliProduct(sites, letters);
    }

    /** How the levels of the two sites of a bond change. */
    private record Change(int left, int right) {
        Move on(Edge edge) {
            if (left == 0) {
                return new Move(new int[] {edge.to()}, new int[] {right});
            }
            if (right == 0) {
                return new Move(new int[] {edge.from()}, new int[] {left});
            }
            return edge.from() < edge.to()
                    ? new Move(new int[] {edge.from(), edge.to()}, new int[] {left, right})
                    : new Move(new int[] {edge.to(), edge.from()}, new int[] {right, left});
        }
    }

    private static ConfigurationOperator levelPairs(Graph graph, Bosons space, ComplexMatrix h) {
        int d = space.levels();
        Map<Change, LevelOperator.Table> tables = new LinkedHashMap<>();
        for (int row = 0; row < d * d; row++) {
            for (int column = 0; column < d * d; column++) {
                double re = h.re().get(row, column);
                double im = row == column ? 0 : h.im().get(row, column);
                if (re != 0 || im != 0) {
                    LevelOperator.Table table = tables.computeIfAbsent(
                            new Change(column / d - row / d, column % d - row % d),
                            none -> new LevelOperator.Table(new double[d * d], new double[d * d]));
                    table.re()[row] = re;
                    table.im()[row] = im;
                }
            }
        }
        LevelOperator.Builder sum = new LevelOperator.Builder(space);
        for (Edge edge : graph.edges()) {
            tables.forEach((change, table) -> {
                if (change.left == 0 && change.right == 0) {
                    sum.addDiagonal(edge.from(), edge.to(), edge.weight(), table);
                } else {
                    sum.addMove(change.on(edge), edge.from(), edge.to(), edge.weight(), table);
                }
            });
        }
        return sum.build("this two-body operator");
    }

    private static void requireFit(Graph graph, StateSpace space) {
        if (graph.sites() != space.sites()) {
            throw new InvalidInputException(
                    graph.name() + " has " + graph.sites() + " sites, so the space has as many, got " + space.sites());
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("the " + what + " is a finite number, got " + value);
        }
    }
}
