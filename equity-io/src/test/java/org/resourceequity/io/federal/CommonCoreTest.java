package org.resourceequity.io.federal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Attribute.RACE;
import static org.resourceequity.model.Attribute.SEX;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Shared;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.StateId;

/** The Common Core of Data in the layouts of all eras. Expected numbers are those of fixtures. */
class CommonCoreTest {

  private static final SchoolId OAK = new SchoolId("019990100010");
  private static final SchoolId ELM = new SchoolId("019990100020");
  private static final SchoolId FIR = new SchoolId("019990100030");
  private static final SchoolId ASH = new SchoolId("019990100040");
  private static final SchoolId YEW = new SchoolId("019990100050");
  private static final DistrictId CITY = new DistrictId("0199901");
  private static final DistrictId COUNTY = new DistrictId("0199902");
  private static final Cell MISSING = Cell.absent(Reason.NOT_REPORTED);
  private static final Cell WITHHELD = Cell.absent(Reason.SUPPRESSED_QUALITY);
  private static final Operand ELIGIBLE = Operands.enrolment(Groups.SUBSIDISED_MEALS);

  private static Loaded read(String format, String file) {
    return EquityFiles.read(Shared.fixture(format, file));
  }

  private static Cell cell(EquityData data, UnitId unit, Operand operand) {
    return data.cell(unit, operand.at(unit.level(), data.years().last()));
  }

  private static Cell students(EquityData data, UnitId unit, Group group) {
    return cell(data, unit, Operands.enrolment(group));
  }

  @Test
  void cellsOfRaceSexAndGradeAddUpOverSex() {
    Loaded loaded = read("ccd-membership", "ccd_sch_052_1516_w_2a_011717.csv");
    EquityData data = loaded.data();
    assertThat(data.years()).containsExactly(SchoolYear.ending(2016));
    assertThat(students(data, OAK, Group.STUDENTS)).isEqualTo(Cell.of(26));
    assertThat(students(data, OAK, Groups.ASIAN.and(GRADE, "1"))).isEqualTo(Cell.of(2 + 4));
    assertThat(students(data, OAK, Groups.BLACK.and(GRADE, "K"))).isEqualTo(Cell.of(4 + 5));
    assertThat(students(data, OAK, Groups.BLACK.and(SEX, "male"))).isEqualTo(Cell.of(9));
    // 2 + 9 + 3 boys and 4 + 8 girls.
    assertThat(students(data, OAK, Group.STUDENTS.and(SEX, "male"))).isEqualTo(Cell.derived(14));
    assertThat(students(data, OAK, Group.STUDENTS.and(SEX, "female"))).isEqualTo(Cell.derived(12));
    assertThat(students(data, OAK, Group.STUDENTS.and(GRADE, "2")))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
    assertThat(students(data, FIR, Groups.WHITE)).isEqualTo(MISSING);
  }

  @Test
  void zerosOfAllRacesBesideStudentsAreMissing() {
    Loaded loaded = read("ccd-membership", "ccd_sch_052_1516_w_2a_011717.csv");
    assertThat(students(loaded.data(), ELM, Groups.WHITE)).isEqualTo(MISSING);
    assertThat(students(loaded.data(), ELM, Groups.WHITE.and(SEX, "male"))).isEqualTo(MISSING);
    assertThat(students(loaded.data(), ELM, Group.STUDENTS)).isEqualTo(Cell.of(20));
    assertThat(loaded.notices().counts().keySet()).containsExactly("zero-block");
  }

  @Test
  void whatIsSuppressedIsSuppressedForItsQuality() {
    // A whole high school, of which the flag says what -9 said before 2016-17.
    Loaded loaded = read("ccd-membership", "ccd_sch_052_1819_l_1a_091019.csv");
    assertThat(students(loaded.data(), ELM, Group.STUDENTS)).isEqualTo(WITHHELD);
  }

  @Test
  void statesAndDistrictsHaveTheirOwnRows() {
    EquityData district = read("ccd-membership", "ccd_lea_052_2223_l_1a_083023.csv").data();
    EquityData state = read("ccd-membership", "ccd_sea_052_2223_l_1a_083023.csv").data();
    Map.of(district, CITY, state, new StateId("AL"))
        .forEach(
            (data, unit) -> {
              assertThat(students(data, unit, Group.STUDENTS)).isEqualTo(Cell.derived(85));
              assertThat(students(data, unit, Groups.WHITE)).isEqualTo(Cell.derived(40 + 42));
              assertThat(students(data, unit, Group.STUDENTS.and(RACE, "not-specified")))
                  .isEqualTo(Cell.derived(3));
              assertThat(students(data, unit, Group.STUDENTS.and(SEX, "male")))
                  .isEqualTo(Cell.derived(42 + 3));
            });
  }

