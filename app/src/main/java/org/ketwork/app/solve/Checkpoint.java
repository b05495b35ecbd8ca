package org.ketwork.app.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketwork.lab.run.Reason;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npz;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.minimisation.MinimisationState;

/**
 * Where a run goes on. Lines of metrics are held back until the checkpoint of their steps is written, since those beyond it
 * would be forgotten; both are written about once a second.
 */
final class Checkpoint {
    private static final String FILE = "checkpoint.npz";
    private static final String SECONDS = "seconds";
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final RunFolder folder;
    private final List<StepLine> waiting = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long written = System.nanoTime();
    private double secondsBefore;

    Checkpoint(RunFolder folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.file(FILE);
    }

    /** The state to go on from, if there is one; the metrics are cut back to it. */
    Optional<MinimisationState> resume(StateSpace space) {
        if (!Files.exists(file())) {
            folder.metrics().keep(0);
            return Optional.empty();
        }
        Map<String, NdArray> arrays = Npz.read(file());
        MinimisationState state = MinimisationState.restore(space, arrays);
        NdArray seconds = arrays.get(SECONDS);
        if (seconds == null || seconds.size() != 1) {
            throw new InvalidInputException(
                    file() + " is not a checkpoint of this command: the array seconds is missing");
        }
        secondsBefore = seconds.data()[0];
        folder.metrics()
                .keep((int) Math.min(state.step(), folder.metrics().lines().size()));
        return Optional.of(state);
    }

    /** Seconds spent on this run, by earlier processes too. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - begun) * 1e-9;
    }

    /** Notes a step, and stores it if the last time was a while ago. */
    void after(StepLine line, MinimisationState state) {
        waiting.add(line);
        if (System.nanoTime() - written > PAUSE_NANOS) {
            write(state);
        }
    }

    /** Stores the state. The lines come first: those without their checkpoint are cut off, a checkpoint without lines would have a gap. */
    void write(MinimisationState state) {
        folder.metrics().appendAll(waiting);
        waiting.clear();
        Map<String, NdArray> arrays = new LinkedHashMap<>(state.arrays());
        arrays.put(SECONDS, NdArray.vector(seconds()));
        Npz.write(file(), arrays);
        written = System.nanoTime();
    }

    /** Removes the checkpoint, after the result is stored. */
    void remove() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new InvalidInputException("cannot remove " + file() + ": " + Reason.of(e), e);
        }
    }
}
