package org.resourceequity.reference;

import static org.resourceequity.inequality.Denominator.N_MINUS_1;
import static org.resourceequity.inequality.Denominator.POPULATION;
import static org.resourceequity.inequality.Denominator.RELIABILITY;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;
import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.resourceequity.inequality.AdequacyMetrics;
import org.resourceequity.inequality.ConcentrationMetrics;
import org.resourceequity.inequality.Denominator;
import org.resourceequity.inequality.DispersionMetrics;
import org.resourceequity.inequality.GroupMetrics;
import org.resourceequity.inequality.HalfRule;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.inequality.KolmMetrics;
import org.resourceequity.inequality.MedianMetrics;
import org.resourceequity.inequality.PolarisationMetrics;
import org.resourceequity.inequality.QuantileMetrics;
import org.resourceequity.inequality.RankMetrics;
import org.resourceequity.inequality.ShareMetrics;
import org.resourceequity.inference.Estimate;
import org.resourceequity.inference.Jackknife;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;

/** The cases of the family "inequality". */
final class InequalityCases extends CaseTable {

  InequalityCases() {
    super("inequality");
    quantiles();
    dispersion();
    halves();
    entropies();
    ranks();
    shares();
    groups();
    adequacy();
  }

  private void measure(String name, Measure<Distribution, ?> measure) {
    add(name, c -> measure.measure(c.distribution()));
  }

  private void quantiles() {
    add("quantile", c -> quantiles(c, QuantileDefinition.of("type" + (int) c.number("type"))));
    add("weighted_quantile", c -> quantiles(c, definition(c.text("definition"))));
    add("weighted_median_type2", c -> Quantiles.median(c.distribution().sorted()));
    add("HD-PCTL", c -> quantiles(c, definition(c.text("definition"))));
    add(
        "percentile_ratio",
        c ->
            QuantileMetrics.percentileRatio(c.number("high"), c.number("low"), definition(c))
                .measure(c.distribution()));
    add(
        "restricted_range",
        c -> QuantileMetrics.restrictedRange(definition(c)).measure(c.distribution()));
    add(
        "federal_range_ratio",
        c -> QuantileMetrics.federalRangeRatio(definition(c)).measure(c.distribution()));
    measure("quartile_dispersion", QuantileMetrics.quartileDispersion(TYPE1));
    measure("range", QuantileMetrics.RANGE);
    measure("summary_iqr", QuantileMetrics.interquartileRange(TYPE7));
    measure("summary_mad", QuantileMetrics.NORMAL_MAD);
    measure("summary_median", QuantileMetrics.percentile(0.5, TYPE2));
  }

  private static QuantileDefinition definition(Case reference) {
    return reference.has("quantile_type")
        ? QuantileDefinition.of("type" + (int) reference.number("quantile_type"))
        : definition(reference.text("quantile"));
  }

  private static QuantileDefinition definition(String words) {
    return switch (words) {
      case "smallest x whose cumulative weight share reaches p",
          "inverse step cdf",
          "inverse step cdf, zero weights dropped",
          "survey qrule math" ->
          TYPE1;
      case "inverse cdf, mean of the two values when the cumulative share equals p exactly",
          "averaged inverse CDF",
          "survey qrule school" ->
          TYPE2;
      case "Hmisc type quantile" -> TYPE7;
      case "Hmisc type i/n", "i/n" -> QuantileDefinition.I_OVER_N;
      case "Hmisc type i/(n+1)" -> QuantileDefinition.I_OVER_N_PLUS_1;
      case "Hmisc type (i-1)/(n-1)" -> QuantileDefinition.I_MINUS_1_OVER_N_MINUS_1;
      default -> throw new IllegalArgumentException("no definition \"" + words + "\"");
    };
  }

  private static double[] quantiles(Case reference, QuantileDefinition definition) {
    Distribution sorted = reference.distribution().sorted();
    return Arrays.stream(reference.numbers(reference.has("probs") ? "probs" : "p"))
        .map(p -> Quantiles.quantile(sorted, p, definition))
        .toArray();
  }

