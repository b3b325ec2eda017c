package org.resourceequity.inequality;

import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Requirement;

/**
 * What each parent at a level contributes to the generalised entropy within parents: its share of
 * the weight, its relative mean to the power alpha, and its own index. The contributions add up to
 * the part within, exactly. O(n).
 */
final class WithinByParent implements Profile<Distribution> {

  static final String NAME = "entropy-within";

  private final Metric<Distribution> index;
  private final double alpha;
  private final String level;
  private final MetricInfo info;

  WithinByParent(Metric<Distribution> index, double alpha, String level) {
    this.index = index;
    this.alpha = alpha;
    this.level = level;
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(
                NAME + ":" + MetricId.write(alpha) + "," + level,
                "IN-DECGE",
                of.name() + " within each " + level,
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .direction(Direction.LESS_EQUAL)
            .requires(new HasLevel(level))
            .requires(of.requires().toArray(Requirement[]::new))
            .formula("v_k\\lambda_k^\\alpha GE_k(\\alpha)")
            .reading("How much inequality within each " + level + " adds to that of all.")
            .reference(
                "Shorrocks, A. F. (1980), The class of additively decomposable inequality"
                    + " measures, doi:10.2307/1913126");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(Distribution sample) {
    return EntropyDecomposition.within(index, alpha, sample, sample.units().by(level));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
