package org.resourceequity.reference;

import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.INTERACTION;
import static org.resourceequity.segregation.SegregationMetrics.ISOLATION;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.DiversityMetrics;
import org.resourceequity.segregation.ExposureMetrics;
import org.resourceequity.segregation.MultigroupMetrics;
import org.resourceequity.segregation.OrdinalForm;
import org.resourceequity.segregation.ProportionalFitting;
import org.resourceequity.segregation.SegregationChanges;
import org.resourceequity.segregation.SegregationMetrics;
import org.resourceequity.segregation.StructuralChange;
import org.resourceequity.segregation.TwoGroupMetrics;
import tools.jackson.databind.JsonNode;

/** The cases of the family "segregation". */
final class SegregationCases extends CaseTable {

  SegregationCases() {
    super("segregation");
    twoGroups();
    manyGroups();
    levels();
    exposure();
    diversity();
    chance();
    change();
  }

  private void pair(Measure<CrossTab, ?> measure, String... metrics) {
    for (String metric : metrics) {
      add(metric, c -> measure.measure(c.pair()));
    }
  }

  private void table(Measure<CrossTab, ?> measure, String... metrics) {
    for (String metric : metrics) {
      add(metric, c -> measure.measure(c.table()));
    }
  }

  private void twoGroups() {
    pair(DISSIMILARITY, "dissimilarity", "dissimilarity_divseg", "dissimilarity_vs_rest", "S2-D");
    add("S2-D: black-white dissimilarity", c -> DISSIMILARITY.measure(c.pair("black", "white")));
    pair(TwoGroupMetrics.GINI, "gini_segregation", "gini_segregation_vs_rest", "S2-G");
    pair(TwoGroupMetrics.THEIL_H, "entropy_index_two_group", "entropy_index_vs_rest", "S2-H");
    add("S2-H: black-white H", c -> TwoGroupMetrics.THEIL_H.measure(c.pair("black", "white")));
    add(
        "mutual_information_two_group",
        c -> TwoGroupMetrics.MUTUAL_INFORMATION.measure(c.pair()).get() / c.natsPerUnit());
    for (String metric :
        List.of("atkinson_segregation", "atkinson_segregation_vs_rest", "S2-ATK")) {
      add(metric, c -> TwoGroupMetrics.atkinson(c.number("b")).measure(c.pair()));
    }
    pair(TwoGroupMetrics.HUTCHENS, "hutchens_square_root");
    pair(TwoGroupMetrics.GORARD, "gorard_segregation");
    pair(TwoGroupMetrics.KARMEL_MACLACHLAN, "karmel_maclachlan");
    pair(TwoGroupMetrics.MIN_MAX, "minmax", "S2-MM");
    pair(TwoGroupMetrics.CONCENTRATION_PROFILE, "concentration_profile_r", "S2-CONPROF");
    pair(TwoGroupMetrics.DENSITY_CORRECTED_DISSIMILARITY, "density_corrected_dissimilarity");
    add(
        "bias_corrected_dissimilarity",
        c -> TwoGroupMetrics.biasCorrectedDissimilarity((int) c.number("B"), 1).measure(c.pair()));
    add(
        "segregation_curve",
        c -> {
          Points curve = TwoGroupMetrics.SEGREGATION_CURVE.measure(c.pair()).get();
          return Arrays.stream(c.numbers("p")).map(curve::at).toArray();
        });
    // Delta is the dissimilarity of people and a resource.
    add("delta", c -> DISSIMILARITY.measure(columns(c, c.text("group"), c.text("resource"))));
  }

  private static CrossTab columns(Case c, String... expressions) {
    double[][] counts =
        Arrays.stream(expressions)
            .map(text -> c.data().numbers(text.substring(text.indexOf('=') + 1).strip()))
            .toArray(double[][]::new);
    return CrossTab.of(Units.numbered(counts[0].length), List.of(expressions), counts);
  }

