package org.ketwork.app;

import java.nio.file.Path;
import java.util.List;

/**
 * The commands from which the launcher's archive of classes learns which are needed: a quick claim and a short search for a ground
 * state, large enough for the loops over vectors, in one process since one process makes a list.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs them.
     *
     * @param arguments the folder under which they leave their runs
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Terminal terminal = Terminal.ofProcess();
        for (List<String> command : List.of(
                List.of("claims", "dephasing"),
                List.of("solve", "--lattice=chain:20", "--hamiltonian=tfim:h=1", "--ansatz=rbm:1", "--steps=2"))) {
            String[] line = new String[command.size() + 2];
            command.toArray(line);
            line[command.size()] = "--out";
            line[command.size() + 1] = folder.resolve(command.getFirst()).toString();
            int code = CommandLineProgram.run(terminal, line);
            if (code != ExitCode.DONE) {
                throw new IllegalStateException("the rehearsal of " + command + " ended with exit code " + code);
            }
        }
    }
}
