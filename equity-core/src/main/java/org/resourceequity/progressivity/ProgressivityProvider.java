package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;
import org.resourceequity.metric.Transform;
import org.resourceequity.progressivity.FundingMetrics.Counting;
import org.resourceequity.progressivity.FundingMetrics.Form;

/** Lists the measures of this package for the catalog. */
public final class ProgressivityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    List<Measure<?, ?>> measures = new ArrayList<>();
    measures.addAll(need());
    measures.addAll(wealth());
    measures.addAll(concentration());
    measures.addAll(adequacy());
    return List.copyOf(measures);
  }

  private static List<Measure<?, ?>> need() {
    NeedGroups quartiles = new NeedGroups.EqualStudents(4);
    return List.of(
        ProgressivityMetrics.NEED_SLOPE,
        ProgressivityMetrics.PROGRESSIVITY_GAP,
        ProgressivityMetrics.PROGRESSIVITY_RATIO,
        ProgressivityMetrics.NEED_CORRELATION,
        ProgressivityMetrics.NEED_SPEARMAN,
        ProgressivityMetrics.NEED_KENDALL,
        ProgressivityMetrics.NEED_ELASTICITY,
        ProgressivityMetrics.NEED_ELASTICITY_OF_LOGS,
        ProgressivityMetrics.KAKWANI,
        ProgressivityMetrics.RE_RANKING,
        ProgressivityMetrics.SUITS,
        FundingMetrics.predictedRatio(0.1, 0, Controls.none()),
        FundingMetrics.predictedRatio(0.2, 0, Controls.none()),
        FundingMetrics.predictedRatio(0.3, 0, Controls.none()),
        FundingMetrics.predictedRatio(0.3, 0.05, Controls.none()),
        FundingMetrics.impliedWeight(Form.MULTIPLE, Counting.STUDENTS),
        FundingMetrics.impliedWeight(Form.EXTRA, Counting.STUDENTS),
        FundingMetrics.groupDifference(quartiles),
        FundingMetrics.groupRatio(quartiles),
        FundingMetrics.groupRelativeGap(quartiles),
        FundingMetrics.residualVariation(Controls.none()),
        MobilityMetrics.RANK_SLOPE,
        MobilityMetrics.shorrocks(5),
        new SalaryGap("district"),
        OaxacaBlinder.of(OaxacaBlinder.Reference.POOLED, Controls.of("need")));
  }

  private static List<Measure<?, ?>> wealth() {
    return List.of(
        NeutralityMetrics.WEALTH_SLOPE,
        NeutralityMetrics.WEALTH_ELASTICITY,
        NeutralityMetrics.WEALTH_ELASTICITY_OF_LOGS,
        NeutralityMetrics.WEALTH_CORRELATION,
        NeutralityMetrics.WEALTH_SPEARMAN,
        NeutralityMetrics.WEALTH_KENDALL,
        NeutralityMetrics.WEALTH_CONCENTRATION,
        NeutralityMetrics.rSquared(1),
        NeutralityMetrics.YIELD_VARIATION,
        NeutralityMetrics.YIELD_CORRELATION);
  }

  private static List<Measure<?, ?>> concentration() {
    return List.of(
        ConcentrationMetrics.CONCENTRATION_CURVE,
        ConcentrationMetrics.CONCENTRATION_INDEX,
        ConcentrationMetrics.GENERALISED,
        ConcentrationMetrics.ABSOLUTE,
        ConcentrationMetrics.erreygers(0, 1),
        ConcentrationMetrics.wagstaff(0, 1),
        ConcentrationMetrics.extended(3),
        ConcentrationMetrics.symmetric(3),
        ConcentrationMetrics.SLOPE_INDEX,
        ConcentrationMetrics.RELATIVE_INDEX,
        ConcentrationMetrics.slopeIndex(0, 1),
        ConcentrationMetrics.relativeIndex(0, 1),
        ConcentrationMetrics.CONCENTRATION_DOMINANCE,
        ConcentrationDecomposition.byDeterminant(List.of("need")));
  }

  private static List<Measure<?, ?>> adequacy() {
    return List.of(
        AdequacyMetrics.shortfall(0),
        AdequacyMetrics.shortfall(1),
        AdequacyMetrics.shortfall(2),
        AdequacyMetrics.WATTS,
        AdequacyMetrics.ADEQUACY,
        AdequacyMetrics.SHARE,
        AdequacyMetrics.GAP,
        AdequacyMetrics.GAP_PER_STUDENT,
        AdequacyMetrics.RATIO,
        AdequacyMetrics.RATIOS,
        AdequacyMetrics.FAIR_SHARE,
        AdequacyMetrics.NEED_INDEX,
        AdequacyMetrics.nearFairShare(0.1));
  }

  @Override
  public List<Transform> transforms() {
    String weighted =
        "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance; 34 CFR"
            + " 222.162(c)";
    String costs = "National Center for Education Statistics, Comparable Wage Index for Teachers";
    return List.of(
        new Transform(
            "NA-WPU",
            WeightSet.class,
            "weightedStudents",
            "students plus what their needs add in a funding formula",
            weighted),
        new Transform(
            "VE-WGT",
            WeightSet.class,
            "perWeightedStudent",
            "dollars per weighted student, which any index of inequality takes",
            weighted),
        new Transform(
            "NA-COST",
            CostAdjustment.class,
            "normalised",
            "dollars over an index of the costs of places, whose mean is made 1",
            costs),
        new Transform(
            "NA-COST",
            CostAdjustment.class,
            "deflated",
            "dollars over an index as it is, such as one of consumer prices",
            costs),
        new Transform(
            "FN-BORDER",
            NeighbourGaps.class,
            "of",
            "gaps between neighbours, from a list of borders",
            NeighbourGaps.REFERENCE),
        new Transform(
            "CH-BETA",
            ConvergenceMetrics.class,
            "paired",
            "the later value of each unit by its earlier one",
            ""),
        new Transform(
            "GP-RIF",
            RecentredInfluence.class,
            "of",
            "each unit's recentred influence on an index, for a regression on covariates",
            RecentredInfluence.REFERENCE));
  }

  /** Reads the ids of all measures here that have parameters. */
  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    return Optional.ofNullable(
        switch (id.name()) {
          case "predicted-ratio" ->
              FundingMetrics.predictedRatio(
                  id.number(0), id.number(1), Controls.parse(from(id, 2)));
          case "implied-need-weight" ->
              FundingMetrics.impliedWeight(
                  option(Form.class, id.atMost(2), 0), option(Counting.class, id, 1));
          case "statutory-ratio" -> FundingMetrics.statutoryRatio(id.number());
          case "need-group-difference" -> FundingMetrics.groupDifference(groups(id));
          case "need-group-ratio" -> FundingMetrics.groupRatio(groups(id));
          case "need-group-relative-gap" -> FundingMetrics.groupRelativeGap(groups(id));
          case "residual-variation" ->
              FundingMetrics.residualVariation(Controls.parse(id.parameters()));
          case "wealth-r-squared" ->
              id.parameters().size() == 2 && id.text(1).equals("adjusted")
                  ? NeutralityMetrics.adjustedRSquared(id.whole(0))
                  : NeutralityMetrics.rSquared(id.atMost(1).whole(0));
          case "erreygers" -> ConcentrationMetrics.erreygers(id.atMost(2).number(0), id.number(1));
          case "wagstaff" -> ConcentrationMetrics.wagstaff(id.atMost(2).number(0), id.number(1));
          case "extended-concentration" -> ConcentrationMetrics.extended(id.number());
          case "symmetric-concentration" -> ConcentrationMetrics.symmetric(id.number());
          case "sii" -> ConcentrationMetrics.slopeIndex(logit(id).number(1), id.number(2));
          case "rii" -> ConcentrationMetrics.relativeIndex(logit(id).number(1), id.number(2));
          case "concentration-by-determinant" ->
              ConcentrationDecomposition.byDeterminant(id.parameters());
          case "concentration-by-source" -> ConcentrationDecomposition.bySource(id.parameters());
          case HorizontalInequity.NAME -> HorizontalInequity.parse(id);
          case OaxacaBlinder.NAME -> OaxacaBlinder.parse(id);
          case "beta-convergence" -> ConvergenceMetrics.beta(id.number());
          case "convergence-speed" -> ConvergenceMetrics.speed(id.number());
          case "convergence-half-life" -> ConvergenceMetrics.halfLife(id.number());
          case MobilityMetrics.SHORROCKS -> MobilityMetrics.shorrocks((int) id.number());
          case SalaryGap.NAME -> new SalaryGap(id.text(0));
          case "target-shortfall" -> AdequacyMetrics.shortfall(id.number());
          case "near-fair-share" -> AdequacyMetrics.nearFairShare(id.number());
          case "weighted-student-index" -> AdequacyMetrics.weightedStudentIndex(spending(id));
          case "fiscal-effort" -> AdequacyMetrics.effort(id.atMost(1).text(0));
          default -> null;
        });
  }

  private static MetricId logit(MetricId id) {
    if (!id.atMost(3).text(0).equals("logit")) {
      throw new IllegalArgumentException(
          "\"" + id.text() + "\" is unknown, expected bounds as in " + id.name() + ":logit,0,1");
    }
    return id;
  }

  private static List<String> from(MetricId id, int first) {
    return id.parameters().subList(first, id.parameters().size());
  }

  private static NeedGroups groups(MetricId id) {
    return NeedGroups.parse(String.join(",", id.parameters()));
  }

  private static <E extends Enum<E>> E option(Class<E> kind, MetricId id, int place) {
    for (E option : kind.getEnumConstants()) {
      if (option.name().toLowerCase(Locale.ROOT).equals(id.text(place))) {
        return option;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + id.text()
            + "\" has \""
            + id.text(place)
            + "\", expected one of "
            + List.of(kind.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Double> spending(MetricId id) {
    Map<String, Double> spending = new TreeMap<>();
    for (String part : id.parameters()) {
      MetricId amount = MetricId.of(part.replace('=', ':'));
      spending.put(amount.name(), amount.number());
    }
    return spending;
  }
}
