package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Transform;

/**
 * Every key of the first tier of the metric specification leads to a measure or a transform. The
 * specification is {@code metrics.md} in the folder {@code equity.shared}; without it the test
 * skips.
 */
class SpecificationTest {

  /** Decisions by rule, which are no measures: regulation, and what stands for a rule of it. */
  private static final Set<String> DECISIONS = Set.of("RG", "DP-SIGD");

  @Test
  void everyKeyOfTheFirstTierIsFound() throws IOException {
    Path specification = Path.of(System.getProperty("equity.shared", "shared"), "metrics.md");
    assumeTrue(Files.exists(specification), "no metric specification at " + specification);

    MetricCatalog catalog = MetricCatalog.load();
    List<String> transforms = catalog.transforms().stream().map(Transform::key).toList();
    assertThat(firstTier(Files.readAllLines(specification)))
        .hasSizeGreaterThan(100)
        .allMatch(key -> transforms.contains(key) || !catalog.withKey(key).isEmpty());
  }

  /** Reads the line "**[1]** HD: RR FRR ... · IN: LORENZ ...". */
  private static List<String> firstTier(List<String> lines) {
    String index = lines.stream().filter(l -> l.startsWith("**[1]** ")).findFirst().orElseThrow();
    List<String> keys = new ArrayList<>();
    for (String family : index.substring("**[1]** ".length()).split(" · ", -1)) {
      String[] parts = family.split(": ", 2);
      for (String name : parts[1].strip().split(" ", -1)) {
        keys.add(parts[0] + "-" + name);
      }
    }
    keys.removeIf(key -> DECISIONS.contains(key) || DECISIONS.contains(key.split("-", 2)[0]));
    return keys;
  }
}
