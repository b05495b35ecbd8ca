package org.ketwork.claims.manybody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Verdict;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

class ManyBodyClaimsTest {
    /** Seed 1; each claim tests at the level it declares. */
    private static final long SEED = 1;

    static List<Claim> claims() {
        return List.of(new RbmEntanglementClaim(), new SignProblemClaim(), new ManyBodyClaim(), new TomographyClaim());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theClaimIsSupportedAtQuickSizeAndReproducesEveryNumber(Claim claim) {
        try (Workers workers = Workers.of(2)) {
            Evidence evidence = claim.test(new Conditions(
                    Size.QUICK, RandomAddress.root(SEED).at(claim.declaration().id()), workers));
            assertThat(evidence.numbers()).isNotEmpty().allMatch(Evidence.NumberCheck::ok);
            assertThat(evidence.controls()).isNotEmpty().allMatch(Evidence.ControlResult::ok);
            assertThat(evidence.tests()).isNotEmpty();
            assertThat(evidence.figures()).isNotEmpty();
            assertThat(Verdict.of(claim.declaration(), evidence))
                    .as(evidence.findings() + evidence.sentence())
                    .isEqualTo(Verdict.SUPPORTED);
        }
    }
}
