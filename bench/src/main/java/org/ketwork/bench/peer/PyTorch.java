package org.ketwork.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.work.DropoutDigits;
import org.ketwork.bench.work.Times;
import org.ketwork.lab.run.Json;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import tools.jackson.core.JacksonException;

/** PyTorch in a Python beside this program. The two take turns, so that a busy machine slows both. */
public final class PyTorch {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 100;
    private static final int EPOCHS = 40;
    private static final int PASSES = 1000;
    private static final List<String> PLACES = List.of("python3", "/usr/bin/python3");
    private static final String VERSION = "import re, torch;"
            + "print('PyTorch', torch.__version__ + ', BLAS', *re.findall(r'BLAS_INFO=(\\w+)', torch.__config__.show()))";

    private final String python;
    private final String version;
    private String accuracies = "";

    private PyTorch(String python, String version) {
        this.python = python;
        this.version = version;
    }

    /** What the script prints: times in seconds, the share of held-out digits told rightly. */
    private record Report(double[] epochs, double[] passes, double accuracy) {}

    /**
     * The given Python, or the first in the usual places that has PyTorch.
     *
     * @throws InvalidInputException saying how to get one, if there is none
     */
    public static PyTorch find(Optional<String> python) {
        for (String place : python.map(List::of).orElse(PLACES)) {
            try {
                Child child = Child.run(Path.of("").toAbsolutePath(), List.of(place, "-c", VERSION));
                if (child.exitCode() == 0) {
                    return new PyTorch(place, child.output().strip());
                }
            } catch (IOException e) {
                continue;
            }
        }
        throw new InvalidInputException(
                "no Python with PyTorch was found (tried "
                        + String.join(", ", python.map(List::of).orElse(PLACES))
                        + "); python3 -m venv DIR && DIR/bin/pip install torch installs one, and --python DIR/bin/python names it.");
    }

    public String describe() {
        return version;
    }

    /** Runs both in turns. */
    public List<Comparison> compare(Workers workers) {
        DropoutDigits digits = new DropoutDigits(workers);
        digits.train(WARM_UP);
        Times ownEpochs = Times.NONE;
        Times ownPasses = ownEpochs;
        Times itsEpochs = ownEpochs;
        Times itsPasses = ownEpochs;
        for (int round = 0; round < ROUNDS; round++) {
            ownEpochs = ownEpochs.and(digits.train(EPOCHS));
            ownPasses = ownPasses.and(Times.of(1, 1, () -> digits.predict(PASSES)));
            Report report = runScript(workers.threads());
            itsEpochs = itsEpochs.and(new Times(report.epochs(), Double.NaN));
            itsPasses = itsPasses.and(new Times(report.passes(), Double.NaN));
            accuracies = String.format(
                    Locale.ROOT,
                    "held-out accuracy without masks: Ketwork %.3f, PyTorch %.3f",
                    digits.accuracy(),
                    report.accuracy());
        }
        return List.of(
                new Comparison(
                        "training digits, 64-256-256-10 with dropout, an epoch", ownEpochs, itsEpochs, "ms", 1e3),
                new Comparison("1000 passes over 1797 digits", ownPasses, itsPasses, "s", 1));
    }

    /** What the networks have learnt, to see that both did the work. */
    public String accuracies() {
        return accuracies;
    }

    private Report runScript(int threads) {
        Path script = Launcher.root().resolve("bench/src/main/python/digits_dropout.py");
        Child child = Child.runWell(
                Launcher.root(),
                List.of(
                        python,
                        script.toString(),
                        "--threads",
                        Integer.toString(threads),
                        "--epochs",
                        Integer.toString(EPOCHS),
                        "--passes",
                        Integer.toString(PASSES)));
        try {
            return Json.mapper().readValue(child.output(), Report.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("the script printed " + child.output(), e);
        }
    }
}
