/** The command {@code solve}: problems by their text forms, choices that suit them, runs that can be taken up, results, reports. */
@NullMarked
package org.ketwork.app.solve;

import org.jspecify.annotations.NullMarked;
