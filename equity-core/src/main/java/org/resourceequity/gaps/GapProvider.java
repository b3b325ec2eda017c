package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class GapProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        GapMetrics.EXPOSURE_GAP,
        GapMetrics.EXPOSURE_RATIO,
        GapMetrics.LOG_RATIO,
        GapMetrics.MAX_MIN_GAP,
        GapMetrics.EXPOSURE,
        GapMetrics.shareAbove(0.2),
        GapMetrics.nestedGap("district"),
        GapMetrics.nestedGap("state", "district"),
        GapMetrics.nestedGapOfTwo("district"),
        EffectSizes.COHEN,
        EffectSizes.HEDGES,
        EffectSizes.HEDGES_APPROXIMATE,
        EffectSizes.GLASS,
        EffectSizes.COMMON_LANGUAGE,
        EffectSizes.V_GAP,
        EffectSizes.KOLMOGOROV_SMIRNOV,
        EffectSizes.WASSERSTEIN,
        EffectSizes.quantileGap(0.1),
        EffectSizes.quantileGap(0.5),
        EffectSizes.quantileGap(0.9),
        EffectSizes.quantileRatio(0.5),
        MeanTests.STANDARD_ERROR,
        MeanTests.DEGREES,
        MeanTests.T,
        MeanTests.P,
        StratifiedGaps.kitagawa("district"),
        StratifiedGaps.kitagawaOverTime("district"),
        StratifiedGaps.standardised("district"),
        StratifiedGaps.byStratum("district"),
        StratifiedGaps.reversal("district"));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    if (id.parameters().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (id.name()) {
          case NestedGap.NAME -> nested(id);
          case ShareAbove.NAME -> GapMetrics.shareAbove(id.number());
          case "quantile-gap" -> EffectSizes.quantileGap(id.number());
          case "quantile-ratio" -> EffectSizes.quantileRatio(id.number());
          case "kitagawa-over-time" -> StratifiedGaps.kitagawaOverTime(id.text(0));
          case "kitagawa" -> StratifiedGaps.kitagawa(id.text(0));
          case "standardised-gap" -> StratifiedGaps.standardised(id.text(0));
          case "gap-by-stratum" -> StratifiedGaps.byStratum(id.text(0));
          case "simpson-reversal" -> StratifiedGaps.reversal(id.text(0));
          default -> null;
        });
  }

  private static Measure<?, ?> nested(MetricId id) {
    List<String> levels = new ArrayList<>(id.parameters());
    boolean twoGroups = levels.remove(NestedGap.TWO_GROUPS);
    return new NestedGap(levels, twoGroups);
  }
}
