package org.ketwork.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class DataSetsTest {
    @Test
    void everyDataSetHasItsPublishedSize() {
        Map<String, int[]> sizes = Map.of(
                "digits", new int[] {1797, 64},
                "breast-cancer", new int[] {569, 30},
                "wine", new int[] {178, 13},
                "diabetes", new int[] {442, 10});
        assertThat(DataSets.names()).containsExactlyInAnyOrderElementsOf(sizes.keySet());
        sizes.forEach((name, size) -> {
            DataSet data = DataSets.named(name);
            assertThat(data.name()).isEqualTo(name);
            assertThat(data.samples()).isEqualTo(size[0]);
            assertThat(data.features().columns()).isEqualTo(size[1]);
            assertThat(data.provenance().sha256()).hasSize(64);
            assertThat(Arrays.stream(data.features().data()).allMatch(Double::isFinite))
                    .isTrue();
        });
    }

    @Test
    void classesHaveTheirPublishedNumbers() {
        assertThat(counts(DataSets.digits())).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(counts(DataSets.breastCancer())).containsExactly(212, 357);
        assertThat(counts(DataSets.wine())).containsExactly(59, 71, 48);
        assertThat(DataSets.diabetes().values().values().column(0)[0]).isEqualTo(151);
    }

    private static int[] counts(DataSet data) {
        int[] counts = new int[data.labels().classNames().size()];
        for (int c : data.labels().classes()) {
            counts[c]++;
        }
        return counts;
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> DataSets.named("mnist"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("there is no data set \"mnist\"; the data sets are digits, breast-cancer, wine, diabetes");
    }

    @Test
    void aSplitIsStratifiedDisjointAndAFunctionOfItsAddress() {
        DataSet wine = DataSets.wine();
        Split split = Split.of(wine, 0.25, RandomAddress.root(1));
        assertThat(counts(split.test())).containsExactly(15, 18, 12);
        assertThat(counts(split.train())).containsExactly(44, 53, 36);
        double total = Arrays.stream(split.train().features().data()).sum()
                + Arrays.stream(split.test().features().data()).sum();
        assertThat(total).isCloseTo(Arrays.stream(wine.features().data()).sum(), within(1e-6));
        assertThat(Split.of(wine, 0.25, RandomAddress.root(1)).test().features())
                .isEqualTo(split.test().features());
        assertThat(Split.of(wine, 0.25, RandomAddress.root(2)).test().features())
                .isNotEqualTo(split.test().features());
        assertThatThrownBy(() -> Split.of(wine, 1, RandomAddress.root(1))).hasMessageContaining("got 1.0");
    }

    @Test
    void standardisationIsFittedOnceAndUndone() {
        DataSet wine = DataSets.wine();
        Standardisation fit = Standardisation.fit(wine.features());
        Matrix standard = fit.apply(wine.features());
        for (int j = 0; j < 13; j++) {
            double[] column = standard.column(j);
            assertThat(Arrays.stream(column).sum() / 178).isCloseTo(0, within(1e-12));
            assertThat(Arrays.stream(column).map(x -> x * x).sum() / 178).isCloseTo(1, within(1e-12));
        }
        Matrix back = fit.undo(standard);
        for (int i = 0; i < back.data().length; i++) {
            assertThat(back.data()[i]).isCloseTo(wine.features().data()[i], within(1e-9));
        }
        Matrix constant = Matrix.of(new double[] {3, 1}, new double[] {3, 2});
        assertThat(Standardisation.fit(constant).apply(constant).column(0)).containsExactly(0, 0);
        // The computed mean of 1797 times 0.1 is not 0.1: the rounding must not be scaled up to 1.
        Matrix tenths = Matrix.constant(1797, 1, 0.1);
        assertThat(Standardisation.fit(tenths).apply(tenths).data()).containsOnly(0);
        assertThat(Standardisation.fit(tenths).deviation()).containsExactly(1);
    }
}
