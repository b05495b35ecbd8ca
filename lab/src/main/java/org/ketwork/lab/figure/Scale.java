package org.ketwork.lab.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * From data to the drawing along one axis.
 *
 * @param low smallest value shown
 * @param high largest value shown
 * @param from coordinate of the smallest value
 * @param to coordinate of the largest value
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
    private static final double PADDING = 0.04;

    /** A range around the values that can be drawn; never empty. */
    static Scale around(double[] values, boolean logarithmic, boolean fromZero) {
        double[] drawn = Arrays.stream(values)
                .filter(v -> Double.isFinite(v) && (!logarithmic || v > 0))
                .toArray();
        double low = DoubleStream.of(drawn).min().orElse(logarithmic ? 1 : 0);
        double high = DoubleStream.of(drawn).max().orElse(logarithmic ? 10 : 1);
        if (logarithmic) {
            double room = high > low ? Math.pow(high / low, PADDING) : 2;
            return new Scale(low / room, high * room, true, 0, 1);
        }
        if (fromZero) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        double room = high > low ? PADDING * (high - low) : Math.max(1e-12, 0.5 * Math.abs(high));
        boolean floor = fromZero && low == 0;
        boolean ceiling = fromZero && high == 0 && low < 0;
        return new Scale(floor ? 0 : low - room, ceiling ? 0 : high + room, false, 0, 1);
    }

    /** Exactly this range. */
    static Scale between(double low, double high, boolean logarithmic) {
        return new Scale(low, high, logarithmic, 0, 1);
    }

    Scale onto(double newFrom, double newTo) {
        return new Scale(low, high, logarithmic, newFrom, newTo);
    }

    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    double at(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** The coordinate, kept inside the drawing. */
    double inside(double value) {
        double at = shows(value) ? at(value) : from;
        return Math.clamp(at, Math.min(from, to), Math.max(from, to));
    }

    Ticks ticks(int wanted) {
        return logarithmic ? Ticks.logarithmic(low, high, wanted) : Ticks.linear(low, high, wanted);
    }
}
