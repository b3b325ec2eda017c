package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.testkit.Law;
import org.resourceequity.testkit.Laws;
import org.resourceequity.testkit.Samples;

class LawsTest {

  private static Metric<Distribution> claiming(Axiom... axioms) {
    return Metric.of(
        MetricInfo.of("mine", "X", "Mine", Distribution.class)
            .claims(axioms)
            .formula("x")
            .reading("{value}")
            .reference("nobody"),
        d -> 0);
  }

  @ParameterizedTest
  @EnumSource
  void eachAxiomHasALaw(Axiom axiom) {
    assertThat(Laws.all())
        .as("laws that bind or spare who claims %s", axiom)
        .anyMatch(law -> law.binds().test(claiming(axiom)) != law.binds().test(claiming()));
  }

  @Test
  void namesAreUniqueAndFindTheLaw() {
    Set<String> names = new TreeSet<>();
    Laws.all().forEach(law -> names.add(law.name()));
    assertThat(names).hasSameSizeAs(Laws.all());
    assertThat(Laws.get("row-order")).isSameAs(Laws.ROW_ORDER);
  }

  @Test
  void eachConstantIsListed() {
    List<Object> constants = new ArrayList<>();
    Arrays.stream(Laws.class.getFields())
        .filter(field -> field.getType().equals(Law.class))
        .forEach(field -> constants.add(value(field)));
    assertThat(new ArrayList<Object>(Laws.all())).containsExactlyInAnyOrderElementsOf(constants);
  }

  private static Object value(java.lang.reflect.Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePageOfLawsNamesEachLawAndNoOther() throws IOException {
    Path root = Path.of(System.getProperty("equity.root", ".."));
    Set<String> named = new TreeSet<>();
    Matcher names =
        Pattern.compile("`([a-z]+(-[a-z]+)*)`")
            .matcher(Files.readString(root.resolve("docs/laws.md")));
    while (names.find()) {
      named.add(names.group(1));
    }
    named.removeAll(Set.of("equity-core", "full"));
    Set<String> expected = new TreeSet<>();
    Laws.all().forEach(law -> expected.add(law.name()));
    assertThat(named).isEqualTo(expected);
  }

  @Test
  void moreDrawsBeginWithTheSame() {
    assertThat(Samples.some(3, 7).toString())
        .isEqualTo(Samples.some(5, 7).subList(0, 3).toString());
    assertThat(Samples.some(3, 8).toString()).isNotEqualTo(Samples.some(3, 7).toString());
  }
}
