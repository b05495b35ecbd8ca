package org.ketwork.quantum.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.MatrixFunctions;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/**
 * A measurement in its most general form: one effect E ≥ 0 per outcome, Σ E = I; outcome k has probability Tr ρE_k. After the
 * measurement the state is √E ρ √E (Lüders' rule), the least disturbing choice; a projective measurement is the case E² = E.
 */
public final class Povm {
    /** How far an eigenvalue of an effect may be below 0, and the sum of the effects from the identity. */
    public static final double TOLERANCE = 1e-9;

    private final List<ComplexMatrix> effects;

    private Povm(List<ComplexMatrix> effects) {
        this.effects = effects;
    }

    /**
     * @param effects of shape (d, d), one per outcome
     * @throws IllegalArgumentException if an effect is not positive semidefinite or the sum is not the identity, within {@link
     *     #TOLERANCE}
     */
    public static Povm of(List<ComplexMatrix> effects) {
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a measurement needs at least one outcome");
        }
        int d = effects.getFirst().rows();
        ComplexMatrix sum = ComplexMatrix.zeros(d, d);
        List<ComplexMatrix> checked = new ArrayList<>();
        for (ComplexMatrix effect : effects) {
            if (!effect.isHermitian(TOLERANCE)) {
                throw new IllegalArgumentException("an effect must be Hermitian, got " + effect);
            }
            double smallest = HermitianEigen.values(effect)[0];
            if (!(smallest >= -TOLERANCE)) {
                throw new IllegalArgumentException("an effect must not have negative eigenvalues, got " + smallest);
            }
            sum = sum.plus(effect);
            checked.add(effect.hermitianPart());
        }
        double defect = sum.minus(ComplexMatrix.identity(d)).maxAbs();
        if (!(defect <= TOLERANCE)) {
            throw new IllegalArgumentException("the effects must sum to the identity, the sum differs by " + defect);
        }
        return new Povm(List.copyOf(checked));
    }

    /** Projection on an orthonormal basis, given as the columns of a unitary matrix. */
    public static Povm basis(ComplexMatrix unitary) {
        List<ComplexMatrix> effects = new ArrayList<>();
        for (int k = 0; k < unitary.columns(); k++) {
            effects.add(projector(unitary, k));
        }
        return of(effects);
    }

    /** The measurement in the computational basis. */
    public static Povm computational(int dimension) {
        return basis(ComplexMatrix.identity(dimension));
    }

    /**
     * Effects weight·|ψ⟩⟨ψ| with one weight for all, as for the trine or a tetrahedron of qubit states.
     *
     * @throws IllegalArgumentException if the kets do not form such a measurement
     */
    public static Povm symmetric(List<Ket> kets) {
        double weight = (double) kets.getFirst().dimension() / kets.size();
        return of(kets.stream().map(ket -> ket.outer(ket).scale(weight)).toList());
    }

    private static ComplexMatrix projector(ComplexMatrix unitary, int k) {
        return Ket.of(unitary.re().column(k), unitary.im().column(k)).density().matrix();
    }

    public int outcomes() {
        return effects.size();
    }

    public int dimension() {
        return effects.getFirst().rows();
    }

    /** The effect of an outcome; it must not be modified. */
    public ComplexMatrix effect(int outcome) {
        return effects.get(outcome);
    }

    /** Born's rule: the probability of each outcome. */
    public double[] probabilities(DensityMatrix state) {
        double[] p = new double[effects.size()];
        for (int k = 0; k < p.length; k++) {
            double value = state.expectation(effects.get(k));
            if (!(value >= -10 * TOLERANCE && value <= 1 + 10 * TOLERANCE)) {
                throw new LawViolation("an outcome has probability " + value + ", which is not in [0, 1]");
            }
            p[k] = Math.clamp(value, 0, 1);
        }
        return p;
    }

    /** The state after an outcome, √E ρ √E / p; empty if the outcome has probability 0, to rounding: at most 1e-18. */
    public Optional<DensityMatrix> after(int outcome, DensityMatrix state) {
        // As XX† with X = √E √ρ the state has no negative eigenvalue, however much rounding a rare outcome magnifies.
        ComplexMatrix x =
                root(effects.get(outcome)).times(MatrixFunctions.sqrt(state.matrix(), DensityMatrix.TOLERANCE));
        double p = Math.pow(x.frobeniusNorm(), 2);
        return p > TOLERANCE * TOLERANCE
                ? Optional.of(DensityMatrix.of(x.times(x.adjoint()).scale(1 / p)))
                : Optional.empty();
    }

    /** The state after a measurement whose outcome nobody reads: Σ √E ρ √E. */
    public DensityMatrix unread(DensityMatrix state) {
        ComplexMatrix sum = ComplexMatrix.zeros(dimension(), dimension());
        for (ComplexMatrix effect : effects) {
            ComplexMatrix sqrt = root(effect);
            sum = sum.plus(sqrt.times(state.matrix()).times(sqrt));
        }
        return DensityMatrix.of(sum);
    }

    private static ComplexMatrix root(ComplexMatrix effect) {
        return MatrixFunctions.sqrt(effect, TOLERANCE);
    }

    /** One outcome per shot; shot i depends on the address and on i only. */
    public int[] sample(DensityMatrix state, int shots, RandomAddress address) {
        return OutcomeSampler.of(probabilities(state)).draw(shots, address);
    }

    /** The same measurement with white noise: ηE + (1 − η) Tr(E) I/d for each effect. */
    public Povm withWhiteNoise(double eta) {
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("the visibility of a measurement must be in [0, 1], got " + eta);
        }
        ComplexMatrix identity = ComplexMatrix.identity(dimension());
        return of(effects.stream()
                .map(e -> e.scale(eta).plus(identity.scale((1 - eta) * e.traceRe() / dimension())))
                .toList());
    }
}
