package org.ketwork.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ketwork.bench.accuracy.AccuracyTable;
import org.ketwork.bench.goal.Goal;
import org.ketwork.bench.goal.Outcome;
import org.ketwork.bench.goal.Target;
import org.ketwork.bench.peer.Comparison;
import org.ketwork.bench.peer.PyTorch;
import org.ketwork.bench.work.StepCosts;
import org.ketwork.lab.report.NumberText;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;

/** The program {@code ./ketwork bench}. */
public final class Main {
    private static final int DONE = 0;
    private static final int MISSED = 1;
    private static final int BAD_INPUT = 2;
    private static final int DIGITS = 3;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        String command = rest.isEmpty() ? "list" : rest.removeFirst();
        try {
            System.exit(run(command, rest));
        } catch (InvalidInputException e) {
            System.err.println("ketwork bench: " + e.getMessage());
            System.exit(BAD_INPUT);
        }
    }

    private static int run(String command, List<String> options) throws IOException {
        return switch (command) {
            case "list", "--help", "-h" -> list();
            case "goals" -> goals(options);
            case "solve" -> solve(options);
            case "accuracy" -> accuracy(options);
            case "peers" -> peers(options);
            case "jmh" -> jmh(options);
            default ->
                throw new InvalidInputException(
                        "unknown command " + command + "; there are goals, solve, accuracy, peers and jmh");
        };
    }

    private static int list() throws IOException {
        System.out.println("""
                ./ketwork bench goals [WORD...] [--strict]  measures the goals below, or those that speak of a word;
                                                            with --strict, exit code 1 if one is missed
                ./ketwork bench solve [--threads N]         what a step of ketwork solve costs, and on what its time goes
                ./ketwork bench accuracy [--row NAMES] [--seeds A-B] [--out DIR] [--no-run]
                                                            how near to known energies ketwork solve comes; NAMES with
                                                            commas between them, all without; what is done stands in DIR
                                                            (runs/accuracy) and is not done again; --no-run prints it
                ./ketwork bench peers [--python FILE]       PyTorch beside Ketwork
                ./ketwork bench jmh [REGEX] [OPTIONS]       the JMH benchmarks whose names match; JMH's own options, -h
                                                            lists them

                Goals
                """);
        Columns table = new Columns();
        for (Goal goal : Goal.all()) {
            for (Target target : goal.targets()) {
                table.row(target.work(), "at most " + number(target.limit()) + " " + target.unit());
            }
        }
        System.out.println(table.render());
        org.openjdk.jmh.Main.main(new String[] {"-l"});
        return DONE;
    }

    private static int goals(List<String> options) {
        boolean strict = options.remove("--strict");
        List<Goal> chosen = chosen(options);
        System.out.println(Host.describe() + "\n" + Host.load());
        Columns table = new Columns().row("work", "median", "least", "processors", "n", "goal", "ratio", "met");
        List<String> notes = new ArrayList<>();
        boolean allMet = true;
        try (Workers workers = Workers.of(Host.processors())) {
            for (Goal goal : chosen) {
                System.err.println("measuring: " + goal.targets().getFirst().work());
                for (Outcome outcome : goal.measure(workers)) {
                    Target target = outcome.target();
                    allMet &= outcome.met();
                    table.row(
                            target.work(),
                            number(outcome.measured()) + " " + target.unit(),
                            number(outcome.least()) + " " + target.unit(),
                            Double.isNaN(outcome.processor()) ? "" : number(outcome.processor()) + " " + target.unit(),
                            Integer.toString(outcome.count()),
                            number(target.limit()) + " " + target.unit(),
                            number(outcome.ratio()),
                            outcome.met() ? "yes" : "NO");
                    notes.add(target.work() + ": " + outcome.note());
                }
            }
        }
        System.out.println(Host.load() + "\n\n" + table.render());
        notes.stream().filter(note -> !note.endsWith(": ")).forEach(System.out::println);
        return strict && !allMet ? MISSED : DONE;
    }

    /** The goals of whose work one of the words speaks; all without words. */
    private static List<Goal> chosen(List<String> words) {
        List<Goal> goals = Goal.all().stream()
                .filter(goal -> words.isEmpty()
                        || words.stream()
                                .anyMatch(
                                        word -> goal.targets().getFirst().work().contains(word)))
                .toList();
        if (goals.isEmpty()) {
            throw new InvalidInputException(
                    "no goal speaks of " + String.join(" or ", words) + " (./ketwork bench lists the goals)");
        }
        return goals;
    }

    private static int peers(List<String> options) {
        Optional<String> python = value(options, "--python");
        requireNone(options);
        PyTorch torch = PyTorch.find(python);
        System.out.println(Host.describe() + "\n" + torch.describe() + "\n" + Host.load());
        try (Workers workers = Workers.of(Host.processors())) {
            Columns table = new Columns().row("work", "Ketwork", "n", "PyTorch", "n", "times faster");
            for (Comparison c : torch.compare(workers)) {
                table.row(
                        c.work(),
                        number(c.unitsPerSecond() * c.ketwork().median()) + " " + c.unit(),
                        Integer.toString(c.ketwork().count()),
                        number(c.unitsPerSecond() * c.peer().median()) + " " + c.unit(),
                        Integer.toString(c.peer().count()),
                        number(c.peer().median() / c.ketwork().median()));
            }
            System.out.println(Host.load() + "\n\n" + table.render() + torch.accuracies());
        }
        return DONE;
    }

    private static int solve(List<String> options) {
        int threads = value(options, "--threads")
                .map(text -> whole("--threads", text))
                .orElse(Host.processors());
        requireNone(options);
        System.out.println(Host.describe() + "\n" + threads + " threads, " + Host.load() + "\n");
        try (Workers workers = Workers.of(threads)) {
            System.out.println(StepCosts.markdown(workers));
        }
        System.out.println(Host.load());
        return DONE;
    }

    private static int accuracy(List<String> options) {
        List<String> names =
                value(options, "--row").map(text -> List.of(text.split(","))).orElse(List.of());
        List<Long> seeds = seeds(value(options, "--seeds").orElse("1-5"));
        Path folder = Path.of(value(options, "--out").orElse("runs/accuracy"));
        boolean run = !options.remove("--no-run");
        requireNone(options);
        AccuracyTable table = new AccuracyTable(names, seeds, folder);
        if (run) {
            table.fill(System.err::println);
        }
        System.out.println(Host.describe() + "\n" + Host.load() + "\n\n" + table.markdown());
        return DONE;
    }

    /** "3" or "1-5". */
    private static List<Long> seeds(String text) {
        String[] ends = text.split("-", 2);
        int first = whole("--seeds", ends[0]);
        int last = whole("--seeds", ends[ends.length - 1]);
        if (last < first) {
            throw new InvalidInputException(
                    "--seeds must be a number or go from a smaller to a larger one, got " + text);
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static int whole(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option + " must be a positive whole number, got " + text, e);
        }
        throw new InvalidInputException(option + " must be a positive whole number, got " + text);
    }

    private static int jmh(List<String> options) throws IOException {
        org.openjdk.jmh.Main.main(options.toArray(String[]::new));
        return DONE;
    }

    /** Takes an option and its value out of the list. */
    private static Optional<String> value(List<String> options, String name) {
        int at = options.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == options.size()) {
            throw new InvalidInputException(name + " needs a value");
        }
        options.remove(at);
        return Optional.of(options.remove(at));
    }

    private static void requireNone(List<String> options) {
        if (!options.isEmpty()) {
            throw new InvalidInputException("unknown option " + options.getFirst());
        }
    }

    private static String number(double value) {
        return NumberText.of(value, DIGITS);
    }
}
