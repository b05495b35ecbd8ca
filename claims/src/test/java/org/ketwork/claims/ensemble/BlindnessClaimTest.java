package org.ketwork.claims.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

class BlindnessClaimTest {
    @Test
    void blindMasksProtectOnOneSideOfRedundancyOnly() {
        // Seed 1; every family of tests at 0.001 after Holm.
        BlindnessClaim claim = new BlindnessClaim();
        try (Workers workers = Workers.of(2)) {
            Evidence evidence =
                    claim.test(new Conditions(Size.QUICK, RandomAddress.root(1).at("blindness"), workers));
            assertThat(evidence.numbers()).isNotEmpty().allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).hasSize(5).allMatch(Evidence.ControlResult::ok);
            assertThat(evidence.findings())
                    .extracting(Evidence.Finding::outcome)
                    .as(evidence.findings().toString())
                    .containsExactly(
                            Outcome.HOLDS,
                            Outcome.REFUTED,
                            Outcome.REFUTED,
                            Outcome.HOLDS,
                            Outcome.REFUTED,
                            Outcome.REFUTED,
                            Outcome.REFUTED);
            assertThat(evidence.figures()).hasSize(4);
            assertThat(Verdict.of(claim.declaration(), evidence)).isEqualTo(Verdict.REFUTED);
        }
    }
}
