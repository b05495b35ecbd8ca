/**
 * The command line: one class a command, each a thin path from options to a library call, a run folder and a report. Exit codes: 0
 * done, 1 a result the caller asked to be an error, 2 bad input, 3 an internal failure.
 */
@NullMarked
package org.ketwork.app;

import org.jspecify.annotations.NullMarked;
