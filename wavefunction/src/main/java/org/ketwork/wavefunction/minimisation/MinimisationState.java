package org.ketwork.wavefunction.minimisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * Everything that a minimisation carries from one step to the next. Stored with {@link #arrays} and read back with {@link #restore}, it
 * goes on to the same bits as if it had not been interrupted. Arrays are not copied and must not be changed.
 *
 * @param step steps made
 * @param theta the parameters
 * @param previous the step before, for momentum; zeros at first, empty if there is no momentum
 * @param moments what the optimiser remembers; none for reconfiguration
 */
public record MinimisationState(
        long step, double[] theta, double[] previous, double[][] moments, Sampler.State sampler) {
    /** The state as named arrays, for an npz file. */
    public Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("step", NdArray.vector((double) step));
        arrays.put("theta", NdArray.vector(theta));
        arrays.put("previous", NdArray.vector(previous));
        for (int i = 0; i < moments.length; i++) {
            arrays.put("moment" + i, NdArray.vector(moments[i]));
        }
        arrays.put("chains", sampler.array());
        return arrays;
    }

    /**
     * The state that {@link #arrays} gave.
     *
     * @throws InvalidInputException if an array is missing or does not fit the space
     */
    public static MinimisationState restore(StateSpace space, Map<String, NdArray> arrays) {
        int moments = 0;
        while (arrays.containsKey("moment" + moments)) {
            moments++;
        }
        double[][] stored = new double[moments][];
        for (int i = 0; i < moments; i++) {
            stored[i] = array(arrays, "moment" + i).data();
        }
        return new MinimisationState(
                (long) array(arrays, "step").data()[0],
                array(arrays, "theta").data(),
                array(arrays, "previous").data(),
                stored,
                Sampler.State.restore(space, array(arrays, "chains")));
    }

    private static NdArray array(Map<String, NdArray> arrays, String name) {
        NdArray array = arrays.get(name);
        if (array == null) {
            throw new InvalidInputException("the stored minimisation lacks the array \"" + name + "\"");
        }
        return array;
    }
}
