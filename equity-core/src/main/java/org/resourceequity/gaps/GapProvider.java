package org.resourceequity.gaps;

import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class GapProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        GapMetrics.EXPOSURE_GAP,
        GapMetrics.EXPOSURE_RATIO,
        GapMetrics.MAX_MIN_GAP,
        GapMetrics.EXPOSURE,
        GapMetrics.nestedGap("district"));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String id) {
    return id.startsWith(NestedGap.PREFIX)
        ? Optional.of(GapMetrics.nestedGap(id.substring(NestedGap.PREFIX.length())))
        : Optional.empty();
  }
}
