package org.resourceequity.inequality;

import java.util.List;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasAnyLevel;
import org.resourceequity.sample.Requirement;

/**
 * Inequality between the parts at the lowest level, relative to the most there could be with parts
 * of the same sizes in the same order of means: units in ascending order fill the parts one after
 * the other, split where a part is full. O(n log n).
 *
 * <p>As a ratio of two indices it has as few digits as the smaller of them.
 */
final class ShareOfMaximum implements Metric<Distribution> {

  static final String PREFIX = "share-of-maximum-";

  private final Metric<Distribution> index;
  private final MetricInfo info;

  ShareOfMaximum(Metric<Distribution> index) {
    this.index = LorenzConsistent.checked(index);
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(
                PREFIX + of.id(),
                "IN-ELMO",
                of.name() + ", share of the largest between",
                Distribution.class)
            .range(0, 1)
            .requires(new HasAnyLevel())
            .requires(of.requires().toArray(Requirement[]::new))
            .requires(Condition.VARIATION)
            .claims(Axiom.ANONYMITY)
            .formula("B / B_{\\max}")
            .reading("Districts differ by {value} of the most they could with these schools.")
            .reference(
                "Elbers, C., Lanjouw, P., Mistiaen, J. A. and Özler, B. (2008), Reinterpreting"
                    + " between-group inequality, Journal of Economic Inequality 6");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(Distribution sample) {
    Distribution means = Smoothing.means(sample, Smoothing.lowest(sample));
    return ratio(sample, means);
  }

  private double ratio(Distribution sample, Distribution means) {
    double most = index.formula(ordered(sample.sorted(), means));
    return Math.min(1, index.formula(means) / most);
  }

  /** Without a second part, or where parts cannot differ, there is nothing to compare with. */
  @Override
  public Outcome<Double> measure(Distribution sample) {
    return Outcome.of(
        info,
        List.of(sample),
        () -> {
          double share = formula(sample);
          return Double.isFinite(share)
              ? Outcome.of(share)
              : Outcome.undefined(Condition.VARIATION, "the parts cannot differ");
        });
  }

  private static Distribution ordered(Distribution sorted, Distribution means) {
    double[] filled = new double[means.size()];
    double[] left = sorted.weights();
    int unit = 0;
    int[] order = Sorting.order(means.values());
    for (int part : order) {
      double room = means.weight(part);
      RunningSum held = new RunningSum();
      while (room > 0 && unit < left.length) {
        double taken = Math.min(room, left[unit]);
        held.addProduct(taken, sorted.value(unit));
        room -= taken;
        left[unit] -= taken;
        if (left[unit] <= 0) {
          unit++;
        }
      }
      filled[part] = means.weight(part) > 0 ? held.value() / means.weight(part) : 0;
    }
    return Distribution.of(filled, means.weights());
  }

  @Override
  public String toString() {
    return info.id();
  }
}
