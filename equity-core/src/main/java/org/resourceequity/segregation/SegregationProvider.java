package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;
import org.resourceequity.metric.Transform;
import org.resourceequity.sample.CrossTab;

/** Lists the measures of this package for the catalog. */
public final class SegregationProvider implements MetricProvider {

  private static final String OLS = "ols";

  @Override
  public List<Measure<?, ?>> measures() {
    List<Measure<?, ?>> all = new ArrayList<>();
    all.addAll(
        List.of(
            SegregationMetrics.DISSIMILARITY,
            SegregationMetrics.THEIL_H,
            SegregationMetrics.MUTUAL_INFORMATION,
            SegregationMetrics.mutualInformation(2),
            SegregationMetrics.ISOLATION,
            SegregationMetrics.INTERACTION,
            SegregationMetrics.EXPECTED_THEIL_H,
            SegregationMetrics.EXPECTED_MUTUAL_INFORMATION,
            SegregationMetrics.MUTUAL_INFORMATION_BIAS,
            SegregationMetrics.LOCAL_SCORES,
            SegregationMetrics.LOCAL_SCORES_OF_H,
            SegregationMetrics.GROUP_SCORES,
            SegregationMetrics.GROUP_SCORES_OF_H,
            SegregationMetrics.nestedM("district"),
            SegregationMetrics.nestedH("district"),
            SegregationMetrics.nestedM("state", "district"),
            SegregationMetrics.nestedH("state", "district"),
            SegregationMetrics.mWithin("district"),
            SegregationMetrics.hWithin("district")));
    all.addAll(
        List.of(
            TwoGroupMetrics.GINI,
            TwoGroupMetrics.THEIL_H,
            TwoGroupMetrics.MUTUAL_INFORMATION,
            TwoGroupMetrics.atkinson(0.5),
            TwoGroupMetrics.HUTCHENS,
            TwoGroupMetrics.EXPECTED_DISSIMILARITY,
            TwoGroupMetrics.EXPECTED_DISSIMILARITY_BINOMIAL,
            TwoGroupMetrics.SYSTEMATIC_DISSIMILARITY,
            TwoGroupMetrics.systematicGini(100, 1),
            TwoGroupMetrics.biasCorrectedDissimilarity(100, 1),
            TwoGroupMetrics.DENSITY_CORRECTED_DISSIMILARITY,
            TwoGroupMetrics.GORARD,
            TwoGroupMetrics.WE_INDEX,
            TwoGroupMetrics.KARMEL_MACLACHLAN,
            TwoGroupMetrics.MIN_MAX,
            TwoGroupMetrics.CONCENTRATION_PROFILE,
            TwoGroupMetrics.SEGREGATION_CURVE,
            TwoGroupMetrics.SEGREGATION_DOMINANCE));
    all.addAll(
        List.of(
            MultigroupMetrics.DISSIMILARITY,
            MultigroupMetrics.GINI,
            MultigroupMetrics.SQUARED_CV,
            MultigroupMetrics.RELATIVE_DIVERSITY,
            MultigroupMetrics.NORMALISED_EXPOSURE,
            MultigroupMetrics.ATKINSON));
    for (OrdinalForm form : OrdinalForm.values()) {
      all.add(MultigroupMetrics.ordinal(form));
      if (form != OrdinalForm.ABSOLUTE_DIFFERENCE) {
        all.add(MultigroupMetrics.rankOrder(form, 2));
        all.add(MultigroupMetrics.rankOrderUnweighted(form, 2));
      }
    }
    all.addAll(
        List.of(
            ExposureMetrics.ISOLATION_EXCLUDE_SELF,
            ExposureMetrics.EXPOSURE_MATRIX,
            ExposureMetrics.CORRELATION_RATIO,
            ExposureMetrics.NORMALISED_EXPOSURE,
            ExposureMetrics.intenseSegregation(0.75),
            ExposureMetrics.intenseSegregation(0.9),
            ExposureMetrics.intenseExposure(0.75),
            ExposureMetrics.intenseExposure(0.9),
            ExposureMetrics.EXPECTED_ISOLATION,
            ExposureMetrics.EXPECTED_INTERACTION,
            ExposureMetrics.EXPECTED_CORRELATION_RATIO));
    all.addAll(
        List.of(
            DiversityMetrics.ENTROPY,
            DiversityMetrics.entropy(2),
            DiversityMetrics.NORMALISED_ENTROPY,
            DiversityMetrics.CONDITIONAL_ENTROPY,
            DiversityMetrics.ENTROPY_OF_UNITS,
            DiversityMetrics.SIMPSON_INTERACTION,
            DiversityMetrics.SIMPSON_INTERACTION_WITHOUT_REPLACEMENT,
            DiversityMetrics.SIMPSON_CONCENTRATION,
            DiversityMetrics.hill(2),
            DiversityMetrics.renyi(2),
            DiversityMetrics.EFFECTIVE_GROUPS,
            DiversityMetrics.EFFECTIVE_COMMUNITIES,
            DiversityMetrics.UNIT_ENTROPY,
            DiversityMetrics.NORMALISED_UNIT_ENTROPY,
            DiversityMetrics.UNIT_SIMPSON_INTERACTION,
            DiversityMetrics.UNIT_SIMPSON_CONCENTRATION,
            DiversityMetrics.unitHill(2),
            DiversityMetrics.unitRenyi(2),
            DiversityMetrics.LOCATION_QUOTIENTS));
    all.addAll(
        List.of(
            SegregationChanges.MUTUAL_INFORMATION,
            SegregationChanges.MUTUAL_INFORMATION.withThreeFactors(),
            SegregationChanges.THEIL_H,
            SegregationChanges.KARMEL_MACLACHLAN,
            SegregationChanges.MORA_RUIZ_CASTILLO));
    for (Counterfactual counterfactual : Counterfactual.values()) {
      all.add(SegregationChanges.counterfactual(counterfactual, SegregationMetrics.DISSIMILARITY));
    }
    return List.copyOf(all);
  }