  @Test
  void yearBehindTheNamesOfColumnsIsTheYear() {
    Loaded loaded = read("ccd-schools", "sc092a.txt");
    EquityData data = loaded.data();
    SchoolId oak = new SchoolId("489990100010");
    SchoolId elm = new SchoolId("489990100020");
    assertThat(data.years()).containsExactly(SchoolYear.ending(2010));
    assertThat(data.units(Level.SCHOOL)).containsExactly(oak, elm);
    assertThat(students(data, oak, Group.STUDENTS)).isEqualTo(Cell.of(50));
    assertThat(students(data, oak, Group.STUDENTS.and(GRADE, "1"))).isEqualTo(Cell.of(20));
    assertThat(students(data, oak, Groups.BLACK.and(GRADE, "1"))).isEqualTo(Cell.of(9 + 6));
    assertThat(students(data, oak, Groups.ASIAN)).isEqualTo(Cell.of(5));
    assertThat(cell(data, oak, Operands.TEACHERS)).isEqualTo(Cell.of(20.5));
    assertThat(cell(data, elm, Operands.TEACHERS)).isEqualTo(MISSING);
    assertThat(cell(data, elm, ELIGIBLE)).isEqualTo(WITHHELD);
    // 60 eligible students are more than the 50 enrolled; the notice does not change the number.
    assertThat(cell(data, oak, ELIGIBLE)).isEqualTo(Cell.of(60));
    assertThat(loaded.notices().counts().keySet())
        .containsExactlyInAnyOrder("part-above-whole", "zero-block");
  }

  @Test
  void fiveRacesCountPacificIslandersWithAsians() {
    EquityData data = read("ccd-schools", "sc051cow.txt").data();
    SchoolId oak = new SchoolId("489990100010");
    assertThat(data.years()).containsExactly(SchoolYear.ending(2006));
    assertThat(students(data, oak, Groups.ASIAN_OR_PACIFIC_ISLANDER)).isEqualTo(Cell.of(9));
    assertThat(students(data, oak, Groups.ASIAN_OR_PACIFIC_ISLANDER.and(GRADE, "1")))
        .isEqualTo(Cell.of(4 + 5));
    assertThat(data.groups(Level.SCHOOL, RACE, SchoolYear.ending(2006)))
        .doesNotContain(Groups.ASIAN, Groups.PACIFIC_ISLANDER, Groups.MULTIRACIAL)
        .hasSize(5);
    SchoolId elm = new SchoolId("489990100020");
    assertThat(cell(data, elm, Operands.TEACHERS)).isEqualTo(MISSING);
    assertThat(students(data, elm, Group.STUDENTS.and(GRADE, "PK")))
        .isEqualTo(Cell.absent(Reason.NOT_APPLICABLE));
  }

  @Test
  void differenceBetweenRacesAndAllStudentsIsANotice() {
    // 1 + 2 + 3 + 4 + 11 of 22 students have a race.
    assertThat(read("ccd-schools", "sc051cow.txt").notices().counts())
        .containsEntry("parts-differ-from-total", 1L);
  }

  @Test
  void districtsHaveStudentsAndStaffInOneFile() {
    EquityData data = read("ccd-districts", "ag092a.txt").data();
    DistrictId example = new DistrictId("4899901");
    DistrictId sample = new DistrictId("4899902");
    assertThat(data.years()).containsExactly(SchoolYear.ending(2010));
    assertThat(students(data, example, Group.STUDENTS)).isEqualTo(Cell.of(400));
    assertThat(students(data, example, Groups.WITH_DISABILITIES)).isEqualTo(Cell.of(44));
    assertThat(students(data, sample, Groups.WITH_DISABILITIES)).isEqualTo(MISSING);
    assertThat(students(data, sample, Groups.ENGLISH_LEARNERS)).isEqualTo(WITHHELD);
    assertThat(cell(data, example, Operands.TEACHERS)).isEqualTo(Cell.of(25.75));
    assertThat(cell(data, sample, Operands.COUNSELORS)).isEqualTo(MISSING);
  }

  @Test
  void kindsOfTeachersAreComparedWithAllTeachers() {
    // 2 + 10 and two kinds that do not apply are not the 13 teachers of the second district.
    assertThat(read("ccd-districts", "ag092a.txt").notices().counts())
        .containsExactly(Map.entry("parts-differ-from-total", 1L));
  }

