package org.resourceequity.inequality;

import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;

/**
 * The Atkinson index split by levels as a product: with \(c_\ell\) the loss at each level, \(1 - A
 * = \prod_\ell (1 - c_\ell)\). One number per level, from the highest to the units; a level below
 * which nothing is left has the loss 0. O(n log n) per level.
 */
final class NestedProduct implements Profile<Distribution> {

  static final String PREFIX = "nested-product-";

  private final Metric<Distribution> index;
  private final MetricInfo info;

  NestedProduct(double epsilon) {
    this.index = InequalityMetrics.atkinson(epsilon);
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(
                PREFIX + of.id(), "IN-DECATK", of.name() + ", nested product", Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(of.requires().toArray(Requirement[]::new))
            .claims(LorenzConsistent.invariances(of))
            .formula("1-A = \\prod_\\ell (1-c_\\ell),\\ c_\\ell = 1-(1-A_\\ell)/(1-A_{\\ell-1})")
            .reading("The share of the resource that equality at each level could save.")
            .reference(
                "Blackorby, C., Donaldson, D. and Auersperg, M. (1981), A new procedure for the"
                    + " measurement of inequality within and among population subgroups, Canadian"
                    + " Journal of Economics 14");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(Distribution sample) {
    double[] levels = NestedInequality.levels(index, sample);
    double[] losses = new double[levels.length];
    double left = 1;
    for (int l = 0; l < levels.length; l++) {
      losses[l] = left == 0 ? 0 : 1 - (1 - levels[l]) / left;
      left = 1 - levels[l];
    }
    return UnitValues.of(NestedInequality.names(sample), losses);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
