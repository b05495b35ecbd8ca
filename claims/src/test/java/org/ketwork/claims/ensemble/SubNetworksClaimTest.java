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

class SubNetworksClaimTest {
    /** Seed 1; the claim tests at the level it declares. */
    @Test
    void theEntropiesAreInOrderAndTheScoresAreJudgedByTheData() {
        SubNetworksClaim claim = new SubNetworksClaim();
        try (Workers workers = Workers.of(2)) {
            Evidence evidence =
                    claim.test(new Conditions(Size.QUICK, RandomAddress.root(1).at("sub-networks"), workers));
            assertThat(evidence.numbers()).isNotEmpty().allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).isNotEmpty().allMatch(Evidence.ControlResult::ok);
            assertThat(evidence.figures()).isNotEmpty();
            assertThat(evidence.findings())
                    .as(evidence.sentence())
                    .anyMatch(f -> f.prediction().equals("the entropies are in order") && f.outcome() == Outcome.HOLDS);
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.findings() + evidence.sentence())
                    .isEqualTo(Verdict.REFUTED);
        }
    }
}
