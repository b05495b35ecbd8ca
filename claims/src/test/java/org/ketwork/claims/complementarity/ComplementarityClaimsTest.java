package org.ketwork.claims.complementarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** Runs every claim of the package at quick size with seed 1. */
class ComplementarityClaimsTest {
    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of(new ComplementaryMasksClaim(), Verdict.REFUTED),
                Arguments.of(new TwoBasesClaim(), Verdict.SUPPORTED),
                Arguments.of(new JointMeasurabilityClaim(), Verdict.SUPPORTED));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void quickRunReproducesEveryNumberAndGivesTheVerdict(Claim claim, Verdict verdict) {
        try (Workers workers = Workers.of(2)) {
            Evidence evidence = claim.test(new Conditions(
                    Size.QUICK, RandomAddress.root(1).at(claim.declaration().id()), workers));
            assertThat(evidence.numbers()).allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).allMatch(Evidence.ControlResult::ok);
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.toString())
                    .isEqualTo(verdict);
            assertThat(evidence.figures()).isNotEmpty();
            if (claim instanceof ComplementaryMasksClaim) {
                assertThat(evidence.findings().stream().map(Evidence.Finding::outcome))
                        .as(evidence.findings().toString())
                        .containsExactly(Outcome.REFUTED, Outcome.REFUTED, Outcome.HOLDS, Outcome.HOLDS);
            }
        }
    }
}
