package org.resourceequity.disproportionality;

import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class DisproportionalityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        DisproportionalityMetrics.RISK_RATIO,
        DisproportionalityMetrics.RISK_DIFFERENCE,
        DisproportionalityMetrics.COMPOSITION_INDEX,
        DisproportionalityMetrics.RISKS,
        DisproportionalityMetrics.WEIGHTED_RISK_RATIO,
        DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK,
        DisproportionalityMetrics.riskRatio(10, 30),
        RatioMetrics.RISK_RATIO_SMALL_SAMPLE,
        RatioMetrics.ODDS_RATIO,
        RatioMetrics.ODDS_RATIO_HALDANE,
        RatioMetrics.IMPACT_RATIO,
        RatioMetrics.IMPACT_RATIO_TO_BEST,
        RatioMetrics.ADVERSE_IMPACT_RATIO,
        RatioMetrics.ADJUSTED_PARITY,
        RatioMetrics.EXCESS,
        RatioMetrics.ATTRIBUTABLE_RISK,
        RatioMetrics.ATTRIBUTABLE_RISK_ADVERSE,
        RatioMetrics.ATTRIBUTABLE_FRACTION,
        RatioMetrics.ATTRIBUTABLE_FRACTION_ADVERSE,
        RatioMetrics.E_FORMULA,
        RatioMetrics.E_FORMULA_LOWER,
        CompositionMetrics.EVENT_SHARE,
        CompositionMetrics.POPULATION_SHARE,
        CompositionMetrics.DIFFERENCE,
        CompositionMetrics.RELATIVE_DIFFERENCE,
        CompositionMetrics.LOOSEMORE_HANBY,
        CompositionMetrics.GALLAGHER,
        RiskTests.Z,
        RiskTests.CHI_SQUARED,
        RiskTests.CHI_SQUARED_CORRECTED,
        RiskTests.FISHER_P,
        RiskTests.MID_P,
        RiskTests.CHI_SQUARED_OF_GROUPS,
        RiskTests.CRAMERS_V,
        AccessMetrics.AVAILABILITY,
        AccessMetrics.ACCESS,
        AccessMetrics.UPTAKE,
        AccessMetrics.PARTICIPATION,
        AccessMetrics.OFFER_AND_UPTAKE,
        AccessMetrics.MISSING_SEATS,
        ParityMetrics.REPRESENTATION,
        ParityMetrics.SAME_GROUP_EXPOSURE,
        ParityMetrics.SAME_GROUP_PRESENCE,
        SmallNumbers.cells(10),
        SmallNumbers.groups(30),
        EmpiricalBayes.MEAN,
        EmpiricalBayes.quantile(0.05),
        EmpiricalBayes.quantile(0.95));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    return Optional.ofNullable(
        switch (id.name()) {
          case "small-cell" -> SmallNumbers.cells(id.number());
          case "small-group" -> SmallNumbers.groups(id.number());
          case "risk-ratio" -> DisproportionalityMetrics.riskRatio(id.number(0), id.number(1));
          case EmpiricalBayes.NAME -> EmpiricalBayes.quantile(id.number());
          default -> null;
        });
  }
}
