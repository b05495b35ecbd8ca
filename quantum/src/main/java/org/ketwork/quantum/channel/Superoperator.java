package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.noise.Noise;

/**
 * The matrix of the map on the stacked entries of ρ; composition of channels is the product of these matrices. How the entries are
 * stacked is known in this package only: {@link #map} takes and gives operators, and {@link Channels#compose} and {@link
 * Channels#adjoint} do what the matrix is good for.
 */
public final class Superoperator implements Channel {
    /** Of shape (output², input²); entry (a·output + b, i·input + j) is ⟨a|Φ(|i⟩⟨j|)|b⟩. */
    private final ComplexMatrix matrix;

    private final int inputDimension;
    private final int outputDimension;

    Superoperator(ComplexMatrix matrix, int inputDimension, int outputDimension) {
        Shapes.require(
                "the superoperator",
                matrix,
                Math.multiplyExact(outputDimension, outputDimension),
                Math.multiplyExact(inputDimension, inputDimension));
        this.matrix = matrix;
        this.inputDimension = inputDimension;
        this.outputDimension = outputDimension;
    }

    public static Superoperator of(Noise noise) {
        return of(Kraus.of(noise));
    }

    public static Superoperator of(Channel channel) {
        return switch (channel) {
            case Superoperator superoperator -> superoperator;
            case Kraus kraus -> ofKraus(kraus);
            case Choi choi -> ofChoi(choi);
            case SchurMatrix schur -> ofSchur(schur);
            case PauliTransferMatrix transfer -> ofChoi(Choi.of(transfer));
        };
    }

    /** Σ K ⊗ K*, because the stacked KρK† is (K ⊗ K*) times the stacked ρ. */
    private static Superoperator ofKraus(Kraus kraus) {
        int input = kraus.inputDimension();
        int output = kraus.outputDimension();
        ComplexMatrix sum = ComplexMatrix.zeros(output * output, input * input);
        for (ComplexMatrix k : kraus.operators()) {
            sum = sum.plus(k.kronecker(k.conjugate()));
        }
        return new Superoperator(sum, input, output);
    }

    private static Superoperator ofChoi(Choi choi) {
        int input = choi.inputDimension();
        int output = choi.outputDimension();
        ComplexMatrix result = ComplexMatrix.zeros(output * output, input * input);
        for (int i = 0; i < input; i++) {
            for (int j = 0; j < input; j++) {
                for (int a = 0; a < output; a++) {
                    for (int b = 0; b < output; b++) {
                        result.set(
                                a * output + b,
                                i * input + j,
                                choi.matrix().re().get(i * output + a, j * output + b),
                                choi.matrix().im().get(i * output + a, j * output + b));
                    }
                }
            }
        }
        return new Superoperator(result, input, output);
    }

    private static Superoperator ofSchur(SchurMatrix schur) {
        int d = schur.inputDimension();
        return new Superoperator(
                ComplexMatrix.of(
                        Matrix.diagonal(schur.coherence().re().data()),
                        Matrix.diagonal(schur.coherence().im().data())),
                d,
                d);
    }

    ComplexMatrix matrix() {
        return matrix;
    }

    @Override
    public int inputDimension() {
        return inputDimension;
    }

    @Override
    public int outputDimension() {
        return outputDimension;
    }

    Choi reshuffle() {
        ComplexMatrix result = ComplexMatrix.zeros(inputDimension * outputDimension, inputDimension * outputDimension);
        for (int i = 0; i < inputDimension; i++) {
            for (int j = 0; j < inputDimension; j++) {
                for (int a = 0; a < outputDimension; a++) {
                    for (int b = 0; b < outputDimension; b++) {
                        result.set(
                                i * outputDimension + a,
                                j * outputDimension + b,
                                matrix.re().get(a * outputDimension + b, i * inputDimension + j),
                                matrix.im().get(a * outputDimension + b, i * inputDimension + j));
                    }
                }
            }
        }
        return new Choi(result, inputDimension, outputDimension);
    }

    @Override
    public ComplexMatrix map(ComplexMatrix operator) {
        Shapes.requireInput(this, operator);
        ComplexMatrix stacked = ComplexMatrix.of(
                Matrix.wrap(inputDimension * inputDimension, 1, operator.re().data()),
                Matrix.wrap(inputDimension * inputDimension, 1, operator.im().data()));
        ComplexMatrix image = matrix.times(stacked);
        return ComplexMatrix.of(
                Matrix.wrap(outputDimension, outputDimension, image.re().data()),
                Matrix.wrap(outputDimension, outputDimension, image.im().data()));
    }
}
