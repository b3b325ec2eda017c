package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.MetricCatalog;

/** {@code docs/METRICS.md} is what the catalog says; with {@code -Dmetrics.write} it is written. */
class MetricsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("equity.root", ".."), "docs", "METRICS.md");

  @Test
  void thePageIsWhatTheCatalogSays() throws IOException {
    String page = MetricsPage.of(MetricCatalog.load());
    if (System.getProperty("metrics.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE).equals(page))
        .as(
            "docs/METRICS.md is stale; write it with: "
                + "mvn test -pl equity-core -Dtest=MetricsPageTest -Dmetrics.write")
        .isTrue();
  }

  @Test
  void everyMeasureIsOnThePage() {
    String page = MetricsPage.of(MetricCatalog.load());
    assertThat(MetricCatalog.load().all())
        .allSatisfy(measure -> assertThat(page).contains("`" + measure.info().id() + "`"));
  }

  @Test
  void everyTransformIsAPublicFunction() {
    assertThat(MetricCatalog.load().transforms())
        .isNotEmpty()
        .allSatisfy(
            transform ->
                assertThat(transform.owner().getMethods())
                    .as(transform.name())
                    .extracting(Method::getName)
                    .contains(transform.method()));
  }
}
