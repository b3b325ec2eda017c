package org.resourceequity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.inference.Draws;
import org.resourceequity.inference.Interval;
import org.resourceequity.metric.Metric;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Ratios;
import org.resourceequity.sample.Distribution;
import org.resourceequity.segregation.SegregationMetrics;

/** Expected values: domain guide, section 10.2, and what follows from it by hand. */
class SensitivityTest {

  private static Analysis<Distribution> spending(Metric<Distribution> metric) {
    return Analysis.of(ToyDistrict.data(), Question.spread(Ratios.SPENDING_PER_PUPIL)).with(metric);
  }

  @Test
  void theCardShowsEveryCombination() {
    Sensitivity card =
        Sensitivity.of(spending(InequalityMetrics.GINI))
            .weighting()
            .vary("nothing", Map.of("as it is", a -> a))
            .run();
    assertThat(card.entries())
        .extracting(e -> e.choices().get("weighting"))
        .containsExactly("students", "units");
    // "Gini" of the district by pupils and by schools.
    assertThat(card.low().orElseThrow()).isCloseTo(0.0501207830, within(1e-10));
    assertThat(card.high().orElseThrow()).isCloseTo(0.0528606965, within(1e-10));
    assertThat(card.ranges().get(0).axis()).isEqualTo("weighting");
    assertThat(card.ranges().get(1).width()).isZero();
    assertThat(card.isStable(gini -> gini > 0.05)).isTrue();
    assertThat(card.isStable(gini -> gini > 0.051)).isFalse();
    assertThat(card.toText()).contains("weighting alone: 0.0501208 to 0.0528607");
    assertThat(card.toHtml()).contains("<th scope=\"col\">weighting</th>");
  }

  @Test
  void definitionsAndExclusionsAreAxesToo() {
    Sensitivity card =
        Sensitivity.of(spending(InequalityMetrics.MCLOONE))
            .definition(InequalityMetrics.MCLOONE_INCLUDE_TIES)
            .exclusions(300, 0.1)
            .run();
    assertThat(card.entries()).hasSize(8);
    // McLoone 0.9617021277; with ties 11,300 / 11,750, see the reference values.
    assertThat(card.ranges())
        .anyMatch(r -> r.axis().equals("definition") && r.low() == 11300.0 / 11750);
  }

  /**
   * School G has 200 students; E, F, D, H, B, C, A in the order of dollars remain, G has 14,500.
   */
  @Test
  void unitsLeftOutByChoiceAreNamedAndOutOfScope() {
    Exclusions small = Exclusions.NONE.withoutUnitsUnder(250);
    Report report = spending(InequalityMetrics.HOOVER).under(Conventions.DEFAULT.with(small)).run();
    Coverage coverage = report.results().get(0).coverage();
    assertThat(coverage.unitsInScope()).isEqualTo(7);
    assertThat(coverage.share()).isEqualTo(1);
    assertThat(coverage.exclusions())
        .containsExactly(
            new Coverage.Exclusion(
                "with fewer than 250 students, left out by choice", java.util.List.of("G")));
    assertThat(report.results().get(0).provenance().conventions())
        .contains("without units of fewer than 250 students");
  }

  /** Of 3,500 students, 10% are 350: H with 700 at 11,000 stays, G with 200 at 14,500 goes. */
  @Test
  void tailsAreCutByWeight() {
    Distribution all =
        Distribution.of(
            new double[] {11000, 11500, 11500, 12000, 13000, 13000, 14000, 14500},
            new double[] {700, 600, 450, 350, 500, 300, 400, 200});
    Distribution cut = Tails.cut(all, 0.1);
    assertThat(cut.values()).containsExactly(11000, 11500, 11500, 12000, 13000, 13000, 14000);
  }

  @Test
  void aCardIsAboutOneNumber() {
    assertThatThrownBy(
            () ->
                Sensitivity.of(
                    spending(InequalityMetrics.GINI).with(InequalityMetrics.LORENZ_CURVE)))
        .hasMessageContaining("[gini, lorenz-curve]");
  }

  @Test
  void intervalsSayWhatIsDrawn() {
    Result result = spending(InequalityMetrics.GINI).intervals(Draws.UNITS).run().results().get(0);
    Interval interval = result.interval();
    assertThat(interval)
        .isNotNull()
        .matches(i -> i.contains(0.0501207830))
        .matches(i -> i.method().equals("normal, with units as draws"));
    assertThat(result.provenance().conventions())
        .contains("intervals at the 95% level, as if the units were drawn by chance");
  }

  @Test
  void withoutAChanceModelThereIsNoInterval() {
    Result result = spending(InequalityMetrics.GINI).run().results().get(0);
    assertThat(result.interval()).isNull();
    assertThat(result.provenance().conventions())
        .contains("no interval: the numbers of a whole year have no sampling error");
  }

  /** One district is one cluster; a metric without influence function has a bootstrap. */
  @Test
  void clustersNeedTwoAndTheBootstrapFillsIn() {
    assertThat(
            spending(InequalityMetrics.GINI)
                .intervals(Draws.CLUSTERS)
                .run()
                .results()
                .get(0)
                .interval())
        .isNull();
    Result isolation =
        Analysis.of(ToyDistrict.data(), Question.separation(Groups.LOW_INCOME))
            .with(SegregationMetrics.ISOLATION)
            .by(Level.DISTRICT)
            .intervals(Draws.STUDENTS)
            .run()
            .results()
            .get(0);
    assertThat(isolation.interval()).isNotNull();
    Report.Row row = new Report("isolation", java.util.List.of(isolation)).rows().get(0);
    assertThat(row.low()).isLessThan(row.value());
    assertThat(row.high()).isGreaterThan(row.value());
  }
}
