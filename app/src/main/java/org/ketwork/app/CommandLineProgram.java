package org.ketwork.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.claims.Catalogue;
import org.ketwork.numerics.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and what happens when one fails. */
@Command(
        name = "ketwork",
        description = "A laboratory in which neural networks and quantum systems are one kind of object.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = CommandLineProgram.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nOf the launcher:%n",
        footer = {
            "  verify   Builds Ketwork with every test and check; --slow adds the slow statistics.",
            "  bench    Measures speed; \"ketwork bench --help\" says what."
        })
final class CommandLineProgram {
    private CommandLineProgram() {}

    /** The answer to {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ketwork " + org.ketwork.lab.run.Provenance.version()};
        }
    }

    /** Runs a command in this process and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        return run(terminal, Catalogue::standard, arguments);
    }

    /** The same over other claims. */
    static int run(Terminal terminal, Supplier<Catalogue> catalogue, String... arguments) {
        Map<String, Subcommand> commands = commands(terminal, catalogue);
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            // To read the options of all takes a tenth of a second.
            commands.keySet().retainAll(Set.of(arguments[0]));
            if (commands.values().iterator().next().makesRuns()) {
                HeadStart.begin();
            }
        }
        CommandLine program = new CommandLine(new CommandLineProgram());
        commands.forEach(
                (name, command) -> program.addSubcommand(name, command.build().get()));
        for (CommandLine command : program.getSubcommands().values()) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        program.registerConverter(int.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        program.registerConverter(Integer.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        program.registerConverter(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        program.registerConverter(Double.class, CommandLineProgram::number);
        program.setOut(terminal.out());
        program.setErr(terminal.err());
        program.setExpandAtFiles(false);
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setUsageHelpWidth(terminal.width());
        program.setParameterExceptionHandler((e, args) -> badArguments(terminal, e));
        program.setExecutionExceptionHandler((e, command, result) -> failed(terminal, e));
        if (arguments.length == 0) {
            program.usage(terminal.out());
            return ExitCode.DONE;
        }
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            say(
                    terminal,
                    "the %.1f GiB of memory that the program may use are too few for this; KETWORK_JVM_FLAGS=-Xmx16g"
                                    .formatted(Runtime.getRuntime().maxMemory() / 0x1p30)
                            + " would allow 16 GiB");
            return ExitCode.BAD_INPUT;
        }
    }

    /**
     * A command that has not been built.
     *
     * @param makesRuns whether a run folder comes of it, with numbers and pictures
     */
    private record Subcommand(boolean makesRuns, Supplier<Object> build) {}

    private static Map<String, Subcommand> commands(Terminal terminal, Supplier<Catalogue> catalogue) {
        Map<String, Subcommand> commands = new LinkedHashMap<>();
        commands.put("claims", new Subcommand(true, () -> new ClaimsCommand(terminal, catalogue.get())));
        commands.put("inspect", new Subcommand(true, () -> new InspectCommand(terminal)));
        commands.put("train", new Subcommand(true, () -> new TrainCommand(terminal)));
        commands.put("solve", new Subcommand(true, () -> SolveCommand.of(terminal)));
        commands.put("runs", new Subcommand(false, () -> new RunsCommand(terminal)));
        commands.put("show", new Subcommand(false, () -> new ShowCommand(terminal)));
        commands.put("compare", new Subcommand(false, () -> new CompareCommand(terminal)));
        commands.put("export", new Subcommand(false, () -> new ExportCommand(terminal)));
        return commands;
    }

    private static long whole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, with the numbers that are too large.
        }
        throw new CommandLine.TypeConversionException(
                "must be a whole number from " + least + " to " + most + ", got " + text);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("must be a number such as 0.05 or 1e-3, got " + text);
        }
    }

    private static int badArguments(Terminal terminal, ParameterException e) {
        say(terminal, sentence(e));
        return ExitCode.BAD_INPUT;
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            CommandSpec spec = e.getCommandLine().getCommandSpec();
            boolean option = word.startsWith("-");
            List<String> known = new ArrayList<>(
                    option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
            String kind = option ? "option " : spec.subcommands().isEmpty() ? "argument " : "command ";
            return "unknown " + kind + word + DidYouMean.suffix(word, known) + " (\"" + spec.qualifiedName()
                    + " --help\" lists what is allowed)";
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("unusable arguments");
        if (message.startsWith("Error: ")) {
            message = message.substring("Error: ".length());
        }
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static int failed(Terminal terminal, Exception e) {
        if (e instanceof InvalidInputException) {
            say(terminal, String.valueOf(e.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        say(terminal, "internal failure, please report it with the lines below");
        e.printStackTrace(terminal.err());
        return ExitCode.INTERNAL;
    }

    private static void say(Terminal terminal, String sentence) {
        terminal.err().println("ketwork: " + sentence);
    }
}
