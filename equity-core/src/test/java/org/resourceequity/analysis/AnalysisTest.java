package org.resourceequity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Join;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/** Expected values: domain guide, section 10.2. */
class AnalysisTest {

  private static double value(Report report) {
    Report.Row row = report.rows().get(0);
    Double value = row.value();
    assertThat(value).as(row.why()).isNotNull();
    return value == null ? 0 : value;
  }

  @Test
  void spreadOfDollarsPerStudent() {
    Report report =
        Analysis.of(ToyDistrict.data(), Question.spread(Ratios.SPENDING_PER_PUPIL))
            .with(InequalityMetrics.GINI)
            .run();
    assertThat(value(report)).isCloseTo(0.0501207830, within(1e-10));
    assertThat(report.results().get(0).coverage().unitsUsed()).isEqualTo(8);
  }

  @Test
  void theWeightingIsPartOfTheResult() {
    Report report =
        Analysis.of(ToyDistrict.data(), Question.spread(Ratios.SPENDING_PER_PUPIL))
            .with(InequalityMetrics.GINI)
            .under(Conventions.DEFAULT.with(Weighting.UNITS))
            .by(Level.DISTRICT)
            .run();
    assertThat(value(report)).isCloseTo(0.0528606965, within(1e-10));
    assertThat(report.results().get(0).provenance().conventions())
        .contains("each unit counts once");
  }

  @Test
  void separationOfStudentsFromLowIncomeFamilies() {
    Report report =
        Analysis.of(ToyDistrict.data(), Question.separation(Groups.LOW_INCOME))
            .with(SegregationMetrics.DISSIMILARITY, SegregationMetrics.THEIL_H)
            .run();
    assertThat(report.rows().get(0).value()).isCloseTo(0.5039643749, within(1e-10));
    assertThat(report.rows().get(1).value()).isCloseTo(0.2672794975, within(1e-10));
  }

  @Test
  void dollarsByNeed() {
    Report report =
        Analysis.of(
                ToyDistrict.data(),
                Question.progressivity(Ratios.SPENDING_PER_PUPIL, Ratios.share(Groups.LOW_INCOME)))
            .with(ProgressivityMetrics.NEED_SLOPE, ProgressivityMetrics.PROGRESSIVITY_GAP)
            .run();
    assertThat(report.rows().get(0).value()).isCloseTo(2628.235767654, within(1e-8));
    assertThat(report.rows().get(1).value()).isCloseTo(872.872647066, within(1e-8));
  }

  @Test
  void aSchoolWithoutAValueIsNamed() {
    EquityData.Builder builder = ToyDistrict.builder();
    SchoolId small = new SchoolId("I");
    builder.unit(small, ToyDistrict.DISTRICT);
    builder.add(small, Operands.ENROLMENT.at(Level.SCHOOL, ToyDistrict.YEAR), Cell.of(10));
    builder.add(
        small,
        FinanceOperands.SPENDING.at(Level.SCHOOL, ToyDistrict.YEAR),
        Cell.absent(Reason.NOT_REPORTED));
    Coverage coverage =
        Analysis.of(builder.build(), Question.spread(Ratios.SPENDING_PER_PUPIL))
            .with(InequalityMetrics.GINI)
            .run()
            .results()
            .get(0)
            .coverage();
    assertThat(coverage.unitsInScope()).isEqualTo(9);
    assertThat(coverage.exclusions())
        .containsExactly(new Coverage.Exclusion("without spending", List.of("I")));
    assertThat(coverage.share()).isCloseTo(3500.0 / 3510, within(1e-12));
  }

  @Test
  void aQuestionTheDataCannotAnswerIsUndefinedAndSaysWhy() {
    Report report =
        Analysis.of(ToyDistrict.data(), Question.spread(Ratios.CLASS_SIZE_K3))
            .with(InequalityMetrics.GINI)
            .run();
    assertThat(report.rows().get(0).value()).isNull();
    assertThat(report.rows().get(0).why())
        .isEqualTo(
            "APPLICABLE: the data do not have the class size of classes in kindergarten to grade 3"
                + " of schools");
  }

