package org.resourceequity.progressivity;

import java.util.List;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class ProgressivityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        ProgressivityMetrics.NEED_SLOPE,
        ProgressivityMetrics.PROGRESSIVITY_GAP,
        ProgressivityMetrics.PROGRESSIVITY_RATIO,
        ProgressivityMetrics.CONCENTRATION_INDEX);
  }
}
