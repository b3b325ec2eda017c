package org.resourceequity.segregation;

import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class SegregationProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        SegregationMetrics.DISSIMILARITY,
        SegregationMetrics.THEIL_H,
        SegregationMetrics.MUTUAL_INFORMATION,
        SegregationMetrics.ISOLATION,
        SegregationMetrics.INTERACTION,
        SegregationMetrics.EXPECTED_THEIL_H,
        SegregationMetrics.LOCAL_SCORES,
        SegregationMetrics.nestedM("district"),
        SegregationMetrics.nestedH("district"));
  }

  @Override
  public Optional<Measure<?, ?>> parse(String id) {
    if (id.startsWith(NestedInformation.M_PREFIX)) {
      return Optional.of(
          SegregationMetrics.nestedM(id.substring(NestedInformation.M_PREFIX.length())));
    }
    return id.startsWith(NestedInformation.H_PREFIX)
        ? Optional.of(SegregationMetrics.nestedH(id.substring(NestedInformation.H_PREFIX.length())))
        : Optional.empty();
  }
}