  @Override
  public List<Transform> transforms() {
    return List.of(
        new Transform(
            "",
            CrossTab.class,
            "pool",
            "the units of a part become one unit: schools become districts",
            ""),
        new Transform(
            "", CrossTab.class, "add", "counts of two tables are added: grades become schools", ""),
        new Transform(
            "CH-IPF",
            ProportionalFitting.class,
            "fit",
            "a table gets the sums of another and keeps its odds ratios",
            "Deming, W. E. and Stephan, F. F. (1940), On a least squares adjustment of a sampled"
                + " frequency table when the expected marginal totals are known,"
                + " doi:10.1214/aoms/1177731829"),
        new Transform(
            "SM-COMP",
            Compression.class,
            "of",
            "units of nearly the same mix are merged, as long as a share of M is kept",
            "Elbers, B., segregation: entropy-based segregation indices, R package, compress"));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    if (id.parameters().isEmpty()) {
      return Optional.empty();
    }
    for (OrdinalForm form : OrdinalForm.values()) {
      if (id.name().equals(RankOrderSegregation.PREFIX + form.id())) {
        return Optional.of(rankOrder(form, id));
      }
    }
    for (Counterfactual counterfactual : Counterfactual.values()) {
      if (id.name().equals(CounterfactualChange.PREFIX + counterfactual.id())) {
        return index(id).map(index -> SegregationChanges.counterfactual(counterfactual, index));
      }
    }
    return Optional.ofNullable(
        switch (id.name()) {
          case MutualInformation.NAME -> SegregationMetrics.mutualInformation(id.number());
          case NestedInformation.M -> new NestedInformation(id.parameters(), false);
          case NestedInformation.H -> new NestedInformation(id.parameters(), true);
          case WithinParents.M -> SegregationMetrics.mWithin(id.atMost(1).text(0));
          case WithinParents.H -> SegregationMetrics.hWithin(id.atMost(1).text(0));
          case TwoGroupMetrics.ATKINSON -> TwoGroupMetrics.atkinson(id.number());
          case BiasCorrectedDissimilarity.NAME ->
              TwoGroupMetrics.biasCorrectedDissimilarity(id.atMost(2).whole(0), id.whole(1));
          case SystematicGini.NAME ->
              TwoGroupMetrics.systematicGini(id.atMost(2).whole(0), id.whole(1));
          case ExposureMetrics.SEGREGATION -> ExposureMetrics.intenseSegregation(id.number());
          case ExposureMetrics.EXPOSURE -> ExposureMetrics.intenseExposure(id.number());
          case DiversityMetrics.ENTROPY_NAME -> DiversityMetrics.entropy(id.number());
          case DiversityMetrics.HILL -> DiversityMetrics.hill(id.number());
          case DiversityMetrics.RENYI -> DiversityMetrics.renyi(id.number());
          case DiversityMetrics.UNIT_HILL -> DiversityMetrics.unitHill(id.number());
          case DiversityMetrics.UNIT_RENYI -> DiversityMetrics.unitRenyi(id.number());
          case InformationChange.M -> change(SegregationChanges.MUTUAL_INFORMATION, id);
          case InformationChange.H -> change(SegregationChanges.THEIL_H, id);
          default -> null;
        });
  }

  /** The parameters are the name of the index and those of the index itself. */
  @SuppressWarnings("unchecked") // MetricInfo.sample() says which kind it takes.
  private Optional<Metric<CrossTab>> index(MetricId id) {
    List<String> parts = id.parameters();
    String parameters = String.join(",", parts.subList(1, parts.size()));
    String index = parameters.isEmpty() ? parts.get(0) : parts.get(0) + ":" + parameters;
    return measures().stream()
        .filter(measure -> measure.info().id().equals(index))
        .findFirst()
        .or(() -> parse(index))
        .filter(measure -> measure instanceof Metric)
        .map(measure -> (Metric<CrossTab>) measure);
  }

  private static Measure<?, ?> rankOrder(OrdinalForm form, MetricId id) {
    if (id.atMost(2).parameters().size() == 1) {
      return MultigroupMetrics.rankOrder(form, id.whole(0));
    }
    if (!id.text(1).equals(OLS)) {
      throw new IllegalArgumentException(
          "\"" + id.text() + "\" has the option \"" + id.text(1) + "\", expected \"" + OLS + "\"");
    }
    return MultigroupMetrics.rankOrderUnweighted(form, id.whole(0));
  }

  private static Measure<?, ?> change(InformationChange plain, MetricId id) {
    InformationChange change = plain;
    for (String option : id.parameters()) {
      if (option.equals(InformationChange.THREE_FACTORS)) {
        change = change.withThreeFactors();
      } else if (option.startsWith(InformationChange.FILL)) {
        String share = option.substring(InformationChange.FILL.length());
        change = change.withFill(MetricId.of(id.name() + ":" + share).number());
      } else {
        throw new IllegalArgumentException(
            "\""
                + id.text()
                + "\" has the option \""
                + option
                + "\", expected \""
                + InformationChange.THREE_FACTORS
                + "\" or \""
                + InformationChange.FILL
                + "1e-10\"");
      }
    }
    return change;
  }
}
