package org.ketwork.bench.goal;

import java.util.List;
import java.util.Locale;
import org.ketwork.bench.work.DropoutDigits;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/** Training with dropout. */
final class TrainingGoal implements Goal {
    private static final int WARM_UP = 100;
    private static final int EPOCHS = 200;
    private static final Target EPOCH = new Target("training digits, 64-256-256-10 with dropout, an epoch", 6, "ms");

    @Override
    public List<Target> targets() {
        return List.of(EPOCH);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        DropoutDigits digits = new DropoutDigits(workers);
        digits.train(WARM_UP);
        Times times = digits.train(EPOCHS);
        String note = String.format(Locale.ROOT, "held-out accuracy %.3f", digits.accuracy());
        return List.of(EPOCH.reached(times, 1e3, note));
    }
}
