package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** A paper or book has one text wherever it is cited, or a reader takes it for two. */
  @Test
  void whatIsCitedTwiceReadsTheSame() {
    Pattern start = Pattern.compile("(?:After )?(.* \\(\\d{4}\\), \\p{Lu}\\w*).*");
    Map<String, Set<String>> texts = new TreeMap<>();
    for (var measure : MetricCatalog.load().all()) {
      for (String cited : measure.info().reference().split("; ", -1)) {
        Matcher matcher = start.matcher(cited);
        if (matcher.matches()) {
          texts
              .computeIfAbsent(matcher.group(1), key -> new TreeSet<>())
              .add(cited.substring(matcher.start(1)));
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(100);
    assertThat(texts.values()).allSatisfy(text -> assertThat(text).hasSize(1));
  }

  @Test
  void noPaperIsCitedWithoutItsTitle() {
    assertThat(MetricCatalog.load().all())
        .extracting(measure -> measure.info().reference())
        .noneMatch(
            reference -> Pattern.compile("\\(\\d{4}\\)(, doi|;|$)").matcher(reference).find());
  }
}
