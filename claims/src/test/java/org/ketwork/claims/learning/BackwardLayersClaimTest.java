package org.ketwork.claims.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

class BackwardLayersClaimTest {
    private final BackwardLayersClaim claim = new BackwardLayersClaim();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isSupportedAtQuickSizeWithEveryNumberReproduced(long seed) {
        try (Workers workers = Workers.of(1)) {
            Evidence evidence = claim.test(new Conditions(Size.QUICK, RandomAddress.root(seed), workers));
            assertThat(evidence.numbers()).hasSize(14).allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).allMatch(Evidence.ControlResult::ok);
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.findings() + evidence.sentence())
                    .isEqualTo(Verdict.SUPPORTED);
        }
    }
}
