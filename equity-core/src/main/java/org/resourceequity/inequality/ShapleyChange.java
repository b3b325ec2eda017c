package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.metric.Attribution;
import org.resourceequity.metric.Attribution.Sampling;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Requirement;

/**
 * Why an index rose or fell, whatever the index: the means of districts, their sizes, and how their
 * own units are spread around the mean. Each is taken from one period or the other, and what it
 * changes is averaged over all orders (Shapley value; eight evaluations of the index).
 *
 * <p>Districts are matched by key. What those of one period only change is in {@value #REMOVALS}
 * and {@value #ADDITIONS}; without a common district there is no value.
 */
final class ShapleyChange implements Comparison<Distribution, Parts> {

  static final String PREFIX = "change-";
  static final String ADDITIONS = "additions";
  static final String REMOVALS = "removals";
  private static final List<String> FACTORS = List.of("means", "shares", "within");

  private final Metric<Distribution> index;
  private final String level;
  private final MetricInfo info;

  ShapleyChange(Metric<Distribution> index, String level) {
    this.index = LorenzConsistent.checked(index);
    this.level = level;
    MetricInfo of = index.info();
    MetricId id = MetricId.of(of.id());
    List<String> parameters = new ArrayList<>(id.parameters());
    parameters.add(level);
    this.info =
        MetricInfo.of(
                PREFIX + id.name() + ":" + String.join(",", parameters),
                "CH-GEN",
                of.name() + " by what changed, Shapley value",
                Distribution.class)
            .unit(of.unit())
            .requires(new HasLevel(level))
            .requires(of.requires().toArray(Requirement[]::new))
            .requires(Condition.NO_NEGATIVES, Condition.EVERY_GROUP)
            .claims(LorenzConsistent.invariances(of))
            .formula(
                "\\Delta I = \\phi(\\mu_k) + \\phi(v_k) + \\phi(x/\\mu_k)"
                    + " + \\text{additions} + \\text{removals}")
            .reading("How much the means of districts, their sizes and schools changed it.")
            .reference(
                "Shorrocks, A. F. (2013), Decomposition procedures for distributional analysis,"
                    + " doi:10.1007/s10888-011-9214-z");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Change<Distribution> change) {
    return parts(change).get();
  }

  @Override
  public Outcome<Parts> measure(Change<Distribution> change) {
    return Outcome.of(info, List.of(change.before(), change.after()), () -> parts(change));
  }

  private Outcome<Parts> parts(Change<Distribution> change) {
    Map<String, Distribution> before = Cells.of(change.before(), level);
    Map<String, Distribution> after = Cells.of(change.after(), level);
    List<Cell> cells = new ArrayList<>();
    new TreeMap<>(before)
        .forEach(
            (key, was) -> {
              Distribution is = after.get(key);
              if (is != null) {
                cells.add(new Cell(was, is));
              }
            });
    if (cells.isEmpty()) {
      return Outcome.undefined(Condition.EVERY_GROUP, "no " + level + " is in both periods");
    }
    double first = index.formula(change.before());
    double last = index.formula(change.after());
    return Attribution.shapley(
            FACTORS, later -> index.measure(distribution(cells, later)), Sampling.USUAL)
        .map(
            attribution -> {
              Map<String, Double> named = new LinkedHashMap<>();
              for (int i = 0; i < FACTORS.size(); i++) {
                named.put(FACTORS.get(i), attribution.shares().value(i));
              }
              named.put(REMOVALS, attribution.nobody() - first);
              named.put(ADDITIONS, last - attribution.everybody());
              return new Parts(last - first, named);
            });
  }

  /** Returns the distribution with means, shares and spread each from one of the periods. */
  private static Distribution distribution(List<Cell> cells, boolean[] later) {
    int size = 0;
    for (Cell cell : cells) {
      size += cell.period(later[2]).size();
    }
    double[] values = new double[size];
    double[] weights = new double[size];
    int at = 0;
    for (Cell cell : cells) {
      Distribution spread = cell.period(later[2]);
      double mean = spread.mean();
      double target = cell.period(later[0]).mean();
      double weight = cell.period(later[1]).totalWeight() / spread.totalWeight();
      for (int i = 0; i < spread.size(); i++) {
        // A district that has nothing has no spread either.
        values[at] = mean > 0 ? spread.value(i) / mean * target : target;
        weights[at++] = spread.weight(i) * weight;
      }
    }
    return Distribution.of(values, weights);
  }

  /** A district in both periods. */
  private record Cell(Distribution was, Distribution is) {
    Distribution period(boolean later) {
      return later ? is : was;
    }
  }

  @Override
  public String toString() {
    return info.id();
  }
}
