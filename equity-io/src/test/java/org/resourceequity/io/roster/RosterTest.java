package org.resourceequity.io.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Shared;
import org.resourceequity.io.persons.CourseKinds;
import org.resourceequity.io.table.Tables;
import org.resourceequity.io.testkit.Described;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

class RosterTest {

  private static final Path FIXTURE = Path.of("src", "test", "resources", "fixtures", "roster");
  private static final SchoolYear Y18 = SchoolYear.ending(2018);
  private static final SchoolYear Y19 = SchoolYear.ending(2019);
  private static final SchoolYear Y22 = SchoolYear.ending(2022);
  private static final SchoolId OAK = new SchoolId("o-2");
  private static final SchoolId ELM = new SchoolId("o-3");
  private static final Operand TEACHERS = Operands.headcount(Group.TEACHERS);

  @TempDir Path folder = Path.of("");

  private static Cell cell(EquityData data, SchoolId school, Operand operand, SchoolYear year) {
    return data.cell(school, operand.at(Level.SCHOOL, year));
  }

  private static double known(EquityData data, SchoolId school, Operand operand, SchoolYear year) {
    return ((Cell.Known) cell(data, school, operand, year)).value();
  }

  @Test
  void studentsAreCountedOnceBySchoolAndGroup() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(cell(data, OAK, Operands.ENROLMENT, Y19)).isEqualTo(Cell.derived(5));
    assertThat(cell(data, ELM, Operands.ENROLMENT, Y19)).isEqualTo(Cell.derived(3));
    for (Group race :
        List.of(Groups.ASIAN, Groups.BLACK, Groups.HISPANIC, Groups.MULTIRACIAL, Groups.WHITE)) {
      assertThat(cell(data, OAK, Operands.enrolment(race), Y19)).isEqualTo(Cell.derived(1));
    }
    assertThat(cell(data, OAK, Operands.enrolment(Groups.FEMALE), Y19)).isEqualTo(Cell.derived(3));
    assertThat(
            cell(
                data,
                ELM,
                Operands.enrolment(Group.STUDENTS.and(Attribute.RACE, "not-specified")),
                Y19))
        .isEqualTo(Cell.derived(2));
    assertThat(cell(data, ELM, Operands.enrolment(Group.STUDENTS.and(Attribute.GRADE, "9")), Y19))
        .isEqualTo(Cell.derived(2));
  }

  @Test
  void classesHaveSizesAndSchoolsTheirAverage() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(cell(data, OAK, CourseOperands.CLASSES, Y19)).isEqualTo(Cell.derived(2));
    assertThat(cell(data, OAK, CourseOperands.CLASS_ENROLMENT, Y19)).isEqualTo(Cell.derived(8));
    assertThat(cell(data, OAK, CourseOperands.CLASS_SIZE, Y19)).isEqualTo(Cell.derived(4));
    assertThat(data.everBelow(OAK, Level.SECTION))
        .extracting(section -> data.cell(section, Operands.ENROLMENT.at(Level.SECTION, Y19)))
        .containsExactlyInAnyOrder(Cell.derived(3), Cell.derived(5));
    assertThat(cell(data, OAK, TEACHERS, Y19)).isEqualTo(Cell.derived(2));
    assertThat(cell(data, ELM, TEACHERS, Y19)).isEqualTo(Cell.derived(1));
  }

  @Test
  void coursesAreFoundByTitleAndCode() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(known(data, OAK, CourseOperands.courseEnrolment("biology", Group.STUDENTS), Y19))
        .isEqualTo(3);
    assertThat(
            known(
                data, OAK, CourseOperands.courseEnrolment("advanced-placement", Groups.BLACK), Y19))
        .isEqualTo(1);
    assertThat(
            known(
                data,
                ELM,
                CourseOperands.courseEnrolment("advanced-placement", Group.STUDENTS),
                Y19))
        .isZero();
    assertThat(known(data, ELM, CourseOperands.courseEnrolment("algebra-1", Group.STUDENTS), Y19))
        .isEqualTo(2);
    assertThat(known(data, ELM, CourseOperands.classes("algebra-1"), Y19)).isEqualTo(1);
    assertThat(CourseKinds.of("Pre-Calculus", "")).isZero();
    assertThat(CourseKinds.of("Algebra III", "")).isZero();
  }

  @Test
  void schoolsStandBelowTheirDistrict() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(data.parent(OAK)).contains(new DistrictId("o-1"));
    assertThat(data.alias(OAK, "NCES")).contains("019990100010");
    assertThat(data.facts(OAK, Y19).orElseThrow().level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(data.name(new DistrictId("o-1"))).isEqualTo("Example District");
  }

  @Test
  void nothingAboutAPersonLeaves() {
    Loaded loaded = EquityFiles.read(FIXTURE);
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(Described.of(loaded.data()))
        .noneMatch(text -> text.contains("person-") || text.contains("Given"));
  }

  @Test
  void noticesNameNoPerson() throws IOException {
    copyFixture();
    Files.writeString(
        folder.resolve("enrollments.csv"),
        "classSourcedId,userSourcedId,role\nk-99,person-1,student\n");
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).containsOnlyKeys("unknown-class");
    Notice notice = loaded.notices().examples().get(0);
    assertThat(notice.line()).isEqualTo(2);
    assertThat(notice.toString()).doesNotContain("person-1");
  }

  @Test
  void zipIsReadLikeAFolder() throws IOException {
    Path zip = folder.resolve("export.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (Path file : Tables.files(FIXTURE)) {
        packed.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
    assertThat(Described.of(EquityFiles.read(zip).data()))
        .isEqualTo(Described.of(EquityFiles.read(FIXTURE).data()));
  }

  @Test
  void orderOfRowsDoesNotMatter() throws IOException {
    for (Path file : Tables.files(FIXTURE)) {
      List<String> lines = Files.readAllLines(file);
      java.util.Collections.reverse(lines.subList(1, lines.size()));
      Files.write(folder.resolve(String.valueOf(file.getFileName())), lines);
    }
    assertThat(Described.of(EquityFiles.read(folder).data()))
        .isEqualTo(Described.of(EquityFiles.read(FIXTURE).data()));
  }

  @Test
  void firstVersionOfSchoolDataSyncIsRead() throws IOException {
    write("School.csv", "SIS ID,Name,School NCES_ID", "1,Oak School,019990100010");
    write(
        "Section.csv",
        "SIS ID,School SIS ID,Section Name,Term StartDate,Term EndDate,Course Name",
        "7,1,Period 1,7/1/2017,6/30/2018,Geometry");
    write("Student.csv", "SIS ID,School SIS ID,Username,Grade", "s1,1,a,10", "s2,1,b,10");
    write("Teacher.csv", "SIS ID,School SIS ID,Username,Title", "t1,1,c,Teacher");
    write("StudentEnrollment.csv", "Section SIS ID,SIS ID", "7,s1", "7,s2");
    write("TeacherRoster.csv", "Section SIS ID,SIS ID", "7,t1");
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).isEmpty();
    SchoolId school = new SchoolId("1");
    EquityData data = loaded.data();
    assertThat(known(data, school, Operands.ENROLMENT, Y18)).isEqualTo(2);
    assertThat(known(data, school, CourseOperands.CLASS_SIZE, Y18)).isEqualTo(2);
    assertThat(known(data, school, TEACHERS, Y18)).isEqualTo(1);
    assertThat(known(data, school, CourseOperands.courseEnrolment("geometry", Group.STUDENTS), Y18))
        .isEqualTo(2);
  }

  @Test
  void partsAloneAreKnownAndSayWhatIsMissing() throws IOException {
    for (String part : List.of("users.csv", "enrollments.csv", "demographics.csv")) {
      Path alone = Files.createDirectory(folder.resolve(part.replace(".csv", "")));
      Loaded loaded = EquityFiles.read(Files.copy(FIXTURE.resolve(part), alone.resolve(part)));
      assertThat(loaded.tables()).extracting(LoadedTable::format).containsExactly("roster");
      assertThat(loaded.notices().counts().keySet()).containsAnyOf("no-year", "incomplete-roster");
    }
  }

  /** Counted by hand: the sample has 2 classes, 4 students and 2 teachers. */
  @Test
  void sampleOfSchoolDataSyncIsWhole() {
    Loaded loaded = EquityFiles.read(Shared.format("roster-sds", ""));
    assertThat(loaded.tables().stream().filter(t -> t.format().equals("roster"))).hasSize(10);
    EquityData data = loaded.stores().get(0);
    SchoolId college = new SchoolId("110001");
    SchoolId school = new SchoolId("110003");
    assertThat(data.units(Level.SCHOOL)).containsExactly(college, school);
    assertThat(known(data, school, Operands.ENROLMENT, Y22)).isEqualTo(3);
    assertThat(known(data, college, Operands.ENROLMENT, Y22)).isEqualTo(1);
    for (Group group :
        List.of(
            Groups.HISPANIC,
            Groups.ASIAN,
            Groups.WHITE,
            Groups.FEMALE,
            Groups.WITH_DISABILITIES,
            Groups.FREE_MEALS,
            Groups.SECTION_504)) {
      assertThat(known(data, school, Operands.enrolment(group), Y22)).isEqualTo(1);
    }
    assertThat(known(data, school, CourseOperands.CLASS_SIZE, Y22)).isEqualTo(3);
    assertThat(known(data, school, TEACHERS, Y22)).isEqualTo(1);
    // The professor belongs to a department of the college.
    assertThat(known(data, college, TEACHERS, Y22)).isEqualTo(1);
    assertThat(known(data, school, CourseOperands.courseEnrolment("biology", Group.STUDENTS), Y22))
        .isEqualTo(3);
    assertThat(
            known(
                data,
                college,
                CourseOperands.courseEnrolment("computer-science", Groups.BLACK),
                Y22))
        .isEqualTo(1);
  }

  private void copyFixture() throws IOException {
    for (Path file : Tables.files(FIXTURE)) {
      Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
    }
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }
}
