package org.ketwork.bench.peer;

import org.ketwork.bench.work.Times;

/**
 * The same work done twice.
 *
 * @param unit in which the times are shown
 * @param unitsPerSecond 1000 for milliseconds
 */
public record Comparison(String work, Times ketwork, Times peer, String unit, double unitsPerSecond) {}
