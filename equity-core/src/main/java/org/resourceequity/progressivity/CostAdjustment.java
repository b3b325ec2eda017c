package org.resourceequity.progressivity;

import java.util.Map;
import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.PositiveCovariate;

/**
 * Dollars of equal purchasing power. An index of places, such as the Comparable Wage Index for
 * Teachers of the National Center for Education Statistics, and an index of years are two steps:
 * apply this twice and name both. Stocks, such as debt, are not deflated by a price index.
 */
public final class CostAdjustment {

  private CostAdjustment() {}

  /**
   * Returns the values over a cost index whose mean among students is made 1, so that the mean
   * price stays what it was. An index that is the same everywhere changes nothing. Undefined
   * (POSITIVE_COVARIATE) if the index of a unit is not positive.
   *
   * @param index name of the covariate that holds the index
   */
  public static Outcome<PairedSample> normalised(PairedSample sample, String index) {
    return adjusted(sample, index, true);
  }

  /**
   * Returns the values over a cost index as it is: a deflator with a base year of its own.
   * Undefined as {@link #normalised}.
   *
   * @param index name of the covariate that holds the index
   */
  public static Outcome<PairedSample> deflated(PairedSample sample, String index) {
    return adjusted(sample, index, false);
  }

  /** Returns the values of a distribution over an index, as {@link #normalised} does. */
  public static Outcome<Distribution> normalised(Distribution sample, double[] index) {
    Checks.sameLength(index.length, sample.size(), "index");
    PairedSample paired =
        PairedSample.of(sample.units(), sample.values(), sample.weights(), Map.of("index", index));
    return normalised(paired, "index").map(PairedSample::distribution);
  }

  private static Outcome<PairedSample> adjusted(
      PairedSample sample, String name, boolean normalise) {
    PositiveCovariate positive = new PositiveCovariate(name);
    Optional<String> unmet = positive.unmet(sample);
    if (unmet.isPresent()) {
      return Outcome.undefined(positive, unmet.get());
    }
    double[] index = sample.covariate(name);
    double mean = normalise && sample.totalWeight() > 0 ? sample.mean(index) : 1;
    double[] values = sample.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = sample.counts(i) ? values[i] / (index[i] / mean) : values[i];
    }
    return Outcome.of(sample.withValues(values));
  }
}
