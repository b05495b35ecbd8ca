package org.ketwork.app;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.ClaimRun;
import org.ketwork.lab.claim.Declaration;

/** Shows which claims are under test and how each came out. */
final class ClaimProgress implements ClaimRun.Listener {
    private final Progress progress;
    private final int count;
    private final Set<String> running = new LinkedHashSet<>();
    private int finished;

    ClaimProgress(Progress progress, int count) {
        this.progress = progress;
        this.count = count;
    }

    @Override
    public void started(Declaration claim) {
        running.add(claim.id());
        show();
    }

    @Override
    public void finished(ClaimRecord record, boolean stored) {
        running.remove(record.id());
        finished++;
        progress.line("[%d/%d] %s: %s%s"
                .formatted(
                        finished,
                        count,
                        record.id(),
                        record.verdict().toLowerCase(Locale.ROOT),
                        stored ? " (stored before)" : " (%.1f s)".formatted(record.seconds())));
        show();
    }

    private void show() {
        progress.now("[%d/%d] testing %s".formatted(finished, count, String.join(", ", running)));
    }
}
