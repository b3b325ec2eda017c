package org.resourceequity.inequality;

import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE2;

import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;
import org.resourceequity.metric.Transform;
import org.resourceequity.sample.QuantileDefinition;

/** Lists the measures of this package for the catalog. */
public final class InequalityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        InequalityMetrics.GINI,
        DispersionMetrics.gini(Denominator.N_MINUS_1),
        DispersionMetrics.gini(Denominator.RELIABILITY),
        InequalityMetrics.CV,
        DispersionMetrics.coefficientOfVariation(Denominator.N_MINUS_1),
        DispersionMetrics.coefficientOfVariation(Denominator.RELIABILITY),
        DispersionMetrics.variance(Denominator.POPULATION),
        DispersionMetrics.variance(Denominator.N_MINUS_1),
        DispersionMetrics.variance(Denominator.RELIABILITY),
        DispersionMetrics.standardDeviation(Denominator.POPULATION),
        DispersionMetrics.standardDeviation(Denominator.N_MINUS_1),
        DispersionMetrics.standardDeviation(Denominator.RELIABILITY),
        DispersionMetrics.SD_OF_LOGS,
        DispersionMetrics.SIGMA_CONVERGENCE,
        DispersionMetrics.SIGMA_CONVERGENCE_OF_CV,
        DispersionMetrics.RELATIVE_MEAN_DEVIATION,
        InequalityMetrics.HOOVER,
        ClassSizes.OF_SECTIONS,
        ClassSizes.MET_BY_STUDENTS,
        StaffingMetrics.STUDENTS_PER_STAFF,
        StaffingMetrics.STAFF_PER_100,
        StaffingMetrics.WITHOUT_STAFF,
        StaffingMetrics.within(250),
        StaffingMetrics.overcrowding(0),
        StaffingMetrics.overcrowding(1),
        InequalityMetrics.THEIL_T,
        InequalityMetrics.THEIL_L,
        InequalityMetrics.J_DIVERGENCE,
        InequalityMetrics.generalisedEntropy(-1),
        InequalityMetrics.generalisedEntropy(0.5),
        InequalityMetrics.generalisedEntropy(2),
        InequalityMetrics.atkinson(0.5),
        InequalityMetrics.atkinson(1),
        InequalityMetrics.atkinson(2),
        InequalityMetrics.atkinsonWithLimit(1),
        InequalityMetrics.atkinsonEquivalent(0.5),
        InequalityMetrics.LORENZ_CURVE,
        InequalityMetrics.GENERALISED_LORENZ_CURVE,
        InequalityMetrics.LORENZ_DOMINANCE,
        InequalityMetrics.PEN_PARADE,
        InequalityMetrics.PEN_PARADE_RELATIVE,
        InequalityMetrics.AMATO,
        InequalityMetrics.AMATO_STANDARDISED,
        QuantileMetrics.percentile(0.5, TYPE2),
        QuantileMetrics.percentile(0.1, TYPE1),
        QuantileMetrics.percentile(0.9, TYPE1),
        QuantileMetrics.percentile(0.9, QuantileDefinition.TYPE7),
        QuantileMetrics.percentile(0.9, QuantileDefinition.I_OVER_N),
        QuantileMetrics.percentile(0.9, QuantileDefinition.HARRELL_DAVIS),
        QuantileMetrics.percentileRatio(0.9, 0.1, TYPE1),
        QuantileMetrics.percentileRatio(0.9, 0.5, TYPE1),
        QuantileMetrics.percentileRatio(0.1, 0.5, TYPE1),
        QuantileMetrics.percentileRatio(0.75, 0.25, TYPE1),
        QuantileMetrics.restrictedRange(TYPE1),
        QuantileMetrics.federalRangeRatio(TYPE1),
        QuantileMetrics.federalRangeRatio(QuantileDefinition.I_OVER_N),
        QuantileMetrics.restrictedRangeRatio(TYPE1),
        QuantileMetrics.interquartileRange(TYPE1),
        QuantileMetrics.quartileDispersion(TYPE1),
        QuantileMetrics.RANGE,
        QuantileMetrics.EXTREMES,
        QuantileMetrics.MAD,
        QuantileMetrics.NORMAL_MAD,
        QuantileMetrics.MEAN_DISTANCE_FROM_MEDIAN,
        QuantileMetrics.LOG_MAD,
        InequalityMetrics.MCLOONE,
        MedianMetrics.mcloone(HalfRule.SPLIT, TYPE1),
        InequalityMetrics.MCLOONE_INCLUDE_TIES,
        MedianMetrics.mcloone(HalfRule.EXCLUDE_TIES, TYPE2),
        MedianMetrics.mcloone(HalfRule.POSITIONAL, TYPE2),
        MedianMetrics.verstegen(HalfRule.SPLIT, TYPE2),
        MedianMetrics.verstegen(HalfRule.SPLIT, TYPE1),
        MedianMetrics.verstegen(HalfRule.INCLUDE_TIES, TYPE2),
        MedianMetrics.verstegen(HalfRule.EXCLUDE_TIES, TYPE2),
        MedianMetrics.verstegen(HalfRule.POSITIONAL, TYPE2),
        MedianMetrics.medianGap(TYPE2),
        ShareMetrics.bottomShare(0.4),
        ShareMetrics.topShare(0.1),
        ShareMetrics.PALMA,
        ShareMetrics.S80_S20,
        ShareMetrics.S80_S20_EUROSTAT,
        ShareMetrics.shareRatio(0.1, 0.4),
        ShareMetrics.topToRest(0.1),
        RankMetrics.sGini(1.5),
        RankMetrics.sGini(3),
        RankMetrics.BONFERRONI,
        RankMetrics.BONFERRONI_DISCRETE,
        RankMetrics.MEHRAN,
        RankMetrics.PIESCH,
        RankMetrics.ZENGA,
        RankMetrics.ZENGA_FINITE_POPULATION,
        RankMetrics.LORENZ_ASYMMETRY,
        KolmMetrics.kolm(0.0001),
        KolmMetrics.kolmPollak(0.0001, false),
        KolmMetrics.kolmPollak(0.0001, true),
        PolarisationMetrics.WOLFSON,
        PolarisationMetrics.estebanRay(1.3, false),
        PolarisationMetrics.estebanRay(1.3, true),
        ConcentrationMetrics.HERFINDAHL,
        ConcentrationMetrics.HERFINDAHL_NORMALISED,
        ConcentrationMetrics.ROSENBLUTH,
        ConcentrationMetrics.hannahKay(0.5),
        GroupMetrics.BETWEEN_GROUP_VARIANCE,
        GroupMetrics.BETWEEN_GROUP_SD,
        GroupMetrics.BETWEEN_GROUP_CV,
        GroupMetrics.MAX_MIN_DIFFERENCE,
        GroupMetrics.MAX_MIN_RATIO,
        GroupMetrics.meanDifferenceFromMean(true),
        GroupMetrics.meanDifferenceFromMean(false),
        GroupMetrics.meanDifferenceFromBest(true, true),
        GroupMetrics.meanDifferenceFromBest(false, false),
        GroupMetrics.meanDifferenceFromReference("white", true),
        GroupMetrics.indexOfDisparity(true),
        GroupMetrics.indexOfDisparity(false),
        AdequacyMetrics.fgt(0, 10_000),
        AdequacyMetrics.fgt(1, 10_000),
        AdequacyMetrics.fgt(2, 10_000),
        AdequacyMetrics.watts(10_000),
        AdequacyMetrics.chakravarty(0.5, 10_000),
        AdequacyMetrics.clarkHemmingUlph(0.5, 10_000),
        AdequacyMetrics.clarkHemmingUlph(0, 10_000),
        AdequacyMetrics.clarkHemmingUlph(-1, 10_000),
        AdequacyMetrics.sen(10_000),
        AdequacyMetrics.senShorrocksThon(10_000),
        AdequacyMetrics.oddenPicus(10_000),
        AdequacyMetrics.adequacyRatio(10_000),
        AdequacyMetrics.shareAtTarget(10_000),
        AdequacyMetrics.dollarsToAdequacy(10_000),
        AdequacyMetrics.dollarsToAdequacyPerStudent(10_000),
        RelativeMetrics.target(0.6, 0.5),
        RelativeMetrics.fgt(0, 0.6, 0.5),
        RelativeMetrics.fgt(1, 0.6, 0.5),
        RelativeMetrics.medianBelow(0.9, 0.5),
        RelativeMetrics.medianGap(0.9, 0.5),
        RichnessMetrics.above(Surplus.CHAKRAVARTY, 0.3, 10_000),
        RichnessMetrics.above(Surplus.CONCAVE, 0.5, 10_000),
        RichnessMetrics.above(Surplus.CONVEX, 2, 10_000),
        RichnessMetrics.aboveRelative(Surplus.CONCAVE, 0, 2, 0.5),
        RichnessMetrics.aboveRelative(Surplus.CONVEX, 2, 1.1, 0.5));
  }

  @Override
  public List<Transform> transforms() {
    return List.of(
        new Transform(
            "NA-FGT",
            JointShortfall.class,
            "scores",
            "how much each unit is short of several resources; the mean is the adjusted headcount",
            "Alkire, S. and Foster, J. (2011), Counting and multidimensional poverty measurement,"
                + " doi:10.1016/j.jpubeco.2010.11.006"),
        new Transform(
            "NA-FGT",
            JointShortfall.class,
            "combinedGaps",
            "the gaps of each unit to several targets as one, which stand in for each other or not",
            "Bourguignon, F. and Chakravarty, S. R. (2003), The measurement of multidimensional"
                + " poverty, doi:10.1023/A:1023913831342"));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    return Optional.ofNullable(
        switch (id.name()) {
          case "share-within-ratio" -> StaffingMetrics.within(id.number());
          case "overcrowding" -> StaffingMetrics.overcrowding(id.number());
          case "gini" -> DispersionMetrics.gini(denominator(id));
          case "cv" -> DispersionMetrics.coefficientOfVariation(denominator(id));
          case "variance" -> DispersionMetrics.variance(denominator(id));
          case "standard-deviation" -> DispersionMetrics.standardDeviation(denominator(id));
          case "generalised-entropy" -> InequalityMetrics.generalisedEntropy(id.number());
          case "atkinson" -> atkinson(id);
          case "atkinson-equivalent" -> InequalityMetrics.atkinsonEquivalent(id.number());
          case "percentile" -> QuantileMetrics.percentile(id.number(0), definition(id, 1));
          case "percentile-ratio" ->
              QuantileMetrics.percentileRatio(id.number(0), id.number(1), definition(id, 2));
          case "restricted-range" -> QuantileMetrics.restrictedRange(definition(id, 0));
          case "federal-range-ratio" -> QuantileMetrics.federalRangeRatio(definition(id, 0));
          case "restricted-range-ratio" -> QuantileMetrics.restrictedRangeRatio(definition(id, 0));
          case "interquartile-range" -> QuantileMetrics.interquartileRange(definition(id, 0));
          case "quartile-dispersion" -> QuantileMetrics.quartileDispersion(definition(id, 0));
          case "mcloone" -> MedianMetrics.mcloone(rule(id), median(id));
          case "verstegen" -> MedianMetrics.verstegen(rule(id), median(id));
          case "median-gap" -> MedianMetrics.medianGap(median(id));
          case "bottom-share" -> ShareMetrics.bottomShare(id.number());
          case "top-share" -> ShareMetrics.topShare(id.number());
          case "share-ratio" -> ShareMetrics.shareRatio(id.atMost(2).number(0), id.number(1));
          case "top-to-rest" -> ShareMetrics.topToRest(id.number());
          case "s-gini" -> RankMetrics.sGini(id.number());
          case "kolm" -> KolmMetrics.kolm(id.number());
          case "kolm-pollak" -> KolmMetrics.kolmPollak(id.number(0), option(id, 1, "burden"));
          case "esteban-ray" ->
              PolarisationMetrics.estebanRay(id.number(0), option(id, 1, "relative"));
          case "hannah-kay" -> ConcentrationMetrics.hannahKay(id.number());
          case "mean-difference-from-mean" ->
              GroupMetrics.meanDifferenceFromMean(!option(id, 0, "unweighted"));
          case "mean-difference-from-best" ->
              GroupMetrics.meanDifferenceFromBest(isHighest(id), !option(id, 1, "unweighted"));
          case "mean-difference-from-reference" ->
              GroupMetrics.meanDifferenceFromReference(id.text(0), !option(id, 1, "unweighted"));
          case "index-of-disparity" -> GroupMetrics.indexOfDisparity(!option(id, 0, "unweighted"));
          case "fgt" -> AdequacyMetrics.fgt(id.atMost(2).number(0), id.number(1));
          case "relative-target" -> RelativeMetrics.target(id.atMost(2).number(0), id.number(1));
          case "relative-fgt" ->
              RelativeMetrics.fgt(id.atMost(3).number(0), id.number(1), id.number(2));
          case "relative-median-below" ->
              RelativeMetrics.medianBelow(id.atMost(2).number(0), id.number(1));
          case "relative-median-gap" ->
              RelativeMetrics.medianGap(id.atMost(2).number(0), id.number(1));
          case "richness" ->
              RichnessMetrics.above(Surplus.of(id.atMost(3).text(0)), id.number(1), id.number(2));
          case "relative-richness" ->
              RichnessMetrics.aboveRelative(
                  Surplus.of(id.atMost(4).text(0)), id.number(1), id.number(2), id.number(3));
          case "watts" -> AdequacyMetrics.watts(id.number());
          case "chakravarty" -> AdequacyMetrics.chakravarty(id.atMost(2).number(0), id.number(1));
          case "clark-hemming-ulph" ->
              AdequacyMetrics.clarkHemmingUlph(id.atMost(2).number(0), id.number(1));
          case "sen" -> AdequacyMetrics.sen(id.number());
          case "sen-shorrocks-thon" -> AdequacyMetrics.senShorrocksThon(id.number());
          case "odden-picus" -> AdequacyMetrics.oddenPicus(id.number());
          case "adequacy-ratio" -> AdequacyMetrics.adequacyRatio(id.number());
          case "share-at-target" -> AdequacyMetrics.shareAtTarget(id.number());
          case "dollars-to-adequacy" ->
              option(id, 1, "per-student")
                  ? AdequacyMetrics.dollarsToAdequacyPerStudent(id.number(0))
                  : AdequacyMetrics.dollarsToAdequacy(id.number(0));
          default -> null;
        });
  }

  private static Denominator denominator(MetricId id) {
    return id.parameters().isEmpty()
        ? Denominator.POPULATION
        : Denominator.of(id.atMost(1).text(0));
  }

  private static Measure<?, ?> atkinson(MetricId id) {
    return option(id, 1, "limit")
        ? InequalityMetrics.atkinsonWithLimit(id.number(0))
        : InequalityMetrics.atkinson(id.number(0));
  }

  /** Returns the definition at a place, the default where the id ends before it. */
  private static QuantileDefinition definition(MetricId id, int place) {
    id.atMost(place + 1);
    return place < id.parameters().size() ? QuantileDefinition.of(id.text(place)) : TYPE1;
  }

  private static boolean isHighest(MetricId id) {
    return switch (id.text(0)) {
      case "highest" -> true;
      case "lowest" -> false;
      default -> throw unknown(id, "highest or lowest");
    };
  }

  private static HalfRule rule(MetricId id) {
    String first = id.parameters().isEmpty() ? "" : id.text(0);
    for (HalfRule rule : HalfRule.values()) {
      if (rule.id().equals(first)) {
        return rule;
      }
    }
    median(id);
    return HalfRule.SPLIT;
  }

  private static QuantileDefinition median(MetricId id) {
    List<String> options = id.atMost(2).parameters();
    String last = options.isEmpty() ? "" : options.get(options.size() - 1);
    boolean isRule = List.of(HalfRule.values()).stream().anyMatch(rule -> rule.id().equals(last));
    if (!isRule && !last.equals("lower-median")) {
      throw unknown(id, "include-ties, exclude-ties, positional or lower-median");
    }
    return isRule ? TYPE2 : TYPE1;
  }

  /** Returns whether the id has an option at a place; nothing else may stand there. */
  private static boolean option(MetricId id, int place, String option) {
    if (id.atMost(place + 1).parameters().size() <= place) {
      return false;
    }
    if (!id.text(place).equals(option)) {
      throw unknown(id, option);
    }
    return true;
  }

  private static IllegalArgumentException unknown(MetricId id, String expected) {
    return new IllegalArgumentException(
        "\"" + id.text() + "\" has an unknown option, expected " + expected);
  }
}