  @Test
  void fewerThanTenStudentsOfAGroupGiveNoResult() {
    EquityData.Builder builder = EquityData.builder("TOY");
    SchoolId school = new SchoolId("A");
    ToyDistrict.add(builder, school, Operands.ENROLMENT, "166");
    ToyDistrict.add(builder, school, Operands.enrolment(Groups.ENGLISH_LEARNERS), "7");
    Report report =
        Analysis.of(builder.build(), Question.separation(Groups.ENGLISH_LEARNERS))
            .with(SegregationMetrics.ISOLATION)
            .run();
    assertThat(report.rows().get(0).value()).isNull();
    assertThat(report.rows().get(0).why())
        .isEqualTo("NOTHING_SUPPRESSED: fewer than 10 students learning English");
  }

  @Test
  void aNestedMeasureWithoutItsLevelIsUndefined() {
    Report report =
        Analysis.of(ToyDistrict.data(), Question.separation(Groups.LOW_INCOME))
            .with(SegregationMetrics.nestedH("state"))
            .run();
    assertThat(report.rows().get(0).why())
        .isEqualTo("HAS_LEVEL: no level \"state\" above these units, they have [district]");
  }

  @Test
  void moreMembersThanStudentsIsAReasonNotAnException() {
    EquityData.Builder builder = ToyDistrict.builder();
    SchoolId odd = new SchoolId("odd");
    ToyDistrict.add(builder, odd, Operands.ENROLMENT, "10");
    ToyDistrict.add(builder, odd, Operands.enrolment(Groups.LOW_INCOME), "12");
    Coverage coverage =
        Analysis.of(builder.build(), Question.separation(Groups.LOW_INCOME))
            .with(SegregationMetrics.THEIL_H)
            .run()
            .results()
            .get(0)
            .coverage();
    assertThat(coverage.exclusions())
        .containsExactly(
            new Coverage.Exclusion("with more members of the group than students", List.of("odd")));
  }

  @Test
  void theRuleSaysByWhatAUnitCounts() {
    Report report =
        Analysis.of(
                ToyDistrict.data(),
                Question.spread(Ratios.SPENDING_PER_PUPIL).weightedBy(Operands.TEACHERS))
            .with(InequalityMetrics.GINI)
            .run();
    assertThat(report.results().get(0).provenance().conventions())
        .contains("each unit counts by its staff FTE");
  }

  @Test
  void anEchoFitsIntoJShellAndSaysHowManyRowsThereAre() {
    EquityData.Builder builder = EquityData.builder("TOY");
    for (int i = 100; i < 400; i++) {
      SchoolId id = new SchoolId("school " + i);
      builder.unit(id, new DistrictId("a district with a rather long name " + i));
      ToyDistrict.add(builder, id, Operands.ENROLMENT, "100");
      ToyDistrict.add(builder, id, FinanceOperands.SPENDING, "1000000");
    }
    Report report =
        Analysis.of(builder.build(), Question.spread(Ratios.SPENDING_PER_PUPIL))
            .with(InequalityMetrics.GINI)
            .by(Level.DISTRICT)
            .run();
    assertThat(report.toString()).hasSizeLessThan(1000).contains("... 300 rows in all");
    assertThat(report.toText().lines()).hasSize(302);
  }

  @Test
  void resultsByALevelBelowMakeNoSense() {
    assertThatThrownBy(
            () ->
                Analysis.of(ToyDistrict.data(), Question.spread(Ratios.SPENDING_PER_PUPIL))
                    .by(Level.SECTION))
        .hasMessageContaining("expected a level above");
  }