  private void manyGroups() {
    add("mutual_information", c -> MUTUAL_INFORMATION.measure(c.table()).get() / c.natsPerUnit());
    table(MUTUAL_INFORMATION, "SM-M");
    table(THEIL_H, "theil_h", "SM-H");
    add(
        "SM-H: [M,H] of ethnic_group by school_id",
        c -> List.of(MUTUAL_INFORMATION.measure(c.table()), THEIL_H.measure(c.table())));
    table(MultigroupMetrics.DISSIMILARITY, "multigroup_dissimilarity", "SM-D");
    table(MultigroupMetrics.GINI, "multigroup_gini", "SM-G");
    table(MultigroupMetrics.SQUARED_CV, "multigroup_squared_cv", "SM-C");
    table(MultigroupMetrics.RELATIVE_DIVERSITY, "multigroup_relative_diversity", "SM-R");
    table(MultigroupMetrics.NORMALISED_EXPOSURE, "multigroup_normalized_exposure", "SM-P");
    table(MultigroupMetrics.ATKINSON, "atkinson_multigroup_symmetric");
    for (OrdinalForm form : OrdinalForm.values()) {
      String name = form.name().toLowerCase(Locale.ROOT);
      table(MultigroupMetrics.ordinal(form), "ordinal_" + name);
      if (form != OrdinalForm.ABSOLUTE_DIFFERENCE) {
        add(
            "rank_order_" + name,
            c ->
                MultigroupMetrics.rankOrderUnweighted(form, (int) c.number("polynomial_order"))
                    .measure(c.table()));
      }
    }
    add(
        "SM-ORD",
        c ->
            Arrays.stream(OrdinalForm.values())
                .map(form -> MultigroupMetrics.ordinal(form).measure(c.table()))
                .toList());
    add("local_segregation_unit", c -> of(c, SegregationMetrics.LOCAL_SCORES, "of_unit"));
    add("local_segregation_group", c -> of(c, SegregationMetrics.GROUP_SCORES, "of_group"));
    table(SegregationMetrics.LOCAL_SCORES, "SM-LOCAL: local segregation ls_u");
    add(
        "SM-LOCAL: local segregation by race [asian, black, hisp, white, native]",
        c ->
            among(
                SegregationMetrics.GROUP_SCORES.measure(c.table()).get(),
                "",
                "asian",
                "black",
                "hisp",
                "white",
                "native"));
  }

  /** Returns the number that a profile has for the unit or group a parameter names. */
  private static double of(Case c, Profile<CrossTab> profile, String parameter) {
    UnitValues values = profile.measure(c.table()).get();
    return values.value(c.place(values.keys(), parameter)) / c.natsPerUnit();
  }

  private static double[] among(UnitValues values, String prefix, String... keys) {
    return Arrays.stream(keys)
        .mapToDouble(key -> values.value(values.keys().indexOf(prefix + key)))
        .toArray();
  }

  private void levels() {
    add("mutual_between", c -> MUTUAL_INFORMATION.measure(pooled(c)));
    add("theil_h_between", c -> THEIL_H.measure(pooled(c)));
    table(MUTUAL_INFORMATION, "SM-NEST: M between superunits");
    add(
        "mutual_within",
        c -> SegregationMetrics.nestedM(c.text("within")).measure(c.table()).get().part("within"));
    add(
        "theil_h_within",
        c -> SegregationMetrics.nestedH(c.text("within")).measure(c.table()).get().part("within"));
    add("nested", c -> nested(c, c.text("statistic"))[part(c)]);
    add(
        "SM-NEST: M nested [state, district within state, school within district]",
        c -> nested(c, "M"));
    add(
        "SM-NEST: H nested [state, district within state, school within district]",
        c -> nested(c, "H"));
    add(
        "SM-NEST: within-state M for A,B,C",
        c -> SegregationMetrics.mWithin("state").measure(c.table()));
    add(
        "SM-NEST: within-state H for A,B,C",
        c -> SegregationMetrics.hWithin("state").measure(c.table()));
    add("within_unit", SegregationCases::withinParent);
  }

