package org.ketwork.bench.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;

/** The tree that this program was started from, and new processes of its programs. */
public final class Launcher {
    /** Set by the launcher script. */
    private static final String PROPERTY = "ketwork.root";

    private Launcher() {}

    /** The root of the source tree. */
    public static Path root() {
        String root = System.getProperty(PROPERTY);
        if (root == null) {
            throw new InvalidInputException(
                    "start the benchmarks by ./ketwork bench; they run the launcher and need its -D" + PROPERTY);
        }
        return Path.of(root);
    }

    /** The command line of {@code ./ketwork} with these arguments. */
    public static List<String> ketwork(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root().resolve("ketwork").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command line of a fresh JVM like this one, with one more flag, that runs a class. */
    public static List<String> java(String flag, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage", flag));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
