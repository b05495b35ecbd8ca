package org.ketwork.bench.goal;

import java.util.List;
import org.ketwork.bench.work.MaskedDigits;
import org.ketwork.bench.work.Times;
import org.ketwork.neural.prediction.AllMasks;
import org.ketwork.neural.prediction.MaskedReadout;
import org.ketwork.numerics.parallel.Workers;

/** Exact predictions under dropout. */
final class AllMasksGoal implements Goal {
    private static final int UNITS = 20;
    private static final int INPUTS = 64;
    private static final int REPETITIONS = 5;
    private static final Target RUN =
            new Target("all 2^20 masks of 20 units, 64 inputs, 10 classes, with density matrices", 4, "s");

    @Override
    public List<Target> targets() {
        return List.of(RUN);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        MaskedReadout readout = MaskedDigits.readout(UNITS, INPUTS, workers);
        Times times = Times.of(1, REPETITIONS, () -> AllMasks.of(readout, workers));
        return List.of(RUN.reached(times, 1, ""));
    }
}
