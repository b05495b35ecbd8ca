package org.ketwork.quantum.lattice;

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
import org.ketwork.quantum.TextMutants;

class EdgeListTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bonds.txt"), text);
    }

    @Test
    void aFileOfBondsIsAGraph() throws IOException {
        Path file = file("# a triangle with a tail\n0 1\n\n1 2 0.5   # weak\n2\t0 -1e-1\n2 3\n");
        Graph graph = Graphs.parse("graph:" + file);
        assertThat(graph.sites()).isEqualTo(4);
        assertThat(graph.name()).isEqualTo("graph:" + file);
        assertThat(graph.edges())
                .containsExactly(new Edge(0, 1), new Edge(1, 2, 0.5), new Edge(2, 0, -0.1), new Edge(2, 3));
        assertThat(graph.sublattice()).isEmpty();
        assertThat(graph.warnings()).isEmpty();
    }

    @Test
    void aDeclaredNumberOfSitesAllowsSitesWithoutBonds() throws IOException {
        Graph graph = EdgeList.read(file("sites 5\n0 1\n1 2"));
        assertThat(graph.sites()).isEqualTo(5);
        assertThat(graph.sublattice().orElseThrow()).containsExactly(false, true, false, false, false);
        assertThat(graph.warnings()).singleElement().asString().endsWith("have no bond, the first is site 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1;1 0 2 | line 2 gives the bond between 1 and 0 again, after line 1; add the weights instead",
                "0 1;;3 3 | line 3 joins site 3 to itself; a bond joins two different sites",
                "sites 3;0 1;1 3 | line 3 names site 3; the sites are 0 to 2",
                "0 -1 | line 1 names site -1; the sites are 0 to 999999",
                "0 99999999999999999999 | line 1 names site 99999999999999999999; the sites are 0 to 999999",
                "0 1;0 a | line 2 must name sites by their numbers, got \"a\"",
                "0 1;0 | line 2 must be a bond \"i j\" or \"i j weight\", got \"0\"",
                "0 1 NaN | line 1 must end with a finite weight, got \"NaN\"",
                "0 1 1e999 | line 1 must end with a finite weight, got \"1e999\"",
                "0 1 w | line 1 must end with a finite weight, got \"w\"",
                "sites none;0 1 | line 1 must be \"sites N\" with the number of sites, got \"sites none\"",
                "# nothing | it is empty"
            })
    void whatIsNoBondIsNamedByFileAndLine(String text, String sentence) throws IOException {
        Path file = file(text.replace(';', '\n'));
        assertThatThrownBy(() -> EdgeList.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": " + sentence);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsRefused() throws IOException {
        assertThatThrownBy(() -> EdgeList.read(folder.resolve("none")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no");
        assertThatThrownBy(() -> EdgeList.read(folder)).isInstanceOf(InvalidInputException.class);
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> EdgeList.read(binary)).hasMessage(binary + ": it is not text in UTF-8");
    }

    @Test
    void aThousandMutantsAreReadOrRefusedWithASentence() throws IOException {
        String text = "sites 6 # hexagon\n0 1\n1 2 0.5\n2 3 -1e-3\n3 4\n4 5 2.25\n5 0\n";
        int refused = TextMutants.refused(folder, text, 1000, EdgeList::read);
        assertThat(refused).isBetween(200, 999);
    }

    @Test
    void bondsGivenInTheProgramAreCheckedToo() {
        assertThatThrownBy(() -> new EdgeList("two", 2, List.of(new Edge(0, 1), new Edge(1, 0))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EdgeList("two", 2, List.of(new Edge(0, 2))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EdgeList("none", 0, List.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Edge(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edge(0, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
