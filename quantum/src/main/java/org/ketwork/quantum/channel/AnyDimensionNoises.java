package org.ketwork.quantum.channel;

import static org.ketwork.quantum.channel.Decision.yesIf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.channel.NoiseTable.Entry;
import org.ketwork.quantum.noise.Depolarizing;
import org.ketwork.quantum.noise.Erasure;
import org.ketwork.quantum.noise.PauliNoise;
import org.ketwork.quantum.noise.SchurNoise;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.Amplitude;

/** The entries of {@link NoiseTable} for noises of systems of any dimension. */
final class AnyDimensionNoises {
    private AnyDimensionNoises() {}

    static final Entry<Depolarizing> DEPOLARIZING = new Entry<>(
            "depolarizing",
            Depolarizing.class,
            "rho -> s rho + (1 - s) I/d with s = 1 - p d^2/(d^2 - 1)",
            AnyDimensionNoises::displacements,
            (n, rho) -> {
                double mixed = (1 - n.shrink()) / n.dimension();
                return rho.scale(n.shrink())
                        .plus(ComplexMatrix.identity(n.dimension())
                                .scale(mixed * rho.traceRe(), mixed * rho.traceIm()));
            },
            n -> n.dimension() == 2
                    ? Optional.of(BlochMap.alongAxes(n.shrink(), n.shrink(), n.shrink(), 0))
                    : Optional.empty(),
            // The Choi matrix is an isotropic state, separable iff its weight is at most 1/(d + 1).
            n -> yesIf(n.shrink() <= 1.0 / (n.dimension() + 1) + 1e-12),
            List.of(
                    new Depolarizing(0),
                    new Depolarizing(0.1),
                    new Depolarizing(0.5),
                    new Depolarizing(1),
                    new Depolarizing(3, 0.3),
                    new Depolarizing(3, 2.0 / 3),
                    new Depolarizing(4, 0.2)));

