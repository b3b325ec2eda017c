package org.resourceequity.io.urban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
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
}
