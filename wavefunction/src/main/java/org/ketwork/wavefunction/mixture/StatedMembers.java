package org.ketwork.wavefunction.mixture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.network.NetworkAnsatz;

/**
 * All sub-networks of a network with independent Bernoulli masks, with their probabilities.
 *
 * @param probabilities one for each member; their sum is 1
 */
public record StatedMembers(List<Wavefunction> members, double[] probabilities) {
    /** Switches that are enumerated at most. */
    private static final int MOST = 16;

    public StatedMembers {
        members = List.copyOf(members);
        if (members.size() != probabilities.length) {
            throw new IllegalArgumentException(
                    members.size() + " members need as many probabilities, got " + probabilities.length);
        }
    }

    /** One unit that is kept or dropped. */
    private record Switch(int position, int unit, double keep, double factor) {}

    /**
     * All sub-networks under all masks.
     *
     * @throws IllegalArgumentException if a mask is not Bernoulli, or there are more than 16 units that masks may drop
     */
    public static StatedMembers of(NetworkAnsatz ansatz, double[] theta) {
        List<Switch> switches = new ArrayList<>();
        Map<Integer, Integer> units = new HashMap<>();
        int position = 0;
        for (Layer layer : ansatz.network().layers()) {
            if (layer instanceof MaskedLayer masked) {
                units.put(position, masked.units());
                add(switches, masked, position);
            }
            position += layer.positions();
        }
        if (switches.size() > MOST) {
            throw new IllegalArgumentException(
                    "at most " + MOST + " masked units are enumerated, got " + switches.size());
        }
        int count = 1 << switches.size();
        List<Wavefunction> members = new ArrayList<>();
        double[] probabilities = new double[count];
        for (int set = 0; set < count; set++) {
            Map<Integer, double[]> factors = new HashMap<>();
            units.forEach((at, size) -> factors.put(at, new double[size]));
            probabilities[set] = 1;
            for (int s = 0; s < switches.size(); s++) {
                Switch unit = switches.get(s);
                boolean kept = (set >> s & 1) == 1;
                probabilities[set] *= kept ? unit.keep : 1 - unit.keep;
                factors.getOrDefault(unit.position, new double[0])[unit.unit] = kept ? unit.factor : 0;
            }
            members.add(ansatz.with(Pass.stated(factors)).at(theta));
        }
        return new StatedMembers(members, probabilities);
    }

    private static void add(List<Switch> switches, MaskedLayer layer, int position) {
        if (!(layer.masking().law() instanceof Bernoulli law)
                || layer.masking().whenAllDropped() != WhenAllDropped.KEEP_NONE) {
            throw new IllegalArgumentException(
                    "only independent Bernoulli masks are enumerated, got " + layer.masking());
        }
        double p = law.keepProbability();
        double factor = layer.masking().scaling() == Scaling.INVERTED ? 1 / p : 1;
        for (int i = 0; i < layer.units(); i++) {
            switches.add(new Switch(position, i, p, factor));
        }
    }
}
