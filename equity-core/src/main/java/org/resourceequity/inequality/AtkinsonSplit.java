package org.resourceequity.inequality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Partition;

/**
 * The Atkinson index between and within the units of a level: \(1-A=(1-A_W)(1-A_B)\), so that \(A =
 * A_B + A_W - A_W A_B\), the last part being the one that both share.
 *
 * <p>Means first: the part between is the index of the means. Equivalents first: the part within is
 * the share lost by giving each part its equally distributed equivalent, the part between the index
 * of the equivalents. Blackorby, C., Donaldson, D. and Auersperg, M. (1981), doi:10.2307/134773;
 * Das, T. and Parikh, A. (1982), doi:10.1007/BF02498325. O(n).
 */
final class AtkinsonSplit implements Split<Distribution> {

  static final String MEANS_FIRST = "atkinson-means-first";
  static final String EQUIVALENTS_FIRST = "atkinson-equivalents-first";

  /** Name of the part that lies both between and within. */
  static final String SHARED = "shared";

  private final Metric<Distribution> atkinson;
  private final boolean meansFirst;
  private final String level;
  private final MetricInfo info;

  AtkinsonSplit(double epsilon, boolean meansFirst, String level) {
    this.atkinson = InequalityMetrics.atkinson(epsilon);
    this.meansFirst = meansFirst;
    this.level = level;
    MetricInfo of = atkinson.info();
    MetricInfo.Builder builder =
        MetricInfo.of(
                (meansFirst ? MEANS_FIRST : EQUIVALENTS_FIRST)
                    + ":"
                    + MetricId.write(epsilon)
                    + ","
                    + level,
                "IN-DECATK",
                of.name() + " by " + level + (meansFirst ? ", means first" : ", equivalents first"),
                Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(new HasLevel(level));
    of.requires().forEach(builder::requires);
    this.info =
        builder
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula("1-A = (1-A_W)(1-A_B)")
            .reading("How much of the loss by inequality lies between districts and within them.")
            .reference("Blackorby, C., Donaldson, D. and Auersperg, M. (1981), doi:10.2307/134773");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    return of(atkinson, meansFirst, sample, sample.units().by(level));
  }

  /** Returns the parts between, within and shared of an Atkinson index for any partition. */
  static Parts of(
      Metric<Distribution> atkinson, boolean meansFirst, Distribution sample, Partition partition) {
    double total = atkinson.formula(sample);
    double between;
    double within;
    if (meansFirst) {
      between = atkinson.formula(NestedInequality.means(sample, partition));
      within = between < 1 ? 1 - (1 - total) / (1 - between) : 0;
    } else {
      Distribution equivalents = equivalents(atkinson, sample, partition);
      within = 1 - equivalents.mean() / sample.mean();
      between = equivalents.mean() > 0 ? atkinson.formula(equivalents) : 0;
    }
    // Rounding may leave a hair below zero where there is no inequality.
    within = Math.max(0, within);
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(Decomposable.BETWEEN, between);
    parts.put(Decomposable.WITHIN, within);
    parts.put(SHARED, -between * within);
    return new Parts(total, parts);
  }

  private static Distribution equivalents(
      Metric<Distribution> atkinson, Distribution sample, Partition partition) {
    int[][] parts = partition.units();
    double[] values = new double[parts.length];
    double[] weights = new double[parts.length];
    for (int p = 0; p < parts.length; p++) {
      Distribution part = sample.select(parts[p]);
      weights[p] = part.totalWeight();
      if (weights[p] > 0 && ExactSum.ofProducts(part.values(), part.weights()) > 0) {
        values[p] = part.mean() * (1 - atkinson.formula(part));
      }
    }
    return Distribution.of(values, weights);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
