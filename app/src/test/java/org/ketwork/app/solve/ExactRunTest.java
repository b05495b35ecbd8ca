package org.ketwork.app.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import picocli.CommandLine;

class ExactRunTest {
    @Test
    void levelsThatDidNotConvergeAreNotGivenAsExact() {
        SolveOptions options = CommandLine.populateCommand(
                new SolveOptions(), "--lattice chain:8 --hamiltonian heisenberg --exact".split(" "));
        Problem problem = Task.of(options.given(Optional.empty()), 1).problem();
        try (Workers workers = Workers.of(1)) {
            Diagonalisation usual = Diagonalisation.of(problem.hamiltonian());
            assertThat(outcome(problem, usual.solve(workers)).broken()).isEmpty();
            // No vector of floating-point numbers is as good as this.
            SolveResult result = outcome(problem, usual.withTolerance(1e-300).solve(workers));
            assertThat(result.broken().orElseThrow()).contains("misses its equation");
            assertThat(result.energy().mean()).isNaN();
            assertThat(result.levels()).isEmpty();
        }
    }

    private static SolveResult outcome(Problem problem, ExactSpectrum spectrum) {
        return ExactRun.of(problem, spectrum, 1).result();
    }
}
