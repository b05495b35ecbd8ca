package org.ketwork.app.train;

import java.util.Locale;

/** Names of constants as a spec writes them. */
final class Words {
    private Words() {}

    /** {@code BLOCK_TIED} as block-tied. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
