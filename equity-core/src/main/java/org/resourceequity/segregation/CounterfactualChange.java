package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Units;

/**
 * Why two places or periods differ in a segregation index: the mix of the groups in their units, or
 * the units over which it is laid. Each place is also measured with the mix of the other, and both
 * changes are averaged over the two orders (Shapley value). In the formula the first index is the
 * place of the units and the second that of the mix.
 *
 * <p>Only the two groups in focus count; take {@link CrossTab#againstRest(String)} for a group and
 * all others. Units need not be the same in both, and those without members are left out. O(n log
 * n) beside four values of the index.
 */
final class CounterfactualChange implements Comparison<CrossTab, Parts> {

  static final String PREFIX = "counterfactual-";

  /** The part of the mix of the groups in the units. */
  static final String MIX = "mix";

  /** The part of the units, their number and their sizes. */
  static final String UNITS = "units";

  private final Counterfactual counterfactual;
  private final Metric<CrossTab> index;
  private final MetricInfo info;

  CounterfactualChange(Counterfactual counterfactual, Metric<CrossTab> index) {
    this.counterfactual = counterfactual;
    this.index = index;
    MetricInfo of = index.info();
    MetricId id = MetricId.of(of.id());
    List<String> parameters = new ArrayList<>();
    parameters.add(id.name());
    parameters.addAll(id.parameters());
    MetricInfo.Builder builder =
        MetricInfo.of(
                PREFIX + counterfactual.id() + ":" + String.join(",", parameters),
                "CH-REY",
                "Difference of the " + of.name() + " by mix and units",
                CrossTab.class)
            .unit(of.unit())
            .requires(of.requires().toArray(Requirement[]::new))
            .claims(Axiom.ANTISYMMETRY);
    if (!of.requires().contains(Condition.EVERY_GROUP)) {
      builder.requires(Condition.EVERY_GROUP);
    }
    // No claim of size invariance: shares of units may be equal, and after rounding no longer,
    // which
    // moves their ranks.
    this.info =
        builder
            .formula(
                "\\Delta I = \\tfrac12[I_{11}-I_{10}+I_{01}-I_{00}] +"
                    + " \\tfrac12[I_{11}-I_{01}+I_{10}-I_{00}]")
            .reading("How much of a difference is the mix of groups, and how much the schools.")
            .reference(
                "Rey, S. J., Cortes, R. and Knaap, E. (2021), Comparative spatial segregation"
                    + " analytics, Spatial Demography 9");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Change<CrossTab> change) {
    return parts(change).get();
  }

  @Override
  public Outcome<Parts> measure(Change<CrossTab> change) {
    return Outcome.of(info, List.of(change.before(), change.after()), () -> parts(change));
  }

  private Outcome<Parts> parts(Change<CrossTab> change) {
    Pair before = Pair.of(change.before()).withoutEmptyUnits();
    Pair after = Pair.of(change.after()).withoutEmptyUnits();
    double[] values = new double[4];
    Pair[] tables = {
      before, counterfactual.apply(before, after), counterfactual.apply(after, before), after
    };
    for (int k = 0; k < tables.length; k++) {
      Outcome<Double> value = index.measure(table(tables[k]));
      if (value instanceof Outcome.Undefined<Double> undefined) {
        return Outcome.undefined(undefined.requirement(), undefined.detail());
      }
      values[k] = value.get();
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(MIX, (values[3] - values[2] + values[1] - values[0]) / 2);
    parts.put(UNITS, (values[3] - values[1] + values[2] - values[0]) / 2);
    return Outcome.of(new Parts(values[3] - values[0], parts));
  }

  private static CrossTab table(Pair pair) {
    return CrossTab.of(
        Units.numbered(pair.units()), List.of("group", "others"), new double[][] {pair.a, pair.b});
  }

  @Override
  public String toString() {
    return info.id();
  }
}
