package org.ketwork.claims.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

class DecoherenceClaimsTest {
    /** Each claim tests at the level it declares, 0.001; the seed is fixed. */
    private static final long SEED = 1;

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("dephasing", Verdict.SUPPORTED, new DephasingClaim()),
                arguments("diagonal", Verdict.REFUTED, new DiagonalClaim()),
                arguments("lossy-regression", Verdict.SUPPORTED, new LossyRegressionClaim()),
                arguments("sgd-noise", Verdict.REFUTED, new SgdNoiseClaim()),
                arguments("linear-nets", Verdict.SUPPORTED, new LinearNetsClaim()),
                arguments("double-descent", Verdict.SUPPORTED, new DoubleDescentClaim()));
    }

    @ParameterizedTest(name = "{0} comes out {1} and reproduces every number")
    @MethodSource("claims")
    void theVerdictAtQuickSizeIsTheOneTheoryExpects(String id, Verdict expected, Claim claim) {
        assertThat(claim.declaration().id()).isEqualTo(id);
        try (Workers workers = Workers.of(2)) {
            Evidence evidence = claim.test(
                    new Conditions(Size.QUICK, RandomAddress.root(SEED).at(id), workers));
            assertThat(evidence.numbers()).isNotEmpty().allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).isNotEmpty().allMatch(Evidence.ControlResult::ok);
            assertThat(evidence.tests()).isNotEmpty();
            assertThat(evidence.figures()).isNotEmpty();
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.findings() + evidence.sentence())
                    .isEqualTo(expected);
        }
    }
}
