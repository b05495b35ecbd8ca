package org.ketwork.app;

/** The program {@code ketwork}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(Terminal.ofProcess(), arguments));
    }
}
