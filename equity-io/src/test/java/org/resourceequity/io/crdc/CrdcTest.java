package org.resourceequity.io.crdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

class CrdcTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
  private static final SchoolYear Y12 = SchoolYear.ending(2012);
  private static final SchoolYear Y14 = SchoolYear.ending(2014);
  private static final SchoolYear Y16 = SchoolYear.ending(2016);
  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y21 = SchoolYear.ending(2021);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolId OAK = new SchoolId("019990100010");
  private static final SchoolId ELM = new SchoolId("019990100020");
  private static final SchoolId ASH = new SchoolId("019990200030");
  private static final Cell NOT_APPLICABLE = Cell.absent(Reason.NOT_APPLICABLE);
  private static final Cell NOT_REPORTED = Cell.absent(Reason.NOT_REPORTED);
  private static final Cell PRIVATE = Cell.absent(Reason.SUPPRESSED_PRIVACY);

  private static Loaded read(String file) {
    return EquityFiles.read(FIXTURES.resolve("crdc-schools").resolve(file));
  }

  private static Cell cell(Loaded loaded, SchoolId school, Operand operand, SchoolYear year) {
    return loaded.data().cell(school, operand.at(Level.SCHOOL, year));
  }

  private static Operand black(Group... groups) {
    return Family.in(Operands.enrolment(Groups.BLACK), groups);
  }

  @Test
  void enrolmentByRaceAndSexAndItsSums() {
    Loaded loaded = read("2017-18 Enrollment.csv");
    assertThat(cell(loaded, OAK, black(Groups.FEMALE), Y18)).isEqualTo(Cell.of(32));
    // 30 boys and 32 girls; 119 and 116.
    assertThat(cell(loaded, OAK, black(), Y18)).isEqualTo(Cell.derived(62));
    assertThat(cell(loaded, OAK, Operands.ENROLMENT, Y18)).isEqualTo(Cell.derived(235));
    assertThat(cell(loaded, ASH, Operands.ENROLMENT, Y18)).isEqualTo(NOT_REPORTED);
  }

  @Test
  void topicsOfAFolderAreOneStore() {
    Loaded loaded = EquityFiles.read(FIXTURES.resolve("crdc-schools"));
    assertThat(loaded.stores()).hasSize(1);
    assertThat(loaded.notices().counts()).doesNotContainKey("duplicate-cell");
    // The numbers of two files, as they are in each alone.
    Loaded enrolment = read("2017-18 Enrollment.csv");
    Loaded placement = read("2017-18 Advanced Placement.csv");
    Operand courses = CourseOperands.courseEnrolment("advanced-placement", Groups.BLACK);
    assertThat(cell(loaded, OAK, black(Groups.FEMALE), Y18))
        .isEqualTo(cell(enrolment, OAK, black(Groups.FEMALE), Y18));
    assertThat(cell(loaded, OAK, courses, Y18)).isEqualTo(cell(placement, OAK, courses, Y18));
  }

  @Test
  void publishedTotalsAreNotAddedToThemselves() {
    Loaded loaded = read("2017-18 Enrollment.csv");
    // SCH_ENR_IDEA is 15 + 9; TOT_IDEAENR repeats it.
    assertThat(cell(loaded, OAK, Operands.enrolment(Groups.WITH_DISABILITIES), Y18))
        .isEqualTo(Cell.derived(24));
    assertThat(cell(loaded, OAK, black(Groups.WITH_DISABILITIES), Y18)).isEqualTo(Cell.derived(9));
  }

  @Test
  void racesAreComparedWithTheTotal() {
    // The boys of Elm are 41 by race (8 + 1 + 12 + 20), its girls 43 and not 44.
    assertThat(read("2017-18 Enrollment.csv").notices().examples())
        .filteredOn(notice -> notice.code().equals("parts-differ-from-total"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.message()).contains("43 and not 44"));
  }

  @Test
  void justiceFacilitiesAreLeftOutAndCounted() {
    Loaded loaded = read("2017-18 Enrollment.csv");
    assertThat(loaded.data().units(Level.SCHOOL)).containsExactly(OAK, ELM, ASH);
    assertThat(loaded.notices().count("justice-facility")).isEqualTo(1);
  }

  @Test
  void gradesAndProgrammesOfASchool() {
    Loaded loaded = read("2017-18 School Characteristics.csv");
    SchoolFacts oak = loaded.data().facts(OAK, Y18).orElseThrow();
    assertThat(oak.level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(oak.span()).hasToString("9-12");
    assertThat(loaded.data().facts(ELM, Y18).orElseThrow().span()).hasToString("PK-5");
    assertThat(loaded.data().facts(ELM, Y18).orElseThrow().charter()).isTrue();
    assertThat(cell(loaded, OAK, CourseOperands.offering("magnet"), Y18)).isEqualTo(Cell.of(1));
    assertThat(cell(loaded, ASH, CourseOperands.offering("magnet"), Y18)).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void tablesOfAPackageCompleteEachOther() {
    EquityData data =
        EquityFiles.read(
                FIXTURES.resolve("crdc-schools/2017-18 Advanced Placement.csv"),
                FIXTURES.resolve("crdc-schools/2017-18 Enrollment.csv"),
                FIXTURES.resolve("crdc-schools/2017-18 School Characteristics.csv"))
            .joined()
            .data();
    assertThat(data.facts(OAK, Y18).orElseThrow().level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(data.facts(ELM, Y18).orElseThrow().charter()).isTrue();
    assertThat(data.facts(ELM, Y18).orElseThrow().name()).isEqualTo("Elm");
    assertThat(data.cell(OAK, Operands.ENROLMENT.at(Level.SCHOOL, Y18)))
        .isEqualTo(Cell.derived(235));
  }

  @Test
  void staffAndUnlikelyNumbersOfThem() {
    Loaded loaded = read("2017-18 School Support.csv");
    assertThat(cell(loaded, OAK, Operands.TEACHERS, Y18)).isEqualTo(Cell.of(14.5));
    assertThat(cell(loaded, OAK, Operands.staff(Groups.FIRST_YEAR_TEACHERS), Y18))
        .isEqualTo(Cell.of(2));
    assertThat(cell(loaded, ASH, Operands.COUNSELORS, Y18)).isEqualTo(Cell.of(0));
    assertThat(cell(loaded, ELM, Operands.PSYCHOLOGISTS, Y18))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_QUALITY));
    assertThat(cell(loaded, ASH, Operands.staff(Groups.FIRST_YEAR_TEACHERS), Y18))
        .isEqualTo(NOT_APPLICABLE);
    assertThat(cell(loaded, ELM, Operands.SECURITY_GUARDS, Y18)).isEqualTo(Cell.of(102_579));
    assertThat(loaded.notices().count("unlikely-number")).isEqualTo(1);
    // Elm has 4 teachers with and 1 without a full credential, and 6 in all.
    assertThat(loaded.notices().count("parts-differ-from-total")).isEqualTo(1);
  }

  @Test
  void nobodyTakesACourseThatIsNotOffered() {
    Loaded loaded = read("2017-18 Advanced Placement.csv");
    Operand all = CourseOperands.courseEnrolment("advanced-placement", Group.STUDENTS);
    assertThat(cell(loaded, OAK, all, Y18)).isEqualTo(Cell.derived(34));
    assertThat(cell(loaded, ASH, all, Y18)).isEqualTo(Cell.derived(0));
    assertThat(cell(loaded, ELM, all, Y18)).isEqualTo(NOT_APPLICABLE);
    assertThat(
            cell(loaded, ASH, CourseOperands.courseEnrolment("ap-mathematics", Groups.BLACK), Y18))
        .isEqualTo(Cell.derived(0));
    assertThat(cell(loaded, ASH, CourseOperands.offering("advanced-placement"), Y18))
        .isEqualTo(Cell.of(0));
    assertThat(cell(loaded, OAK, CourseOperands.AP_COURSES, Y18)).isEqualTo(Cell.of(5));
  }

  @Test
  void suspensionsOnceAndMoreThanOnceWithAndWithoutDisability() {
    Loaded loaded = read("2017-18 Suspensions.csv");
    Operand all = Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS);
    // Without disability 7 + 3 once and 2 + 0 more often; 2 + 1 under IDEA; 1 + 0 under 504 only.
    assertThat(cell(loaded, OAK, all, Y18)).isEqualTo(Cell.derived(16));
    // 4 + 2, 1 + 0, 2 + 1; those under 504 only are not divided by race.
    assertThat(cell(loaded, OAK, Family.in(all, Groups.BLACK), Y18)).isEqualTo(Cell.derived(10));
    assertThat(cell(loaded, OAK, Family.in(all, Groups.BLACK, Groups.MALE), Y18))
        .isEqualTo(Cell.derived(7));
    assertThat(cell(loaded, OAK, Family.in(all, Groups.WITH_DISABILITIES), Y18))
        .isEqualTo(Cell.derived(3));
    assertThat(
            cell(loaded, OAK, Operand.of(StudentEvents.REPEATED_SUSPENSION, Group.STUDENTS), Y18))
        .isEqualTo(Cell.derived(2));
    assertThat(cell(loaded, ASH, all, Y18)).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aTotalThatTakesAMissingPartAsZeroIsNotKnown() {
    Loaded loaded = read("2017-18 Suspensions.csv");
    // The total of Elm's boys under IDEA is 0, but of the Black boys -5.
    assertThat(cell(loaded, ELM, Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS), Y18))
        .isEqualTo(NOT_REPORTED);
    assertThat(cell(loaded, ELM, Operand.of(StudentEvents.SUSPENSION, Groups.WHITE), Y18))
        .isEqualTo(Cell.derived(0));
    assertThat(loaded.notices().count("total-without-part")).isEqualTo(1);
  }

  @Test
  void moneyWithAndWithoutTheFederalPart() {
    Loaded loaded = read("2017-18 School Expenditures.csv");
    assertThat(cell(loaded, OAK, FinanceOperands.TEACHER_SALARIES, Y18))
        .isEqualTo(Cell.of(950_000.25));
    assertThat(cell(loaded, OAK, FinanceOperands.TEACHER_SALARIES.with(Fund.STATE_LOCAL), Y18))
        .isEqualTo(Cell.of(900_000.25));
    assertThat(cell(loaded, ELM, FinanceOperands.TEACHER_SALARIES, Y18)).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void destroyedKeysAreJoinedFromTheirParts() {
    Loaded loaded = read("CRDC 2015-16 School Data.csv");
    assertThat(loaded.data().units(Level.SCHOOL)).containsExactly(OAK, ELM, ASH);
    assertThat(loaded.data().units(Level.DISTRICT))
        .containsExactly(new DistrictId("0199901"), new DistrictId("0199902"));
    // Oak's key; then its LEAID and SCHID, Elm's key, Ash's LEAID and key.
    assertThat(loaded.notices().count("replaced-id")).isEqualTo(1);
    assertThat(loaded.notices().count("repaired-id")).isEqualTo(5);
    Operand calculus = CourseOperands.courseEnrolment("calculus", Group.STUDENTS);
    assertThat(cell(loaded, OAK, calculus, Y16)).isEqualTo(Cell.derived(41));
    assertThat(cell(loaded, ELM, calculus, Y16)).isEqualTo(Cell.derived(0));
    assertThat(cell(loaded, ASH, calculus, Y16)).isEqualTo(NOT_APPLICABLE);
    assertThat(cell(loaded, OAK, black(Groups.WITH_DISABILITIES), Y16)).isEqualTo(PRIVATE);
  }

  @Test
  void studentsNeitherFemaleNorMaleAreAddedWherePublished() {
    Loaded loaded = read("2021-22 Enrollment.csv");
    assertThat(cell(loaded, OAK, Operands.ENROLMENT, Y22)).isEqualTo(Cell.derived(243));
    assertThat(cell(loaded, ELM, Operands.ENROLMENT, Y22)).isEqualTo(Cell.derived(84));
    assertThat(cell(loaded, ASH, Operands.ENROLMENT, Y22)).isEqualTo(NOT_REPORTED);
    assertThat(cell(loaded, ASH, black(), Y22)).isEqualTo(Cell.derived(42));
    assertThat(cell(loaded, OAK, Operands.enrolment(Groups.ENGLISH_LEARNERS), Y22))
        .isEqualTo(Cell.derived(17));
    assertThat(
            cell(
                loaded,
                OAK,
                Operands.enrolment(Groups.HISPANIC.and(Attribute.LANGUAGE, "english-learner")),
                Y22))
        .isEqualTo(Cell.derived(17));
  }

  @Test
  void namesAndMarksOf2011() {
    Loaded loaded = read("2011-12 Public Use File_SCH_CRDC-Pt 1_05 - Overall Enrollment.csv");
    assertThat(cell(loaded, OAK, Operands.ENROLMENT, Y12)).isEqualTo(Cell.derived(204));
    assertThat(cell(loaded, OAK, black(), Y12)).isEqualTo(Cell.derived(52));
    // "<=2" and 3.
    assertThat(cell(loaded, OAK, Operands.enrolment(Groups.MULTIRACIAL), Y12))
        .isEqualTo(new Cell.Bounded(3, 5, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(loaded, ELM, black(), Y12)).isEqualTo(PRIVATE);
  }

  @Test
  void classesOfMathematicsAreOfAdvancedMathematicsAtFirst(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("2011-12 Public Use File_SCH_CRDC - Classes.csv");
    Files.writeString(
        file,
        """
        LEA_STATE,LEAID,LEA_NAME,SCHID,SCH_NAME,COMBOKEY,JJ,NUM_CLASS_MATH
        AL,0199901,Example,00020,Elm,019990100020,No,6
        """);
    assertThat(
            cell(EquityFiles.read(file), ELM, CourseOperands.classes("advanced-mathematics"), Y12))
        .isEqualTo(Cell.of(6));
  }

  @Test
  void theYearMayStandInTheNameOfAFolder(@TempDir Path folder) throws Exception {
    Path data = Files.createDirectories(folder.resolve("2017-18 Public-Use Files/Data/SCH"));
    Files.copy(
        FIXTURES.resolve("crdc-schools/2017-18 Enrollment.csv"), data.resolve("Enrollment.csv"));
    assertThat(EquityFiles.read(folder).data().years()).containsExactly(Y18);
  }

  @Test
  void districtsAndTheirDistanceEducation() {
    EquityData data =
        EquityFiles.read(FIXTURES.resolve("crdc-districts/2020-21 Distance Education.csv")).data();
    Operand all = CourseOperands.courseEnrolment("distance-education", Group.STUDENTS);
    assertThat(
            List.of("0199901", "0199902", "0199903", "0199904").stream()
                .map(id -> data.cell(new DistrictId(id), all.at(Level.DISTRICT, Y21))))
        .containsExactly(
            Cell.derived(45),
            Cell.derived(0),
            Cell.absent(Reason.SUPPRESSED_QUALITY),
            NOT_APPLICABLE);
  }

  @Test
  void publishedDistanceEducation() {
    EquityData data =
        EquityFiles.read(Shared.format("crdc", "2020-21_LEA_Distance Education.csv.gz")).data();
    // Python's csv: rows; then districts of which no sex, and none of its races, is -11, where
    // -9 is 0 if the indicator is No; 100 districts are -9 without that.
    assertThat(data.units(Level.DISTRICT)).hasSize(17_821);
    Column all =
        column(
            data,
            CourseOperands.courseEnrolment("distance-education", Group.STUDENTS),
            Level.DISTRICT,
            Y21);
    assertThat(all.known()).isEqualTo(17_628);
    assertThat(sum(all)).isEqualTo(3_002_411);
    assertThat(count(all, Reason.NOT_APPLICABLE)).isEqualTo(100);
    assertThat(count(all, Reason.SUPPRESSED_QUALITY)).isEqualTo(93);
    Column black =
        column(
            data,
            CourseOperands.courseEnrolment("distance-education", Groups.BLACK),
            Level.DISTRICT,
            Y21);
    assertThat(black.known()).isEqualTo(17_703);
    assertThat(sum(black)).isEqualTo(411_255);
  }

  @Test
  void publishedSchoolsOf2013() {
    Loaded loaded = EquityFiles.read(Shared.format("crdc", "CRDC2013_14_sample1000.csv.gz"));
    EquityData data = loaded.data();
    // Python's csv and fractions over the rows with JJ other than YES.
    assertThat(data.units(Level.SCHOOL)).hasSize(992);
    assertThat(data.units(Level.DISTRICT)).hasSize(860);
    assertThat(loaded.notices().count("justice-facility")).isEqualTo(8);
    assertThat(loaded.notices().count("parts-differ-from-total")).isZero();
    assertKnown(data, Operands.ENROLMENT, 992, 519_617);
    assertKnown(data, Operands.enrolment(Groups.BLACK), 992, 73_266);
    assertKnown(data, black(Groups.FEMALE), 992, 35_931);
    // Either sex is -2 in 695 schools.
    assertKnown(data, black(Groups.WITH_DISABILITIES), 297, 9540);
    assertThat(
            count(
                column(data, black(Groups.WITH_DISABILITIES), Level.SCHOOL, Y14),
                Reason.SUPPRESSED_PRIVACY))
        .isEqualTo(695);
    assertKnown(data, Operands.TEACHERS, 992, 32_266.04);
    // 114 schools with students, 135 without classes; 743 do not have the grades.
    assertKnown(data, CourseOperands.courseEnrolment("calculus", Group.STUDENTS), 249, 6000);
    assertKnown(data, CourseOperands.courseEnrolment("calculus", Groups.BLACK), 249, 520);
    assertKnown(
        data, CourseOperands.courseEnrolment("advanced-placement", Group.STUDENTS), 249, 23_631);
    assertKnown(data, CourseOperands.offering("advanced-placement"), 249, 126);
    // The sums of all columns by sex, with and without disability; a sum is not known where a race
    // is -5, though the totals are 0 there.
    assertKnown(data, Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS), 976, 28_988);
    assertKnown(data, Operand.of(StudentEvents.SUSPENSION, Groups.BLACK), 976, 10_993);
    assertKnown(data, Operand.of(StudentEvents.ARREST, Group.STUDENTS), 953, 695);
    assertKnown(data, Operand.of(StudentEvents.REFERRAL, Groups.BLACK), 969, 490);
    assertKnown(data, Operand.of(StudentEvents.CHRONIC_ABSENCE, Group.STUDENTS), 976, 68_008);
    assertKnown(
        data, FinanceOperands.TEACHER_SALARIES.with(Fund.STATE_LOCAL), 953, 1_637_607_478.11);
    List<SchoolFacts> facts =
        data.units(Level.SCHOOL).stream()
            .map(id -> data.facts((SchoolId) id, Y14).orElseThrow())
            .toList();
    assertThat(facts.stream().filter(SchoolFacts::charter)).hasSize(65);
    // Lowest grade at least 7, highest at least 10.
    assertThat(facts.stream().filter(f -> f.level() == SchoolLevel.HIGH)).hasSize(191);
  }

  @Test
  void documentationIsNoData() {
    // Names and labels of columns, without a row about a school.
    for (String file : List.of("CRDC2013_14content.csv.gz", "2017-18_CRDC_File_Structure.xlsx")) {
      Loaded loaded = EquityFiles.read(Shared.format("crdc", file));
      assertThat(loaded.stores()).isEmpty();
      assertThat(loaded.tables()).allMatch(table -> table.format().equals(LoadedTable.UNKNOWN));
      assertThat(loaded.notices().hasErrors()).isTrue();
    }
  }

  private static void assertKnown(EquityData data, Operand operand, int known, double sum) {
    Column column = column(data, operand, Level.SCHOOL, Y14);
    assertThat(column.known()).as(operand.label()).isEqualTo(known);
    // Cents add up with an error of rounding.
    assertThat(sum(column)).as(operand.label()).isCloseTo(sum, within(1e-5));
  }

  private static Column column(EquityData data, Operand operand, Level level, SchoolYear year) {
    return data.column(operand.at(level, year)).orElseThrow();
  }

  private static long count(Column column, Reason reason) {
    return IntStream.range(0, column.size()).filter(i -> column.reason(i) == reason).count();
  }

  private static double sum(Column column) {
    return IntStream.range(0, column.size())
        .filter(column::isKnown)
        .mapToDouble(column::value)
        .sum();
  }
}