  private void dispersion() {
    add("weighted_mean", c -> c.distribution().mean());
    add("summary_mean", c -> c.distribution().mean());
    measure("summary_sd", DispersionMetrics.standardDeviation(N_MINUS_1));
    measure("summary_var", DispersionMetrics.variance(N_MINUS_1));
    add(
        "weighted_variance",
        c -> DispersionMetrics.variance(denominator(c.text("divisor"))).measure(c.distribution()));
    add(
        "coefficient_of_variation",
        c ->
            DispersionMetrics.coefficientOfVariation(denominator(c.text("variance")))
                .measure(c.distribution()));
    measure("HD-CV", InequalityMetrics.CV);
    measure("sd_of_logs", DispersionMetrics.SD_OF_LOGS);
    measure("hoover", InequalityMetrics.HOOVER);
    measure("relative_mean_deviation", DispersionMetrics.RELATIVE_MEAN_DEVIATION);
    measure("mean_abs_deviation_median", QuantileMetrics.MEAN_DISTANCE_FROM_MEDIAN);
    add("sigma_convergence", InequalityCases::sigmaConvergence);
    add("RG-IMPACT", InequalityCases::disparity);
    measure("HD-HOOVER", InequalityMetrics.HOOVER);
    add("HD-HOOVER: original Schutz coefficient 10*sum_{x>mu}(x/mu-1)", InequalityCases::schutz);
    measure("gini", InequalityMetrics.GINI);
    measure("gini_sample_corrected", DispersionMetrics.gini(N_MINUS_1));
    add(
        "HD-GINI",
        c ->
            DispersionMetrics.gini(denominator(c.text("correction", "")))
                .measure(c.distribution()));
    add(
        "HD-GINI: Gini (bias.correction=FALSE) and jackknife variance",
        c ->
            List.of(
                InequalityMetrics.GINI.measure(c.distribution()),
                Jackknife.byUnits(InequalityMetrics.GINI, c.distribution())
                    .map(j -> j.standardError() * j.standardError())));
    add(
        "HD-GINI: Gini linearization variance (interval='zalinearization', bias.correction=FALSE)",
        c ->
            Estimate.byUnits(InequalityMetrics.GINI, c.distribution())
                .map(e -> e.standardError() * e.standardError()));
    add(
        "class_size_paradox",
        c -> {
          double cv = InequalityMetrics.CV.measure(c.distribution()).get();
          return c.distribution().mean() * (1 + cv * cv);
        });
  }

  private static Denominator denominator(String words) {
    return switch (words) {
      case "", "population", "sum(w)" -> POPULATION;
      case "sample (n-1)", "sum(w) - 1", "n/(n-1)" -> N_MINUS_1;
      case "1 - sum of squared normalised weights", "1/(1-sum w^2)" -> RELIABILITY;
      default -> throw new IllegalArgumentException("no denominator \"" + words + "\"");
    };
  }

  /** The original coefficient of Schutz is ten times the sum of the surpluses, n Hoover. */
  private static Object schutz(Case reference) {
    Distribution d = reference.distribution();
    return InequalityMetrics.HOOVER.measure(d).map(hoover -> 10 * d.size() * hoover);
  }

  private void halves() {
    add("mcloone", c -> MedianMetrics.mcloone(rule(c), median(c)).measure(c.distribution()));
    add("verstegen", c -> MedianMetrics.verstegen(rule(c), median(c)).measure(c.distribution()));
    measure("median_gap_dollars", MedianMetrics.medianGap(TYPE1));
    add("HD-MCLOONE", c -> MedianMetrics.mcloone(rule(c), TYPE2).measure(c.distribution()));
    add(
        "HD-MCLOONE: McLoone and Verstegen, positional halves, median unit in neither",
        c ->
            List.of(
                MedianMetrics.mcloone(HalfRule.POSITIONAL, TYPE2).measure(c.distribution()),
                MedianMetrics.verstegen(HalfRule.POSITIONAL, TYPE2).measure(c.distribution())));
    add(
        "polarization_wolfson",
        // The Python peer has half of the scaling of 1994.
        c ->
            PolarisationMetrics.WOLFSON
                .measure(c.distribution())
                .map(value -> c.id().contains(".py.") ? value / 2 : value));
    measure("IN-WOLF", PolarisationMetrics.WOLFSON);
  }

  private static HalfRule rule(Case reference) {
    return switch (reference.text("rule")) {
      case "split", "half-mass" -> HalfRule.SPLIT;
      case "below" -> HalfRule.EXCLUDE_TIES;
      case "at_or_below", "at_or_above" -> HalfRule.INCLUDE_TIES;
      default -> throw new IllegalArgumentException("no rule " + reference.text("rule"));
    };
  }

