package org.ketwork.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ketwork.app.solve.SolveOptions;
import org.ketwork.app.solve.Task;
import picocli.CommandLine;

class RowsTest {
    /** By the readers of the program itself, up to the wavefunction, but not run. */
    @TestFactory
    Stream<DynamicTest> theOptionsOfEveryRowAreThoseOfSolve() {
        return Rows.ALL.stream()
                .filter(SolveRow.class::isInstance)
                .map(SolveRow.class::cast)
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    SolveOptions options = CommandLine.populateCommand(
                            new SolveOptions(), row.arguments().toArray(String[]::new));
                    assertThat(Task.of(options.given(Optional.empty()), 1)).isInstanceOf(Task.Search.class);
                }));
    }

    @Test
    void namesAreUnique() {
        assertThat(Rows.ALL.stream().map(Row::name)).doesNotHaveDuplicates();
    }
}
