package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;

/**
 * An index split by the levels above the units: between states, between districts within states,
 * between schools within districts. With every unit at the mean of its parent a distribution is
 * more equal, so each level adds something that is not negative, whatever the index. O(n log n) per
 * level. For generalised entropy these are the parts of its own decomposition.
 */
final class NestedInequality implements Split<Distribution> {

  static final String PREFIX = "nested-";

  private final Metric<Distribution> index;
  private final MetricInfo info;

  NestedInequality(Metric<Distribution> index) {
    this.index = LorenzConsistent.checked(index);
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(PREFIX + of.id(), "IN-NESTGE", of.name() + ", nested", Distribution.class)
            .range(0, of.high())
            .unit(of.unit())
            .direction(Direction.LESS_EQUAL)
            .requires(of.requires().toArray(Requirement[]::new))
            .claims(LorenzConsistent.invariances(of))
            .formula("I = \\sum_\\ell (I_\\ell - I_{\\ell-1}),\\ I_\\ell = I(\\bar x_\\ell)")
            .reading("How much of the inequality lies between the units of each level.")
            .reference(
                "Shorrocks, A. F. (1980), The class of additively decomposable inequality"
                    + " measures, doi:10.2307/1913126; by smoothing for any index");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    Map<String, Double> named = new LinkedHashMap<>();
    double[] levels = levels(index, sample);
    List<String> names = names(sample);
    for (int l = 0; l < levels.length; l++) {
      named.put(names.get(l), levels[l] - (l == 0 ? 0 : levels[l - 1]));
    }
    return new Parts(levels[levels.length - 1], named);
  }

  /** Returns the names of the levels from the highest to the units. */
  static List<String> names(Distribution sample) {
    List<String> names = new ArrayList<>(sample.units().levels());
    Collections.reverse(names);
    names.add(DecompositionMetrics.UNIT);
    return names;
  }

  /**
   * Returns the index of the distributions smoothed to each level, from the highest to the units.
   * Rounding may lift a level a hair above the one below; there it is kept down.
   */
  static double[] levels(Metric<Distribution> index, Distribution sample) {
    List<String> levels = sample.units().levels();
    double[] values = new double[levels.size() + 1];
    values[levels.size()] = index.formula(sample);
    for (int l = 0; l < levels.size(); l++) {
      Distribution smooth = Smoothing.means(sample, sample.units().by(levels.get(l)));
      int at = levels.size() - 1 - l;
      values[at] = Math.min(index.formula(smooth), values[at + 1]);
    }
    return values;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
