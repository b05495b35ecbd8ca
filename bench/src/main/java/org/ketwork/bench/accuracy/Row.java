package org.ketwork.bench.accuracy;

import java.util.List;

/**
 * One problem of the table.
 *
 * @param name by which it is asked for
 * @param title as it is shown
 * @param options of {@code ketwork solve}, as one types them; the seed comes on top
 * @param aim what has to be reached
 * @param seconds in which it has to be reached; infinite for any time
 */
record Row(String name, String title, String options, Aim aim, double seconds) {
    List<String> arguments() {
        return List.of(options.strip().split("\\s+"));
    }
}
