package org.ketwork.app.input;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.ketwork.numerics.InvalidInputException;

/** Sentences about a value that do not know which file it came from. */
public final class About {
    private About() {}

    /** Puts the name of the file before the sentence, if something in it is wrong. */
    public static <T> T file(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        }
    }
}
