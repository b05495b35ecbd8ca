package org.ketwork.app.solve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.numerics.InvalidInputException;

/**
 * What follows the name in a text form.
 *
 * @param option the option that the text was given to, for sentences
 * @param form the form that was asked for
 * @param text all after the first colon
 */
record Arguments(String option, Form<?> form, String text) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

    /** Puts option and name before a sentence that does not know them. */
    <T> T about(Supplier<T> build) {
        try {
            return build.get();
        } catch (InvalidInputException e) {
            String sentence = String.valueOf(e.getMessage());
            throw sentence.startsWith(prefix()) ? e : wrong(sentence);
        }
    }

    private String prefix() {
        return option + " " + form.name() + ": ";
    }

    InvalidInputException wrong(String what) {
        return new InvalidInputException(prefix() + what);
    }

    private InvalidInputException shape(String what) {
        return wrong(what + "; it is written " + form.shape() + ", such as " + form.example());
    }

    /** Refuses arguments of a form that takes none. */
    void none() {
        if (!text.isEmpty()) {
            throw wrong("it takes no arguments, got " + text);
        }
    }

    /** The whole text, such as the name of a file. */
    String whole(String what) {
        if (text.isEmpty()) {
            throw shape(what + " is missing");
        }
        return text;
    }

    private int whole(String number, String what) {
        if (!WHOLE.matcher(number.strip()).matches()) {
            throw shape(what + " must be a whole number, got " + (number.isBlank() ? "nothing" : number.strip()));
        }
        return Integer.parseInt(number.strip());
    }

    private double number(String number, String what) {
        try {
            double value = Double.parseDouble(number.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, with numbers that are not finite.
        }
        throw shape(what + " must be a finite number, got " + (number.isBlank() ? "nothing" : number.strip()));
    }

    /**
     * Values by key, such as h=1,j=2; a first value without a key belongs to the given one.
     *
     * @param first the key that may be left out, or the empty string
     */
    Keys keys(String first, String... allowed) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> known = Set.of(allowed);
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int sign = part.indexOf('=');
            boolean bare = sign < 0 && values.isEmpty() && !first.isEmpty();
            String key = bare ? first : (sign < 0 ? part : part.substring(0, sign)).strip();
            if (!known.contains(key)) {
                List<String> names = List.of(allowed);
                throw allowed.length == 0
                        ? wrong("it takes no arguments, got " + text)
                        : wrong("unknown key " + (key.isEmpty() ? "without a name" : key)
                                + DidYouMean.suffix(key, names) + " (allowed: " + String.join(", ", names) + ")");
            }
            if (sign < 0 && !bare) {
                throw shape("the value of " + key + " is missing");
            }
            if (values.put(key, part.substring(sign + 1).strip()) != null) {
                throw wrong("the key " + key + " stands twice");
            }
        }
        return new Keys(this, values);
    }

    /** Values that were given by key. */
    record Keys(Arguments arguments, Map<String, String> values) {
        boolean has(String key) {
            return values.containsKey(key);
        }

        double number(String key, double usual) {
            return number(key).orElse(usual);
        }

        OptionalDouble number(String key) {
            String value = values.get(key);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(arguments.number(value, key));
        }

        int whole(String key, int usual) {
            return whole(key).orElse(usual);
        }

        OptionalInt whole(String key) {
            String value = values.get(key);
            return value == null ? OptionalInt.empty() : OptionalInt.of(arguments.whole(value, key));
        }

        /** A whole number that must be at least 1. */
        int positive(String key, int usual) {
            int value = whole(key, usual);
            if (value < 1) {
                throw arguments.wrong(key + " must be at least 1, got " + value);
            }
            return value;
        }

        /** A value that must be one of a few words. */
        String word(String key, String usual, String... allowed) {
            String value = values.getOrDefault(key, usual);
            if (!List.of(allowed).contains(value)) {
                throw arguments.wrong(key + " must be one of " + String.join(", ", allowed) + ", got " + value
                        + DidYouMean.suffix(value, List.of(allowed)));
            }
            return value;
        }
    }
}