  @Test
  void aShareAboveOneThatAJoinMadeIsRefusedAndCounted() {
    EquityData.Builder teachers = EquityData.builder("TOY");
    EquityData.Builder novices = EquityData.builder("TOY");
    for (int i = 1; i <= 10; i++) {
      SchoolId school = new SchoolId("school " + i);
      ToyDistrict.add(teachers, school, Operands.ENROLMENT, "100");
      ToyDistrict.add(teachers, school, Operands.TEACHERS, "10");
      // Another source counts more novices than there are teachers in the tenth school.
      ToyDistrict.add(
          novices, school, Operands.staff(Groups.NOVICE_TEACHERS), i == 10 ? "11" : "1");
    }
    EquityData joined = Join.of(teachers.build(), novices.build()).data();
    Result result =
        Analysis.of(joined, Question.spread(Ratios.NOVICE_SHARE))
            .with(InequalityMetrics.GINI)
            .run()
            .results()
            .get(0);
    // Nine schools with the same share are equal; a share capped at 1 would not be.
    assertThat(result.outcome()).isEqualTo(Outcome.of(0.0));
    assertThat(result.coverage().exclusions())
        .containsExactly(
            new Coverage.Exclusion(
                "with more staff FTE of teachers in their first three years than staff FTE",
                List.of("school 10")));
  }

  @Test
  void coverageIsKnownWithoutAsking() {
    EquityData data = ToyDistrict.data();
    Scope schools = Scope.schools();
    assertThat(Question.spread(Ratios.SPENDING_PER_PUPIL).coverage(data, schools).get())
        .isEqualTo(
            Analysis.of(data, Question.spread(Ratios.SPENDING_PER_PUPIL))
                .with(InequalityMetrics.GINI)
                .run()
                .results()
                .get(0)
                .coverage());
    assertThat(Question.spread(Ratios.CLASS_SIZE_K3).coverage(data, schools).isKnown()).isFalse();
  }

  @Test
  void anotherYearNeedsTheCallersWordAndStaysInTheProvenance() {
    SchoolYear year = ToyDistrict.YEAR;
    EquityData.Builder builder = EquityData.builder("TOY");
    for (int i = 1; i <= 3; i++) {
      SchoolId school = new SchoolId("school " + i);
      builder
          .add(school, FinanceOperands.SPENDING.at(Level.SCHOOL, year), Cell.of(1000.0 * i))
          .add(school, Operands.STUDENT_FTE.at(Level.SCHOOL, year), Cell.of(1))
          .add(school, Operands.ENROLMENT.at(Level.SCHOOL, year.plus(-1)), Cell.of(1));
    }
    Question<Distribution> dollars = Question.spread(Ratios.SPENDING_PER_PUPIL);
    Question<Distribution> perFte = Question.spread(Ratios.SPENDING_PER_STUDENT_FTE);
    EquityData data = builder.build();
    assertThat(dollars.coverage(data, Scope.schools()).toString()).contains("--year-gap 1");
    for (Question<Distribution> question : List.of(dollars, perFte)) {
      Result result =
          Analysis.of(data, question)
              .of(Scope.schools().withYearGap(1))
              .with(InequalityMetrics.GINI)
              .run()
              .results()
              .get(0);
      // Students say what is covered also where they are not part of the ratio.
      assertThat(result.provenance().years())
          .containsEntry("spending", year)
          .containsEntry("enrolment", year.plus(-1));
    }
  }

  @Test
  void aTrendFollowsARenumberedSchool() {
    SchoolYear first = ToyDistrict.YEAR;
    Trend<Distribution> trend =
        Trend.of(
            Map.of(
                first,
                sample(List.of("A", "B", "closed"), 1, 2, 9),
                first.plus(1),
                sample(List.of("A2", "B", "new"), 1, 3, 9)));
    assertThat(keys(trend.sameUnits())).containsExactly(List.of("B"), List.of("B"));
    Lineage lineage =
        Lineage.of(new Lineage.Event(Lineage.Kind.RENUMBERED, List.of("A"), List.of("A2")));
    Trend<Distribution> followed = trend.follow(lineage);
    assertThat(followed.panel()).isEqualTo(Panel.FOLLOW);
    assertThat(keys(followed)).containsExactly(List.of("A", "B"), List.of("A2", "B"));
    assertThat(trend.measure(InequalityMetrics.GINI)).hasSize(2);
  }

  private static List<List<String>> keys(Trend<Distribution> trend) {
    return trend.years().values().stream().map(d -> d.units().keys()).toList();
  }

  private static Distribution sample(List<String> keys, double... values) {
    double[] ones = new double[values.length];
    java.util.Arrays.fill(ones, 1);
    return Distribution.of(Units.of(keys), values, ones);
  }
}
