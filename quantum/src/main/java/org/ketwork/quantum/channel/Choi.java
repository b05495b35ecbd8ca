package org.ketwork.quantum.channel;

import java.util.function.UnaryOperator;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.noise.Noise;
import org.ketwork.quantum.state.Subsystems;

/**
 * The Choi matrix J = Σᵢⱼ |i⟩⟨j| ⊗ Φ(|i⟩⟨j|): what the channel makes of one half of the unnormalised maximally entangled state.
 * The input is the left factor, and the trace of J is the input dimension. Φ is completely positive iff J has no negative
 * eigenvalue (Choi 1975).
 *
 * @param matrix of shape (input·output, input·output)
 */
public record Choi(ComplexMatrix matrix, int inputDimension, int outputDimension) implements Channel {
    public Choi {
        int size = Math.multiplyExact(inputDimension, outputDimension);
        Shapes.require("the Choi matrix", matrix, size, size);
    }

    public static Choi of(Noise noise) {
        return of(Kraus.of(noise));
    }

    /** The Choi matrix of a map that is given as a function, by its definition. */
    public static Choi of(UnaryOperator<ComplexMatrix> map, int inputDimension, int outputDimension) {
        int size = inputDimension * outputDimension;
        ComplexMatrix result = ComplexMatrix.zeros(size, size);
        for (int i = 0; i < inputDimension; i++) {
            for (int j = 0; j < inputDimension; j++) {
                ComplexMatrix unit = ComplexMatrix.zeros(inputDimension, inputDimension);
                unit.set(i, j, 1, 0);
                ComplexMatrix image = map.apply(unit);
                Shapes.require("the image of the map", image, outputDimension, outputDimension);
                for (int a = 0; a < outputDimension; a++) {
                    for (int b = 0; b < outputDimension; b++) {
                        result.set(
                                i * outputDimension + a,
                                j * outputDimension + b,
                                image.re().get(a, b),
                                image.im().get(a, b));
                    }
                }
            }
        }
        return new Choi(result, inputDimension, outputDimension);
    }

    public static Choi of(Channel channel) {
        return switch (channel) {
            case Choi choi -> choi;
            case Kraus kraus -> ofKraus(kraus);
            case SchurMatrix schur -> ofSchur(schur);
            case Superoperator superoperator -> superoperator.reshuffle();
            case PauliTransferMatrix transfer ->
                of(transfer::map, transfer.inputDimension(), transfer.outputDimension());
        };
    }

    /** J = Σ |K⟩⟩⟨⟨K| with the entries of K stacked column by column. */
    private static Choi ofKraus(Kraus kraus) {
        int input = kraus.inputDimension();
        int output = kraus.outputDimension();
        ComplexMatrix columns =
                ComplexMatrix.zeros(input * output, kraus.operators().size());
        for (int k = 0; k < kraus.operators().size(); k++) {
            ComplexMatrix operator = kraus.operators().get(k);
            for (int i = 0; i < input; i++) {
                for (int a = 0; a < output; a++) {
                    columns.set(
                            i * output + a,
                            k,
                            operator.re().get(a, i),
                            operator.im().get(a, i));
                }
            }
        }
        return new Choi(columns.times(columns.adjoint()), input, output);
    }

    /** J = Σ Cᵢⱼ |ii⟩⟨jj|. */
    private static Choi ofSchur(SchurMatrix schur) {
        int d = schur.inputDimension();
        ComplexMatrix result = ComplexMatrix.zeros(d * d, d * d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                result.set(
                        i * (d + 1),
                        j * (d + 1),
                        schur.coherence().re().get(i, j),
                        schur.coherence().im().get(i, j));
            }
        }
        return new Choi(result, d, d);
    }

    /** The input and the output as parts 0 and 1 of the system that J lives on. */
    public Subsystems subsystems() {
        return Subsystems.of(inputDimension, outputDimension);
    }

    /** Φ(ρ) = Tr_input (ρᵀ ⊗ I) J. */
    @Override
    public ComplexMatrix map(ComplexMatrix operator) {
        Shapes.requireInput(this, operator);
        ComplexMatrix weighted = operator.transpose()
                .kronecker(ComplexMatrix.identity(outputDimension))
                .times(matrix);
        return subsystems().partialTrace(weighted, 1);
    }
}
