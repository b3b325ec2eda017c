package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.sample.Distribution;
import org.resourceequity.testkit.MetricLaws;

/** Every law that the claims bring with them, by naming the measures. */
class ExampleMetricsTest implements MetricLaws {

  @Override
  public Collection<Measure<?, ?>> measures() {
    return new ExampleProvider().measures();
  }

  @Test
  void theCatalogKnowsIt() {
    assertSame(
        ExampleMetrics.RELATIVE_RANGE, MetricCatalog.load().get("example-relative-range"));
  }

  @Test
  void fiveAndFifteenAreOneAverageApart() {
    // By hand: (15 - 5) / 10.
    assertEquals(1, ExampleMetrics.RELATIVE_RANGE.measure(Distribution.of(5, 15)).get());
  }
}
