package org.resourceequity.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Requirement;

/**
 * A metric of a distribution that follows from its moments, so it can be computed from sums that
 * were collected anywhere, in any order.
 */
public interface OnePassMetric extends LeaveOneOut<Distribution> {

  /** Returns the number; may assume that {@code info().requires()} holds. */
  double formula(Moments moments);

  @Override
  default double formula(Distribution sample) {
    return formula(sample.moments());
  }

  /** From exact sums less the terms of a unit, so the bits are those of the sample without it. */
  @Override
  default UnitValues leaveOneOut(Distribution sample) {
    List<String> keys = new ArrayList<>();
    double[] values = new double[sample.size()];
    sample.momentsWithoutEach(
        (rest, unit) -> {
          double value = isEnough(rest) ? formula(rest) : Double.NaN;
          if (Double.isFinite(value)) {
            values[keys.size()] = value + 0.0;
            keys.add(sample.units().key(unit));
          }
        });
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  /** What may cease to hold when a unit leaves. */
  private boolean isEnough(Moments rest) {
    List<Requirement> requires = info().requires();
    return rest.units() >= (requires.contains(Condition.TWO_UNITS) ? 2 : 1)
        && (!requires.contains(Condition.POSITIVE_TOTAL) || rest.total() > 0)
        && (!requires.contains(Condition.VARIATION) || rest.minimum() < rest.maximum());
  }
}
