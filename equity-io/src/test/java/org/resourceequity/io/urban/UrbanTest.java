package org.resourceequity.io.urban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Pages of invented rows with the names and codes of the portal. */
class UrbanTest {

  private static final SchoolYear YEAR = SchoolYear.parse("2018-19");
  private static final SchoolId OAK = new SchoolId("019990100010");

  @TempDir private Path folder;

  private Loaded read(String... rows) throws IOException {
    Path page = folder.resolve("page-1.json");
    Files.writeString(
        page,
        "{\"count\":%d,\"next\":null,\"previous\":null,\"results\":[%s]}"
            .formatted(rows.length, String.join(",", rows)));
    return EquityFiles.read(page);
  }

  private static String enrolment(int grade, int race, int students) {
    return """
    {"year":2018,"ncessch":"19990100010","grade":%d,"race":%d,"sex":99,"enrollment":%d,"fips":1,"leaid":"199901"}\
    """
        .formatted(grade, race, students);
  }

  @Test
  void preKindergartenIsAGradeAndTotalsAreNotAdded() throws IOException {
    Loaded loaded =
        read(
            enrolment(-1, 99, 20),
            enrolment(99, 2, 140),
            enrolment(99, 3, -1),
            enrolment(99, 99, 300));
    assertThat(loaded.tables().get(0).format()).isEqualTo("urban-enrolment");
    // The id lost its zero.
    assertThat(loaded.notices().counts()).containsOnlyKeys("repaired-id");
    assertThat(
            loaded
                .data()
                .cell(
                    OAK,
                    Operands.enrolment(Group.STUDENTS.and(Attribute.GRADE, "PK"))
                        .at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(20));
    assertThat(loaded.data().cell(OAK, Operands.enrolment(Groups.BLACK).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(140));
    assertThat(loaded.data().cell(OAK, Operands.enrolment(Groups.HISPANIC).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(loaded.data().cell(OAK, Operands.ENROLMENT.at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(300));
  }

  @Test
  void pagesAreOneTableAndWhatTwoOfThemSayIsReadOnce() throws IOException {
    read(enrolment(99, 2, 140), enrolment(99, 99, 300));
    Files.move(folder.resolve("page-1.json"), folder.resolve("page-2.json"));
    read(enrolment(99, 3, 90), enrolment(99, 99, 300));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.stores()).hasSize(1);
    assertThat(loaded.data().cell(OAK, Operands.ENROLMENT.at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(300));
    assertThat(loaded.data().cell(OAK, Operands.enrolment(Groups.BLACK).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(140));
    assertThat(loaded.notices().count("duplicate-cell")).isEqualTo(1);
  }

  @Test
  void numbersThatAreNullAreMissingHoweverAProgramWritesThem() throws IOException {
    Path file = folder.resolve("enrollment.csv");
    Files.writeString(
        file,
        """
        year,ncessch,grade,race,sex,enrollment,fips,leaid
        2018,019990100010,99,2,99,-1.0,1,0199901
        2018,019990100010,99,3,99,NA,1,0199901
        2018,019990100010,99,1,99,nan,1,0199901
        2018,019990100010,99,4,99,-3.0,1,0199901
        """);
    Loaded loaded = EquityFiles.read(file);
    assertThat(loaded.notices().counts()).isEmpty();
    for (Group group : List.of(Groups.BLACK, Groups.HISPANIC, Groups.WHITE)) {
      assertThat(loaded.data().cell(OAK, Operands.enrolment(group).at(Level.SCHOOL, YEAR)))
          .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    }
    assertThat(loaded.data().cell(OAK, Operands.enrolment(Groups.ASIAN).at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
  }

  @Test
  void povertyOfADistrictIsCountedInChildren() throws IOException {
    Loaded loaded =
        read(
            """
            {"year":2018,"fips":1,"leaid":"0199901","est_population_total":9000,"est_population_5_17":1400,"est_population_5_17_poverty":350,"est_population_5_17_poverty_pct":0.25}\
            """);
    assertThat(
            loaded
                .data()
                .cell(
                    new DistrictId("0199901"),
                    Operands.CHILDREN_IN_POVERTY.at(Level.DISTRICT, SchoolYear.parse("2017-18"))))
        .isEqualTo(Cell.of(350));
  }

  private static String graduation(int race, String low, String high, String middle) {
    return """
    {"ncessch":"019990100010","year":2018,"leaid":"0199901","lea_name":"Example","fips":1,"race":%d,\
    "lep":99,"homeless":99,"disability":99,"econ_disadvantaged":99,"foster_care":99,\
    "cohort_num":85,"grad_rate_low":%s,"grad_rate_high":%s,"grad_rate_midpt":%s}\
    """
        .formatted(race, low, high, middle);
  }

  @Test
  void rateIsBoundedByItsRangeAndExactWithoutOne() throws IOException {
    Loaded loaded =
        read(
            graduation(99, "null", "null", "91"),
            graduation(1, "93", "93", "93"),
            graduation(2, "85", "89", "87"),
            graduation(3, "-3", "-3", "-3"),
            graduation(4, "50", "54", "49"));
    assertThat(loaded.tables().get(0).format()).isEqualTo("urban-graduation");
    assertThat(rate(loaded, Group.STUDENTS)).isEqualTo(Cell.of(0.91));
    assertThat(rate(loaded, Groups.WHITE)).isEqualTo(Cell.of(0.93));
    assertThat(rate(loaded, Groups.BLACK))
        .isEqualTo(new Cell.Bounded(0.85, 0.89, Reason.SUPPRESSED_PRIVACY));
    assertThat(rate(loaded, Groups.HISPANIC)).isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(rate(loaded, Groups.ASIAN_OR_PACIFIC_ISLANDER))
        .isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
    assertThat(loaded.notices().counts()).containsOnlyKeys("contradictory-bounds");
  }

  private static Cell rate(Loaded loaded, Group group) {
    return loaded.data().cell(OAK, OutcomeOperands.graduationRate(group).at(Level.SCHOOL, YEAR));
  }

  private static String disciplined(String key, String race, int once, int often) {
    return """
    {"crdc_id":"019990100010","ncessch":%s,"leaid":null,"fips":1,"year":2018,"race":%s,"sex":99,\
    "disability":99,"lep":99,"students_susp_out_sch_single":%d,"students_susp_out_sch_multiple":%d}\
    """
        .formatted(key, race, once, often);
  }

  @Test
  void suspendedOnceAndMoreThanOnceAddUp() throws IOException {
    Loaded loaded =
        read(disciplined("null", "99", 30, 10), disciplined("\"019990100010\"", "2", 16, -3));
    assertThat(loaded.tables().get(0).format()).isEqualTo("urban-civil-rights");
    // A school that is not in the Common Core of Data has the key of the collection. 30 + 10 = 40.
    assertThat(suspended(loaded, Group.STUDENTS)).isEqualTo(Cell.derived(40));
    assertThat(suspended(loaded, Groups.BLACK)).isEqualTo(Cell.absent(Reason.SUPPRESSED_PRIVACY));
    assertThat(loaded.notices().counts()).isEmpty();
  }

  private static Cell suspended(Loaded loaded, Group group) {
    return loaded
        .data()
        .cell(OAK, Operand.of(StudentEvents.SUSPENSION, group).at(Level.SCHOOL, YEAR));
  }

  @Test
  void directoryOfDistrictsLeavesOutTheClosed() throws IOException {
    Loaded loaded = read(district("0199901", 1, 1150, 70.5), district("0199902", 2, -2, -2));
    assertThat(loaded.tables().get(0).format()).isEqualTo("urban-district-directory");
    DistrictId open = new DistrictId("0199901");
    assertThat(loaded.data().cell(open, Operands.TEACHERS.at(Level.DISTRICT, YEAR)))
        .isEqualTo(Cell.of(70.5));
    assertThat(loaded.data().facts(open, YEAR).orElseThrow().locale()).isEqualTo(Locale.CITY);
    assertThat(loaded.data().units(Level.DISTRICT)).containsExactly(open);
  }

  private static String district(String key, int change, int students, double teachers) {
    return """
    {"year":2018,"fips":1,"leaid":"%s","lea_name":"Example City","agency_type":1,\
    "boundary_change_indicator":%d,"urban_centric_locale":12,"enrollment":%d,\
    "teachers_total_fte":%s}\
    """
        .formatted(key, change, students, teachers);
  }

  @Test
  void modelledPovertyHasAFormatOfItsOwn() throws IOException {
    Loaded loaded =
        read(
            """
            {"ncessch":"019990100010","year":2018,"fips":1,"leaid":"0199901","gleaid":"0199901",\
            "meps_poverty_pct":25,"meps_poverty_se":1.5,"meps_mod_poverty_pct":30}\
            """);
    assertThat(loaded.tables().get(0).format()).isEqualTo("meps-schools");
    assertThat(loaded.data().cell(OAK, Operands.MODELLED_POVERTY.at(Level.SCHOOL, YEAR)))
        .isEqualTo(Cell.of(0.25));
  }
}
