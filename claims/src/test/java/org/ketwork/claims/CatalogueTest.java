package org.ketwork.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Declaration;

class CatalogueTest {
    private static final List<String> IDS = List.of(
            "dephasing",
            "diagonal",
            "lossy-regression",
            "sgd-noise",
            "linear-nets",
            "double-descent",
            "loss-helps",
            "transport",
            "resonance",
            "one-axis",
            "sub-networks",
            "blindness",
            "complementary-masks",
            "two-bases",
            "joint-measurability",
            "backward-layers",
            "softmax-born",
            "interference",
            "activation-state",
            "rbm-entanglement",
            "sign-problem",
            "many-body",
            "tomography");

    @Test
    void theStandardCatalogueHasItsTwentyThreeClaimsInOrder() {
        Catalogue catalogue = Catalogue.standard();
        assertThat(catalogue.all())
                .extracting(claim -> claim.declaration().id())
                .isEqualTo(IDS);
        for (String id : IDS) {
            assertThat(catalogue.find(id))
                    .get()
                    .extracting(claim -> claim.declaration().id())
                    .isEqualTo(id);
        }
        assertThat(catalogue.find("perpetual-motion")).isEmpty();
    }

    @Test
    void everyClaimCanBeRefutedAndHasAControl() {
        for (Claim claim : Catalogue.standard().all()) {
            Declaration declaration = claim.declaration();
            assertThat(declaration.predictions())
                    .as(declaration.id())
                    .isNotEmpty()
                    .allSatisfy(prediction -> assertThat(prediction.refutedIf()).isNotBlank());
            assertThat(declaration.controls()).as(declaration.id()).isNotEmpty();
            assertThat(declaration.alpha()).as(declaration.id()).isBetween(1e-7, 0.05);
        }
    }

    @Test
    void twoClaimsOfOneIdAreRefused() {
        Claim first = Catalogue.standard().all().getFirst();
        assertThatThrownBy(() -> Catalogue.of(List.of(first, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two claims have the id dephasing");
    }
}
