package org.resourceequity.analysis;

import org.jspecify.annotations.Nullable;
import org.resourceequity.inference.Interval;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;

/**
 * One measurement.
 *
 * @param place whom it is about: a district's name, or "all"
 * @param placeId its id, empty for all
 * @param stratum the stratum in words, empty if the question is asked of all units together
 * @param metric what was measured
 * @param outcome the value, or why there is none
 * @param interval where the number may lie if history drew again; null if none was asked for or
 *     there is none
 * @param coverage what was used and what was left out
 * @param provenance sources, years and conventions
 */
public record Result(
    String place,
    String placeId,
    String stratum,
    MetricInfo metric,
    Outcome<?> outcome,
    @Nullable Interval interval,
    Coverage coverage,
    Provenance provenance) {}
