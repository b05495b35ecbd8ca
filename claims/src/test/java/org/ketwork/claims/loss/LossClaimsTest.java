package org.ketwork.claims.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** Runs every claim of the package at quick size with seed 1. */
class LossClaimsTest {
    static Stream<Claim> claims() {
        return Stream.of(new TransportClaim(), new ResonanceClaim(), new OneAxisClaim(), new LossHelpsClaim());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void quickRunReproducesEveryNumberAndIsSupported(Claim claim) {
        try (Workers workers = Workers.of(2)) {
            Evidence evidence = claim.test(new Conditions(
                    Size.QUICK, RandomAddress.root(1).at(claim.declaration().id()), workers));
            assertThat(evidence.numbers()).allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).allMatch(Evidence.ControlResult::ok);
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.toString())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(evidence.figures()).isNotEmpty();
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() {
        Evidence one = transport(1);
        Evidence three = transport(3);
        assertThat(three.numbers()).isEqualTo(one.numbers());
        assertThat(three.tests()).isEqualTo(one.tests());
        assertThat(three.findings()).isEqualTo(one.findings());
        assertThat(three.sentence()).isEqualTo(one.sentence());
    }

    private static Evidence transport(int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new TransportClaim()
                    .test(new Conditions(Size.QUICK, RandomAddress.root(1).at("transport"), workers));
        }
    }
}
