/** The report of a run: one HTML file that needs nothing beside it, for screen, phone and paper, in light and dark. */
@NullMarked
package org.ketwork.lab.report;

import org.jspecify.annotations.NullMarked;
