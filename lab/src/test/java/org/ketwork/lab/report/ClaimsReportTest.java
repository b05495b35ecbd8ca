package org.ketwork.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.ClaimRecord;
import org.ketwork.lab.claim.ClaimRun;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.ToyClaims;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;

class ClaimsReportTest {
    @TempDir
    Path folder;

    private String report(List<Claim> claims) {
        Provenance here = Provenance.here(7, 2, "plain Java", "plain Java", List.of("entropies are in nats"));
        try (RunFolder run = RunFolder.open(folder, "claims", List.of("toy"), here)) {
            List<ClaimRecord> records = new ClaimRun(Size.QUICK, 7, 1, 1).test(claims, run, new ClaimRun.Listener() {
                @Override
                public void started(Declaration claim) {}

                @Override
                public void finished(ClaimRecord record, boolean stored) {}
            });
            String html = ClaimsReport.html(records, "QUICK", here, run::read);
            run.write(RunFolder.REPORT, html);
            return html;
        }
    }

    @Test
    void everythingDeclaredAndFoundIsInTheReport() {
        String html = report(List.of(ToyClaims.mean("one"), ToyClaims.wrongMean("two"), ToyClaims.broken("three")));
        assertThat(html)
                .contains("1 supported, 1 refuted, 1 failed")
                .contains("it differs by four standard errors")
                .contains("no draw lies outside [0, 1)")
                .contains("a founding document")
                .contains("use uniform numbers")
                .contains("index 7 out of bounds")
                .contains("<svg")
                .contains("entropies are in nats")
                .contains("undefined")
                .contains("∞");
    }

    @Test
    void textIsEscapedAndNothingIsFetched() {
        String html = report(List.of(ToyClaims.mean("one")));
        assertThat(html)
                .contains("&lt;really &amp; truly&gt;")
                .doesNotContain("<really")
                .doesNotContain("href=\"http")
                .doesNotContain("url(")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("<script");
        assertThat(html.split("<style>", -1)).hasSize(2);
    }

    @Test
    void longNumbersInSentencesAreCut() {
        assertThat(NumberText.shortened("gap 2.220446049250313E-16 over 5 laws, mean -0.0018571428571418365, p = 0.71"))
                .isEqualTo("gap 2.22045·10⁻¹⁶ over 5 laws, mean −0.00185714, p = 0.71");
        assertThat(NumberText.shortened("version 1.2.3, 0.5 of 19 at 2026-11-20"))
                .isEqualTo("version 1.2.3, 0.5 of 19 at 2026-11-20");
    }

    @Test
    void numbersArePrintedForPeople() {
        assertThat(NumberText.of(1.0 / 3, 4)).isEqualTo("0.3333");
        assertThat(NumberText.of(-2.5e-9, 3)).isEqualTo("−2.5·10⁻⁹");
        assertThat(NumberText.of(1e-15, 2)).isEqualTo("10⁻¹⁵");
        assertThat(NumberText.of(123456, 10)).isEqualTo("123456");
        assertThat(NumberText.of(6.02e23, 3)).isEqualTo("6.02·10²³");
        assertThat(NumberText.of(Double.NaN, 3)).isEqualTo("undefined");
        assertThat(NumberText.of(0, 3)).isEqualTo("0");
    }
}
