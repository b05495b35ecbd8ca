package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.state.DensityMatrix;

/**
 * A linear map on operators, in one of five representations; each has explicit conversions from the others ({@code Choi.of},
 * {@code Kraus.of}, …). A quantum channel is one that is completely positive and trace preserving; the representations can also
 * hold maps that are not (the transposition, say), which {@link ChannelProperties} tells apart. Maps act on operators ρ; how a
 * representation stacks the entries of ρ is its own affair.
 */
public sealed interface Channel permits Kraus, Choi, Superoperator, PauliTransferMatrix, SchurMatrix {
    int inputDimension();

    int outputDimension();

    /**
     * The image of any operator, by linearity.
     *
     * @param operator of shape (input, input)
     * @return of shape (output, output)
     */
    ComplexMatrix map(ComplexMatrix operator);

    /**
     * The state after the channel.
     *
     * @throws IllegalArgumentException if the result is not a state, as may happen when the map is not a channel
     */
    default DensityMatrix apply(DensityMatrix state) {
        return DensityMatrix.of(map(state.matrix()));
    }
}
