package org.ketwork.app;

import java.io.PrintWriter;

/** Progress on standard error: one line that is rewritten for a person, plain lines for a file. */
final class Progress {
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Terminal terminal;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Something that passes: shown to a person until the next line comes. */
    void now(String text) {
        if (terminal.interactive()) {
            int most = terminal.width() - 1;
            terminal.err().print(ERASE_LINE + (text.length() > most ? text.substring(0, most) : text));
            terminal.err().flush();
        }
    }

    /** Something that stays. */
    void line(String text) {
        PrintWriter err = terminal.err();
        err.println(terminal.interactive() ? ERASE_LINE + text : text);
    }

    /** Leaves no half line behind. */
    void end() {
        if (terminal.interactive()) {
            terminal.err().print(ERASE_LINE);
            terminal.err().flush();
        }
    }
}
