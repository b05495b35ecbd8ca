package org.ketwork.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.run.Provenance;

/** The report of tested claims: the verdict table, then each claim with everything that its verdict stands on. */
public final class ClaimsReport {
    /** Where the drawing of a figure is to be had. */
    @FunctionalInterface
    public interface Drawings {
        /** The SVG document in the given file of the run. */
        String read(String file);
    }

    private ClaimsReport() {}

    public static String html(List<ClaimRecord> claims, String size, Provenance provenance, Drawings drawings) {
        Page page =
                Page.titled(claims.size() == 1 ? "Claim " + claims.getFirst().id() : claims.size() + " claims tested");
        page.lead(summary(claims) + " Size: " + size.toLowerCase(Locale.ROOT) + "; seed " + provenance.seed() + ".");
        if (claims.size() > 1) {
            page.open("section", "card");
            Page.Table table = page.table("Claim", "Verdict", "Result");
            for (ClaimRecord claim : claims) {
                table.row(new Page.Link(claim.id(), claim.id()), badge(claim), NumberText.shortened(claim.sentence()));
            }
            table.end().close("section");
        }
        for (ClaimRecord claim : claims) {
            claim(page, claim, drawings);
        }
        return page.html(provenance);
    }

    private static String summary(List<ClaimRecord> claims) {
        List<String> parts = new ArrayList<>();
        for (String verdict : List.of("SUPPORTED", "REFUTED", "UNDECIDED", ClaimRecord.FAILED)) {
            long count =
                    claims.stream().filter(c -> c.verdict().equals(verdict)).count();
            if (count > 0) {
                parts.add(count + " " + verdict.toLowerCase(Locale.ROOT));
            }
        }
        double seconds = claims.stream().mapToDouble(ClaimRecord::seconds).sum();
        return String.join(", ", parts) + ", in " + NumberText.of(seconds, 3) + " seconds of experiments.";
    }

    private static void claim(Page page, ClaimRecord claim, Drawings drawings) {
        page.open("section", "card").section(claim.id(), claim.id());
        page.lead(claim.statement());
        page.badge(badge(claim), NumberText.shortened(claim.sentence()));
        page.open("div", "decision")
                .heading("What to do")
                .paragraph(claim.decision())
                .close("div");
        page.figures(claim.figures().stream()
                .map(f -> new Page.Picture(drawings.read(f.file()), f.caption()))
                .toList());
        page.heading("Source").paragraph(claim.source());
        page.heading("Definition").formula(claim.definition());
        predictions(page, claim);
        controls(page, claim);
        tests(page, claim);
        numbers(page, claim);
        page.paragraph("Significance level " + NumberText.of(claim.alpha(), 3) + "; "
                + NumberText.of(claim.seconds(), 3) + " seconds.");
        page.close("section");
    }

    private static void predictions(Page page, ClaimRecord claim) {
        if (claim.predictions().isEmpty()) {
            return;
        }
        page.heading("Predictions");
        Page.Table table = page.table("Prediction", "", "Predicted", "Refuted if", "Observed");
        for (ClaimRecord.PredictionRow row : claim.predictions()) {
            table.row(
                    row.name(),
                    outcome(row.outcome()),
                    row.sentence(),
                    row.refutedIf(),
                    NumberText.shortened(row.observed()));
        }
        table.end();
    }

    private static void controls(Page page, ClaimRecord claim) {
        if (claim.controls().isEmpty()) {
            return;
        }
        page.heading("Controls");
        Page.Table table = page.table("Control", "", "Must be seen", "Seen");
        for (ClaimRecord.ControlRow row : claim.controls()) {
            table.row(row.name(), ok(row.ok()), row.expectation(), NumberText.shortened(row.observed()));
        }
        table.end();
    }

    private static void tests(Page page, ClaimRecord claim) {
        if (claim.tests().isEmpty()) {
            return;
        }
        page.heading("Tests");
        Page.Table table = page.table("Test", "Statistic", "p", "α", "Effect", "Interval of the effect");
        for (ClaimRecord.TestRow row : claim.tests()) {
            table.row(
                    row.name(),
                    NumberText.of(row.statistic(), 4),
                    NumberText.of(row.p(), 3),
                    NumberText.of(row.alpha(), 3),
                    NumberText.of(row.effect(), 4),
                    row.interval().map(ClaimsReport::interval).orElse("none"));
        }
        table.end();
    }

    private static String interval(Evidence.Interval interval) {
        return NumberText.of(interval.low(), 4) + " to " + NumberText.of(interval.high(), 4) + " ("
                + NumberText.of(100 * interval.level(), 4) + " %)";
    }

    private static void numbers(Page page, ClaimRecord claim) {
        if (claim.numbers().isEmpty()) {
            return;
        }
        page.heading("Reference numbers");
        Page.Table table = page.table("Number", "Value", "Expected", "Tolerance", "");
        for (ClaimRecord.NumberRow row : claim.numbers()) {
            table.row(row.name(), row.value(), row.expected(), NumberText.of(row.tolerance(), 2), ok(row.ok()));
        }
        table.end();
    }

    private static Page.Badge badge(ClaimRecord claim) {
        return switch (claim.verdict()) {
            case "SUPPORTED" -> new Page.Badge("✓ supported", "good");
            case "REFUTED" -> new Page.Badge("✗ refuted", "bad");
            case "UNDECIDED" -> new Page.Badge("? undecided", "open");
            default -> new Page.Badge("! failed", "broken");
        };
    }

    private static Page.Badge outcome(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> new Page.Badge("✓ holds", "good");
            case REFUTED -> new Page.Badge("✗ refuted", "bad");
            case INCONCLUSIVE -> new Page.Badge("? inconclusive", "open");
        };
    }

    private static Page.Badge ok(boolean ok) {
        return ok ? new Page.Badge("✓ ok", "good") : new Page.Badge("✗ missed", "bad");
    }
}
