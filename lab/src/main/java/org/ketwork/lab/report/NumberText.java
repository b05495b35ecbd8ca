package org.ketwork.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers for people: so many significant digits and no more, powers of ten where zeros would hide the number. */
public final class NumberText {
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e7;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\w.])-?\\d+\\.\\d{9,}([eE]-?\\d+)?(?![\\w.]*\\d)|(?<![\\w.])-?\\d\\.\\d+[eE]-?\\d+");

    private NumberText() {}

    /** A number with at most the given count of significant digits; NaN is "undefined". */
    public static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        double size = Math.abs(rounded.doubleValue());
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return rounded.toPlainString().replace('-', '−');
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString().replace('-', '−');
        return (mantissa.equals("1") ? "" : mantissa + "·") + "10" + superscript(exponent);
    }

    /** A sentence in which numbers of more than ten digits are cut to six significant ones; the run's files keep them all. */
    public static String shortened(String sentence) {
        return LONG_NUMBER
                .matcher(sentence)
                .replaceAll(m -> Matcher.quoteReplacement(of(Double.parseDouble(m.group()), 6)));
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
