/**
 * Transport of one excitation through a network of sites under dephasing (the Haken-Strobl model): how much of it a sink
 * collects before it is lost, how long that takes, and which dephasing rate is best.
 */
@NullMarked
package org.ketwork.quantum.transport;

import org.jspecify.annotations.NullMarked;
