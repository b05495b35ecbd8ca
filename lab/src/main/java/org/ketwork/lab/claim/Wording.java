package org.ketwork.lab.claim;

import java.util.Locale;

/** How claims put what they observed into words. */
public final class Wording {
    private Wording() {}

    /** A text with numbers in it, written the same way in every locale; the format is that of {@link String#format}. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation would make a tool of the build a library of the product.
    public static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
