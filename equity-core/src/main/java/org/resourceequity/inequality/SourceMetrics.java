package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Shapley;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;

/**
 * Which source of money makes a resource unequal? Measures of a distribution whose values are given
 * in parts.
 *
 * <ul>
 *   <li>{@link #VARIANCE_BY_SOURCE}: each source's covariance with the total
 *   <li>{@link #GINI_BY_SOURCE} and {@link #GINI_SOURCE_ELASTICITIES}: which source equalises
 *   <li>{@link #shapley}: any index, by removing or equalising sources in all orders
 * </ul>
 */
public final class SourceMetrics {

  /** What happens to a source that is taken out of the sum. */
  public enum Treatment {
    /** Each unit gets the source's mean. */
    EQUALISE,
    /** The source is removed. */
    ZERO
  }

  private static final String LERMAN_YITZHAKI =
      "Lerman, R. I. and Yitzhaki, S. (1985), Income inequality effects by income source,"
          + " doi:10.2307/1928447";

  /**
   * Variance by source, \(\operatorname{cov}_w(x_k, x)\): the natural rule of Shorrocks. Divided by
   * the variance these are the shares of the sources in any index that is treated alike. O(nK).
   */
  public static final Split<Distribution> VARIANCE_BY_SOURCE =
      split(
          MetricInfo.of("variance-by-source", "IN-SRC", "Variance by source", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(Direction.LESS_EQUAL)
              .requires(Condition.SOME_UNITS, new HasParts())
              .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.WEIGHT_SCALE_INVARIANCE)
              .formula("\\operatorname{var}(x) = \\sum_k \\operatorname{cov}(x_k, x)")
              .reading("How much of the variance comes with each source.")
              .reference(
                  "Shorrocks, A. F. (1982), Inequality decomposition by factor components,"
                      + " doi:10.2307/1912537"),
          sample -> parts(sample, sample.moments().variance(), sample.values(), 1));

  /**
   * Gini by source, \(S_kG_kR_k = \tfrac{2}{\mu}\operatorname{cov}(x_k,\tilde F(x))\): the share of
   * the source, its own Gini and its correlation with the rank of the total. O(nK + n log n).
   */
  public static final Split<Distribution> GINI_BY_SOURCE =
      split(
          gini("gini-by-source", "Gini by source")
              .formula("G = \\sum_k S_k G_k R_k")
              .reading("How much of the inequality comes with each source.")
              .reference(LERMAN_YITZHAKI),
          sample ->
              parts(
                  sample,
                  InequalityMetrics.GINI.formula(sample),
                  ranks(sample),
                  2 / sample.mean()));

  /**
   * The change of the Gini, relative to it, if a source grew by one per cent everywhere: \(\eta_k =
   * S_kG_kR_k/G - S_k\). A source with a negative one equalises; together they are 0.
   */
  public static final Profile<Distribution> GINI_SOURCE_ELASTICITIES = new SourceElasticities();

  private SourceMetrics() {}

  /**
   * Returns the Shapley decomposition of an index by source: the mean change of the index when a
   * source is taken out, over all orders in which sources can be taken out. Exact up to 15 sources;
   * beyond, 1,000 pairs of opposite orders are drawn with a fixed seed. 2^K evaluations. Shorrocks,
   * A. F. (2013), doi:10.1007/s10888-011-9214-z.
   *
   * <p>Where nothing is left to be unequal, the index is taken as 0.
   *
   * @param index an index of inequality
   * @param treatment what happens to a source that is taken out
   */
  public static Split<Distribution> shapley(Metric<Distribution> index, Treatment treatment) {
    return new ShapleyBySource(index, treatment);
  }

  /** Returns each source's covariance with a quantity of the units, times a factor. */
  private static Parts parts(Distribution sample, double total, double[] other, double factor) {
    double all = sample.totalWeight();
    double mean = ExactSum.ofProducts(other, sample.weights()) / all;
    Map<String, Double> parts = new LinkedHashMap<>();
    sample
        .parts()
        .forEach(
            (name, values) -> {
              double own = ExactSum.ofProducts(values, sample.weights()) / all;
              ExactSum sum = new ExactSum();
              for (int i = 0; i < values.length; i++) {
                sum.add(sample.weight(i) * (values[i] - own) * (other[i] - mean));
              }
              parts.put(name, factor * sum.value() / all);
            });
    return new Parts(total, parts);
  }

  /** Returns the mid-ranks of the values. */
  static double[] ranks(Distribution sample) {
    return PairedSample.of(sample.values(), sample.weights(), sample.values()).ranks();
  }

