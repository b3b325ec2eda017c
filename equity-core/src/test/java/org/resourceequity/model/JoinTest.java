package org.resourceequity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Stores are joined explicitly, and the report says what happened. All data are invented. */
class JoinTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2019);
  private static final ColumnKey STUDENTS = Operands.ENROLMENT.at(Level.SCHOOL, YEAR);
  private static final ColumnKey TEACHERS = Operands.TEACHERS.at(Level.SCHOOL, YEAR);
  private static final ColumnKey DOLLARS = FinanceOperands.SPENDING.at(Level.DISTRICT, YEAR);

  private static SchoolId school(String code) {
    return new SchoolId(code);
  }

  private static EquityData enrolment() {
    return EquityData.builder("STATE")
        .unit(school("0101"), new DistrictId("01"))
        .add(school("0101"), STUDENTS, Cell.of(400))
        .add(school("0102"), STUDENTS, Cell.of(500))
        .add(school("0103"), STUDENTS, Cell.absent(Reason.SUPPRESSED_PRIVACY))
        .build();
  }

  @Test
  void storesOfOneSchemeJoinByTheirIds() {
    EquityData staff =
        EquityData.builder("STATE")
            .add(school("0101"), TEACHERS, Cell.of(25))
            .add(school("0104"), TEACHERS, Cell.of(9))
            .build();
    Join join = Join.of(enrolment(), staff);
    assertThat(join.report().matched()).containsExactly(school("0101"));
    assertThat(join.report().onlyHere()).containsExactly(school("0102"), school("0103"));
    assertThat(join.report().onlyOther()).containsExactly(school("0104"));
    assertThat(join.data().cell(school("0101"), STUDENTS)).isEqualTo(Cell.of(400));
    assertThat(join.data().cell(school("0101"), TEACHERS)).isEqualTo(Cell.of(25));
    // A unit that only the other store has is kept: the scheme is the same.
    assertThat(join.data().cell(school("0104"), TEACHERS)).isEqualTo(Cell.of(9));
    assertThat(join.data().cell(school("0103"), STUDENTS))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void storesOfTwoSchemesJoinByAliasesOfEither() {
    EquityData federal =
        EquityData.builder("NCES")
            .alias(school("060001"), "STATE", "0101")
            .add(school("060001"), TEACHERS, Cell.of(25))
            .add(school("060009"), TEACHERS, Cell.of(7))
            .build();
    EquityData here = enrolment().toBuilder().alias(school("0102"), "NCES", "060002").build();
    EquityData more =
        EquityData.builder("NCES").add(school("060002"), TEACHERS, Cell.of(30)).build();
    Join first = Join.of(here, federal);
    assertThat(first.data().cell(school("0101"), TEACHERS)).isEqualTo(Cell.of(25));
    assertThat(first.data().alias(school("0101"), "NCES")).contains("060001");
    // Without an id in this scheme there is no place for it, and the report names it.
    assertThat(first.report().onlyOther()).containsExactly(school("060009"));
    assertThat(first.data().has(school("060009"))).isFalse();
    Join second = Join.of(here, more);
    assertThat(second.data().cell(school("0102"), TEACHERS)).isEqualTo(Cell.of(30));
    assertThat(second.report().onlyOther()).isEmpty();
  }

  @Test
  void repairedIdsAreNamed() {
    EquityData withoutZeros =
        EquityData.builder("STATE")
            .add(school("101"), TEACHERS, Cell.of(25))
            .add(school("0102"), TEACHERS, Cell.of(30))
            .add(school("999"), TEACHERS, Cell.of(1))
            .build();
    Join join =
        Join.of(
            enrolment(),
            withoutZeros,
            id ->
                id.code().length() == 3 ? Optional.of(school("0" + id.code())) : Optional.empty());
    assertThat(join.report().repaired()).containsExactly(school("101"));
    assertThat(join.report().matched()).containsExactly(school("0102"), school("101"));
    assertThat(join.report().onlyOther()).containsExactly(school("999"));
    assertThat(join.data().cell(school("0101"), TEACHERS)).isEqualTo(Cell.of(25));
    assertThat(join.data().has(school("101"))).isFalse();
    assertThat(join.report().toString()).contains("1 ids repaired");
  }

  @Test
  void aRepairedIdDoesNotTakeThePlaceOfAnotherUnit() {
    // "101" could be "0101" without its zero, but "0101" is there itself; "102" and "1020" could
    // both be "0102", which only one of them can be.
    EquityData ambiguous =
        EquityData.builder("STATE")
            .add(school("0101"), TEACHERS, Cell.of(25))
            .add(school("101"), TEACHERS, Cell.of(3))
            .add(school("1020"), TEACHERS, Cell.of(4))
            .add(school("102"), TEACHERS, Cell.of(30))
            .build();
    Join join =
        Join.of(
            enrolment(),
            ambiguous,
            id ->
                Optional.of(school("0" + id.code().substring(0, Math.min(3, id.code().length())))));
    assertThat(join.data().cell(school("0101"), TEACHERS)).isEqualTo(Cell.of(25));
    assertThat(join.data().cell(school("0102"), TEACHERS)).isEqualTo(Cell.of(30));
    assertThat(join.report().repaired()).containsExactly(school("102"));
    assertThat(join.report().onlyOther()).containsExactly(school("101"), school("1020"));
  }

  @Test
  void anIdWithoutAPlaceDoesNotHinderARepairAcrossSchemes() {
    // The other agency uses the state's codes under a scheme name of its own, without aliases.
    EquityData renamed =
        EquityData.builder("AGENCY").add(school("0101"), TEACHERS, Cell.of(25)).build();
    Join join = Join.of(enrolment(), renamed, Optional::of);
    assertThat(join.data().cell(school("0101"), TEACHERS)).isEqualTo(Cell.of(25));
    assertThat(join.report().repaired()).containsExactly(school("0101"));
  }

  @Test
  void contradictionsAreCountedAndTheFirstStoreStays() {
    EquityData other =
        EquityData.builder("STATE")
            .add(school("0101"), STUDENTS, Cell.of(399))
            .add(school("0102"), STUDENTS, Cell.of(500))
            .add(school("0103"), STUDENTS, Cell.of(12))
            .build();
    Join join = Join.of(enrolment(), other);
    // 399 against 400, and 12 against a suppressed number; 500 twice is no contradiction.
    assertThat(join.report().contradictions()).isEqualTo(2);
    assertThat(join.data().cell(school("0101"), STUDENTS)).isEqualTo(Cell.of(400));
    assertThat(join.data().cell(school("0103"), STUDENTS))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void unitsOfALevelThatOnlyOneStoreHasAreNotMissed() {
    EquityData money =
        EquityData.builder("STATE").add(new DistrictId("01"), DOLLARS, Cell.of(5e6)).build();
    Join join = Join.of(enrolment(), money);
    assertThat(join.report().onlyHere()).isEmpty();
    assertThat(join.report().matched(Level.DISTRICT)).isEqualTo(1);
    assertThat(join.data().cell(new DistrictId("01"), DOLLARS)).isEqualTo(Cell.of(5e6));
    assertThat(join.data().parent(school("0101"))).contains(new DistrictId("01"));
  }

  @Test
  void lostZerosAreFoundInEitherStore() {
    EquityData withoutZeros =
        EquityData.builder("STATE")
            .add(school("101"), TEACHERS, Cell.of(25))
            .add(school("00102"), TEACHERS, Cell.of(30))
            .add(school("000"), TEACHERS, Cell.of(1))
            .build();
    EquityData here = enrolment();
    Join join = Join.of(here, withoutZeros, Join.lostZeros(here));
    assertThat(join.report().repaired()).containsExactly(school("00102"), school("101"));
    assertThat(join.report().onlyOther()).containsExactly(school("000"));
    assertThat(join.data().cell(school("0102"), TEACHERS)).isEqualTo(Cell.of(30));
    // Two units of one number: neither is the one.
    EquityData twins = here.toBuilder().add(school("101"), STUDENTS, Cell.of(5)).build();
    assertThat(Join.lostZeros(twins).apply(school("00101"))).isEmpty();
  }

  @Test
  void unitsWithAnotherNameAreNamed() {
    EquityData here = named("Oak Elementary", "Elm School", "Ash");
    EquityData other = named("OAK ELEMENTARY.", "Martin Luther King Jr. School", "Ash");
    Join join = Join.of(here, other);
    assertThat(join.report().renamed()).containsExactly(school("0102"));
    assertThat(join.report().toString()).contains("1 with another name");
    assertThat(join.data().name(school("0102"))).isEqualTo("Elm School");
  }

  private static EquityData named(String... names) {
    EquityData.Builder builder = EquityData.builder("STATE");
    for (int i = 0; i < names.length; i++) {
      builder.facts(
          school("010" + (i + 1)),
          new SchoolFacts(
              YEAR,
              names[i],
              new DistrictId("01"),
              SchoolLevel.ELEMENTARY,
              null,
              TitleI.UNKNOWN,
              false,
              Locale.UNKNOWN));
    }
    return builder.build();
  }
}