  private static CrossTab pooled(Case c) {
    return c.table().pool(c.table().units().by(c.text("between")));
  }

  private static double[] nested(Case c, String statistic) {
    String[] levels = c.table().units().levels().toArray(String[]::new);
    Parts parts =
        (statistic.equals("M")
                ? SegregationMetrics.nestedM(levels)
                : SegregationMetrics.nestedH(levels))
            .measure(c.table())
            .get();
    return parts.parts().values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The id says which part: "schools00.nested.2.H". */
  private static int part(Case c) {
    return Integer.parseInt(c.id().replaceAll(".*nested\\.(\\d).*", "$1")) - 1;
  }

  private static Object withinParent(Case c) {
    CrossTab table = c.table();
    String level = c.text("within");
    return switch (c.text("statistic")) {
      case "M" -> of(c, SegregationMetrics.mWithin(level), "of");
      case "H" -> of(c, SegregationMetrics.hWithin(level), "of");
      default -> {
        int place = c.place(table.units().by(level).labels(), "of");
        CrossTab part = table.select(table.units().by(level).units()[place]);
        yield c.text("statistic").equals("p")
            ? part.total() / table.total()
            : DiversityMetrics.ENTROPY.measure(part).get()
                / DiversityMetrics.ENTROPY.measure(table).get();
      }
    };
  }

  private void exposure() {
    add(
        "exposure",
        c ->
            among(
                ExposureMetrics.EXPOSURE_MATRIX.measure(c.table()).get(),
                c.text("of") + " to ",
                c.text("to")));
    add(
        "EX-XPY: exposure of black pupils to [asian, black, hisp, white, native]",
        c ->
            among(
                ExposureMetrics.EXPOSURE_MATRIX.measure(c.table()).get(),
                "black to ",
                "asian",
                "black",
                "hisp",
                "white",
                "native"));
    pair(INTERACTION, "exposure_two_group", "interaction_with_rest", "EX-XPY");
    pair(ISOLATION, "isolation", "isolation_two_group", "EX-ISO");
    add(
        "isolation_all",
        c -> {
          List<String> groups = c.table().groups();
          String other = groups.get(groups.get(0).equals(c.text("group_a")) ? 1 : 0);
          return ISOLATION.measure(c.table().focusOn(c.text("group_a"), other));
        });
    pair(
        ExposureMetrics.CORRELATION_RATIO,
        "correlation_ratio",
        "correlation_ratio_two_group",
        "EX-ETA2");
    add("location_quotient", c -> quotients(c, c.texts("order")));
    add(
        "location_quotient_max",
        c ->
            c.table().groups().stream()
                .map(g -> DiversityMetrics.LOCATION_QUOTIENTS.measure(focused(c.table(), g)))
                .filter(outcome -> outcome.isKnown())
                .flatMapToDouble(outcome -> Arrays.stream(outcome.get().values()))
                .max()
                .getAsDouble());
    // Of the region's people and all others, in the branch and in all: 1714 of 79006.
    add(
        "SM-LQ",
        c -> {
          double branch = c.number("e_ij");
          double[] here = {branch, c.number("e_i") - branch};
          double[] elsewhere = {c.number("e_j") - branch, c.number("e") - c.number("e_i")};
          elsewhere[1] -= elsewhere[0];
          double[][] counts = {{here[0], elsewhere[0]}, {here[1], elsewhere[1]}};
          CrossTab table = CrossTab.of(Units.numbered(2), List.of("branch", "others"), counts);
          return DiversityMetrics.LOCATION_QUOTIENTS.measure(table).get().value(0);
        });
  }

  private static CrossTab focused(CrossTab table, String group) {
    return table.focusOn(group, table.groups().get(table.groups().get(0).equals(group) ? 1 : 0));
  }

  private static double[] quotients(Case c, List<String> groups) {
    return groups.stream()
        .mapToDouble(
            group -> {
              UnitValues quotients =
                  DiversityMetrics.LOCATION_QUOTIENTS.measure(focused(c.table(), group)).get();
              return quotients.value(c.place(quotients.keys(), "of_unit"));
            })
        .toArray();
  }

  private void diversity() {
    add("group_entropy", c -> DiversityMetrics.ENTROPY.measure(c.table()).get() / c.natsPerUnit());
    table(DiversityMetrics.NORMALISED_ENTROPY, "group_entropy_normalized");
    table(DiversityMetrics.EFFECTIVE_GROUPS, "effective_number_of_groups");
    add(
        "unit_entropy",
        c -> DiversityMetrics.ENTROPY_OF_UNITS.measure(c.table()).get() / c.natsPerUnit());
    table(DiversityMetrics.SIMPSON_INTERACTION, "simpson_interaction");
    table(DiversityMetrics.SIMPSON_CONCENTRATION, "simpson_concentration", "SM-I");
    add("local_entropy", c -> of(c, DiversityMetrics.UNIT_ENTROPY, "of_unit"));
    add("local_entropy_deviation", c -> of(c, DiversityMetrics.NORMALISED_UNIT_ENTROPY, "of_unit"));
    add("local_entropy_sum", c -> DiversityMetrics.UNIT_ENTROPY.measure(c.table()).get().sum());
    add(
        "local_simpson_interaction",
        c -> of(c, DiversityMetrics.UNIT_SIMPSON_INTERACTION, "of_unit"));
    table(DiversityMetrics.UNIT_SIMPSON_INTERACTION, "SM-LOCAL: Blau index per unit");
    table(DiversityMetrics.unitHill(2), "SM-LOCAL: inverse Simpson per unit");
    table(DiversityMetrics.unitHill(5), "SM-LOCAL: Hill number q=5 per unit");
    table(DiversityMetrics.UNIT_ENTROPY, "SM-LOCAL: Shannon entropy per unit");
    table(DiversityMetrics.ENTROPY, "SM-E: entropy of race");
    table(DiversityMetrics.CONDITIONAL_ENTROPY, "SM-E: conditional entropy H(race|district)");
    // Groups of these sizes in one unit.
    add(
        "SM-E",
        c -> {
          double[] sizes = c.numbers("weights");
          double[][] counts =
              Arrays.stream(sizes).mapToObj(n -> new double[] {n}).toArray(double[][]::new);
          List<String> names = IntStream.range(0, sizes.length).mapToObj(g -> "g" + g).toList();
          return DiversityMetrics.ENTROPY.measure(CrossTab.of(Units.numbered(1), names, counts));
        });
  }

  private void chance() {
    pair(TwoGroupMetrics.EXPECTED_DISSIMILARITY_BINOMIAL, "expected_dissimilarity_binomial");
    table(SegregationMetrics.MUTUAL_INFORMATION_BIAS, "mutual_information_bias_miller_madow");
    // Free margins differ from fixed ones by less than the simulation's error.
    add(
        "expected_under_independence",
        c -> {
          Metric<CrossTab> metric =
              switch (c.text("statistic")) {
                case "H under 0" -> SegregationMetrics.EXPECTED_THEIL_H;
                case "M under 0" -> SegregationMetrics.EXPECTED_MUTUAL_INFORMATION;
                default -> TwoGroupMetrics.EXPECTED_DISSIMILARITY;
              };
          return metric.measure(c.table());
        });
    pair(TwoGroupMetrics.SYSTEMATIC_DISSIMILARITY, "S2-DMOD");
    // So many units of the same size, together with the given members of each group.
    add(
        "S2-DEXP",
        c -> {
          int units = (int) c.number("units");
          double[] each = c.numbers("perUnit");
          double[][] counts = new double[2][units];
          Arrays.fill(counts[0], each[0]);
          Arrays.fill(counts[1], each[1]);
          return TwoGroupMetrics.EXPECTED_DISSIMILARITY_BINOMIAL.measure(
              CrossTab.of(Units.numbered(units), List.of("a", "b"), counts));
        });
  }

  private void change() {
    for (String unit : List.of("", "_districts")) {
      add("mutual_difference_shapley" + unit, c -> statistic(c, shapley(c).parts()));
      add(
          "mutual_difference_mrc" + unit,
          c -> statistic(c, SegregationChanges.MORA_RUIZ_CASTILLO.measure(c.change()).get()));
    }
    add(
        "mutual_difference_km",
        c -> statistic(c, SegregationChanges.KARMEL_MACLACHLAN.measure(c.change()).get()));
    add("mutual_difference_shapley_detailed", SegregationCases::ofUnit);
    add("mutual_difference_shapley_detailed_marginal", SegregationCases::ofUnit);
    add("CH-SHAPM", c -> parts(shapley(c).parts(), EACH_PART));
    add(
        "CH-MRC",
        c -> {
          CrossTab before = groupsInColumns(c.matrix("counts1"));
          CrossTab after = groupsInColumns(c.matrix("counts2"));
          return parts(
              SegregationChanges.MORA_RUIZ_CASTILLO.measure(new Change<>(before, after)).get(),
              StructuralChange.UNIT_MARGINAL,
              StructuralChange.GROUP_MARGINAL,
              StructuralChange.STRUCTURAL);
        });
    add(
        "CH-IPF",
        c -> {
          CrossTab target = menAndWomen(c.json().path("inputs").path("target"));
          CrossTab fitted =
              ProportionalFitting.withDefaults()
                  .fit(menAndWomen(c.json().path("inputs").path("source")), target)
                  .get()
                  .table();
          return fitted.members(c.id().endsWith("female") ? 1 : 0);
        });
  }

  private static final String[] EACH_PART = {
    StructuralChange.ADDITIONS,
    StructuralChange.REMOVALS,
    StructuralChange.GROUP_MARGINAL,
    StructuralChange.UNIT_MARGINAL,
    StructuralChange.STRUCTURAL
  };

  private static StructuralChange shapley(Case c) {
    return SegregationChanges.MUTUAL_INFORMATION.measure(c.change()).get();
  }

  private static double[] parts(Parts parts, String... names) {
    return Arrays.stream(names).mapToDouble(parts::part).toArray();
  }

  private static double statistic(Case c, Parts parts) {
    return switch (c.text("statistic")) {
      case "M1" -> MUTUAL_INFORMATION.formula(c.change().before());
      case "M2" -> MUTUAL_INFORMATION.formula(c.change().after());
      case "diff" -> parts.total();
      default -> parts.part(c.text("statistic").replace('_', '-'));
    };
  }

  private static double ofUnit(Case c) {
    StructuralChange change = shapley(c);
    List<String> keys = change.structural().keys();
    int place = c.place(keys, "of_unit");
    return switch (c.text("statistic")) {
      case "unit_marginal" -> change.unitMarginal().value(place);
      case "ls_diff_mean" -> change.localChange().value(place);
      case "p1" -> share(c.change().before(), keys, keys.get(place));
      case "p2" -> share(c.change().after(), keys, keys.get(place));
      default -> change.structural().value(place);
    };
  }

  /** The unit's share of the members of units of both years. */
  private static double share(CrossTab table, List<String> keys, String unit) {
    double all = 0;
    for (String key : keys) {
      all += table.unitTotal(table.units().keys().indexOf(key));
    }
    return table.unitTotal(table.units().keys().indexOf(unit)) / all;
  }

  private static CrossTab groupsInColumns(double[][] rows) {
    List<String> names = IntStream.range(0, rows.length).mapToObj(g -> "g" + g).toList();
    return CrossTab.of(Units.numbered(rows[0].length), names, rows);
  }

  private static CrossTab menAndWomen(JsonNode counts) {
    double[][] rows = new double[2][];
    for (int g = 0; g < 2; g++) {
      JsonNode row = counts.get(g == 0 ? "male" : "female");
      rows[g] = row.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
    return CrossTab.of(Units.numbered(rows[0].length), List.of("male", "female"), rows);
  }
}
