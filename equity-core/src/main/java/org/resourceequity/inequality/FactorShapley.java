package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Attribution;
import org.resourceequity.metric.Attribution.Sampling;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasParts;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Requirement;

/**
 * An index split by the sources of the resource: what changes when a source is taken away, on
 * average over all orders in which the sources may be taken away. Exact up to 15 sources; above,
 * {@link #attribution} has the error of the orders drawn.
 *
 * <p>The part {@value #REFERENCE} is what is left of the index without any source: 0 with {@link
 * Removal#EQUALISE}. With {@link Removal#ZERO} nothing is spread, which counts as 0.
 */
public final class FactorShapley implements Split<Distribution> {

  /** Name of the part that belongs to no source. */
  public static final String REFERENCE = "reference";

  static final String PREFIX = "shapley-";

  /** What taking a source away means. */
  public enum Removal {
    /** Every unit gets the mean of the source. */
    EQUALISE,
    /** No unit gets the source. */
    ZERO;

    /** Returns the name in ids. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Metric<Distribution> index;
  private final Removal removal;
  private final MetricInfo info;

  FactorShapley(Metric<Distribution> index, Removal removal) {
    this.index = LorenzConsistent.checked(index);
    this.removal = removal;
    MetricInfo of = index.info();
    this.info =
        MetricInfo.of(
                PREFIX + removal.id() + "-" + of.id(),
                "IN-SHAP",
                of.name() + " by source, Shapley value",
                Distribution.class)
            .unit(of.unit())
            .requires(new HasParts())
            .requires(of.requires().toArray(Requirement[]::new))
            .claims(LorenzConsistent.invariances(of))
            .formula(
                "\\phi_k = \\sum_{S\\not\\ni k}\\tfrac{|S|!\\,(K-|S|-1)!}{K!}"
                    + "[I(S\\cup k)-I(S)]")
            .reading("How much each source adds to the inequality, or takes from it.")
            .reference(
                "Shorrocks, A. F. (2013), Decomposition procedures for distributional analysis,"
                    + " doi:10.1007/s10888-011-9214-z");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Distribution sample) {
    return parts(attribution(sample, Map.of(), Sampling.USUAL).get());
  }

  /** A set of sources for which the index has no value is why there are no parts. */
  @Override
  public Outcome<Parts> measure(Distribution sample) {
    return Outcome.of(
        info,
        List.of(sample),
        () -> attribution(sample, Map.of(), Sampling.USUAL).map(FactorShapley::parts));
  }

  private static Parts parts(Attribution attribution) {
    Map<String, Double> named = new LinkedHashMap<>();
    UnitValues shares = attribution.shares();
    for (int i = 0; i < shares.size(); i++) {
      named.put(shares.keys().get(i), shares.value(i));
    }
    named.put(REFERENCE, attribution.nobody());
    return new Parts(attribution.everybody(), named);
  }

  /**
   * Returns the contributions of the sources with their errors, as the Owen value where sources
   * stand in groups.
   *
   * @param groups group of each source, such as "taxes"; sources without one are groups of their
   *     own
   * @param sampling used where there are too many sources to count all orders
   */
  public Outcome<Attribution> attribution(
      Distribution sample, Map<String, String> groups, Sampling sampling) {
    Map<String, double[]> parts = sample.parts();
    List<String> names = List.copyOf(parts.keySet());
    List<String> groupOf = new ArrayList<>();
    names.forEach(name -> groupOf.add(groups.getOrDefault(name, groups.isEmpty() ? "" : name)));
    double[] means = new double[names.size()];
    double[][] sources = new double[names.size()][];
    for (int k = 0; k < sources.length; k++) {
      sources[k] = parts.getOrDefault(names.get(k), new double[0]);
      means[k] = Distribution.of(sources[k], sample.weights()).mean();
    }
    return Attribution.owen(
        names, Partition.of(groupOf), joined -> index(sample, joined, sources, means), sampling);
  }

  private Outcome<Double> index(
      Distribution sample, boolean[] joined, double[][] sources, double[] means) {
    if (!any(joined)) {
      return Outcome.of(0.0);
    }
    double[] values = new double[sample.size()];
    for (int i = 0; i < values.length; i++) {
      ExactSum sum = new ExactSum();
      for (int k = 0; k < joined.length; k++) {
        if (joined[k]) {
          sum.add(sources[k][i]);
        } else if (removal == Removal.EQUALISE) {
          sum.add(means[k]);
        }
      }
      values[i] = sum.value();
    }
    return index.measure(Distribution.of(values, sample.weights()));
  }

  private static boolean any(boolean[] joined) {
    for (boolean one : joined) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
