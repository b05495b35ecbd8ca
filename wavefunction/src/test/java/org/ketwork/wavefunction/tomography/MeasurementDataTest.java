package org.ketwork.wavefunction.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;

class MeasurementDataTest {
    private static final RandomAddress ADDRESS = RandomAddress.root(5).at("data");

    @TempDir
    Path folder;

    /** False alarm below 1e-6: see the bound; seed 5. */
    @Test
    void shotsFollowBornsRule() {
        double[] re = {0.6, 0, 0, 0.64};
        double[] im = {0, 0, 0, 0.48};
        List<MeasurementBasis> bases =
                List.of(MeasurementBasis.of("ZZ"), MeasurementBasis.of("XY"), MeasurementBasis.of("YZ"));
        MeasurementData data = MeasurementData.of(re, im, bases, 20_000, ADDRESS);
        for (MeasurementData.Outcomes outcomes : data.bases()) {
            double[] p = BornProbabilities.of(re, im, outcomes.basis());
            assertThat(outcomes.shots()).isEqualTo(20_000);
            for (int row = 0; row < outcomes.counts().length; row++) {
                byte[] bits = outcomes.different().row(row);
                double expected = 20_000 * p[bits[0] << 1 | bits[1]];
                // Five and a half binomial deviations, of which each of at most ten cells has two sides.
                assertThat(Math.abs(outcomes.counts()[row] - expected))
                        .as(outcomes.basis() + " " + row)
                        .isLessThan(5.5 * Math.sqrt(expected));
            }
        }
    }

    @Test
    void equalLinesAreCountedTogether() throws IOException {
        MeasurementData data = read("# two bases\nZX 01\nZX 01 4\nXX 10 # once\nZX 11\n");
        assertThat(data.bases()).hasSize(2);
        assertThat(data.bases().getFirst().counts()).containsExactly(5, 1);
        assertThat(data.bases().getFirst().different().row(1)).containsExactly(1, 1);
        assertThat(data.shots()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZQ 01|line 1 must begin with a basis of letters X, Y, Z, got \"ZQ\"",
                "ZX 0|2 digits 0 or 1 in the basis ZX, got \"0\"",
                "ZX 02|2 digits 0 or 1 in the basis ZX, got \"02\"",
                "ZX|line 1 must have a basis, an outcome",
                "ZX 01 -3|positive whole number of equal outcomes, got \"-3\"",
                "ZX 01 0|positive whole number of equal outcomes, got \"0\"",
                "ZXI 011|letters X, Y, Z, got \"ZXI\""
            })
    void badLinesAreNamed(String line, String sentence) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void basesOfDifferentLengthAndEmptyFilesAreRefused() {
        assertThatThrownBy(() -> read("ZX 01\nZXX 010\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 2 has 3 spins, but the lines before it have 2");
        assertThatThrownBy(() -> read("# nothing\n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> MeasurementData.read(folder.resolve("absent")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aSplitLosesNoShot() {
        MeasurementData data = MeasurementData.of(
                new double[] {0.6, 0.8}, new double[2], List.of(MeasurementBasis.of("X")), 1000, ADDRESS);
        MeasurementData.Split split = data.split(0.2, ADDRESS.at("split"));
        assertThat(split.fitted().shots() + split.heldOut().shots()).isEqualTo(1000);
        assertThat(split.heldOut().shots()).isBetween(120L, 280L);
    }

    private MeasurementData read(String text) throws IOException {
        return MeasurementData.read(Files.writeString(folder.resolve("shots.txt"), text));
    }
}
