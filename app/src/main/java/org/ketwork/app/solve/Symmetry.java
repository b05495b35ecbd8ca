package org.ketwork.app.solve;

import java.util.Locale;

/** What an ansatz may be projected on. */
enum Symmetry {
    TRANSLATIONS,
    POINT_GROUP,
    SPIN_FLIP;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