  @Test
  void staffOfDistrictsInWideFiles() {
    Loaded loaded = read("ccd-district-staff", "ccd_lea_059_1516_w_1a_011717.csv");
    EquityData data = loaded.data();
    assertThat(cell(data, CITY, Operands.TEACHERS)).isEqualTo(Cell.of(25.5));
    assertThat(cell(data, CITY, Operands.staff(Group.TEACHERS.and(GRADE, "K"))))
        .isEqualTo(Cell.of(2.5));
    assertThat(cell(data, COUNTY, Operands.LEADERS)).isEqualTo(Cell.of(0));
    assertThat(cell(data, COUNTY, Operands.COUNSELORS)).isEqualTo(MISSING);
    assertThat(loaded.notices().counts()).isEmpty();
  }

  @Test
  void staffOfStates() {
    EquityData data = read("ccd-district-staff", "ccd_sea_059_2122_l_1a_071722.csv").data();
    assertThat(cell(data, new StateId("AL"), Operands.TEACHERS)).isEqualTo(Cell.derived(70.5));
  }

  @Test
  void wideLunchTellsZeroMissingAndWithheldApart() {
    EquityData data = read("ccd-lunch", "ccd_sch_033_1516_w_2a_011717.csv").data();
    assertThat(cell(data, OAK, ELIGIBLE)).isEqualTo(Cell.of(120));
    assertThat(cell(data, ELM, ELIGIBLE)).isEqualTo(MISSING);
    assertThat(cell(data, FIR, ELIGIBLE)).isEqualTo(WITHHELD);
    assertThat(cell(data, ASH, ELIGIBLE)).isEqualTo(Cell.of(0));
    assertThat(cell(data, YEW, ELIGIBLE)).isEqualTo(Cell.derived(30 + 4));
  }

  @Test
  void partInTitleIIsKnownByNumbersAndByWords() {
    EquityData numbers = read("ccd-characteristics", "ccd_sch_129_1516_w_2a_011717.csv").data();
    SchoolYear y16 = SchoolYear.ending(2016);
    assertThat(titleI(numbers, OAK, y16)).isEqualTo(TitleI.SCHOOLWIDE);
    assertThat(titleI(numbers, ELM, y16)).isEqualTo(TitleI.TARGETED);
    assertThat(titleI(numbers, FIR, y16)).isEqualTo(TitleI.NOT_ELIGIBLE);
    assertThat(titleI(numbers, ASH, y16)).isEqualTo(TitleI.UNKNOWN);
    assertThat(titleI(numbers, YEW, y16)).isEqualTo(TitleI.ELIGIBLE);
    EquityData words = read("ccd-characteristics", "ccd_sch_129_2021_w_1a_080621.csv").data();
    SchoolYear y21 = SchoolYear.ending(2021);
    assertThat(titleI(words, OAK, y21)).isEqualTo(TitleI.SCHOOLWIDE);
    assertThat(titleI(words, ELM, y21)).isEqualTo(TitleI.NOT_ELIGIBLE);
    assertThat(titleI(words, FIR, y21)).isEqualTo(TitleI.UNKNOWN);
    assertThat(titleI(words, ASH, y21)).isEqualTo(TitleI.TARGETED);
  }

  @Test
  void publishedDirectoryOfTexasHasLocalesLevelsAndCharters() {
    EquityData data = EquityFiles.read(Shared.format("ccd", "tx-campuses-ccd.csv.gz")).data();
    List<SchoolFacts> facts =
        data.units(Level.SCHOOL).stream()
            .map(id -> data.facts((SchoolId) id, SchoolYear.ending(2014)).orElseThrow())
            .toList();
    // Counted by Python's csv among the rows whose STATUS is not 2, 6 or 7: first digits of ULOCAL,
    // CHARTR 1, and the most frequent grades, PK to 05.
    assertThat(facts.stream().collect(groupingBy(SchoolFacts::locale, counting())))
        .isEqualTo(
            Map.of(
                Locale.CITY, 3333L, Locale.SUBURB, 2178L, Locale.TOWN, 1151L, Locale.RURAL, 2086L));
    assertThat(facts.stream().filter(SchoolFacts::charter)).hasSize(658);
    assertThat(facts.stream().filter(f -> new GradeSpan(-1, 5).equals(f.span()))).hasSize(2361);
  }

  private static TitleI titleI(EquityData data, SchoolId school, SchoolYear year) {
    return data.facts(school, year).orElseThrow().titleI();
  }
}
