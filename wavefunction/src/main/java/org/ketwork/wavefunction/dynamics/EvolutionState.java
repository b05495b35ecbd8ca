package org.ketwork.wavefunction.dynamics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * Everything that an evolution carries from one step to the next. Stored with {@link #arrays} and read back with {@link #restore}, it
 * goes on to the same bits as if it had not been interrupted. Arrays are not copied and must not be changed.
 *
 * @param step accepted steps
 * @param stops how many multiples of the interval were passed
 * @param length of the step to try next
 * @param theta the parameters
 * @param velocity dθ/dt
 * @param miss |X dθ/dt − v|, what the family misses of the velocity of the state
 * @param distance see {@link EvolutionRecord}
 * @param draws how often the sampler was asked
 */
public record EvolutionState(
        long step,
        long stops,
        double time,
        double length,
        double[] theta,
        double[] velocity,
        double miss,
        double distance,
        long draws,
        Sampler.State sampler) {
    private static final String NUMBERS = "numbers";
    private static final String CHAINS = "chains";

    /** The state as named arrays, for an npz file. */
    public Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put(
                NUMBERS, NdArray.vector((double) step, (double) stops, time, length, miss, distance, (double) draws));
        arrays.put("theta", NdArray.vector(theta));
        arrays.put("velocity", NdArray.vector(velocity));
        arrays.put(CHAINS, sampler.array());
        return arrays;
    }

    /**
     * The state that {@link #arrays} gave.
     *
     * @throws InvalidInputException if an array is missing or does not fit the space
     */
    public static EvolutionState restore(StateSpace space, Map<String, NdArray> arrays) {
        double[] numbers = array(arrays, NUMBERS).data();
        if (numbers.length != 7) {
            throw new InvalidInputException(
                    "the array \"" + NUMBERS + "\" of a stored evolution has 7 numbers, got " + numbers.length);
        }
        return new EvolutionState(
                (long) numbers[0],
                (long) numbers[1],
                numbers[2],
                numbers[3],
                array(arrays, "theta").data(),
                array(arrays, "velocity").data(),
                numbers[4],
                numbers[5],
                (long) numbers[6],
                Sampler.State.restore(space, array(arrays, CHAINS)));
    }

    private static NdArray array(Map<String, NdArray> arrays, String name) {
        NdArray array = arrays.get(name);
        if (array == null) {
            throw new InvalidInputException("the stored evolution lacks the array \"" + name + "\"");
        }
        return array;
    }
}
