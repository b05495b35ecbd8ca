package org.ketwork.lab.claim;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Tests claims and stores each as soon as it is finished, in {@code claims/ID.json} of a run folder. A claim that is stored there
 * already is not tested again, so a run that was killed goes on with the next claim and ends with the same numbers: a claim sees
 * the seed, the size and nothing else.
 *
 * @param size how much each claim may compute
 * @param seed root of all random numbers; each claim draws below its own id
 * @param threads threads of each claim's loops
 * @param atOnce how many claims are tested at the same time
 */
public record ClaimRun(Size size, long seed, int threads, int atOnce) {
    /** Told about progress, from one thread at a time. */
    public interface Listener {
        void started(Declaration claim);

        /** @param stored whether an earlier process had finished this claim */
        void finished(ClaimRecord record, boolean stored);
    }

    public ClaimRun {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one claim must be tested at a time, got " + atOnce);
        }
    }

    /** Tests the claims and returns their records in the given order. Claims that throw come back as failed, after all others ran. */
    public List<ClaimRecord> test(List<Claim> claims, RunFolder folder, Listener listener) {
        if (atOnce == 1) {
            return claims.stream()
                    .map(claim -> testOrRecall(claim, folder, listener))
                    .toList();
        }
        ExecutorService executor = Executors.newFixedThreadPool(
                atOnce,
                Thread.ofPlatform().name("ketwork-claim-", 0).daemon(true).factory());
        try {
            List<Future<ClaimRecord>> futures = new ArrayList<>();
            for (Claim claim : claims) {
                futures.add(executor.submit(() -> testOrRecall(claim, folder, listener)));
            }
            List<ClaimRecord> records = new ArrayList<>();
            for (Future<ClaimRecord> future : futures) {
                records.add(future.get());
            }
            return records;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while claims were tested", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private ClaimRecord testOrRecall(Claim claim, RunFolder folder, Listener listener) {
        Declaration declaration = claim.declaration();
        Optional<ClaimRecord> stored = recall(declaration.id(), folder);
        if (stored.isPresent()) {
            synchronized (folder) {
                note(stored.get(), folder);
                listener.finished(stored.get(), true);
            }
            return stored.get();
        }
        synchronized (folder) {
            listener.started(declaration);
        }
        Tested tested = test(claim, declaration);
        synchronized (folder) {
            store(tested, folder);
            listener.finished(tested.record, false);
        }
        return tested.record;
    }

    private record Tested(ClaimRecord record, List<Figure> figures, Optional<Throwable> failure) {}

    /** A defect in one claim must not hide the others, so whatever it throws becomes its record. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Tested test(Claim claim, Declaration declaration) {
        long start = System.nanoTime();
        try (Workers workers = Workers.of(threads)) {
            RandomAddress random = RandomAddress.root(seed).at(declaration.id());
            Evidence evidence = claim.test(new Conditions(size, random, workers));
            return new Tested(
                    ClaimRecord.of(declaration, evidence, secondsSince(start)), evidence.figures(), Optional.empty());
        } catch (RuntimeException | LinkageError | AssertionError | OutOfMemoryError | StackOverflowError e) {
            return new Tested(ClaimRecord.failed(declaration, e, secondsSince(start)), List.of(), Optional.of(e));
        }
    }

    private static double secondsSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }

    /** Figures first: a claim counts as finished when its json is there. */
    private static void store(Tested tested, RunFolder folder) {
        ClaimRecord record = tested.record;
        for (Figure figure : tested.figures) {
            folder.write(ClaimRecord.figureFile(record.id(), figure), SvgFigure.document(figure));
        }
        if (tested.failure.isPresent()) {
            StringWriter trace = new StringWriter();
            tested.failure.get().printStackTrace(new PrintWriter(trace));
            folder.write("claims/" + record.id() + ".trace.txt", trace.toString());
        }
        folder.write(file(record.id()), Json.pretty(record));
        note(record, folder);
    }

    private record Line(String claim, String verdict, double seconds) {}

    /** One line of metrics a claim, also if the process died between the json and the line. */
    private static void note(ClaimRecord record, RunFolder folder) {
        boolean noted = folder.metrics().lines().stream()
                .anyMatch(line -> line.path("claim").asString("").equals(record.id())
                        && line.path("verdict").asString("").equals(record.verdict()));
        if (!noted) {
            folder.metrics().append(new Line(record.id(), record.verdict(), record.seconds()));
        }
    }

    /** The stored record of a claim; one that failed is tried again. */
    private static Optional<ClaimRecord> recall(String id, RunFolder folder) {
        if (!Files.exists(folder.file(file(id)))) {
            return Optional.empty();
        }
        return Optional.of(Json.read(folder.file(file(id)), ClaimRecord.class))
                .filter(record -> !record.verdict().equals(ClaimRecord.FAILED));
    }

    private static String file(String id) {
        return "claims/" + id + ".json";
    }
}