  private static QuantileDefinition median(Case reference) {
    return reference.text("median", "").startsWith("lower") ? TYPE1 : TYPE2;
  }

  private void entropies() {
    measure("theil_t", InequalityMetrics.THEIL_T);
    measure("theil_l", InequalityMetrics.THEIL_L);
    measure("j_divergence", InequalityMetrics.J_DIVERGENCE);
    add("generalized_entropy", InequalityCases::entropy);
    add(
        "atkinson",
        c -> InequalityMetrics.atkinsonWithLimit(c.number("epsilon")).measure(c.distribution()));
    add("IN-ATK", InequalityCases::atkinson);
    add("IN-GE", InequalityCases::entropy);
    add("IN-GE0", c -> grouped(c, InequalityMetrics.THEIL_L));
    add("IN-GE1", c -> grouped(c, InequalityMetrics.THEIL_T));
    measure("IN-GE2", InequalityMetrics.generalisedEntropy(2));
    add("kolm", c -> KolmMetrics.kolm(c.number("parameter")).measure(c.distribution()));
  }

  private static Object entropy(Case reference) {
    return InequalityMetrics.generalisedEntropy(reference.number("alpha"))
        .measure(reference.distribution());
  }

  private static Object atkinson(Case reference) {
    return InequalityMetrics.atkinson(reference.number("epsilon"))
        .measure(reference.distribution());
  }

  private void ranks() {
    add(
        "lorenz_ordinates",
        c -> {
          Points curve = InequalityMetrics.LORENZ_CURVE.measure(c.distribution()).get();
          return Arrays.stream(c.numbers("p")).map(curve::at).toArray();
        });
    add("IN-LORENZ", InequalityCases::heightAtEachUnit);
    add("s_gini", c -> RankMetrics.sGini(c.number("nu")).measure(c.distribution()));
    add("IN-SGINI", c -> RankMetrics.sGini(c.number("nu")).measure(c.distribution()));
    measure("bonferroni", RankMetrics.BONFERRONI);
    measure("mehran", RankMetrics.MEHRAN);
    measure("piesch", RankMetrics.PIESCH);
    measure("zenga", RankMetrics.ZENGA_FINITE_POPULATION);
    measure("lorenz_asymmetry", RankMetrics.LORENZ_ASYMMETRY);
    measure("IN-LAC", RankMetrics.LORENZ_ASYMMETRY);
    measure("herfindahl_concentration", ConcentrationMetrics.HERFINDAHL);
    measure("rosenbluth_concentration", ConcentrationMetrics.ROSENBLUTH);
    measure("IN-HHI", ConcentrationMetrics.HERFINDAHL);
    measure("IN-HHI: Rosenbluth", ConcentrationMetrics.ROSENBLUTH);
  }

  /** Units with equal values are one piece of the curve here, and one each in the peers. */
  private static double[] heightAtEachUnit(Case reference) {
    Distribution sorted = reference.distribution().sorted();
    Points curve = InequalityMetrics.LORENZ_CURVE.measure(sorted).get();
    double[] heights = new double[sorted.size() + 1];
    double weight = 0;
    for (int i = 0; i < sorted.size(); i++) {
      weight += sorted.weight(i);
      heights[i + 1] = curve.at(weight / sorted.totalWeight());
    }
    return heights;
  }

  private void shares() {
    measure("palma_ratio", ShareMetrics.PALMA);
    measure("share_ratio_20_20", ShareMetrics.S80_S20);
    measure("quintile_share_ratio_official", ShareMetrics.S80_S20_EUROSTAT);
    measure("qsr_20", ShareMetrics.S80_S20_EUROSTAT);
    measure("IN-S80S20", ShareMetrics.S80_S20);
    measure("IN-SHARE: top decile to rest ratio", ShareMetrics.topToRest(0.1));
  }

