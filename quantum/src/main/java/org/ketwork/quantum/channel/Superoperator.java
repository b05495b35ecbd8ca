package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.noise.Noise;

/**
 * The matrix of the map on the stacked entries of ρ. Composition of channels is the product of these matrices. The stacking (row
 * by row here) does not show: {@link #map} takes and gives operators.
 *
 * @param matrix of shape (output², input²)
 */
public record Superoperator(ComplexMatrix matrix, int inputDimension, int outputDimension) implements Channel {
    public Superoperator {
        Shapes.require(
                "the superoperator",
                matrix,
                Math.multiplyExact(outputDimension, outputDimension),
                Math.multiplyExact(inputDimension, inputDimension));
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
