package org.ketwork.quantum.hamiltonian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.TextMutants;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Spins;

class PauliFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sum.txt"), text);
    }

    @Test
    void bothFormsOfStringsAndComplexPairsAddUp() throws IOException {
        Path file = file("""
                # letters
                0.5 XIZ
                -1e-1 IYY
                2 III
                # sites in any order, identities allowed
                .25 Z2 X0
                +3. Y1 I0
                # conjugates
                1+2i ZZI
                (1-2j) Z0 Z1
                2i IIX
                -2i X2
                """);
        ComplexMatrix expected =
                PauliSum.parse("0.75 XIZ - 0.1 IYY + 2 III + 3 IYI + 2 ZZI").matrix();
        ConfigurationOperator sum = Hamiltonians.pauli(file, Spins.free(3));
        assertThat(DenseMatrices.of(sum).minus(expected).maxAbs()).isLessThan(1e-15);
        assertThat(sum.transitions()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 XYZ;1 XAZ | line 2 has the Pauli string \"XAZ\": a Pauli matrix is one of I, X, Y, Z, got 'A'",
                "1 XY | line 1 has a Pauli string of 2 letters for 3 sites; there must be a letter for each site",
                "1 XYZX | line 1 has a Pauli string of 4 letters for 3 sites; there must be a letter for each site",
                "1 XII;1+2i ZII;3 ZII | line 2 gives Z0 an imaginary part that no other line takes back, 2.0i remains;"
                        + " the sum must be Hermitian",
                "1i III | line 1 gives I an imaginary part that no other line takes back, 1.0i remains; the sum must be"
                        + " Hermitian",
                "1 X0 Z3 | line 1 names site 3; the sites are 0 to 2",
                "1 X0 X0 | line 1 names site 0 twice",
                "1 X0 ZZ | line 1 must have matrices with their sites, such as X0 Z2, got \"ZZ\"",
                "1 Q0 | line 1 has \"Q0\": a Pauli matrix is one of I, X, Y, Z, got 'Q'",
                "1 XII ZII | line 1 must have one Pauli string after its coefficient, got \"1 XII ZII\"",
                "XII | line 1 must be a coefficient and a Pauli string, such as \"0.5 XIZ\" or \"0.5 X0 Z2\", got \"XII\"",
                "one XII | line 1 must begin with a coefficient such as 0.5, -2e-3 or 1+2i, got \"one\"",
                "1e999 XII | line 1 must begin with a finite coefficient, got \"1e999\"",
                "(1+2i XII | line 1 must begin with a coefficient such as 0.5, -2e-3 or 1+2i, got \"(1+2i\""
            })
    void whatIsNoHermitianSumIsNamedByFileAndLine(String text, String sentence) throws IOException {
        Path file = file(text.replace(';', '\n'));
        assertThatThrownBy(() -> Hamiltonians.pauli(file, Spins.free(3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": " + sentence);
    }

    @Test
    void aSumOnThousandsOfSitesIsReadAndActs() throws IOException {
        int n = 3000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append("-1 Z").append(i).append(" Z").append((i + 1) % n).append('\n');
            text.append("-0.5 X").append(i).append('\n');
        }
        ConfigurationOperator ising = Hamiltonians.pauli(file(text.toString()), Spins.free(n));
        double[] energy = new double[1];
        ising.diagonal(org.ketwork.quantum.space.Configurations.room(ising.space(), 1), energy);
        assertThat(energy[0]).isEqualTo(-n);
        assertThat(ising.transitions()).hasSize(n);
    }

    @Test
    void aConstraintThatTheFileBreaksIsRefused() throws IOException {
        Path file = file("1 XX\n1 YY\n");
        assertThat(Hamiltonians.pauli(file, Spins.withMagnetisation(2, 0)).conservesTotal())
                .isTrue();
        Path broken = file("1 XX\n0.9 YY\n");
        assertThatThrownBy(() -> Hamiltonians.pauli(broken, Spins.withMagnetisation(2, 0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "the sum of Pauli strings in " + broken + " does not conserve the magnetisation");
    }

    @Test
    void aThousandMutantsAreReadOrRefusedWithASentence() throws IOException {
        String text = "0.5 XIZI\n-1e-1 IYYI # comment\n.25 Z2 X0\n1+2i ZZII\n(1-2j) Z0 Z1\n3 Y3\n";
        int refused = TextMutants.refused(folder, text, 1000, file -> Hamiltonians.pauli(file, Spins.free(4)));
        assertThat(refused).isBetween(200, 999);
    }
}
