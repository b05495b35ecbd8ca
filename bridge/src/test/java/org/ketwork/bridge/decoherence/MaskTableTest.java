package org.ketwork.bridge.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.numerics.matrix.Matrix;

class MaskTableTest {
    private static final Map<RealMaskLaw, MaskTable> LAWS = Map.of(
            new Bernoulli(0.7), MaskTable.bernoulli(5, 0.7),
            new BlockTied(0.3, new int[] {0, 0, 1, 2, 1}), MaskTable.blocks(0.3, 0, 0, 1, 2, 1),
            new KOfD(2, 5), MaskTable.kOfD(5, 2));

    @Test
    void everyTableHasTheClosedFormMomentsOfItsLaw() {
        LAWS.forEach((law, table) -> {
            MaskMoments closed = MaskMoments.of(law, 5);
            MaskMoments summed = table.moments();
            assertThat(summed.second().minus(closed.second()).maxAbs())
                    .as(law.describe())
                    .isLessThan(1e-14);
            assertThat(summed.mean()).as(law.describe()).containsExactly(closed.mean(), within(1e-14));
            assertThat(summed.coherence().minus(law.coherence(5)).maxAbs()).isLessThan(1e-14);
            assertThat(summed.relativeSecond()
                            .minus(Matrix.constant(5, 5, 1))
                            .minus(law.invertedCovariance(5))
                            .maxAbs())
                    .isLessThan(1e-13);
        });
    }

    @Test
    void invertedTablesHaveMeanOne() {
        LAWS.values()
                .forEach(table -> assertThat(table.inverted().moments().mean())
                        .containsExactly(new double[] {1, 1, 1, 1, 1}, within(1e-14)));
    }

    @Test
    void aLawWithMeanZeroCannotBeRescaled() {
        MaskTable signs = new MaskTable(Matrix.of(new double[] {1, 1}, new double[] {-1, -1}), new double[] {0.5, 0.5});
        assertThatThrownBy(() -> signs.moments().relativeSecond()).hasMessageContaining("unit 0 has mean mask 0");
    }

    @Test
    void badLawsAreNamed() {
        assertThatThrownBy(() -> MaskTable.bernoulli(2, 1.2)).hasMessageContaining("must be in (0, 1], got 1.2");
        assertThatThrownBy(() -> new MaskTable(Matrix.of(new double[] {1}), new double[] {0.5}))
                .hasMessageContaining("must sum to 1, got 0.5");
    }
}
