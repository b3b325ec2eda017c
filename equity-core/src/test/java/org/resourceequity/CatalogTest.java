package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.disproportionality.DisproportionalityProvider;
import org.resourceequity.gaps.GapProvider;
import org.resourceequity.inequality.DecompositionProvider;
import org.resourceequity.inequality.InequalityProvider;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.MetricProvider;
import org.resourceequity.progressivity.ProgressivityProvider;
import org.resourceequity.segregation.SegregationProvider;

class CatalogTest {

  @Test
  void theFiveFamiliesWhoseLawsAreCheckedAreTheWholeCatalog() {
    List<Object> ofFamilies = new ArrayList<>();
    for (MetricProvider family :
        List.of(
            new InequalityProvider(),
            new DecompositionProvider(),
            new GapProvider(),
            new SegregationProvider(),
            new ProgressivityProvider(),
            new DisproportionalityProvider())) {
      family.measures().forEach(measure -> ofFamilies.add(measure.info().id()));
    }
    assertThat(MetricCatalog.load().all())
        .extracting(measure -> (Object) measure.info().id())
        .containsExactlyInAnyOrderElementsOf(ofFamilies);
  }
}
