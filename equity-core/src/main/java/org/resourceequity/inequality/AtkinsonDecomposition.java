package org.resourceequity.inequality;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasAnyLevel;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Requirement;

/**
 * The Atkinson index within and between parts, which multiply: \(1 - A = (1 - A_W)(1 - A_B)\). As a
 * sum there is a third part, {@value #JOINT}, which is \(-A_W A_B\). The measure takes the parts at
 * the lowest level above the units. O(n).
 */
public final class AtkinsonDecomposition implements Split<Distribution> {

  /** Name of the part that both have in common. */
  public static final String JOINT = "joint";

  static final String NAME = "atkinson-decomposition";

  /** What is made equal first. */
  public enum Order {
    /** Between is the index of the parts' means, within what is left. */
    MEANS_FIRST,
    /** Within is the loss inside the parts, between the index of what they have left. */
    EDE_FIRST;

    /** Returns the name in ids, such as "means-first". */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Metric<Distribution> index;
  private final Order order;
  private final MetricInfo info;

  AtkinsonDecomposition(double epsilon, Order order) {
    this.index = InequalityMetrics.atkinson(epsilon);
    this.order = order;
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(
                NAME + ":" + MetricId.write(epsilon) + "," + order.id(),
                "IN-DECATK",
                of.name() + ", within and between",
                Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(new HasAnyLevel())
            .requires(of.requires().toArray(Requirement[]::new))
            .claims(LorenzConsistent.invariances(of))
            .formula("1-A = (1-A_W)(1-A_B)")
            .reading("How much equality within and between districts could save.")
            .reference(
                order == Order.MEANS_FIRST
                    ? "Das, T. and Parikh, A. (1982), Decomposition of inequality measures and a"
                        + " comparative analysis, Empirical Economics 7"
                    : "Blackorby, C., Donaldson, D. and Auersperg, M. (1981), A new procedure for"
                        + " the measurement of inequality within and among population subgroups,"
                        + " Canadian Journal of Economics 14");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    return decompose(sample, Smoothing.lowest(sample));
  }

  /** Returns the parts for any partition; may assume that the index has a value. */
  public Parts decompose(Distribution sample, Partition partition) {
    double total = index.formula(sample);
    double between;
    double within;
    if (order == Order.MEANS_FIRST) {
      between = Math.min(total, index.formula(Smoothing.means(sample, partition)));
      within = between == 1 ? 0 : 1 - (1 - total) / (1 - between);
    } else {
      Distribution left = equivalents(sample, partition);
      double mean = left.mean();
      within = Math.max(0, 1 - mean / sample.mean());
      between = mean > 0 ? index.formula(left) : 0;
    }
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(Decomposable.BETWEEN, between);
    named.put(Decomposable.WITHIN, within);
    named.put(JOINT, -between * within);
    return new Parts(total, named);
  }

  /** Returns the parts at what they would need if each were equal inside: mean less loss. */
  private Distribution equivalents(Distribution sample, Partition partition) {
    int[][] units = partition.units();
    double[] left = new double[units.length];
    double[] weights = new double[units.length];
    for (int p = 0; p < units.length; p++) {
      Distribution part = sample.select(units[p]);
      Moments moments = part.moments();
      weights[p] = moments.weight();
      if (moments.units() > 0 && moments.total() > 0) {
        left[p] = moments.mean() * (1 - index.formula(part));
      }
    }
    return Distribution.of(left, weights);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
