package org.ketwork.lab.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers inside a range, and how they are written. */
record Ticks(List<Tick> all) {
    /** A position on the axis; without a label it is only a short line. */
    record Tick(double value, String label) {}

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Multiples of 1, 2, 2.5 or 5 times a power of ten, about as many as wanted. */
    static Ticks linear(double low, double high, int wanted) {
        double step = step((high - low) / Math.max(1, wanted));
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            double value = i * step;
            ticks.add(new Tick(value, label(value, step)));
        }
        return new Ticks(ticks);
    }

    /** Powers of ten; 2 and 5 times them where the range is short. */
    static Ticks logarithmic(double low, double high, int wanted) {
        double decades = Math.log10(high / low);
        if (decades < 0.7) {
            return linear(low, high, wanted);
        }
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, wanted)));
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        for (int k = first; k <= last; k++) {
            for (int multiple : decades <= 2 ? new int[] {1, 2, 5} : new int[] {1}) {
                double value = multiple * Math.pow(10, k);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && Math.floorMod(k, every) == 0) {
                    ticks.add(new Tick(value, decades <= 2 ? plain(value) : power(k)));
                }
            }
        }
        return ticks.size() < 2 ? linear(low, high, wanted) : new Ticks(ticks);
    }

    double widest() {
        return all.stream().mapToDouble(t -> Letters.width(t.label)).max().orElse(0);
    }

    static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double multiple : STEPS) {
            if (multiple * power >= rough * (1 - 1e-9)) {
                return multiple * power;
            }
        }
        return 10 * power;
    }

    /** A number with as many digits as a step of the axis needs. */
    private static String label(double value, double step) {
        if (Math.abs(value) < step * 1e-9) {
            return "0";
        }
        if (Math.abs(value) >= 1e5 || (Math.abs(value) < 0.01 && step < 1e-4)) {
            return scientific(
                    value, (int) Math.floor(Math.log10(Math.abs(value))) - (int) Math.floor(Math.log10(step)));
        }
        int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(step)));
        return strip(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private static String scientific(double value, int digits) {
        String[] parts = String.format(Locale.ROOT, "%." + Math.max(0, digits + 1) + "e", value)
                .split("e", 2);
        String mantissa = strip(new BigDecimal(parts[0]));
        String power = power(Integer.parseInt(parts[1]));
        return switch (mantissa) {
            case "1" -> power;
            case "−1" -> "−" + power;
            default -> mantissa + "·" + power;
        };
    }

    private static String plain(double value) {
        return value >= 1e5 || value < 1e-3
                ? scientific(value, 0)
                : strip(new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN));
    }

    private static String strip(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
