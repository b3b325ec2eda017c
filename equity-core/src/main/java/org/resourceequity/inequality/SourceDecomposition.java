package org.resourceequity.inequality;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasParts;

/**
 * What each source of a resource, such as State and local revenue, contributes to its inequality. A
 * negative contribution, or elasticity, is that of a source that equalises. The sources are the
 * named parts of the distribution. O(n log n).
 */
public final class SourceDecomposition implements Split<Distribution> {

  static final String NAME = "sources";

  /** What is split. */
  public enum Method {
    /**
     * Shares of the variance, and by Shorrocks' axioms of any index: covariance with the whole over
     * its variance. They add up to 1.
     */
    SHORROCKS(
        "s_k = cov(x_k,x)/var(x)",
        "Shorrocks, A. F. (1982), Inequality decomposition by factor components,"
            + " doi:10.2307/1912537"),
    /** The Gini coefficient: share times own Gini times Gini correlation with the whole. */
    LERMAN_YITZHAKI(
        "G = \\sum_k S_k G_k R_k = \\sum_k \\tfrac{2}{\\mu}cov(x_k,\\tilde F(x))",
        "Lerman, R. I. and Yitzhaki, S. (1985), Income inequality effects by income source,"
            + " doi:10.2307/1928447"),
    /**
     * By how many percent the Gini coefficient rises if the source does by one percent everywhere.
     * They add up to 0.
     */
    ELASTICITY(
        "\\eta_k = S_k G_k R_k / G - S_k",
        "Lerman, R. I. and Yitzhaki, S. (1985), Income inequality effects by income source,"
            + " doi:10.2307/1928447");

    private final String formula;
    private final String reference;

    Method(String formula, String reference) {
      this.formula = formula;
      this.reference = reference;
    }

    /** Returns the name in ids, such as "lerman-yitzhaki". */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Method method;
  private final MetricInfo info;

  SourceDecomposition(Method method) {
    this.method = method;
    MetricInfo.Builder builder =
        MetricInfo.of(
                NAME + ":" + method.id(), "IN-SRC", "Inequality by source", Distribution.class)
            .requires(new HasParts(), Condition.SOME_UNITS);
    if (method != Method.SHORROCKS) {
      builder.requires(Condition.POSITIVE_TOTAL);
    }
    this.info =
        builder
            .requires(Condition.VARIATION)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula(method.formula)
            .reading("How much each source adds to the inequality, or takes from it.")
            .reference(method.reference);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  /** The whole is the exact sum of the sources, so what they contribute adds up. */
  @Override
  public Parts formula(Distribution sample) {
    Map<String, double[]> sources = sample.parts();
    double[] whole = sums(sources.values(), sample.size());
    Distribution all = Distribution.of(whole, sample.weights());
    double[] along = method == Method.SHORROCKS ? deviations(all) : MidRanks.centred(all);
    Map<String, Double> named = new LinkedHashMap<>();
    ExactSum total = new ExactSum();
    sources.forEach(
        (name, source) -> {
          double covariance = covariance(source, along, sample);
          named.put(name, covariance);
          total.add(covariance);
        });
    double sum = total.value();
    double mean = all.mean();
    switch (method) {
      case SHORROCKS -> named.replaceAll((name, covariance) -> covariance / sum);
      case LERMAN_YITZHAKI -> named.replaceAll((name, covariance) -> covariance / mean);
      case ELASTICITY ->
          named.replaceAll(
              (name, covariance) ->
                  covariance / sum
                      - Distribution.of(source(sources, name), sample.weights()).mean() / mean);
    }
    return new Parts(
        switch (method) {
          case SHORROCKS -> 1;
          case LERMAN_YITZHAKI -> sum / mean;
          case ELASTICITY -> 0;
        },
        named);
  }

  private static double[] source(Map<String, double[]> sources, String name) {
    return sources.getOrDefault(name, new double[0]);
  }

  private static double[] sums(Collection<double[]> sources, int size) {
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      ExactSum sum = new ExactSum();
      for (double[] source : sources) {
        sum.add(source[i]);
      }
      sums[i] = sum.value();
    }
    return sums;
  }

  private static double[] deviations(Distribution sample) {
    double mean = sample.mean();
    double[] deviations = sample.values();
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] -= mean;
    }
    return deviations;
  }

  /** Returns the weighted covariance; the mean of {@code along} is 0. */
  private static double covariance(double[] source, double[] along, Distribution sample) {
    double[] off = deviations(Distribution.of(source, sample.weights()));
    ExactSum sum = new ExactSum();
    for (int i = 0; i < off.length; i++) {
      sum.add(sample.weight(i) * off[i] * along[i]);
    }
    return sum.value() / sample.totalWeight();
  }

  @Override
  public String toString() {
    return info.id();
  }
}