    static final Entry<Erasure> ERASURE = new Entry<>(
            "erasure",
            Erasure.class,
            "rho -> (1 - epsilon) rho + epsilon |flag><flag|",
            n -> {
                int d = n.dimension();
                List<ComplexMatrix> operators = new ArrayList<>();
                ComplexMatrix keep = ComplexMatrix.zeros(d + 1, d);
                for (int i = 0; i < d; i++) {
                    keep.set(i, i, Math.sqrt(1 - n.epsilon()), 0);
                    ComplexMatrix lose = ComplexMatrix.zeros(d + 1, d);
                    lose.set(d, i, Math.sqrt(n.epsilon()), 0);
                    operators.add(lose);
                }
                operators.addFirst(keep);
                return operators;
            },
            (n, rho) -> {
                int d = n.dimension();
                ComplexMatrix image = ComplexMatrix.zeros(d + 1, d + 1);
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        image.set(
                                i,
                                j,
                                (1 - n.epsilon()) * rho.re().get(i, j),
                                (1 - n.epsilon()) * rho.im().get(i, j));
                    }
                }
                image.set(d, d, n.epsilon() * rho.traceRe(), n.epsilon() * rho.traceIm());
                return image;
            },
            n -> Optional.empty(),
            n -> yesIf(n.epsilon() == 1 || n.dimension() == 1),
            List.of(new Erasure(2, 0.25), new Erasure(2, 1), new Erasure(3, 0.6), new Erasure(1, 0.4)));

    static final Entry<PauliNoise> PAULI = new Entry<>(
            "Pauli",
            PauliNoise.class,
            "rho -> sum of p_P P rho P over Pauli strings P",
            n -> n.probabilities().entrySet().stream()
                    .map(e -> e.getKey().matrix().scale(Math.sqrt(e.getValue())))
                    .toList(),
            AnyDimensionNoises::shrinkPauliCoordinates,
            n -> n.qubits() == 1 ? Optional.of(pauliBloch(n)) : Optional.empty(),
            // For one qubit the Choi matrix is a mixture of the four Bell states: separable iff no weight exceeds 1/2.
            n -> n.qubits() == 1
                    ? yesIf(n.probabilities().values().stream().allMatch(p -> p <= 0.5))
                    : Decision.UNDECIDED,
            List.of(
                    PauliNoise.qubit(0.1, 0.2, 0.05),
                    PauliNoise.qubit(0.25, 0.25, 0),
                    PauliNoise.qubit(0.6, 0.1, 0.1),
                    new PauliNoise(
                            Map.of(PauliString.of("XX"), 0.1, PauliString.of("ZI"), 0.2, PauliString.of("YZ"), 0.05))));

    static final Entry<SchurNoise> SCHUR = new Entry<>(
            "Schur",
            SchurNoise.class,
            "rho -> C o rho, entry by entry",
            n -> Kraus.of(SchurMatrix.of(n)).operators(),
            (n, rho) -> n.coherence().schur(rho),
            n -> n.inputDimension() == 2 ? Optional.of(schurBloch(n)) : Optional.empty(),
            n -> yesIf(n.coherence()
                            .minus(ComplexMatrix.identity(n.inputDimension()))
                            .maxAbs()
                    == 0),
            List.of(
                    SchurNoise.uniform(2, 0.7),
                    SchurNoise.uniform(3, -0.5),
                    SchurNoise.uniform(3, 0),
                    SchurNoise.uniform(4, 0.25),
                    complexCoherence()));

    /** √weight times the d² displacement operators XᵃZᵇ (shift and clock). */
    private static List<ComplexMatrix> displacements(Depolarizing n) {
        int d = n.dimension();
        List<ComplexMatrix> operators = new ArrayList<>();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double weight = a == 0 && b == 0 ? 1 - n.probability() : n.probability() / ((double) d * d - 1);
                ComplexMatrix operator = ComplexMatrix.zeros(d, d);
                for (int j = 0; j < d; j++) {
                    double angle = 2 * Math.PI * (b * j % d) / d;
                    operator.set(
                            (j + a) % d, j, Math.sqrt(weight) * Math.cos(angle), Math.sqrt(weight) * Math.sin(angle));
                }
                operators.add(operator);
            }
        }
        return operators;
    }

    /** Each Pauli coordinate of ρ is multiplied by the weight of the strings that commute with it, less that of the others. */
    private static ComplexMatrix shrinkPauliCoordinates(PauliNoise n, ComplexMatrix rho) {
        int d = n.inputDimension();
        ComplexMatrix image = ComplexMatrix.zeros(d, d);
        for (int index = 0; index < d * d; index++) {
            PauliString string = PauliString.numbered(n.qubits(), index);
            double factor = 0;
            for (Map.Entry<PauliString, Double> entry : n.probabilities().entrySet()) {
                factor += entry.getKey().commutesWith(string) ? entry.getValue() : -entry.getValue();
            }
            Amplitude coordinate = string.traceWith(rho);
            string.addTo(image, factor * coordinate.re() / d, factor * coordinate.im() / d);
        }
        return image;
    }

    private static BlochMap pauliBloch(PauliNoise n) {
        double x = probability(n, Pauli.X);
        double y = probability(n, Pauli.Y);
        double z = probability(n, Pauli.Z);
        return BlochMap.alongAxes(1 - 2 * (y + z), 1 - 2 * (x + z), 1 - 2 * (x + y), 0);
    }

    private static double probability(PauliNoise n, Pauli pauli) {
        return n.probabilities().getOrDefault(PauliString.single(1, 0, pauli), 0.0);
    }

    /** x − iy, the upper off-diagonal entry of 2ρ, is multiplied by the complex number C₀₁. */
    private static BlochMap schurBloch(SchurNoise n) {
        double re = n.coherence().re().get(0, 1);
        double im = n.coherence().im().get(0, 1);
        return new BlochMap(
                Matrix.of(new double[] {re, im, 0}, new double[] {-im, re, 0}, new double[] {0, 0, 1}),
                new double[] {0, 0, 0});
    }

    private static SchurNoise complexCoherence() {
        ComplexMatrix c = ComplexMatrix.identity(2);
        c.set(0, 1, 0.3, 0.4);
        c.set(1, 0, 0.3, -0.4);
        return new SchurNoise(c);
    }
}
