package org.ketwork.quantum.channel;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.noise.Noise;

/**
 * Operator-sum representation: ρ → Σ K ρ K†, completely positive by its form.
 *
 * @param operators at least one, all of shape (output, input); they must not be modified afterwards
 */
public record Kraus(List<ComplexMatrix> operators) implements Channel {
    /** Eigenvalues of a Choi matrix below this fraction of the largest give no Kraus operator. */
    private static final double RANK_TOLERANCE = 1e-13;

    /** How far below zero an eigenvalue of the Choi matrix of a completely positive map may come out. */
    private static final double POSITIVITY_TOLERANCE = 1e-9;

    public Kraus {
        operators = List.copyOf(operators);
        if (operators.isEmpty()) {
            throw new IllegalArgumentException("a Kraus representation needs at least one operator");
        }
        ComplexMatrix first = operators.getFirst();
        operators.forEach(k -> Shapes.require("a Kraus operator", k, first.rows(), first.columns()));
    }

    public static Kraus of(ComplexMatrix... operators) {
        return new Kraus(List.of(operators));
    }

    /** ρ → UρU†. */
    public static Kraus unitary(ComplexMatrix unitary) {
        return of(unitary);
    }

    /** The operators that the literature gives for this noise. */
    public static Kraus of(Noise noise) {
        return new Kraus(NoiseTable.entryOf(noise).krausOperators(noise));
    }

    /**
     * Kraus operators of any completely positive map; from another representation as few as possible.
     *
     * @throws IllegalArgumentException if the map is not completely positive
     */
    public static Kraus of(Channel channel) {
        return switch (channel) {
            case Kraus kraus -> kraus;
            case SchurMatrix schur -> ofSchur(schur);
            case Choi choi -> minimal(choi);
            case Superoperator superoperator -> minimal(superoperator);
            case PauliTransferMatrix transfer -> minimal(transfer);
        };
    }

    /**
     * The canonical Kraus operators: √λ times the eigenvectors of the Choi matrix, as many as its rank, mutually orthogonal
     * (Choi, Linear Algebra Appl. 10, 285, 1975).
     */
    public static Kraus minimal(Channel channel) {
        Choi choi = Choi.of(channel);
        HermitianEigen eigen = HermitianEigen.of(choi.matrix().hermitianPart());
        int input = choi.inputDimension();
        int output = choi.outputDimension();
        List<ComplexMatrix> operators = new ArrayList<>();
        for (int k : significant(eigen.values())) {
            ComplexMatrix operator = ComplexMatrix.zeros(output, input);
            double scale = Math.sqrt(eigen.values()[k]);
            for (int i = 0; i < input; i++) {
                for (int a = 0; a < output; a++) {
                    int row = i * output + a;
                    operator.set(
                            a,
                            i,
                            scale * eigen.vectors().re().get(row, k),
                            scale * eigen.vectors().im().get(row, k));
                }
            }
            operators.add(operator);
        }
        return orZero(operators, output, input);
    }

    /** Diagonal operators diag(√λ v), one for each eigenpair (λ, v) of the coherence matrix. */
    private static Kraus ofSchur(SchurMatrix schur) {
        HermitianEigen eigen = HermitianEigen.of(schur.coherence().hermitianPart());
        int d = schur.inputDimension();
        List<ComplexMatrix> operators = new ArrayList<>();
        for (int k : significant(eigen.values())) {
            ComplexMatrix operator = ComplexMatrix.zeros(d, d);
            double scale = Math.sqrt(eigen.values()[k]);
            for (int i = 0; i < d; i++) {
                operator.set(
                        i,
                        i,
                        scale * eigen.vectors().re().get(i, k),
                        scale * eigen.vectors().im().get(i, k));
            }
            operators.add(operator);
        }
        return orZero(operators, d, d);
    }

    /** The map that sends everything to 0 has no eigenvalue to make an operator of, but needs one. */
    private static Kraus orZero(List<ComplexMatrix> operators, int output, int input) {
        return new Kraus(operators.isEmpty() ? List.of(ComplexMatrix.zeros(output, input)) : operators);
    }

    /** The numbers of the eigenvalues that are not zero. */
    private static List<Integer> significant(double[] values) {
        double largest = values[values.length - 1];
        if (values[0] < -POSITIVITY_TOLERANCE * Math.max(1, largest)) {
            throw new IllegalArgumentException(
                    "the map is not completely positive: its Choi matrix has the eigenvalue " + values[0]);
        }
        List<Integer> chosen = new ArrayList<>();
        for (int k = values.length - 1; k >= 0; k--) {
            if (values[k] > RANK_TOLERANCE * largest) {
                chosen.add(k);
            }
        }
        return chosen;
    }

    @Override
    public int inputDimension() {
        return operators.getFirst().columns();
    }

    @Override
    public int outputDimension() {
        return operators.getFirst().rows();
    }

    @Override
    public ComplexMatrix map(ComplexMatrix operator) {
        Shapes.requireInput(this, operator);
        ComplexMatrix sum = ComplexMatrix.zeros(outputDimension(), outputDimension());
        for (ComplexMatrix k : operators) {
            sum = sum.plus(k.times(operator).times(k.adjoint()));
        }
        return sum;
    }
}
