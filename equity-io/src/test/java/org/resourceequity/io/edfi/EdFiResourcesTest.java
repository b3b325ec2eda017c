package org.resourceequity.io.edfi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * Resources as the interface gives them, with the names of its models. Counts are those of the few
 * rows of each test.
 */
class EdFiResourcesTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2022);
  private static final DistrictId DISTRICT = new DistrictId("9001");
  private static final SchoolId OAK = new SchoolId("900101");
  private static final SchoolId ELM = new SchoolId("900102");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void districtAndSchools() throws IOException {
    write(
        "localEducationAgencies.json",
        """
        [{"id": "a", "localEducationAgencyId": 9001, "nameOfInstitution": "Grove",
          "addresses": [{"addressTypeDescriptor": "uri://ed-fi.org/AddressTypeDescriptor#Mailing",
            "stateAbbreviationDescriptor": "uri://ed-fi.org/StateAbbreviationDescriptor#TX"}],
          "_etag": "1"}]
        """);
    write(
        "schools.json",
        """
        [{"schoolId": 900101, "nameOfInstitution": "Oak", "charterStatusDescriptor":
          "uri://ed-fi.org/CharterStatusDescriptor#NotACharterSchool",
          "charterApprovalSchoolYearTypeReference": {"schoolYear": 2030},
          "identificationCodes": [
            {"educationOrganizationIdentificationSystemDescriptor": "uri://x#SEA", "identificationCode": "1"},
            {"educationOrganizationIdentificationSystemDescriptor":
              "uri://ed-fi.org/EducationOrganizationIdentificationSystemDescriptor#NCES",
             "identificationCode": "199900100001"}],
          "gradeLevels": [{"gradeLevelDescriptor": "uri://state.gov/GradeLevelDescriptor#09"},
            {"gradeLevelDescriptor": "uri://state.gov/GradeLevelDescriptor#12"}],
          "localEducationAgencyReference": {"localEducationAgencyId": 9001}},
         {"schoolId": "900102", "nameOfInstitution": "Elm", "gradeLevels": [],
          "charterStatusDescriptor": "uri://ed-fi.org/CharterStatusDescriptor#Open Enrollment",
          "localEducationAgencyReference": {"localEducationAgencyId": "9001"}}]
        """);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /** Writes enrolments at the first school, each with more than a student and a day. */
  private void enrol(String... more) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < more.length; i++) {
      text.append(
          """
          {"studentReference": {"studentUniqueId": "%d"}, "schoolReference": {"schoolId": 900101},
           "entryDate": "2021-08-23", %s}
          """
              .formatted(i + 1, more[i]));
    }
    write("studentSchoolAssociations.json", text.toString());
  }

  private static String grade(String code) {
    return "\"entryGradeLevelDescriptor\": \"" + code + "\"";
  }

  private static Cell cell(Loaded loaded, UnitId unit, Operand operand) {
    return loaded.data().cell(unit, operand.at(unit.level(), YEAR));
  }

  private static Cell students(Loaded loaded, Group group) {
    return cell(loaded, OAK, Operands.enrolment(group));
  }

  @Test
  void codesAddressesAndGradesAreRead() throws IOException {
    enrol(grade("uri://ed-fi.org/GradeLevelDescriptor#Ninth grade"));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(loaded.data().alias(OAK, "NCES")).contains("199900100001");
    assertThat(loaded.data().facts(DISTRICT, YEAR).orElseThrow().state()).isEqualTo("TX");
    assertThat(loaded.data().facts(OAK, YEAR).orElseThrow().span()).hasToString("9-12");
    assertThat(loaded.data().facts(OAK, YEAR).orElseThrow().charter()).isFalse();
    assertThat(loaded.data().facts(ELM, YEAR).orElseThrow().charter()).isTrue();
  }

  @Test
  void onlyTheYearOfAnEnrolmentCountsAndNotThatOfTheGraduation() throws IOException {
    enrol(
        grade("09")
            + ", \"schoolYearTypeReference\": {\"schoolYear\": 2022}"
            + ", \"classOfSchoolYearTypeReference\": {\"schoolYear\": 2025}");
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.data().years()).containsExactly(YEAR);
    assertThat(students(loaded, Group.STUDENTS)).isEqualTo(Cell.derived(1));
  }

  @Test
  void whoEnteredLastYearIsNoStudentOfTheNextOne() throws IOException {
    enrol(grade("09"), grade("09"));
    String session =
        """
        {"sessionName": "Fall", "schoolReference": {"schoolId": 900101}, "beginDate": "%d-08-20",
         "endDate": "%d-12-20", "schoolYearTypeReference": {"schoolYear": %d}}
        """;
    write(
        "sessions.json", session.formatted(2021, 2021, 2022) + session.formatted(2022, 2022, 2023));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(students(loaded, Group.STUDENTS)).isEqualTo(Cell.derived(2));
    SchoolYear next = SchoolYear.ending(2023);
    assertThat(loaded.data().cell(OAK, Operands.ENROLMENT.at(OAK.level(), next)))
        .isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
  }

  @Test
  void gradesOfStatesAreNumbersAndUnknownOnesAreNamed() throws IOException {
    enrol(
        grade("uri://state.gov/GradeLevelDescriptor#09"),
        grade("9th Grade"),
        grade("Grade 9"),
        grade("uri://state.gov/GradeLevelDescriptor#KG"),
        grade("uri://ed-fi.org/GradeLevelDescriptor#Ungraded"),
        grade("uri://state.gov/GradeLevelDescriptor#Lower"));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(students(loaded, Group.STUDENTS.and(Attribute.GRADE, "9")))
        .isEqualTo(Cell.derived(3));
    assertThat(students(loaded, Group.STUDENTS.and(Attribute.GRADE, "K")))
        .isEqualTo(Cell.derived(1));
    assertThat(loaded.notices().counts()).containsOnlyKeys("unknown-code");
    assertThat(loaded.notices().examples()).hasSize(1);
    assertThat(loaded.notices().examples().get(0).value()).endsWith("#Lower");
  }

  @Test
  void recordsThatSayNothingOfAPersonDoNotHideThoseThatDo() throws IOException {
    enrol(grade("09"), grade("09"));
    write(
        "studentEducationOrganizationAssociations.json",
        """
        [{"studentReference": {"studentUniqueId": "1"},
          "educationOrganizationReference": {"educationOrganizationId": 900101},
          "sexDescriptor": "uri://ed-fi.org/SexDescriptor#Female",
          "races": [{"raceDescriptor": "uri://ed-fi.org/RaceDescriptor#Black - African American"}]},
         {"studentReference": {"studentUniqueId": "2"},
          "educationOrganizationReference": {"educationOrganizationId": 900101}, "races": [
            {"raceDescriptor": "uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native"}]},
         {"studentReference": {"studentUniqueId": "2"},
          "educationOrganizationReference": {"educationOrganizationId": 9001}, "races": []}]
        """);
    write(
        "studentAcademicRecords.json",
        """
        [{"studentReference": {"studentUniqueId": "1"}, "termDescriptor": "uri://x#Fall",
          "schoolYearTypeReference": {"schoolYear": 2022}, "cumulativeEarnedCredits": 3,
          "educationOrganizationReference": {"educationOrganizationId": 9001}}]
        """);
    Loaded loaded = EquityFiles.read(folder);
    assertThat(students(loaded, Groups.BLACK)).isEqualTo(Cell.derived(1));
    assertThat(students(loaded, Groups.NATIVE_AMERICAN)).isEqualTo(Cell.derived(1));
    assertThat(students(loaded, Groups.FEMALE)).isEqualTo(Cell.derived(1));
    assertThat(loaded.notices().counts()).doesNotContainKey("unknown-code");
  }

  @Test
  void mealsAreServicesOfAProgramme() throws IOException {
    enrol(grade("09"), grade("09"), grade("09"));
    StringBuilder text = new StringBuilder();
    for (String service : List.of("Free Lunch", "Reduced Price Lunch")) {
      text.append(
          """
          {"studentReference": {"studentUniqueId": "%s"}, "beginDate": "2021-08-23",
           "educationOrganizationReference": {"educationOrganizationId": 9001},
           "programReference": {"educationOrganizationId": 9001, "programName": "Meals",
             "programTypeDescriptor": "uri://ed-fi.org/ProgramTypeDescriptor#Other"},
           "schoolFoodServiceProgramServices": [{"schoolFoodServiceProgramServiceDescriptor":
             "uri://ed-fi.org/SchoolFoodServiceProgramServiceDescriptor#%s"}]}
          """
              .formatted(service.startsWith("Free") ? "1" : "2", service));
    }
    write("studentSchoolFoodServiceProgramAssociations.json", text.toString());
    Loaded loaded = EquityFiles.read(folder);
    assertThat(students(loaded, Groups.FREE_MEALS)).isEqualTo(Cell.derived(1));
    assertThat(students(loaded, Groups.REDUCED_PRICE_MEALS)).isEqualTo(Cell.derived(1));
  }

  @Test
  void whoCausedNoIncidentIsNotCounted() throws IOException {
    enrol(grade("09"), grade("09"), grade("09"));
    write(
        "disciplineIncidents.json",
        """
        [{"incidentIdentifier": "i", "incidentDate": "2021-11-01",
          "schoolReference": {"schoolId": 900101}, "reportedToLawEnforcement": true}]
        """);
    String part =
        """
        {"studentReference": {"studentUniqueId": "%s"}, "disciplineIncidentReference":
          {"incidentIdentifier": "i", "schoolId": 900101}, %s "disciplineIncidentParticipationCodes":
          [{"disciplineIncidentParticipationCodeDescriptor": "uri://ed-fi.org/x#%s"}]}
        """;
    String behavior = "\"behaviorDescriptor\": \"uri://ed-fi.org/BehaviorDescriptor#Other\",";
    write(
        "studentDisciplineIncidentBehaviorAssociations.json",
        part.formatted("1", behavior, "Perpetrator"));
    write(
        "studentDisciplineIncidentNonOffenderAssociations.json",
        part.formatted("2", "", "Victim") + part.formatted("3", "", "Bystander"));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(cell(loaded, OAK, Operand.of(StudentEvents.REFERRAL, Group.STUDENTS)))
        .isEqualTo(Cell.derived(1));
  }

  @Test
  void schoolWithoutEnrolmentsHasNoNumberOfStudents() throws IOException {
    enrol(grade("09"));
    write(
        "disciplineActions.json",
        """
        [{"disciplineActionIdentifier": "d", "disciplineDate": "2021-11-01",
          "studentReference": {"studentUniqueId": "7"},
          "responsibilitySchoolReference": {"schoolId": 900102}, "disciplines": [
            {"disciplineDescriptor": "uri://state.gov/DisciplineDescriptor#05 - Out of School Suspension"}]}]
        """);
    Loaded loaded = EquityFiles.read(folder);
    assertThat(cell(loaded, ELM, Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS)))
        .isEqualTo(Cell.derived(1));
    assertThat(cell(loaded, OAK, Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS)))
        .isEqualTo(Cell.derived(0));
    assertThat(cell(loaded, ELM, Operands.ENROLMENT)).isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
  }

  @Test
  void schoolWhoseStudentsAllLeftHasNone() throws IOException {
    enrol(grade("09") + ", \"exitWithdrawDate\": \"2021-09-10\"");
    assertThat(students(EquityFiles.read(folder), Group.STUDENTS)).isEqualTo(Cell.derived(0));
  }

  @Test
  void filesOfWindowsShellsAreRead() throws IOException {
    enrol(grade("09"));
    Path file = folder.resolve("studentSchoolAssociations.json");
    String text = Files.readString(file);
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(file, ("\uFEFF" + text).getBytes(charset));
      assertThat(students(EquityFiles.read(folder), Group.STUDENTS))
          .as("%s", charset)
          .isEqualTo(Cell.derived(1));
    }
  }
}
