/**
 * Claim, Evidence, Verdict. A claim declares beforehand what it predicts and what would refute it; it brings evidence; the
 * verdict follows from the two by one rule ({@link org.ketwork.lab.claim.Verdict#of}).
 */
@NullMarked
package org.ketwork.lab.claim;

import org.jspecify.annotations.NullMarked;
