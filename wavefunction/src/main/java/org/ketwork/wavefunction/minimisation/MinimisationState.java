package org.ketwork.wavefunction.minimisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.quantum.space.Configurations;
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
        arrays.put("step", NdArray.vector(step));
        arrays.put("theta", NdArray.vector(theta));
        arrays.put("previous", NdArray.vector(previous));
        for (int i = 0; i < moments.length; i++) {
            arrays.put("moment" + i, NdArray.vector(moments[i]));
        }
        Configurations positions = sampler.positions();
        int sites = positions.sites();
        double[] levels = new double[positions.rows() * sites];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = positions.levels()[i];
        }
        arrays.put("chains", NdArray.of(levels, positions.rows(), sites));
        return arrays;
    }

    /**
     * The state that {@link #arrays} gave.
     *
     * @throws InvalidInputException if an array is missing or does not fit the space
     */
    public static MinimisationState restore(StateSpace space, Map<String, NdArray> arrays) {
        NdArray chains = array(arrays, "chains");
        if (chains.rank() != 2 || chains.length(1) != space.sites()) {
            throw new InvalidInputException("the stored chains must be configurations of " + space.sites()
                    + " sites, got an array of shape " + chains);
        }
        byte[] levels = new byte[chains.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) chains.data()[i];
        }
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
                new Sampler.State(new Configurations(space, chains.length(0), levels)));
    }

    private static NdArray array(Map<String, NdArray> arrays, String name) {
        NdArray array = arrays.get(name);
        if (array == null) {
            throw new InvalidInputException("the stored minimisation lacks the array \"" + name + "\"");
        }
        return array;
    }
}
