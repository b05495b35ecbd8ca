/**
 * Quantum systems of finite dimension: states ({@code state}), operators ({@code operator}), readings ({@code measurement}), the
 * physics of noise ({@code noise}) apart from its representations ({@code channel}), the quantities that theory knows of them
 * ({@code measure}), and one excitation on its way through a noisy network ({@code transport}). The conventions of all numbers
 * are in {@link org.ketwork.quantum.Conventions}.
 */
@NullMarked
package org.ketwork.quantum;

import org.jspecify.annotations.NullMarked;
