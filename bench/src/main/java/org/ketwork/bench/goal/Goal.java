package org.ketwork.bench.goal;

import java.util.List;
import org.ketwork.numerics.parallel.Workers;

/** One measurement and the targets that it is held against. */
public interface Goal {
    List<Target> targets();

    /** The outcomes of the targets, in their order. */
    List<Outcome> measure(Workers workers);

    /** All goals, in the order in which they are measured and shown. */
    static List<Goal> all() {
        return List.of(
                new TrainingGoal(),
                new PassesGoal(),
                new AllMasksGoal(),
                new InspectGoal(),
                new ProductGoal(),
                new StartGoal());
    }
}
