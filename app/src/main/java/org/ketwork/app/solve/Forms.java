package org.ketwork.app.solve;

import java.util.List;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.numerics.InvalidInputException;

/**
 * The text forms that an option allows: the reader, the help and the suggestions all come from the one table.
 *
 * @param option as it is written on the command line
 * @param noun what the option names
 */
record Forms<T>(String option, String noun, List<Form<T>> rows) {
    /**
     * What a text stands for.
     *
     * @throws InvalidInputException if it has none of the forms
     */
    T read(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        Form<T> form =
                rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
        return form.build()
                .apply(new Arguments(
                        option, form, colon < 0 ? "" : text.substring(colon + 1).strip()));
    }

    private InvalidInputException unknown(String name) {
        List<String> names = rows.stream().map(Form::name).toList();
        return new InvalidInputException("%s: there is no %s %s%s (allowed: %s)"
                .formatted(
                        option,
                        noun,
                        name.isEmpty() ? "without a name" : name,
                        DidYouMean.suffix(name, names),
                        String.join(", ", names)));
    }
}
