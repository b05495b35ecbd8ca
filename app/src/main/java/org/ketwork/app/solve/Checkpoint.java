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
    private static final String FOUND = "found";
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final RunFolder folder;
    private final List<StepLine> waiting = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long written = System.nanoTime();
    private double secondsBefore;

    /**
     * How far a run is.
     *
     * @param found parameters of the levels that are done
     * @param state of the search of the next
     */
    record Place(List<double[]> found, MinimisationState state) {}

    Checkpoint(RunFolder folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.file(FILE);
    }

    /**
     * Where to go on, if there is a checkpoint; the metrics are cut back to it.
     *
     * @param steps of each level
     */
    Optional<Place> resume(StateSpace space, int steps) {
        if (!Files.exists(file())) {
            folder.metrics().keep(0);
            return Optional.empty();
        }
        Map<String, NdArray> arrays = Npz.read(file());
        MinimisationState state = MinimisationState.restore(space, arrays);
        secondsBefore = Optional.ofNullable(arrays.get(SECONDS))
                .filter(array -> array.size() == 1)
                .orElseThrow(() -> new InvalidInputException(
                        file() + " is not a checkpoint of this command: the array seconds is missing"))
                .data()[0];
        List<double[]> found = new ArrayList<>();
        for (Optional<NdArray> next = found(arrays, 0); next.isPresent(); next = found(arrays, found.size())) {
            found.add(next.get().data());
        }
        int lines = folder.metrics().lines().size();
        folder.metrics().keep((int) Math.min(found.size() * (long) steps + state.step(), lines));
        return Optional.of(new Place(List.copyOf(found), state));
    }

    private static Optional<NdArray> found(Map<String, NdArray> arrays, int level) {
        return Optional.ofNullable(arrays.get(FOUND + level));
    }

    /** Seconds spent on this run, by earlier processes too. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - begun) * 1e-9;
    }

    /** Notes a step, and stores it if the last time was a while ago. */
    void after(StepLine line, Place place) {
        waiting.add(line);
        if (isDue()) {
            write(place);
        }
    }

    /** Stores the end of a level: always its lines, and the place if the last time was a while ago. */
    void end(Place place) {
        if (isDue()) {
            write(place);
        } else {
            writeLines();
        }
    }

    private boolean isDue() {
        return System.nanoTime() - written > PAUSE_NANOS;
    }

    /** Stores the lines that wait, for a search that goes on no more. */
    void writeLines() {
        folder.metrics().appendAll(waiting);
        waiting.clear();
    }

    /** Stores the place. Its lines come first: lines without their checkpoint are cut off, the other way round there would be a gap. */
    private void write(Place place) {
        writeLines();
        Map<String, NdArray> arrays = new LinkedHashMap<>(place.state.arrays());
        for (int level = 0; level < place.found.size(); level++) {
            arrays.put(FOUND + level, NdArray.vector(place.found.get(level)));
        }
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
