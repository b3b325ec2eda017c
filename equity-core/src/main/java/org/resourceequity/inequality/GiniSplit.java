package org.resourceequity.inequality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;

/**
 * The Gini coefficient between and within the units of a level, by the decompositions in use. The
 * Gini does not split cleanly: a third part remains where the values of the parts overlap.
 *
 * <p>With population shares \(v_k\), resource shares \(\theta_k\) and \(G_k\) within part k:
 *
 * <ul>
 *   <li>Pyatt: within \(\sum v_k\theta_kG_k\), between the Gini of the means, and the overlap,
 *       which is what remains and is 0 if the parts do not overlap;
 *   <li>Dagum: the same within; the differences of each pair of parts are split in net difference
 *       and transvariation. Since the net difference of a pair is the difference of their means,
 *       its sum over all pairs is the Gini of the means, and the transvariation is Pyatt's overlap:
 *       no pair has to be visited;
 *   <li>Yitzhaki and Lerman: within \(\sum\theta_kG_k\), between twice the covariance of the means
 *       with the mean ranks, and stratification, which is what remains.
 * </ul>
 *
 * <p>O(n log n).
 */
final class GiniSplit implements Split<Distribution> {

  /** Which decomposition. */
  enum Kind {
    PYATT(
        "pyatt",
        "overlap",
        "G = \\sum_k v_k\\theta_k G_k + G_B + \\text{overlap}",
        "Pyatt, G. (1976), On the interpretation and disaggregation of Gini coefficients,"
            + " doi:10.2307/2230745"),
    DAGUM(
        "dagum",
        "transvariation",
        "G = \\sum_k v_k\\theta_k G_k + \\sum_{h<k} G_{kh}(v_k\\theta_h+v_h\\theta_k)"
            + "(D_{kh} + 1 - D_{kh})",
        "Dagum, C. (1997), A new approach to the decomposition of the Gini income inequality ratio,"
            + " doi:10.1007/BF01205777"),
    YITZHAKI_LERMAN(
        "yitzhaki-lerman",
        "stratification",
        "G = \\sum_k \\theta_k G_k + \\tfrac{2}{\\mu}\\sum_k v_k\\mu_k(\\bar F_k-\\tfrac12)"
            + " + \\text{stratification}",
        "Yitzhaki, S. and Lerman, R. I. (1991), Income stratification and income inequality,"
            + " doi:10.1111/j.1475-4991.1991.tb00374.x");

    private final String suffix;
    private final String rest;
    private final String formula;
    private final String reference;

    Kind(String suffix, String rest, String formula, String reference) {
      this.suffix = suffix;
      this.rest = rest;
      this.formula = formula;
      this.reference = reference;
    }

    /** Returns the name of the metric before its level. */
    String id() {
      return "gini-" + suffix;
    }
  }

  private final Kind kind;
  private final String level;
  private final MetricInfo info;

  GiniSplit(Kind kind, String level) {
    this.kind = kind;
    this.level = level;
    this.info =
        MetricInfo.of(kind.id() + ":" + level, "IN-DECGINI", "Gini by " + level, Distribution.class)
            .range(0, 1)
            .direction(Direction.LESS_EQUAL)
            .requires(
                new HasLevel(level),
                Condition.SOME_UNITS,
                Condition.NO_NEGATIVES,
                Condition.POSITIVE_TOTAL)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula(kind.formula)
            .reading(
                "How much of the inequality lies between districts, how much within them, and how"
                    + " much they overlap.")
            .reference(kind.reference);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    return of(kind, sample, sample.units().by(level));
  }

  /** Returns the parts of the Gini coefficient for any partition of the units. */
  static Parts of(Kind kind, Distribution sample, Partition partition) {
    boolean byRanks = kind == Kind.YITZHAKI_LERMAN;
    double total = InequalityMetrics.GINI.formula(sample);
    Moments all = sample.moments();
    double[] ranks = byRanks ? SourceMetrics.ranks(sample) : new double[0];
    ExactSum within = new ExactSum();
    ExactSum between = new ExactSum();
    for (int[] units : partition.units()) {
      Distribution part = sample.select(units);
      Moments moments = part.moments();
      if (moments.units() == 0) {
        continue;
      }
      double share = moments.weight() / all.weight();
      double held = moments.total() / all.total();
      if (moments.total() > 0) {
        within.add((byRanks ? held : share * held) * InequalityMetrics.GINI.formula(part));
      }
      if (byRanks) {
        ExactSum rank = new ExactSum();
        for (int unit : units) {
          rank.addProduct(sample.weight(unit), ranks[unit]);
        }
        double mean = rank.value() / moments.weight();
        between.add(2 * share * moments.mean() / all.mean() * (mean - 0.5));
      }
    }
    double lies =
        byRanks
            ? between.value()
            : InequalityMetrics.GINI.formula(NestedInequality.means(sample, partition));
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(Decomposable.BETWEEN, lies);
    parts.put(Decomposable.WITHIN, within.value());
    parts.put(kind.rest, total - lies - within.value());
    return new Parts(total, parts);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
