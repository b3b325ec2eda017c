package org.resourceequity.disproportionality;

import java.util.List;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class DisproportionalityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        DisproportionalityMetrics.RISK_RATIO,
        DisproportionalityMetrics.RISK_DIFFERENCE,
        DisproportionalityMetrics.COMPOSITION_INDEX,
        DisproportionalityMetrics.RISKS);
  }
}
