/**
 * The catalogue: one small class per claim, in packages by idea. {@link org.ketwork.claims.Catalogue} lists them in the order in
 * which they are run and shown.
 */
@NullMarked
package org.ketwork.claims;

import org.jspecify.annotations.NullMarked;
