/** Figures as data, and their drawing as SVG. */
@NullMarked
package org.ketwork.lab.figure;

import org.jspecify.annotations.NullMarked;
