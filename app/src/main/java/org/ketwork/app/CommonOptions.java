package org.ketwork.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunStore;
import org.ketwork.numerics.InvalidInputException;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--json",
            description = "Print one JSON document on standard output; progress goes to standard error.")
    boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Root of all random numbers (default: ${DEFAULT-VALUE}). The same seed gives the same result.")
    long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: one a processor). The result does not depend on it.")
    Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the run (default: a new one in runs/). A run that was stopped goes on.")
    Optional<Path> out = Optional.empty();

    int threads() {
        int count = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (count < 1 || count > MOST_THREADS) {
            throw new InvalidInputException("--threads must be from 1 to " + MOST_THREADS + ", got " + count);
        }
        return count;
    }

    /** The store in the working directory. */
    static RunStore defaultStore(Terminal terminal) {
        return RunStore.at(terminal.resolve(Path.of("runs")));
    }

    /** The store that a command over many runs looks at: {@code --out}, or the one in the working directory. */
    RunStore store(Terminal terminal) {
        return out.map(terminal::resolve).map(RunStore::at).orElseGet(() -> defaultStore(terminal));
    }

    /** Opens the run of a command: in {@code --out}, or in the store. */
    RunFolder open(Terminal terminal, String command, Object spec) {
        Provenance provenance = Machine.provenance(seed, threads());
        Path folder = out.map(terminal::resolve)
                .orElseGet(() -> defaultStore(terminal).place(command, spec, provenance.ketwork(), Instant.now()));
        return RunFolder.open(folder, command, spec, provenance);
    }
}
