package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;

/**
 * Any index that falls with transfers from rich to poor, split exactly over all levels above the
 * units: between states, between districts within states, between schools within districts.
 *
 * <p>Giving each unit the mean of its district is a sequence of such transfers, so the index of the
 * smoothed values is not larger, and each level adds a part that is not negative. For generalised
 * entropy these are the usual parts between and within. O(l n log n) for l levels.
 */
final class NestedInequality implements Split<Distribution> {

  static final String PREFIX = "nested-";

  private final Metric<Distribution> index;
  private final MetricInfo info;

  /**
   * Makes the split of an index.
   *
   * @throws IllegalArgumentException if the index does not claim to fall with transfers
   */
  NestedInequality(Metric<Distribution> index) {
    MetricInfo of = index.info();
    if (!(of.claims(Axiom.PIGOU_DALTON) || of.claims(Axiom.WEAK_PIGOU_DALTON))
        || !of.claims(Axiom.REPLICATION_INVARIANCE)) {
      throw new IllegalArgumentException(
          of.id() + " cannot be nested: it may rise when values are smoothed");
    }
    this.index = index;
    this.info =
        MetricInfo.of(PREFIX + of.id(), "IN-NESTGE", of.name() + " by level", Distribution.class)
            .range(of.low(), of.high())
            .unit(of.unit())
            .direction(of.direction())
            .requires(of.requires().toArray(org.resourceequity.sample.Requirement[]::new))
            .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE)
            .formula("I = \\sum_l (I_l - I_{l-1}), \\quad I_l = I(\\text{means of level } l)")
            .reading(
                "How much of the inequality lies between states, between districts, and within"
                    + " districts.")
            .reference("Shorrocks, A. F. (1984), doi:10.2307/1913511, for indices that add up");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    List<Double> indices = indices(sample);
    List<String> names = names(sample);
    Map<String, Double> parts = new LinkedHashMap<>();
    double before = 0;
    for (int level = 0; level < names.size(); level++) {
      // Rounding may leave a hair below zero where a level has one unit in each cell.
      parts.put(names.get(level), Math.max(0, indices.get(level) - before));
      before = indices.get(level);
    }
    return new Parts(before, parts);
  }

  /** Returns the names of the levels from the highest down to the units. */
  static List<String> names(Distribution sample) {
    List<String> names = new ArrayList<>(sample.units().levels());
    Collections.reverse(names);
    names.add("units");
    return names;
  }

  private List<Double> indices(Distribution sample) {
    return indices(index, sample);
  }

  /** Returns the index of the means of each level, from the highest down to the units. */
  static List<Double> indices(Metric<Distribution> index, Distribution sample) {
    List<Double> indices = new ArrayList<>();
    List<String> names = names(sample);
    for (String level : names.subList(0, names.size() - 1)) {
      indices.add(index.formula(means(sample, sample.units().by(level))));
    }
    indices.add(index.formula(sample));
    return indices;
  }

  /** Returns the means of the parts, each with the weight of its part; parts without weight go. */
  static Distribution means(Distribution sample, Partition partition) {
    int[][] parts = partition.units();
    double[] means = new double[parts.length];
    double[] weights = new double[parts.length];
    for (int p = 0; p < parts.length; p++) {
      Moments moments = sample.select(parts[p]).moments();
      weights[p] = moments.weight();
      means[p] = weights[p] > 0 ? moments.mean() : 0;
    }
    return Distribution.of(means, weights);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
