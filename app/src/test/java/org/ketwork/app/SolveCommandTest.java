package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.app.input.YamlFile;
import org.ketwork.app.solve.SolveOptions;
import org.ketwork.app.solve.SolveRun;
import org.ketwork.app.solve.SolveSpec;
import org.ketwork.app.solve.Task;
import org.ketwork.app.solve.TextForms;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.spectrum.IsingRing;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Seeds are fixed; the numbers of a run do not change from machine to machine but in their last bits. */
class SolveCommandTest {
    private static final String[] RING = {
        "solve", "--lattice", "chain:10", "--hamiltonian", "tfim:h=1", "--ansatz", "rbm:1", "--samples", "512"
    };

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void write() throws IOException {
        session = new Session(folder);
        Files.writeString(folder.resolve("terms.txt"), "-1 ZZI\n-1 IZZ\n-0.5 X0\n-0.5 X1\n-0.5 X2\n");
        Files.writeString(folder.resolve("bonds.txt"), "0 1\n1 2\n2 3\n3 0\n");
    }

    private static String[] with(String[] begin, String... more) {
        List<String> all = new ArrayList<>(List.of(begin));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private JsonNode json(String... arguments) {
        Session.Done done = session.run(with(arguments, "--json"));
        assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
        return Json.mapper().readTree(done.out());
    }

    @Test
    void aStepOfLanczosComesAfterTheSearchAndLowersItsEnergy() {
        for (String sampler : List.of("full-sum", "auto")) {
            String[] short30 = with(RING, "--steps", "30", "--sampler", sampler);
            JsonNode before = json(with(short30, "--out", sampler));
            JsonNode after = json(with(short30, "--lanczos", "--out", sampler + "-lanczos"));
            assertThat(before.get("lanczos").isNull()).isTrue();
            JsonNode step = after.get("lanczos");
            assertThat(step.get("alpha").asDouble()).isNegative();
            // Without the step the same search, measured on draws of which half are led on here: within 5 standard
            // errors.
            double off = step.get("energy").get("mean").asDouble()
                    - before.get("energy").get("mean").asDouble();
            double spread = Math.hypot(
                    step.get("energy").get("error").asDouble(),
                    before.get("energy").get("error").asDouble());
            assertThat(off).isCloseTo(0, within(5 * spread + 1e-9));
            double variance = before.get("variance").asDouble();
            assertThat(step.get("variance").asDouble())
                    .isCloseTo(variance, within(sampler.equals("auto") ? 0.2 * variance : 1e-9));
            double energy = after.get("energy").get("mean").asDouble();
            double error = after.get("energy").get("error").asDouble();
            double exact = after.get("exact").asDouble();
            double excess = step.get("energy").get("mean").asDouble() - exact;
            assertThat(energy - exact).isBetween(-5 * error, 0.5 * excess + 5 * error);
            assertThat(after.get("variance").asDouble())
                    .isLessThan(step.get("variance").asDouble());
        }
    }

    @Test
    void aGroundStateIsFoundMeasuredAndReported() {
        JsonNode result = json(with(RING, "--steps", "150", "--out", "r"));
        double exact = result.get("exact").asDouble();
        assertThat(exact).isCloseTo(-12.784906442999, within(1e-9));
        assertThat(result.get("relative_error").asDouble()).isBetween(-1e-3, 2e-3);
        assertThat(result.get("energy").get("error").asDouble()).isBetween(1e-5, 1e-2);
        assertThat(result.get("v_score").asDouble()).isBetween(0.0, 1e-2);
        assertThat(result.get("r_hat").asDouble()).isBetween(0.98, 1.1);
        assertThat(result.get("acceptance").asDouble()).isBetween(0.1, 1.0);
        assertThat(result.get("parameters").asInt()).isEqualTo(110);
        assertThat(result.get("steps").asInt()).isEqualTo(150);
        assertThat(result.get("samples").asInt()).isGreaterThanOrEqualTo(16384);
        assertThat(result.get("seconds_per_step").asDouble()).isPositive();
        assertThat(result.get("broken").isNull()).isTrue();
        for (String file : List.of(
                "report.html",
                "parameters.safetensors",
                "figures/energy.svg",
                "figures/v-score.svg",
                "figures/relative-error.svg",
                "figures/correlations.svg",
                "figures/amplitudes.svg")) {
            assertThat(folder.resolve("r").resolve(file)).exists();
        }
        assertThat(folder.resolve("r/checkpoint.npz")).doesNotExist();
        assertThat(RunFolder.readRecord(folder.resolve("r")).result().orElseThrow())
                .isEqualTo(result);
    }

    @Test
    void aProblemFileSaysTheSameAsOptionsWhichComeFirst() throws IOException {
        Files.writeString(folder.resolve("ring.yaml"), """
                lattice: chain:10
                hamiltonian: tfim:h=1
                ansatz: rbm:1
                samples: 512
                steps: 7
                seed: 5
                """);
        JsonNode file = json("solve", "ring.yaml", "--steps", "20", "--out", "a");
        JsonNode options = json(with(RING, "--steps", "20", "--seed", "5", "--out", "b"));
        assertThat(file.get("energy")).isEqualTo(options.get("energy"));
        assertThat(RunFolder.readRecord(folder.resolve("a")).spec())
                .isEqualTo(RunFolder.readRecord(folder.resolve("b")).spec());
    }

    @Test
    void anAutoregressiveFamilyIsDrawnFromDirectly() {
        String[] problem = {
            "solve",
            "--lattice",
            "chain:6",
            "--hamiltonian",
            "heisenberg",
            "--ansatz",
            "autoregressive-conv:channels=4,layers=2,reach=2"
        };
        JsonNode result = json(with(problem, "--samples", "64", "--steps", "3", "--out", "auto"));
        assertThat(result.get("acceptance").asDouble()).isEqualTo(1);
        assertThat(RunFolder.readRecord(folder.resolve("auto")).spec().toString())
                .contains("direct");
    }

    @Test
    void theResultDoesNotDependOnThreads() throws IOException {
        json(with(RING, "--steps", "12", "--threads", "1", "--out", "one"));
        json(with(RING, "--steps", "12", "--threads", "3", "--out", "three"));
        for (String name : List.of("metrics.jsonl", "parameters.safetensors")) {
            assertThat(folder.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("three").resolve(name));
        }
    }

    @Test
    void aRunKilledAtAnyStepEndsWithTheSameBits() throws IOException {
        SolveSpec spec = spec(20);
        solve(spec, "whole", 2, Integer.MAX_VALUE);
        for (int stop = 1; stop <= 20; stop += 6) {
            String name = "stopped" + stop;
            int after = stop;
            assertThatThrownBy(() -> solve(spec, name, 1, after)).hasMessage("the process dies here");
            solve(spec, name, 2, Integer.MAX_VALUE);
            for (String file : List.of("metrics.jsonl", "parameters.safetensors")) {
                assertThat(folder.resolve(name).resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
            }
        }
    }

    @Test
    void aRunIsTakenUpByItsNameAndByItsOptions() throws IOException {
        SolveSpec spec = spec(20);
        solve(spec, "runs/20260101-000000-solve", 1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> solve(spec, "runs/20260102-000000-solve", 1, 9))
                .hasMessage("the process dies here");
        JsonNode resumed = json("solve", "--resume", "latest");
        assertThat(resumed.get("run").asString()).endsWith("20260102-000000-solve");
        assertThat(folder.resolve("runs/20260102-000000-solve/parameters.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("runs/20260101-000000-solve/parameters.safetensors"));
        Session.Done again = session.run("solve", "--resume", "20260102", "--json");
        assertThat(again.err()).contains("is done; this is its result");
        assertThat(Json.mapper().readTree(again.out())).isEqualTo(resumed);
    }

    @Test
    void aRunOfAnotherProblemVersionOrCommandIsNotTakenUp() throws IOException {
        solve(spec(3), "r", 1, Integer.MAX_VALUE);
        refused(
                "--resume r is a run of another problem: samples (stored: 512, asked: 1024)",
                "--resume",
                "r",
                "--samples",
                "1024");
        refused(
                "--resume r is a run of another problem: lattice (stored: chain:10, asked: chain:12)",
                "--resume",
                "r",
                "--lattice",
                "chain:12");
        Path record = folder.resolve("r/run.json");
        String text = Files.readString(record);
        Files.writeString(record, text.replace("\"ketwork\" : \"" + Provenance.version(), "\"ketwork\" : \"0.0.1"));
        refused("--resume r was begun by Ketwork 0.0.1 and this is " + Provenance.version(), "--resume", "r");
        Files.writeString(record, text.replace("\"command\" : \"solve\"", "\"command\" : \"train\""));
        refused("--resume r is a run of \"train\", not of \"solve\"", "--resume", "r");
        assertThat(folder.resolve("r/parameters.safetensors")).exists();
    }

    private SolveSpec spec(int steps) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.writeString(
                file,
                "{lattice: chain:10, hamiltonian: tfim:h=1, ansatz: rbm:1, samples: 512, seed: 3, steps: " + steps
                        + "}");
        return YamlFile.read(file, SolveSpec.class);
    }

    private void solve(SolveSpec spec, String name, int threads, int stopAfter) {
        Task.Search task = (Task.Search) Task.of(spec, 1);
        Provenance here = Provenance.here(3, threads, "plain", "plain", List.of());
        int[] steps = {0};
        try (RunFolder run = RunFolder.open(folder.resolve(name), "solve", task.identity(), here);
                Workers workers = Workers.of(threads)) {
            new SolveRun(task, run, workers, (line, all, left) -> {
                        if (++steps[0] == stopAfter) {
                            throw new IllegalStateException("the process dies here");
                        }
                    })
                    .run();
        }
    }

    @Test
    void theExactTwinGivesLevelsInTheSameShape() {
        JsonNode result =
                json("solve", "--lattice", "square:4x4", "--hamiltonian", "heisenberg", "--exact", "--excited", "1");
        assertThat(result.get("energy").get("mean").asDouble()).isCloseTo(-44.91393283371543, within(1e-9));
        assertThat(result.get("energy").get("error").asDouble()).isZero();
        assertThat(result.get("levels")).hasSize(2);
        assertThat(result.get("levels").get(1).get("energy").asDouble()).isCloseTo(-42.59953949, within(1e-7));
    }

    @Test
    void aFieldOfEitherSignHasTheSameExactEnergy() {
        for (String sign : List.of("", "-")) {
            JsonNode result = json(("solve --lattice chain:10 --hamiltonian tfim:h=" + sign
                            + "1 --ansatz jastrow --samples 64 --final-samples 256 --steps 1 --out field" + sign)
                    .split(" "));
            assertThat(result.get("exact").asDouble()).isCloseTo(-12.784906442999, within(1e-9));
        }
    }

    @Test
    void aRealAnsatzForAStateThatMayHaveSignsIsWarnedOf() {
        JsonNode result = json(
                "solve --lattice chain:5 --hamiltonian heisenberg --ansatz rbm:1 --samples 64 --final-samples 256 --steps 1"
                        .split(" "));
        assertThat(result.get("warnings").toString()).contains("rbm:1 is real");
    }

    @Test
    void aBrokenResultIsNotReportedAsANumber() {
        Session.Done done = session.run(
                ("solve --lattice chain:10 --hamiltonian tfim:h=1 --ansatz rbm:1 --steps 0 --chains 2 --samples 4"
                                + " --final-samples 8 --lanczos --json")
                        .split(" "));
        assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
        JsonNode result = Json.mapper().readTree(done.out());
        assertThat(result.get("lanczos").isNull()).isTrue();
        assertThat(result.get("energy").get("mean").isNull()).isTrue();
        assertThat(result.get("v_score").isNull()).isTrue();
        assertThat(result.get("broken").asString()).contains("chains are too short");
        assertThat(done.err()).contains("the result is broken");
    }

    @Test
    void aSearchThatDivergesIsBrokenAndNoDefect() {
        Session.Done done = session.run(with(
                RING, "--steps", "200", "--learning-rate", "1e9", "--shift", "1e-12", "--momentum", "0", "--json"));
        assertThat(done.err()).doesNotContain("internal failure");
        assertThat(done.code()).isIn(ExitCode.DONE, ExitCode.UNEXPECTED);
    }

    /** Summed over all configurations, an energy is a bound whatever the steps have done. */
    @TestFactory
    Stream<DynamicTest> everyFamilyStepsOnASmallLattice() {
        return TextForms.sections().get(2).rows().stream()
                .map(row -> row.get(1))
                .map(ansatz -> DynamicTest.dynamicTest(ansatz, () -> {
                    JsonNode result = json(
                            ("solve --lattice square:2x4:open --hamiltonian heisenberg --sampler full-sum --steps 3"
                                            + " --out r-" + ansatz.replaceAll("\\W", "-") + " --ansatz " + ansatz)
                                    .split(" "));
                    assertThat(result.get("energy").get("error").asDouble()).isZero();
                    assertThat(result.get("relative_error").asDouble()).isBetween(0.0, 1.0);
                }));
    }

    @Test
    void theHelpShowsEveryFormWithAnExampleThatCanBeRead() {
        String printed = session.run("solve", "--help").out();
        assertThat(printed.lines()).allMatch(line -> line.length() <= 100);
        String help = printed.replaceAll("\\s+", " ");
        for (TextForms.Section section : TextForms.sections()) {
            for (List<String> row : section.rows()) {
                assertThat(help).contains(row.get(0) + " " + row.get(1));
                if (row.get(1).contains(".txt")) {
                    continue;
                }
                Session.Done done = session.run("solve", section.option(), row.get(1));
                assertThat(done.err())
                        .doesNotContain(section.option() + " " + row.get(1).split(":")[0] + ":");
                assertThat(done.code()).isEqualTo(ExitCode.BAD_INPUT);
            }
        }
    }

    /** Arguments, and what must be said. */
    private record Bad(String arguments, String sentence) {}

    /** A flip of all spins, and a step along the longer direction, leave every amplitude as it is. */
    @TestFactory
    Stream<DynamicTest> everyFormCanBeProjected() {
        return TextForms.sections().stream()
                .filter(section -> section.option().equals("--ansatz"))
                .flatMap(section -> section.rows().stream())
                .map(row -> DynamicTest.dynamicTest(row.get(1), () -> {
                    SolveOptions options = CommandLine.populateCommand(
                            new SolveOptions(),
                            "--lattice square:2x4 --hamiltonian heisenberg --project translations,spin-flip --ansatz "
                                    .concat(row.get(1))
                                    .split(" "));
                    Ansatz ansatz = ((Task.Search) Task.of(options.given(Optional.empty()), 1))
                            .families()
                            .ground();
                    Configurations all = ansatz.space().all();
                    Configurations moved = all.copy();
                    for (int k = 0; k < all.rows() * 8; k++) {
                        moved.levels()[k] = (byte) (1 - all.levels()[k % 4 == 3 ? k - 3 : k + 1]);
                    }
                    Wavefunction state = ansatz.at(ansatz.initialise(RandomAddress.root(1)));
                    double[][] log = new double[4][all.rows()];
                    state.logAmplitudes(all, log[0], log[1]);
                    state.logAmplitudes(moved, log[2], log[3]);
                    assertThat(log[2]).containsExactly(log[0], within(1e-9));
                    for (int k = 0; k < all.rows(); k++) {
                        assertThat(Math.cos(log[3][k] - log[1][k])).isCloseTo(1, within(1e-9));
                    }
                }));
    }

    /** As written into a file, with −X⊗X for a ferromagnet whose ground state is positive. */
    @Test
    void aTwoBodyOperatorFromAFileIsThatOfItsName() throws IOException {
        Files.writeString(
                folder.resolve("exchange.txt"),
                "1  0 0 0  # up up\n0 -1 2 0\n0  2 -1 0\n0  0  0 1\n".replace(" 2 ", " 2+0i "));
        double exact = json("solve", "--lattice", "chain:8", "--hamiltonian", "heisenberg", "--exact")
                .get("energy")
                .get("mean")
                .asDouble();
        JsonNode read = json(
                "solve",
                "--lattice",
                "chain:8",
                "--hamiltonian",
                "two-body:exchange.txt",
                "--exact",
                "--magnetisation",
                "0");
        assertThat(read.get("energy").get("mean").asDouble()).isCloseTo(exact, within(1e-9));
        Files.writeString(folder.resolve("ferro.txt"), "0 0 0 -1\n0 0 -1 0\n0 -1 0 0\n-1 0 0 0\n");
        JsonNode searched = json(
                "solve",
                "--lattice",
                "chain:6",
                "--hamiltonian",
                "two-body:ferro.txt",
                "--ansatz",
                "rbm:1",
                "--samples",
                "256",
                "--steps",
                "100");
        assertThat(searched.get("energy").get("mean").asDouble()).isCloseTo(-6, within(0.05));
        Files.writeString(folder.resolve("nine.txt"), "0 0 0 0 0 0 0 0 0\n".repeat(8) + "0 0 0 0 0 0 0 0 -1\n");
        JsonNode bosons = json("solve", "--lattice", "chain:4", "--hamiltonian", "two-body:nine.txt", "--exact");
        assertThat(bosons.get("energy").get("mean").asDouble()).isCloseTo(-4, within(1e-9));
    }

    /** An odd and an even state are orthogonal by themselves, and the first excited state of the ring is odd. */
    @Test
    void statesAboveTheGroundStateHaveTheirOwnSymmetries() {
        String[] ring = {"solve", "--lattice", "chain:8", "--hamiltonian", "tfim:h=1", "--sampler", "full-sum"};
        String[] families = {"--ansatz", "rbm:2", "--excited", "1", "--project", "translations,spin-flip"};
        JsonNode result = json(with(
                with(ring, families),
                "--excited-project",
                "translations,spin-flip=-1",
                "--steps",
                "200",
                "--out",
                "two"));
        double gap = new IsingRing(8, 1, 1).groundEnergy(-1) - new IsingRing(8, 1, 1).groundEnergy(1);
        JsonNode above = result.get("levels").get(1);
        assertThat(above.get("gap").get("mean").asDouble()).isCloseTo(gap, within(0.01 * gap));
        assertThat(above.get("overlaps").get(0).get("mean").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(above.get("exact").asDouble()).isCloseTo(new IsingRing(8, 1, 1).groundEnergy(-1), within(1e-9));
        assertThat(json("solve", "--resume", "two")).isEqualTo(result);
    }

    /** Almost without a penalty the second search finds the ground state again. */
    @Test
    void levelsThatAreNotOrthogonalAreWarnedOf() {
        String search =
                "solve --lattice chain:4 --hamiltonian heisenberg --ansatz rbm-complex:2 --excited 1 --sampler full-sum"
                        + " --steps 100 --penalty ";
        JsonNode levels = json((search + "1e-9 --out same").split(" "));
        assertThat(levels.get("warnings").toString()).contains("level 1 is not orthogonal to level 0, its overlap is ");
        // Singlet, triplet with M = 0, singlet: -8, -4, 0.
        assertThat(levels.get("levels").get(0).get("exact").asDouble()).isCloseTo(-8, within(1e-9));
        assertThat(levels.get("levels").get(1).get("exact").asDouble()).isCloseTo(-4, within(1e-9));
        JsonNode apart = json((search + "8 --out apart").split(" "));
        assertThat(apart.get("warnings").toString()).doesNotContain("not orthogonal");
    }

    /** Summed over all 336 configurations, against diagonalisation. Without amplitudes for each number on a site machines end at +1.5. */
    @TestFactory
    Stream<DynamicTest> everyFamilyOfBosonsComesCloseToTheGroundStateOfBoseAndHubbard() {
        record Case(String ansatz, double error) {}
        return Stream.of(
                        new Case("mean-field", 0.08),
                        new Case("jastrow", 0.01),
                        new Case("jastrow-short:2", 0.01),
                        new Case("rbm:1", 0.01),
                        new Case("rbm-complex:1", 0.01),
                        new Case("rbm-phase:1", 0.01),
                        new Case("rbm-symmetric:2", 0.001))
                .map(row -> DynamicTest.dynamicTest(row.ansatz, () -> {
                    JsonNode result = json(
                            ("solve --lattice chain:6 --hamiltonian bose-hubbard:u=4 --sampler full-sum --steps 200 --ansatz "
                                            + row.ansatz + " --out b-" + row.ansatz.replace(':', '-'))
                                    .split(" "));
                    assertThat(result.get("exact").asDouble()).isCloseTo(-5.6837117773, within(1e-9));
                    assertThat(result.get("relative_error").asDouble()).isBetween(0.0, row.error);
                }));
    }

    /** What is not said for the states above holds for them as for the ground state, and is stored. */
    @Test
    void theSymmetriesOfTheGroundStateAreThoseOfTheStatesAboveUnlessTheyHaveTheirOwn() {
        String[] problem = {"--lattice", "chain:6", "--hamiltonian", "tfim:h=1", "--ansatz", "rbm-complex:1"};
        String[] excited = with(problem, "--excited", "1", "--project", "spin-flip");
        assertThat(excitedProject(excited)).contains("spin-flip");
        assertThat(excitedProject(with(excited, "--excited-project", "spin-flip=-1")))
                .contains("spin-flip=-1");
        assertThat(excitedProject(with(excited, "--excited-project", "none"))).contains("none");
        assertThat(excitedProject(with(problem, "--excited", "1"))).contains("none");
        assertThat(excitedProject(problem)).isEmpty();
    }

    private static Optional<String> excitedProject(String... arguments) {
        SolveOptions options = CommandLine.populateCommand(new SolveOptions(), arguments);
        SolveSpec resolved = Task.of(options.given(Optional.empty()), 1).spec();
        assertThat(Task.of(resolved, 1).spec()).isEqualTo(resolved);
        return resolved.excitedProject();
    }

    /** Against free fermions of odd parity. */
    @Test
    void theOddSectorHasItsOwnLowestState() {
        double odd = new IsingRing(8, 1, 1).groundEnergy(-1);
        String[] ring = {"solve", "--lattice", "chain:8", "--hamiltonian", "tfim:h=1", "--samples", "512"};
        String[] rest = {"--steps", "200", "--project"};
        for (String ansatz : List.of("rbm-complex:2", "rbm-projected:2", "rbm-projected:units=12")) {
            JsonNode result =
                    json(with(with(ring, "--ansatz", ansatz), with(rest, "translations,point-group,spin-flip=-1")));
            assertThat(result.get("energy").get("mean").asDouble()).as(ansatz).isCloseTo(odd, within(0.02));
        }
    }

    @TestFactory
    Stream<DynamicTest> badInputGetsASentenceAndNoRun() {
        String ring = "--lattice chain:10 --hamiltonian tfim:h=1 ";
        String spins = "--lattice chain:10 --hamiltonian heisenberg ";
        List<Bad> cases = List.of(
                new Bad("", "--lattice is missing"),
                new Bad("--lattice chain:10", "--hamiltonian is missing"),
                new Bad(ring, "--ansatz is missing"),
                new Bad(
                        "--lattice chian:10 --hamiltonian heisenberg",
                        "there is no lattice chian; did you mean chain?"),
                new Bad("--lattice chain --hamiltonian heisenberg", "--lattice chain: the size is missing"),
                new Bad("--lattice square:4 --hamiltonian heisenberg", "--lattice square: "),
                new Bad("--lattice square:4x0 --hamiltonian heisenberg", "--lattice square: "),
                new Bad(
                        "--lattice square:4x4:opne --hamiltonian heisenberg",
                        "a boundary is periodic or open, got \"opne\""),
                new Bad("--lattice chain:10 --hamiltonian ising", "there is no Hamiltonian ising"),
                new Bad("--lattice chain:10 --hamiltonian tfim", "--hamiltonian tfim: the field is missing"),
                new Bad("--lattice chain:10 --hamiltonian tfim:h=x", "h must be a finite number, got x"),
                new Bad("--lattice chain:10 --hamiltonian tfim:h=nan", "h must be a finite number, got nan"),
                new Bad("--lattice chain:10 --hamiltonian tfim:g=1", "unknown key g"),
                new Bad("--lattice chain:10 --hamiltonian tfim:h=1,h=2", "the key h stands twice"),
                new Bad("--lattice chain:10 --hamiltonian heisenberg:1", "it takes no arguments, got 1"),
                new Bad(ring + "--ansatz rbn:1", "there is no ansatz rbn; did you mean rbm?"),
                new Bad(ring + "--ansatz rbm:0", "--ansatz rbm: alpha must be at least 1, got 0"),
                new Bad(ring + "--ansatz rbm:-2", "alpha must be at least 1, got -2"),
                new Bad(ring + "--ansatz rbm:1.5", "alpha must be a whole number, got 1.5"),
                new Bad(
                        "--lattice chain:9 --hamiltonian heisenberg --ansatz rbm:1 --magnetisation 0",
                        "--magnetisation: "),
                new Bad(spins + "--ansatz rbm:1 --magnetisation half", "must be a whole number or \"any\", got half"),
                new Bad(ring + "--ansatz rbm:1 --magnetisation 0", "--hamiltonian tfim: the Ising model"),
                new Bad(ring + "--ansatz rbm:1 --samples 10 --chains 20", "got 10 samples and 20 chains"),
                new Bad(ring + "--ansatz rbm:1 --samples 0", "--samples must be at least 2, for"),
                new Bad(ring + "--ansatz rbm:1 --samples 1 --chains 1", "configurations differ; got 1"),
                new Bad(
                        ring + "--ansatz rbm:1 --sampler direct",
                        "--sampler direct: it needs an autoregressive ansatz that is not projected, got rbm:1"),
                new Bad(
                        ring + "--ansatz autoregressive-dense --sampler direct --project spin-flip",
                        "--sampler direct: it needs an autoregressive ansatz that is not projected"),
                new Bad(ring + "--ansatz rbm:1000000", "--ansatz rbm:1000000: a step with its 110,000,000 parameters"),
                new Bad(ring + "--ansatz rbm:99999999", "--ansatz rbm:99999999: it has more parameters or"),
                new Bad(
                        ring + "--ansatz rbm-complex:20000000",
                        "it has more parameters or weights than the 2147483647"),
                new Bad(ring + "--ansatz rbm-symmetric:9999999", "of memory, and the program may use"),
                new Bad(
                        ring + "--ansatz rbm-symmetric:99999999",
                        "it has more parameters or weights than the 2147483647"),
                new Bad(ring + "--ansatz dense:alpha=100000", "it has more parameters or weights than the 2147483647"),
                new Bad(
                        ring + "--ansatz rbm-complex:1 --excited 1 --excited-ansatz rbm-complex:1000000",
                        "--excited-ansatz rbm-complex:1000000: a step with its 220,000,000 parameters"),
                new Bad(ring + "--ansatz rbm:1 --shift inf", "must be a number such as 0.05 or 1e-3, got inf"),
                new Bad(ring + "--ansatz rbm:1 --steps -1", "--steps must be at least 0, got -1"),
                new Bad(
                        ring + "--ansatz rbm:1 --learning-rate 0",
                        "--learning-rate must be positive and finite, got 0.0"),
                new Bad(ring + "--ansatz rbm:1 --shift -1", "--shift must be positive and finite, got -1.0"),
                new Bad(ring + "--ansatz rbm:1 --samples 2000000000", "--samples must be at most 107374182"),
                new Bad(ring + "--ansatz rbm:1 --final-samples 2000000000", "--final-samples must be at most"),
                new Bad(ring + "--ansatz rbm:1 --marshall --no-marshall", "exclude each other"),
                new Bad(ring + "--ansatz jastrow-short:0", "ketwork: --ansatz jastrow-short: reach must be at least 1"),
                new Bad("--lattice chain:100000 --hamiltonian heisenberg --exact", "at most 65536 sites"),
                new Bad("--lattice chain:40 --hamiltonian heisenberg --exact", "2^31 amplitudes, 16 GiB a state"),
                new Bad(
                        "--lattice chain:9 --hamiltonian heisenberg --ansatz rbm-projected --project spin-flip",
                        "got a magnetisation of 1"),
                new Bad("problem.yaml --resume latest", "not both"),
                new Bad(ring + "--ansatz rbm:1 --momentum 1", "--momentum: the momentum must be in [0, 1), got 1.0"),
                new Bad(
                        ring + "--ansatz rbm:1 --optimiser adm",
                        "--optimiser must be one of sr, adam, got adm; did you"),
                new Bad(ring + "--ansatz rbm:1 --optimiser adam --shift 1", "--shift belongs to --optimiser sr"),
                new Bad(ring + "--ansatz rbm:1 --sampler flips", "there is no sampler flips; did you mean flip?"),
                new Bad(spins + "--ansatz rbm:1 --sampler flip", "--sampler flip: "),
                new Bad(ring + "--ansatz rbm:1 --sampler exchange", "--sampler exchange: "),
                new Bad(ring + "--ansatz rbm:1 --sampler tempering:1", "must be from 2 to 64, got 1"),
                new Bad(ring + "--ansatz rbm:1 --project spin-flop", "there is no symmetry spin-flop; did you mean"),
                new Bad(ring + "--ansatz rbm:1 --project spin-flip=0", "is 1 or -1, such as spin-flip=-1, got 0"),
                new Bad(ring + "--ansatz rbm:1 --project spin-flip,spin-flip", "spin-flip stands twice"),
                new Bad(ring + "--ansatz rbm:1 --project point-group=1", "point-group takes no value"),
                new Bad(ring + "--ansatz rbm:1 --project translations=p", "a whole number for each periodic"),
                new Bad(ring + "--ansatz rbm:1 --project translations=1x0", "--project: a momentum has a number"),
                new Bad(
                        ring + "--ansatz rbm:1 --project translations=1,point-group",
                        "--project: the point group of chain:10 does not keep the momentum [1]"),
                new Bad(
                        "--lattice chain:10:open --hamiltonian tfim:h=1 --ansatz rbm:1 --project translations",
                        "translations need a periodic direction"),
                new Bad(
                        "--lattice graph:bonds.txt --hamiltonian heisenberg --ansatz rbm:1 --project translations",
                        "are not known, only those of lattices"),
                new Bad(
                        "--lattice chain:9 --hamiltonian heisenberg --ansatz rbm:1 --project spin-flip",
                        "--project: spin-flip needs spins whose magnetisation is 0 or not fixed"),
                new Bad(
                        "--lattice chain:4 --hamiltonian bose-hubbard:u=4 --ansatz jastrow --project spin-flip",
                        "--project: spin-flip needs spins"),
                new Bad(
                        ring + "--ansatz jastrow --project spin-flip=-1",
                        "--project: spin-flip=-1 leaves nothing of --ansatz jastrow"),
                new Bad(ring + "--ansatz rbm-symmetric:1 --project translations=1", "leaves nothing of"),
                new Bad(ring + "--ansatz rbm-projected:1,units=4", "alpha is hidden units a site, units all of them"),
                new Bad(ring + "--ansatz rbm-projected:units=0", "units must be at least 1, got 0"),
                new Bad(ring + "--ansatz rbm-projected:1 --project translation", "did you mean translations?"),
                new Bad(ring + "--ansatz rbm:1 --excited 1", "--excited needs an ansatz with signs"),
                new Bad(
                        ring + "--ansatz rbm:1 --excited 1 --excited-ansatz rbm:2",
                        "--excited needs an ansatz with signs: rbm:2 is positive"),
                new Bad(
                        ring + "--ansatz rbm:1 --excited 1 --excited-ansatz rbm-symmetric:1,parity=2",
                        "--excited-ansatz"),
                new Bad(
                        ring + "--ansatz rbm:1 --excited-ansatz rbm-complex:1",
                        "--excited-ansatz belongs to --excited"),
                new Bad(
                        "--lattice triangular:4x4 --hamiltonian heisenberg --ansatz rbm-symmetric:1,group=sublattice",
                        "group=sublattice needs a bipartite lattice"),
                new Bad(ring + "--ansatz rbm:1 --excited-project spin-flip", "--excited-project belongs to --excited"),
                new Bad(
                        ring + "--ansatz rbm-complex:1 --excited 1 --excited-project spin-flop",
                        "--excited-project: there is no symmetry spin-flop; did you mean spin-flip?"),
                new Bad(
                        ring + "--ansatz rbm-projected:1 --excited 1 --excited-project none",
                        "--excited-project none: rbm-projected:1 is a projected ansatz"),
                new Bad(
                        ring + "--ansatz rbm-complex:1 --excited 1 --project spin-flip --excited-ansatz"
                                + " rbm-symmetric:1,parity=-1",
                        "--excited-project: spin-flip leaves nothing of --excited-ansatz rbm-symmetric:1,parity=-1"),
                new Bad(ring + "--ansatz rbm:1 --penalty 1", "--penalty belongs to --excited"),
                new Bad(
                        ring + "--ansatz rbm-complex:1 --excited 1 --lanczos",
                        "--lanczos improves a ground state, and --excited asks for states above it"),
                new Bad(ring + "--ansatz rbm:1 --excited -1", "--excited must be at least 0, got -1"),
                new Bad(
                        "--lattice triangular:4x4 --hamiltonian heisenberg --ansatz rbm:1 --marshall",
                        "ring of odd length"),
                new Bad("--lattice graph:none.txt --hamiltonian heisenberg --ansatz rbm:1", "cannot read"),
                new Bad("--lattice graph:far.txt --hamiltonian heisenberg --ansatz rbm:1", "far.txt: line 2"),
                new Bad(
                        "--lattice graph:bonds.txt --hamiltonian j1j2:j2=1 --ansatz rbm:1",
                        "needs a lattice with second"),
                new Bad("--lattice chain:3 --hamiltonian pauli:letter.txt --ansatz rbm:1", "letter.txt: line 2"),
                new Bad("--lattice chain:3 --hamiltonian pauli:length.txt --ansatz rbm:1", "length.txt: line 1"),
                new Bad("--lattice chain:3 --hamiltonian pauli:complex.txt --ansatz rbm:1", "complex.txt"),
                new Bad(
                        "--lattice chain:3 --hamiltonian two-body --ansatz rbm:1",
                        "--hamiltonian two-body: the file is"),
                new Bad("--lattice chain:3 --hamiltonian two-body:none.txt --ansatz rbm:1", "cannot read"),
                new Bad(
                        "--lattice chain:3 --hamiltonian two-body:skew.txt --ansatz rbm:1",
                        "skew.txt: line 3 has a number 2 that is not the conjugate of number 3 of line 2"),
                new Bad("--lattice chain:3 --hamiltonian two-body:three.txt --ansatz rbm:1", "three.txt: line 3"),
                new Bad(
                        "--lattice chain:60 --hamiltonian tfim:h=1 --exact",
                        "--exact: exact states hold at most 2^31 amplitudes, 16 GiB a state; this space has 1.15e+18, 8.59e+09"),
                new Bad("--lattice chain:2000 --hamiltonian heisenberg --exact", "this space has more than 10^308"),
                new Bad(
                        "--lattice chain:10 --hamiltonian tfim:h=1e308 --ansatz rbm:1",
                        "--hamiltonian: the squares of its energies are not finite"),
                new Bad(
                        "--lattice chain:4 --hamiltonian bose-hubbard:u=4 --ansatz rbm-symmetric:1,parity=-1",
                        "--ansatz rbm-symmetric: a flip parity needs spins, got bosons"),
                new Bad("--lattice graph:long.txt --hamiltonian heisenberg --ansatz rbm:1", "got \"ZZZZ"),
                new Bad("--lattice chain:3 --hamiltonian two-body:long.txt --ansatz rbm:1", "--hamiltonian two-body: "),
                new Bad(
                        "--lattice chain:3 --hamiltonian two-body:rows.txt --ansatz rbm:1",
                        "rows.txt: line 50000 is row"),
                new Bad("long.txt", "long.txt has 3000000 bytes; a spec has at most 1048576"),
                new Bad("--resume nothing", "there is no run \"nothing\""),
                new Bad("problem.yaml", "problem.yaml line 2: unknown key hamiltonan; did you mean hamiltonian?"));
        return cases.stream()
                .map(bad -> DynamicTest.dynamicTest("solve " + bad.arguments, () -> {
                    Files.writeString(folder.resolve("long.txt"), "Z".repeat(3_000_000));
                    Files.writeString(folder.resolve("rows.txt"), "1\n".repeat(50_000));
                    Files.writeString(folder.resolve("far.txt"), "sites 4\n0 7\n");
                    Files.writeString(folder.resolve("letter.txt"), "1 ZZI\n1 ZQI\n");
                    Files.writeString(folder.resolve("length.txt"), "1 ZZII\n");
                    Files.writeString(folder.resolve("complex.txt"), "1i ZZI\n");
                    Files.writeString(folder.resolve("skew.txt"), "1 0 0 0\n0 1 2 0\n0 3 1 0\n0 0 0 1\n");
                    Files.writeString(folder.resolve("three.txt"), "1 0 0\n0 1 0\n0 0 1\n");
                    Files.writeString(folder.resolve("problem.yaml"), "lattice: chain:4\nhamiltonan: heisenberg\n");
                    refused(
                            bad.sentence,
                            bad.arguments.isEmpty()
                                    ? new String[0]
                                    : bad.arguments.strip().split(" +"));
                    assertThat(folder.resolve("runs")).doesNotExist();
                }));
    }

    private void refused(String sentence, String... arguments) {
        Session.Done done = session.run(with(new String[] {"solve"}, arguments));
        assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(done.out()).isEmpty();
        assertThat(done.err().lines()).hasSize(1);
        assertThat(done.err()).startsWith("ketwork: ").contains(sentence).hasSizeLessThan(500);
    }
}