  private void groups() {
    add("between_group_variance", c -> GroupMetrics.BETWEEN_GROUP_VARIANCE.measure(groupRisks(c)));
    add("index_of_disparity", c -> GroupMetrics.indexOfDisparity(false).measure(groupRisks(c)));
    add("theil_between_groups", c -> InequalityMetrics.THEIL_T.measure(groupRisks(c)));
    add("mld_between_groups", c -> InequalityMetrics.THEIL_L.measure(groupRisks(c)));
    add(
        "HD-BGV: between-group variance",
        c -> GroupMetrics.BETWEEN_GROUP_VARIANCE.measure(estimates(c)));
    add(
        "HD-BGV: standard error of BGV (Ahn et al. 2018)",
        c -> GroupMetrics.betweenGroupVarianceError(estimates(c), c.numbers("se")));
    add("HD-IDIS", c -> grouped(c, GroupMetrics.indexOfDisparity(isWeighted(c))));
    add("HD-MDM", c -> grouped(c, GroupMetrics.meanDifferenceFromMean(isWeighted(c))));
    add(
        "HD-MDB",
        c -> grouped(c, GroupMetrics.meanDifferenceFromBest(isHigherBetter(c), isWeighted(c))));
    add(
        "HD-MDR",
        c -> {
          int reference = (int) c.number("refIndex");
          String key = estimates(c).units().key(reference);
          return grouped(c, GroupMetrics.meanDifferenceFromReference(key, isWeighted(c)));
        });
  }

  /** The best group of the peer's own example has the highest estimate. */
  private static boolean isHigherBetter(Case reference) {
    return !reference.note().contains("lowest");
  }

  private static boolean isWeighted(Case reference) {
    return reference.text("weighting", "population").equals("population");
  }

  /** The peer's data are groups, with estimates and sizes. */
  private static Object grouped(Case reference, Measure<Distribution, Double> measure) {
    Distribution d = reference.has("est") ? estimates(reference) : reference.distribution();
    return measure.measure(d);
  }

  private static Distribution estimates(Case reference) {
    return Distribution.of(reference.numbers("est"), reference.numbers("pop"));
  }

  /** The risk of each group that has members, weighted by them. */
  private static Distribution groupRisks(Case reference) {
    double[] events = reference.data().numbers("a");
    double[] people = reference.data().numbers("n");
    double[] risks = new double[events.length];
    Arrays.setAll(risks, g -> people[g] > 0 ? events[g] / people[g] : 0);
    return Distribution.of(risks, people);
  }

  private void adequacy() {
    add("fgt", c -> AdequacyMetrics.fgt(c.number("alpha"), target(c)).measure(c.distribution()));
    add("NA-FGT", c -> AdequacyMetrics.fgt(c.number("alpha"), target(c)).measure(c.distribution()));
    add("watts", c -> AdequacyMetrics.watts(target(c)).measure(c.distribution()));
    add("NA-WATTS", c -> AdequacyMetrics.watts(target(c)).measure(c.distribution()));
    add("sen_poverty", c -> AdequacyMetrics.sen(target(c)).measure(c.distribution()));
    add(
        "odden_picus_adequacy",
        c -> AdequacyMetrics.oddenPicus(target(c)).measure(c.distribution()));
    add(
        "dollars_to_target",
        c -> AdequacyMetrics.dollarsToAdequacy(target(c)).measure(c.distribution()));
  }

  private static double target(Case reference) {
    return reference.number(reference.has("target") ? "target" : "z");
  }

  /** The ratio of both years' coefficients of variation among the units that are in both. */
  private static double sigmaConvergence(Case c) {
    Data rows = c.weighed(c.text("column"));
    String[] keys = rows.texts(c.text("key"));
    double[] year = rows.numbers("year");
    List<Set<String>> ofYears = new ArrayList<>();
    for (String name : List.of("year1", "year2")) {
      Set<String> there = new HashSet<>();
      for (int i = 0; i < keys.length; i++) {
        if (year[i] == c.number(name)) {
          there.add(keys[i]);
        }
      }
      ofYears.add(there);
    }
    Set<String> both = ofYears.get(0);
    both.retainAll(ofYears.get(1));
    Metric<Distribution> cv = DispersionMetrics.coefficientOfVariation(N_MINUS_1);
    double[] spread = new double[2];
    for (int y = 0; y < 2; y++) {
      double wanted = c.number("year" + (y + 1));
      Data some = rows.rows(i -> year[i] == wanted && both.contains(keys[i]));
      spread[y] =
          cv.measure(Distribution.of(some.numbers(c.text("column")), c.weights(some))).get();
    }
    return spread[1] / spread[0];
  }

  /** Half of the students at either percentile. */
  private static Object disparity(Case c) {
    return QuantileMetrics.federalRangeRatio(TYPE1)
        .measure(Distribution.of(c.number("p5"), c.number("p95")));
  }
}
