package org.ketwork.neural.training;

/** Is told about every epoch; the place to record, to show progress and to store the state. */
@FunctionalInterface
public interface TrainingListener {
    TrainingListener NONE = (record, state) -> {};

    /** An epoch is done. The state is live: store or copy it before returning. */
    void epochDone(EpochRecord record, TrainingState state);
}
