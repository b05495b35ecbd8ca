package org.ketwork.neural.network;

import java.util.List;
import org.ketwork.neural.layer.Pass;

/** The weights of consecutive stages between the units that take part in a batch. The outputs of the last stage all take part. */
public final class StackWeights {
    private final List<DenseStack.Stage> stages;
    private final List<StageWeights> weights;
    /** Entry s stands for every unit before stage s, the last one for every output. */
    private final SharedMask[] none;

    public StackWeights(List<DenseStack.Stage> stages) {
        this.stages = List.copyOf(stages);
        this.weights = stages.stream().map(StageWeights::new).toList();
        this.none = new SharedMask[stages.size() + 1];
        for (int s = 0; s < stages.size(); s++) {
            none[s] = SharedMask.none(stages.get(s).inputs());
        }
        none[stages.size()] = SharedMask.none(stages.getLast().outputs());
    }

    /** Takes up the parameters of the whole network for a pass: where all samples share a mask, only kept units take part. */
    public void prepare(double[] parameters, Pass pass) {
        SharedMask before = before(0, pass);
        for (int s = 0; s < count(); s++) {
            SharedMask after = before(s + 1, pass);
            weights.get(s).prepare(parameters, before, after);
            before = after;
        }
    }

    private SharedMask before(int s, Pass pass) {
        return s == count() ? none[s] : SharedMask.before(stages.get(s), none[s], pass);
    }

    public int count() {
        return stages.size();
    }

    public StageWeights stage(int s) {
        return weights.get(s);
    }
}
