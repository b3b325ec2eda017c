package org.resourceequity.progressivity;

import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.PairedSample;

/**
 * What belongs together when two places are compared: the difference is the slope times the
 * segregation of need, so the more segregated place looks more progressive at the same slope.
 *
 * @param difference what the average student with the need meets more than one without
 * @param ratio the same as a ratio; undefined for a comparison with nothing, or negative values
 * @param slope of the resource on need
 * @param segregation variance of need over P(1 − P), from 0 to 1
 */
public record Progressivity(
    double difference, Outcome<Double> ratio, double slope, double segregation) {

  /**
   * Returns all four. Undefined if need is not a share, if nobody or everybody has the need, or if
   * need is the same in all units.
   */
  public static Outcome<Progressivity> of(PairedSample sample) {
    return ProgressivityMetrics.PROGRESSIVITY_GAP
        .measure(sample)
        .flatMap(
            difference ->
                ProgressivityMetrics.NEED_SLOPE
                    .measure(sample)
                    .map(
                        slope ->
                            new Progressivity(
                                difference,
                                ProgressivityMetrics.PROGRESSIVITY_RATIO.measure(sample),
                                slope,
                                segregation(sample))));
  }

  private static double segregation(PairedSample sample) {
    double need = sample.meanNeed();
    return sample.needVariance() / (need * (1 - need));
  }
}