  private static MetricInfo.Builder gini(String id, String name) {
    return MetricInfo.of(id, "IN-SRC", name, Distribution.class)
        .direction(Direction.LESS_EQUAL)
        .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL, new HasParts())
        .claims(
            Axiom.ANONYMITY,
            Axiom.SCALE_INVARIANCE,
            Axiom.REPLICATION_INVARIANCE,
            Axiom.WEIGHT_SCALE_INVARIANCE);
  }

  private static Split<Distribution> split(
      MetricInfo info, java.util.function.Function<Distribution, Parts> formula) {
    return new Split<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public Parts formula(Distribution sample) {
        return formula.apply(sample);
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }

  private static final class SourceElasticities implements Profile<Distribution> {

    private static final MetricInfo INFO =
        gini("gini-source-elasticities", "Elasticities of the Gini by source")
            .requires(Condition.VARIATION)
            .formula("\\eta_k = S_k G_k R_k / G - S_k")
            .reading("Whether one per cent more of a source everywhere makes it less equal.")
            .reference(LERMAN_YITZHAKI);

    @Override
    public MetricInfo info() {
      return INFO;
    }

    @Override
    public UnitValues formula(Distribution sample) {
      Parts gini = GINI_BY_SOURCE.formula(sample);
      double total = sample.moments().total();
      List<String> names = new ArrayList<>(gini.parts().keySet());
      double[] elasticities = new double[names.size()];
      Map<String, double[]> parts = sample.parts();
      for (int k = 0; k < elasticities.length; k++) {
        double[] values = parts.getOrDefault(names.get(k), new double[0]);
        double share = ExactSum.ofProducts(values, sample.weights()) / total;
        elasticities[k] = gini.part(names.get(k)) / gini.total() - share;
      }
      return UnitValues.of(names, elasticities);
    }

    @Override
    public String toString() {
      return INFO.id();
    }
  }

  private static final class ShapleyBySource implements Split<Distribution> {

    private final Metric<Distribution> index;
    private final Treatment treatment;
    private final MetricInfo info;

    ShapleyBySource(Metric<Distribution> index, Treatment treatment) {
      this.index = index;
      this.treatment = treatment;
      MetricInfo of = index.info();
      this.info =
          MetricInfo.of(
                  id(of.id(), treatment),
                  "IN-SHAP",
                  of.name()
                      + " by source, "
                      + (treatment == Treatment.ZERO ? "removed" : "equalised")
                      + " in all orders",
                  Distribution.class)
              .direction(of.direction())
              .requires(of.requires().toArray(org.resourceequity.sample.Requirement[]::new))
              .requires(new HasParts())
              .claims(Axiom.ANONYMITY)
              .formula("\\Phi_k = \\frac{1}{K!}\\sum_{\\pi} [I(S_\\pi\\cup k) - I(S_\\pi)]")
              .reading("How much of the inequality each source brings, whatever the order.")
              .reference(
                  "Shorrocks, A. F. (2013), Decomposition procedures for distributional analysis,"
                      + " doi:10.1007/s10888-011-9214-z");
    }

    private static String id(String of, Treatment treatment) {
      return "shapley-" + of + (treatment == Treatment.ZERO ? "-zero" : "");
    }

    @Override
    public MetricInfo info() {
      return info;
    }

    @Override
    public Parts formula(Distribution sample) {
      List<String> names = new ArrayList<>(sample.parts().keySet());
      List<double[]> values = new ArrayList<>(sample.parts().values());
      double all = sample.totalWeight();
      double[] means = new double[values.size()];
      for (int k = 0; k < means.length; k++) {
        means[k] = ExactSum.ofProducts(values.get(k), sample.weights()) / all;
      }
      Shapley shapley = Shapley.of(names.size(), kept -> indexOf(sample, values, means, kept));
      Map<String, Double> parts = new LinkedHashMap<>();
      for (int k = 0; k < means.length; k++) {
        parts.put(names.get(k), shapley.value(k));
      }
      return new Parts(index.formula(sample), parts);
    }

    private double indexOf(
        Distribution sample, List<double[]> values, double[] means, boolean[] kept) {
      double[] sums = new double[sample.size()];
      for (int k = 0; k < kept.length; k++) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += kept[k] ? values.get(k)[i] : treatment == Treatment.EQUALISE ? means[k] : 0;
        }
      }
      return index
          .measure(Distribution.of(sample.units(), sums, sample.weights()))
          .find()
          .orElse(0.0);
    }

    @Override
    public String toString() {
      return info.id();
    }
  }
}
