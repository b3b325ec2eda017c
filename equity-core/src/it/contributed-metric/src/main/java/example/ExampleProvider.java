package example;

import java.util.List;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricProvider;

/** Brings the metrics into the catalog. */
public final class ExampleProvider implements MetricProvider {

  @Override
  public List<Measure<?, ?>> measures() {
    return List.of(ExampleMetrics.RELATIVE_RANGE);
  }
}
