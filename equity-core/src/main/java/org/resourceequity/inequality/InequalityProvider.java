package org.resourceequity.inequality;

import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Lists the measures of this package for the catalog. */
public final class InequalityProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(
        InequalityMetrics.GINI,
        InequalityMetrics.CV,
        InequalityMetrics.THEIL_T,
        InequalityMetrics.HOOVER,
        InequalityMetrics.MCLOONE,
        InequalityMetrics.MCLOONE_INCLUDE_TIES,
        InequalityMetrics.atkinson(0.5),
        InequalityMetrics.atkinson(1),
        InequalityMetrics.LORENZ_CURVE,
        InequalityMetrics.LORENZ_DOMINANCE);
  }

  @Override
  public Optional<Measure<?, ?>> parse(String id) {
    if (!id.startsWith(Atkinson.PREFIX)) {
      return Optional.empty();
    }
    String parameter = id.substring(Atkinson.PREFIX.length());
    try {
      return Optional.of(InequalityMetrics.atkinson(Double.parseDouble(parameter)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + id + "\" has the parameter \"" + parameter + "\", expected a number such as 0.5",
          e);
    }
  }
}
