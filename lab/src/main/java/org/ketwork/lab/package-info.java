/**
 * The laboratory around the science: what a claim is and how evidence becomes a verdict ({@code claim}), pictures
 * ({@code figure}), runs on disk ({@code run}) and the report ({@code report}).
 */
@NullMarked
package org.ketwork.lab;

import org.jspecify.annotations.NullMarked;
