package org.ketwork.app.solve;

import java.util.List;
import java.util.stream.Stream;

/** All text forms, for the help. */
public final class TextForms {
    private TextForms() {}

    /**
     * The forms of one option.
     *
     * @param rows how it is written, an example, what it is
     */
    public record Section(String option, List<List<String>> rows) {}

    public static List<Section> sections() {
        return Stream.of(LatticeForms.TABLE, HamiltonianForms.TABLE, AnsatzForms.TABLE, SamplerForms.TABLE)
                .map(TextForms::section)
                .toList();
    }

    private static Section section(Forms<?> forms) {
        return new Section(
                forms.option(),
                forms.rows().stream()
                        .map(row -> List.of(row.shape(), row.example(), row.help()))
                        .toList());
    }
}
