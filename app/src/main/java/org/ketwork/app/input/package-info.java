/** Reading what a user brings: array files and YAML specs. Whatever is wrong ends in one sentence. */
@NullMarked
package org.ketwork.app.input;

import org.jspecify.annotations.NullMarked;
