package org.ketwork.numerics.file;

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

class CsvTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text);
        return file;
    }

    @Test
    void columnsAreFoundByName() throws IOException {
        Table table = Csv.read(file("\uFEFFa, \"b \"\"c\"\"\",d\r\n1,2.5e-3,-.5\r\n\"4\", nan ,-Inf\r\n"));
        assertThat(table.names()).containsExactly("a", "b \"c\"", "d");
        assertThat(table.column("a")).containsExactly(1, 4);
        assertThat(table.column("b \"c\"")).containsExactly(2.5e-3, Double.NaN);
        assertThat(table.toArray())
                .isEqualTo(NdArray.of(new double[] {1, 2.5e-3, -.5, 4, Double.NaN, Double.NEGATIVE_INFINITY}, 2, 3));
        assertThatThrownBy(() -> table.column("x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no column 'x'");
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        double[] values = {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1e22, 3
        };
        Path file = folder.resolve("round.csv");
        Csv.write(file, new Table(List.of("x", "y, \"z\""), new double[][] {values, values}));
        Table back = Csv.read(file);
        assertThat(back.names()).containsExactly("x", "y, \"z\"");
        assertThat(back.columns()[0]).containsExactly(values);
        assertThat(back.columns()[1]).containsExactly(values);
        assertThatThrownBy(() -> Csv.write(file, new Table(List.of("x\ny"), new double[1][0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Csv.read(file).names()).hasSize(2);
    }

    @Test
    void aTableWithoutRowsKeepsItsColumns() throws IOException {
        Table table = Csv.read(file("a,b"));
        assertThat(table.rows()).isZero();
        assertThat(table.names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b\\n1,2\\n3\\n           | line 3 has 1 cells; the header has 2
            a,b\\n1,\\n                | line 2, column 'b' is empty; a number or nan is needed
            a,b\\n1,two\\n             | line 2, column 'b' holds 'two', which is no number
            a\\n0x10\\n                | line 2, column 'a' holds '0x10', which is no number
            a\\n1d\\n                  | line 2, column 'a' holds '1d', which is no number
            a,a\\n1,2\\n               | line 1 names the column 'a' twice
            a,,b\\n1,2,3\\n            | line 1 has a column without a name
            1,2\\n3,4\\n               | line 1 must name the columns, but holds numbers
            \\n1,2\\n                  | line 1 must name the columns, but is empty
            a\\n"1\\n                  | line 2 has a quote that does not end
            a\\n"1"2\\n                | line 2 goes on after a closing quote
            a,b\\n1,2\\n\\n3,4\\n      | line 3 has 1 cells; the header has 2
            """)
    void aWrongLineIsNamed(String text, String sentence) throws IOException {
        Path file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> Csv.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": " + sentence);
    }

    @Test
    void anEmptyFileAndAFileThatIsNoTextAreSentences() throws IOException {
        assertThatThrownBy(() -> Csv.read(file(""))).isInstanceOf(InvalidInputException.class);
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> Csv.read(binary)).hasMessage(binary + ": it is not text in UTF-8");
    }

    @Test
    void aLongTableIsAnArrayWhateverTheOrderOfItsRows() throws IOException {
        Table table = Csv.read(file("pass,sample,class,probability\n1,0,1,.4\n0,0,0,.1\n0,0,1,.9\n1,0,0,.6\n"));
        assertThat(table.pivot("probability", "pass", "sample", "class"))
                .isEqualTo(NdArray.of(new double[] {.1, .9, .6, .4}, 2, 1, 2));
    }

    @Test
    void aLongTableWithAMissingOrDoubleElementIsRefused() throws IOException {
        Table missing = Csv.read(file("i,j,v\n0,0,1\n1,1,2\n0,1,3\n"));
        assertThatThrownBy(() -> missing.pivot("v", "i", "j")).isInstanceOf(InvalidInputException.class);
        Table twice = Csv.read(file("i,v\n0,1\n0,2\n2,3\n"));
        assertThatThrownBy(() -> twice.pivot("v", "i"))
                .hasMessageContaining("row 2")
                .hasMessageContaining("earlier");
        Table fraction = Csv.read(file("i,v\n0.5,1\n"));
        assertThatThrownBy(() -> fraction.pivot("v", "i")).hasMessageContaining("0.5");
        Table huge = Csv.read(file("i,j,k,v\n2e9,2e9,2e9,1\n"));
        assertThatThrownBy(() -> huge.pivot("v", "i", "j", "k")).isInstanceOf(InvalidInputException.class);
    }
}
