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
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Spins;

class TwoBodyFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pair.txt"), text);
    }

    /** Σ over the three bonds of a ring of X⊗Y + ½ Z⊗1, the left factor on the bond's first site. */
    @Test
    void theOperatorOfEachBondIsThatOfTheFile() throws IOException {
        Path file = file("""
                # X Y + Z/2
                0.5  0    0    -1i
                0    0.5  (0+1i) 0   # a comment
                0    0-1i -.5  0
                +1i  0    0    -5e-1
                """);
        ComplexMatrix expected =
                PauliSum.parse("XYI + IXY + YIX + 0.5 ZII + 0.5 IZI + 0.5 IIZ").matrix();
        ConfigurationOperator sum = Hamiltonians.twoBody(
                Lattice.periodic(LatticeKind.CHAIN, 3), Spins.free(3), Hamiltonians.twoBodyMatrix(file));
        assertThat(DenseMatrices.of(sum).minus(expected).maxAbs()).isLessThan(1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0 0 0;0 1 0;0 0 1 0;0 0 0 1 | line 2 has 3 numbers, but the file has 4 rows and the matrix is square",
                "1 0;0 1 | line 2 ends a matrix of 2 rows; two sites of d levels have d·d, such as 4 or 9",
                "1 | line 1 ends a matrix of 1 rows; two sites of d levels have d·d, such as 4 or 9",
                "1 0 0 0;0 x 0 0;0 0 1 0;0 0 0 1 | line 2 must have finite numbers such as 0.5, -2e-3 or 1+2i, got \"x\"",
                "1 0 0 0;0 1 0 0;0 0 1 0;0 0 0 1e999 | line 4 must have finite numbers such as 0.5, -2e-3 or 1+2i, got"
                        + " \"1e999\"",
                "1 0 0 0;0 1 2 0;#;0 3 1 0;0 0 0 1 | line 4 has a number 2 that is not the conjugate of number 3 of line 2;"
                        + " the matrix must be Hermitian",
                "1 0 0 0;0 1 2i 0;0 2i 1 0;0 0 0 1 | line 3 has a number 2 that is not the conjugate of number 3 of line 2;"
                        + " the matrix must be Hermitian",
                "1 0 0 0;0 1i 0 0;0 0 1 0;0 0 0 1 | line 2 has number 2 on the diagonal, which must be real for the matrix to"
                        + " be Hermitian",
                "# | it is empty"
            })
    void whatIsNoHermitianMatrixIsNamedByFileAndLine(String text, String sentence) throws IOException {
        Path file = file(text.replace(';', '\n'));
        assertThatThrownBy(() -> Hamiltonians.twoBodyMatrix(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": " + sentence);
    }
}
