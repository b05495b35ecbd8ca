package org.ketwork.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.claims.Catalogue;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.ClaimRun;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.report.ClaimsReport;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.numerics.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests claims, prints the verdict table, writes the report. */
@Command(description = "Tests claims, prints the verdict table, writes the report.")
final class ClaimsCommand implements Callable<Integer> {
    /** More claims at once would only fight for memory: each has all threads for its loops. */
    private static final int MOST_AT_ONCE = 4;

    private final Terminal terminal;
    private final Catalogue catalogue;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Claims to test (default: all).")
    List<String> ids = new ArrayList<>();

    @Option(names = "--list", description = "List the claims and test none.")
    boolean list;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description =
                    "quick (seconds a claim, the default), standard (about a minute) or full (as the statistics need).")
    Size size = Size.QUICK;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "YAML or JSON that maps claims to verdicts; another verdict is an error (exit code 1).")
    Optional<Path> expect = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    ClaimsCommand(Terminal terminal, Catalogue catalogue) {
        this.terminal = terminal;
        this.catalogue = catalogue;
    }

    /** What the result of this command depends on. */
    record Spec(List<String> claims, Size size, long seed) {}

    /** What the command prints with {@code --json}. */
    record Result(List<ClaimRecord> claims, String run, Size size, long seed) {}

    @Override
    public Integer call() {
        List<Claim> claims = chosen();
        if (list) {
            return list(claims);
        }
        Optional<Expectations> expected = expect.map(file -> Expectations.read(terminal.resolve(file), knownIds()));
        Spec spec = new Spec(claims.stream().map(c -> c.declaration().id()).toList(), size, common.seed);
        try (RunFolder folder = common.open(terminal, "claims", spec);
                StopNotice _ = StopNotice.of(terminal, folder)) {
            Progress progress = new Progress(terminal);
            if (folder.resumed()) {
                progress.line("going on with the run in " + folder.path());
            }
            int threads = common.threads();
            ClaimRun run = new ClaimRun(size, common.seed, threads, Math.min(threads, MOST_AT_ONCE));
            List<ClaimRecord> records = run.test(claims, folder, new ClaimProgress(progress, claims.size()));
            progress.end();
            boolean failed = records.stream().anyMatch(r -> r.verdict().equals(ClaimRecord.FAILED));
            Result result = new Result(records, folder.path().toString(), size, common.seed);
            folder.write(
                    RunFolder.REPORT,
                    ClaimsReport.html(records, size.name(), folder.record().provenance(), folder::read));
            folder.finish(failed ? RunRecord.State.FAILED : RunRecord.State.DONE, result);
            print(result, folder);
            return exitCode(records, failed, expected);
        }
    }

    private int exitCode(List<ClaimRecord> records, boolean failed, Optional<Expectations> expected) {
        List<String> disappointments =
                expected.map(e -> e.disappointments(records)).orElse(List.of());
        disappointments.forEach(terminal.err()::println);
        if (failed) {
            return ExitCode.INTERNAL;
        }
        return disappointments.isEmpty() ? ExitCode.DONE : ExitCode.UNEXPECTED;
    }

    private void print(Result result, RunFolder folder) {
        if (common.json) {
            terminal.out().print(Json.pretty(result));
            terminal.out().flush();
            return;
        }
        TextTable table = new TextTable();
        for (ClaimRecord record : result.claims) {
            table.row(record.id(), record.verdict(), "%.1f s".formatted(record.seconds()), record.sentence());
        }
        terminal.out().print(table.render(terminal.width()));
        terminal.out().println("\nreport: " + folder.file(RunFolder.REPORT));
    }

    private int list(List<Claim> claims) {
        if (common.json) {
            terminal.out()
                    .print(Json.pretty(new Listing(claims.stream()
                            .map(Claim::declaration)
                            .map(d -> new Listed(d.id(), d.statement(), d.source()))
                            .toList())));
            terminal.out().flush();
            return ExitCode.DONE;
        }
        TextTable table = new TextTable();
        for (Claim claim : claims) {
            Declaration declaration = claim.declaration();
            table.row(declaration.id(), declaration.statement());
        }
        terminal.out().print(table.render(terminal.width()));
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private record Listing(List<Listed> claims) {}

    private record Listed(String id, String statement, String source) {}

    /** The claims asked for, in the order of the catalogue. */
    private List<Claim> chosen() {
        List<String> known = knownIds();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new InvalidInputException("unknown claim " + id + DidYouMean.suffix(id, known)
                        + " (\"ketwork claims --list\" lists all)");
            }
        }
        return catalogue.all().stream()
                .filter(claim ->
                        ids.isEmpty() || ids.contains(claim.declaration().id()))
                .toList();
    }

    private List<String> knownIds() {
        return catalogue.all().stream().map(claim -> claim.declaration().id()).toList();
    }
}
