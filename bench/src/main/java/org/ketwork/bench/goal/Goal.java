package org.ketwork.bench.goal;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.parallel.Workers;

/** One measurement and the targets that it is held against. */
public interface Goal {
    List<Target> targets();

    /** The outcomes of the targets, in their order. */
    List<Outcome> measure(Workers workers);

    /** All goals, in the order in which they are measured and shown. */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>(List.of(
                new TrainingGoal(),
                new PassesGoal(),
                new AllMasksGoal(),
                new InspectGoal(),
                new ProductGoal(),
                new StartGoal()));
        goals.addAll(SolveStepGoal.all());
        goals.add(new SolveAccuracyGoal());
        goals.add(new SolveStartGoal());
        return List.copyOf(goals);
    }
}
