package org.ketwork.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command prints and where its relative paths begin.
 *
 * @param out standard output: results, and nothing else
 * @param err standard error: progress and sentences about what went wrong
 * @param interactive whether a person watches, so that a line may be rewritten
 * @param width columns of the window
 * @param folder the working directory
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int width, Path folder) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 160;

    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                console != null && console.isTerminal(),
                windowWidth(),
                Path.of(""));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int windowWidth() {
        try {
            int columns = Integer.parseInt(
                    Optional.ofNullable(System.getenv("COLUMNS")).orElse(""));
            return Math.clamp(columns, LEAST_WIDTH, MOST_WIDTH);
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** A path as the user wrote it, seen from the working directory. */
    Path resolve(Path path) {
        return folder.toString().isEmpty() ? path : folder.resolve(path);
    }
}
