package org.ketwork.claims.loss;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.claim.Conditions;

/** A pair measured over the common axis. */
record PairedSweeps(NoiseSweep system, List<NoiseSweep> controls) {
    PairedSweeps {
        controls = List.copyOf(controls);
    }

    static PairedSweeps of(NoisyPair pair, int repetitions, Conditions conditions) {
        List<NoiseSweep> controls = new ArrayList<>();
        for (NoisyTask control : pair.controls()) {
            controls.add(sweep(control, repetitions, conditions));
        }
        return new PairedSweeps(sweep(pair.system(), repetitions, conditions), controls);
    }

    private static NoiseSweep sweep(NoisyTask task, int repetitions, Conditions conditions) {
        return NoiseSweep.of(task, repetitions, conditions.random().at(task.name()), conditions.workers());
    }
}
