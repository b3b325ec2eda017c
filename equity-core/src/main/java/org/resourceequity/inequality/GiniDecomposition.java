package org.resourceequity.inequality;

import java.util.LinkedHashMap;
import java.util.Locale;
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
import org.resourceequity.sample.HasAnyLevel;
import org.resourceequity.sample.Partition;

/**
 * The Gini coefficient within and between parts, and what the overlap of the parts leaves. The
 * measure takes the parts at the lowest level above the units. O(n log n), whatever the number of
 * parts.
 *
 * <p>Over all pairs of parts, Dagum's net inequality between is the Gini of the parts' means, so
 * his three totals are those of Pyatt under other names.
 */
public final class GiniDecomposition implements Split<Distribution> {

  /** Name of the third part of {@link Method#PYATT}: units of poorer parts above richer ones. */
  public static final String OVERLAP = "overlap";

  /** Name of the third part of {@link Method#YITZHAKI_LERMAN}, a residual; it may be negative. */
  public static final String STRATIFICATION = "stratification";

  /** Name of the third part of {@link Method#DAGUM}. */
  public static final String TRANSVARIATION = "transvariation";

  static final String NAME = "gini-decomposition";

  /** How the parts are weighted. */
  public enum Method {
    /** Within by shares of weight and resource, between the Gini of the means. */
    PYATT(
        OVERLAP,
        "G = \\sum_k v_k\\theta_k G_k + G_B + \\tfrac{2}{\\mu}\\sum_{h<k} v_h v_k"
            + " E(X_h-X_k)_+",
        "Pyatt, G. (1976), On the interpretation and disaggregation of Gini coefficients,"
            + " doi:10.2307/2230745"),
    /** Within by shares of the resource, between by the mean ranks of the parts. */
    YITZHAKI_LERMAN(
        STRATIFICATION,
        "G = \\sum_k\\theta_k G_k + \\tfrac{2}{\\mu}\\sum_k v_k\\mu_k(\\bar F_k-\\tfrac12) + S",
        "Yitzhaki, S. and Lerman, R. I. (1991), Income stratification and income inequality,"
            + " doi:10.1111/j.1475-4991.1991.tb00374.x"),
    /** Within, net between and transvariation. */
    DAGUM(
        TRANSVARIATION,
        "G = \\sum_k v_k\\theta_k G_k + \\sum_{h<k} G_{kh}(v_k\\theta_h+v_h\\theta_k)"
            + "[D_{kh} + (1-D_{kh})]",
        "Dagum, C. (1997), A new approach to the decomposition of the Gini income inequality"
            + " ratio, doi:10.1007/BF01205777");

    private final String rest;
    private final String formula;
    private final String reference;

    Method(String rest, String formula, String reference) {
      this.rest = rest;
      this.formula = formula;
      this.reference = reference;
    }

    /** Returns the name in ids, such as "yitzhaki-lerman". */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Method method;
  private final MetricInfo info;

  GiniDecomposition(Method method) {
    this.method = method;
    this.info =
        MetricInfo.of(
                NAME + ":" + method.id(),
                "IN-DECGINI",
                "Gini coefficient, within and between",
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .direction(Direction.LESS_EQUAL)
            .requires(new HasAnyLevel(), Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula(method.formula)
            .reading("How much of the inequality lies between districts and how much within them.")
            .reference(method.reference);
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
    Distribution means = Smoothing.means(sample, partition);
    double total = InequalityMetrics.GINI.formula(sample);
    boolean byRank = method == Method.YITZHAKI_LERMAN;
    double within = within(sample, partition, byRank ? 1 : 2);
    double between =
        byRank ? byMeanRank(sample, partition, means) : InequalityMetrics.GINI.formula(means);
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(Decomposable.BETWEEN, between);
    named.put(Decomposable.WITHIN, within);
    named.put(
        method.rest, byRank ? total - within - between : Overlap.between(sample, partition, means));
    return new Parts(total, named);
  }

  /** Returns the parts' own mean differences by their shares of the weight to a power. */
  private static double within(Distribution sample, Partition partition, int power) {
    double all = sample.totalWeight();
    ExactSum within = new ExactSum();
    for (int[] units : partition.units()) {
      Distribution part = sample.select(units);
      double share = part.totalWeight() / all;
      if (share > 0) {
        within.add(Math.pow(share, power) * Gini.halfMeanDifference(part));
      }
    }
    return within.value() / sample.mean();
  }

  private static double byMeanRank(Distribution sample, Partition partition, Distribution means) {
    double[] ranks = MidRanks.centred(sample);
    double mean = sample.mean();
    ExactSum between = new ExactSum();
    for (int i = 0; i < ranks.length; i++) {
      if (sample.weight(i) > 0) {
        between.add(sample.weight(i) * ranks[i] * (means.value(partition.part(i)) - mean));
      }
    }
    return between.value() / (sample.totalWeight() * mean);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
