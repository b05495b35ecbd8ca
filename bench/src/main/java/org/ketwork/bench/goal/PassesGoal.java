package org.ketwork.bench.goal;

import java.util.List;
import org.ketwork.bench.work.DropoutDigits;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/** Monte Carlo dropout. */
final class PassesGoal implements Goal {
    private static final int EPOCHS = 30;
    private static final int PASSES = 1000;
    private static final int REPETITIONS = 5;
    private static final Target RUN = new Target("1000 passes over 1797 digits through that network", 1.5, "s");

    @Override
    public List<Target> targets() {
        return List.of(RUN);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        DropoutDigits digits = new DropoutDigits(workers);
        digits.train(EPOCHS);
        Times times = Times.of(1, REPETITIONS, () -> digits.predict(PASSES));
        return List.of(RUN.reached(times, 1, ""));
    }
}
