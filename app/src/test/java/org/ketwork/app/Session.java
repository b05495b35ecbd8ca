package org.ketwork.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ketwork.claims.Catalogue;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;

/** A working directory in which commands are run as a user would, with small claims in place of the catalogue. */
final class Session {
    private final Path folder;

    Session(Path folder) {
        this.folder = folder;
    }

    /** What a command left behind. */
    record Done(int code, String out, String err) {}

    Done run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, 100, folder);
        Catalogue catalogue = Catalogue.of(
                List.of(new Toy("alpha", 0.5), new Toy("beta", 0.25), new Toy("gamma", 0.5), new Broken()));
        int code = CommandLineProgram.run(terminal, () -> catalogue, arguments);
        return new Done(code, out.toString(), err.toString());
    }

    Path folder() {
        return folder;
    }

    /** A claim about the mean of uniform numbers. */
    private record Toy(String id, double predicted) implements Claim {
        @Override
        public Declaration declaration() {
            return declare(id, predicted);
        }

        @Override
        public Evidence test(Conditions conditions) {
            int n = 4000;
            double[] blocks = conditions.workers().mapToDouble(8, b -> {
                double sum = 0;
                for (int i = 0; i < n / 8; i++) {
                    sum += conditions.random().uniform(b * (n / 8) + i);
                }
                return sum;
            });
            double mean = Arrays.stream(blocks).sum() / n;
            double z = (mean - predicted) * Math.sqrt(12.0 * n);
            return Evidence.builder()
                    .number("1/12", 1.0 / 12, 0.08333333333333333, 1e-15)
                    .test("z", z, Math.min(1, 2 * Math.exp(-z * z / 2)), 0.01, mean - predicted)
                    .finding("mean", Math.abs(z) < 5, "the mean is " + mean)
                    .control("range", mean > 0 && mean < 1, "it lies between")
                    .figure(new Figure.Curves(
                            "blocks",
                            "Sums of the blocks",
                            Figure.Axis.linear("block"),
                            Figure.Axis.linear("sum"),
                            List.of(Figure.Curve.line("sums", new double[] {0, 1, 2, 3, 4, 5, 6, 7}, blocks)),
                            List.of()))
                    .conclude("the mean of " + n + " numbers is " + mean);
        }
    }

    private record Broken() implements Claim {
        @Override
        public Declaration declaration() {
            return declare("broken", 0);
        }

        @Override
        public Evidence test(Conditions conditions) {
            throw new IllegalStateException("a defect");
        }
    }

    private static Declaration declare(String id, double predicted) {
        return new Declaration(
                id,
                "the mean is " + predicted,
                "this test",
                "m = (1/n) Σ x_i",
                List.of(new Declaration.Prediction("mean", "it is " + predicted, "five standard errors")),
                List.of(new Declaration.Control("range", "it lies in (0, 1)")),
                0.01,
                "nothing");
    }
}
