package org.ketwork.app;

import org.ketwork.lab.run.RunFolder;

/** While it is open, a process that is told to stop (Ctrl-C) says what is left of the run before it ends. */
final class StopNotice implements AutoCloseable {
    private final Thread hook;

    private StopNotice(Thread hook) {
        this.hook = hook;
    }

    static StopNotice of(Terminal terminal, RunFolder folder) {
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            new Progress(terminal).end();
            terminal.err().println("ketwork: stopped; the same command goes on with the run in " + folder.path());
            terminal.err().flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopNotice(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the notice was given.
            System.getLogger(StopNotice.class.getName()).log(System.Logger.Level.DEBUG, "stopping", e);
        }
    }
}
