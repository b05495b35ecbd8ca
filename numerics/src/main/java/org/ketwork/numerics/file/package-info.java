/**
 * Array files of other programs: npy, npz, csv, idx, safetensors. Whatever is wrong with a file ends in one
 * {@link org.ketwork.numerics.InvalidInputException} that names the file, what was found and what is allowed.
 */
@NullMarked
package org.ketwork.numerics.file;

import org.jspecify.annotations.NullMarked;
