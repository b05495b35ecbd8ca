package org.ketwork.app.solve;

import java.util.function.Function;

/**
 * One text form of an option: a name, perhaps followed by a colon and arguments.
 *
 * @param arguments what follows the colon, as the help shows it; empty if nothing does
 * @param example a text of this form
 * @param help one line on what it is
 * @param build makes the thing from its arguments
 */
record Form<T>(String name, String arguments, String example, String help, Function<Arguments, T> build) {
    /** The form as the help shows it. */
    String shape() {
        return arguments.isEmpty() ? name : name + arguments;
    }
}
