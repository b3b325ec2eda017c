package org.resourceequity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.sample.Condition;

/** Expected values: domain guide, section 10.2, computed there independently of the library. */
class GroupComparisonTest {

  private static final Ratio NEED = Ratios.share(Groups.LOW_INCOME);

  private static GroupComparison compare(
      EquityData data, Ratio ratio, Grouping grouping, @Nullable Aggregation aggregation) {
    return outcome(data, ratio, grouping, aggregation).get();
  }

  private static Outcome<GroupComparison> outcome(
      EquityData data, Ratio ratio, Grouping grouping, @Nullable Aggregation aggregation) {
    return GroupComparison.byMeasure(
        data,
        ratio,
        NEED,
        grouping,
        Strata.ALL_TOGETHER,
        aggregation,
        Scope.schools(),
        Conventions.DEFAULT);
  }

  private static List<@Nullable Double> values(GroupComparison comparison) {
    return comparison.groups().stream().map(GroupComparison.GroupValue::value).toList();
  }

  @Test
  void quartilesOfSchoolsPoolDollarsAndStudents() {
    GroupComparison comparison =
        compare(ToyDistrict.data(), Ratios.SPENDING_PER_PUPIL, Grouping.quartilesOfUnits(), null);
    assertThat(comparison.aggregation()).isEqualTo(Aggregation.POOLED);
    assertThat(values(comparison))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
        .containsExactly(11777.777778, 11718.75, 12000.0, 13444.444444);
    assertThat(comparison.highest().students()).isEqualTo(900);
    assertThat(comparison.overall()).isCloseTo(12250, within(1e-9));
  }

  @Test
  void meanOfSchoolsIsOnlyGivenWhereItIsAskedFor() {
    GroupComparison comparison =
        compare(
            ToyDistrict.data(),
            Ratios.SPENDING_PER_PUPIL,
            Grouping.quartilesOfUnits(),
            Aggregation.MEAN_OF_UNITS);
    assertThat(comparison.highest().value()).isCloseTo(13500, within(1e-9));
    assertThat(comparison.lowest().value()).isCloseTo(12750, within(1e-9));
  }

  @Test
  void noviceShareIsPooledOverTeachers() {
    GroupComparison comparison =
        compare(ToyDistrict.data(), Ratios.NOVICE_SHARE, Grouping.quartilesOfUnits(), null);
    assertThat(comparison.highest().value()).isCloseTo(0.2363636364, within(1e-10));
    assertThat(comparison.lowest().value()).isCloseTo(0.0454545455, within(1e-10));
  }

  @Test
  void studentExposureWeighsSchoolsByTheirStudents() {
    GroupComparison comparison =
        compare(
            ToyDistrict.data(),
            Ratios.NOVICE_SHARE,
            Grouping.quartilesOfUnits(),
            Aggregation.STUDENT_EXPOSURE);
    // By hand: (400 x 7/25 + 500 x 6/30) / 900.
    assertThat(comparison.highest().value()).isCloseTo(212.0 / 900, within(1e-12));
  }

  @Test
  void aKindOfSchoolWithFewerSchoolsThanGroupsIsNamedAndLeftOut() {
    EquityData.Builder builder = ToyDistrict.builder();
    SchoolId high = new SchoolId("High");
    builder.facts(
        high,
        new SchoolFacts(
            ToyDistrict.YEAR,
            "High",
            ToyDistrict.DISTRICT,
            SchoolLevel.HIGH,
            null,
            TitleI.UNKNOWN,
            false,
            Locale.CITY));
    ToyDistrict.add(builder, high, Operands.ENROLMENT, "500");
    ToyDistrict.add(builder, high, Operands.enrolment(Groups.LOW_INCOME), "450");
    ToyDistrict.add(builder, high, FinanceOperands.SPENDING, "10000000");
    GroupComparison comparison =
        GroupComparison.byMeasure(
                builder.build(),
                Ratios.SPENDING_PER_PUPIL,
                NEED,
                Grouping.quartilesOfUnits(),
                Strata.SCHOOL_LEVEL,
                null,
                Scope.schools(),
                Conventions.DEFAULT)
            .get();
    assertThat(comparison.units()).hasSize(8);
    assertThat(comparison.coverage().exclusions())
        .containsExactly(
            new Coverage.Exclusion("of a level with fewer than 4 schools", List.of("High")));
    assertThat(comparison.lowest().value()).isCloseTo(11777.777778, within(1e-6));
  }

