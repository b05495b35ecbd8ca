package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;

/** What a test holds against its null hypothesis: that the first sample (or the statistic) differs, is greater, or is less. */
public enum Alternative {
    TWO_SIDED(AlternativeHypothesis.TWO_SIDED),
    GREATER(AlternativeHypothesis.GREATER_THAN),
    LESS(AlternativeHypothesis.LESS_THAN);

    private final AlternativeHypothesis hypothesis;

    Alternative(AlternativeHypothesis hypothesis) {
        this.hypothesis = hypothesis;
    }

    AlternativeHypothesis hypothesis() {
        return hypothesis;
    }

    /** The p-value of a statistic that is standard normal under the null hypothesis. */
    double normalP(double z) {
        return switch (this) {
            case TWO_SIDED -> Math.min(1, 2 * Normal.upperTail(Math.abs(z)));
            case GREATER -> Normal.upperTail(z);
            case LESS -> Normal.upperTail(-z);
        };
    }
}