  @Test
  void withoutAnyUsableUnitThereIsNoValueAndNoException() {
    EquityData.Builder builder = EquityData.builder("TOY");
    for (String school : List.of("A", "B")) {
      ToyDistrict.add(builder, new SchoolId(school), Operands.ENROLMENT, "0");
      ToyDistrict.add(builder, new SchoolId(school), FinanceOperands.SPENDING, "5");
      ToyDistrict.add(builder, new SchoolId(school), Operands.enrolment(Groups.LOW_INCOME), "0");
    }
    Outcome<GroupComparison> outcome =
        outcome(builder.build(), Ratios.SPENDING_PER_PUPIL, Grouping.quartilesOfUnits(), null);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined -> assertThat(undefined.requirement()).isEqualTo(Condition.SOME_UNITS));
  }

  @Test
  void unitsWithoutAKnownNumberOfStudentsCannotPassForCovered() {
    // One of two schools has data; the other's enrolment is not known, so half are covered.
    Coverage coverage =
        new Coverage(2, 1, 100, 100, 1, List.of(new Coverage.Exclusion("w", List.of("B"))));
    assertThat(coverage.share()).isEqualTo(0.5);
  }

  @Test
  void quartilesOfStudentsHaveTheSameSchoolsHere() {
    GroupComparison comparison =
        compare(
            ToyDistrict.data(), Ratios.SPENDING_PER_PUPIL, Grouping.quartilesOfStudents(), null);
    assertThat(comparison.groups().stream().map(GroupComparison.GroupValue::students))
        .containsExactly(900.0, 800.0, 900.0, 900.0);
  }

  @Test
  void povertyBandsHoldTheSchoolsOfTheDomainGuide() {
    GroupComparison comparison =
        compare(ToyDistrict.data(), Ratios.SPENDING_PER_PUPIL, Grouping.povertyBands(), null);
    assertThat(comparison.groups().stream().map(GroupComparison.GroupValue::units))
        .containsExactly(3, 2, 1, 2);
  }

  @Test
  void withoutSchoolHTheDirectionReverses() {
    GroupComparison comparison =
        compare(ToyDistrict.data(), Ratios.SPENDING_PER_PUPIL, Grouping.quartilesOfUnits(), null);
    Optional<GroupComparison.Without> reversal = comparison.reversal(3, 0);
    assertThat(reversal).isPresent();
    assertThat(reversal.get().unit().name()).isEqualTo("H");
    assertThat(reversal.get().first() - reversal.get().second())
        .isCloseTo(-1055.555556, within(1e-6));
  }

  @Test
  void anUnevenNumberOfSchoolsIsSharedOut() {
    // n = 10, k = 4 gives 3, 2, 3, 2: domain guide, section 9.1.
    double[] need = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
    double[] students = new double[10];
    int[] group =
        Grouping.quartilesOfUnits()
            .assign(need, students, List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    assertThat(group).containsExactly(0, 0, 0, 1, 1, 2, 2, 2, 3, 3);
  }

  @Test
  void tiesGoByKeyWhateverTheOrderOfTheRows() {
    double[] need = {0.5, 0.5, 0.5, 0.5};
    double[] students = {1, 1, 1, 1};
    int[] group = new Grouping.EqualUnits(2).assign(need, students, List.of("d", "c", "b", "a"));
    assertThat(group).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aPublishedRateCannotBePooled() {
    EquityData data = withRate();
    Ratio rate = Ratios.PUBLISHED_SPENDING_PER_PUPIL;
    assertThat(compare(data, rate, Grouping.quartilesOfUnits(), null).aggregation())
        .isEqualTo(Aggregation.STUDENT_EXPOSURE);
    assertThatThrownBy(() -> compare(data, rate, Grouping.quartilesOfUnits(), Aggregation.POOLED))
        .hasMessageContaining("cannot be pooled");
  }

  private static EquityData withRate() {
    EquityData.Builder builder = ToyDistrict.builder();
    for (String school : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      ToyDistrict.add(builder, new SchoolId(school), FinanceOperands.SPENDING_PER_STUDENT, "12000");
    }
    return builder.build();
  }

  @Test
  void tooLittleCoverageIsNoValueAndSaysWhatIsMissing() {
    EquityData.Builder builder = ToyDistrict.builder();
    for (String school : List.of("A", "B")) {
      builder.add(
          new SchoolId(school),
          Operands.staff(Groups.NOVICE_TEACHERS).at(Level.SCHOOL, ToyDistrict.YEAR),
          Cell.absent(Reason.SUPPRESSED_PRIVACY));
    }
    Outcome<GroupComparison> outcome =
        outcome(builder.build(), Ratios.NOVICE_SHARE, Grouping.quartilesOfUnits(), null);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined -> {
              assertThat(undefined.requirement()).isEqualTo(Condition.COVERAGE);
              // 2,600 of 3,500 students.
              assertThat(undefined.detail())
                  .contains("74.3%")
                  .contains("2 without staff FTE of teachers in their first three years")
                  .contains("suppressed privacy");
            });
  }

  @Test
  void anotherYearIsOnlyUsedOnTheCallersWord() {
    SchoolYear later = ToyDistrict.YEAR.plus(1);
    EquityData.Builder builder = ToyDistrict.builder();
    for (String school : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      builder.add(
          new SchoolId(school), CourseOperands.CLASS_SIZE_K3.at(Level.SCHOOL, later), Cell.of(20));
    }
    EquityData data = builder.build();
    Outcome<GroupComparison> strict =
        outcome(data, Ratios.CLASS_SIZE_K3, Grouping.quartilesOfUnits(), null);
    assertThat(strict.toString()).contains("2024-25").contains("2023-24").contains("--year-gap 1");
    Outcome<GroupComparison> allowed =
        GroupComparison.byMeasure(
            data,
            Ratios.CLASS_SIZE_K3,
            NEED,
            Grouping.quartilesOfUnits(),
            Strata.ALL_TOGETHER,
            null,
            Scope.schools().withYearGap(1),
            Conventions.DEFAULT);
    assertThat(allowed.get().overall()).isEqualTo(20);
    assertThat(allowed.get().provenance().yearsInWords()).contains("2024-25").contains("2023-24");
  }

  @Test
  void aGroupingReadsBackFromItsId() {
    for (Grouping grouping :
        List.of(
            Grouping.quartilesOfUnits(), new Grouping.EqualStudents(5), Grouping.povertyBands())) {
      assertThat(Grouping.parse(grouping.id())).isEqualTo(grouping);
    }
    assertThatThrownBy(() -> Grouping.parse("quartiles"))
        .hasMessageContaining("expected equal-units:4");
  }
}
