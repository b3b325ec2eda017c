package org.resourceequity.io.edfi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Shared;
import org.resourceequity.io.table.Tables;
import org.resourceequity.io.testkit.Described;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.SpendingFunction;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Values of the fixture are counted by hand from its rows. */
class EdFiTest {

  private static final Path FIXTURE = Path.of("src", "test", "resources", "fixtures", "edfi");
  private static final SchoolYear YEAR = SchoolYear.ending(2022);
  private static final DistrictId DISTRICT = new DistrictId("9001");
  private static final SchoolId OAK = new SchoolId("900101");
  private static final SchoolId ELM = new SchoolId("900102");
  private static final String STUDENT =
      "<StudentReference><StudentIdentity><StudentUniqueId>person-%s</StudentUniqueId>"
          + "</StudentIdentity></StudentReference>";

  @TempDir Path folder = Path.of("");

  private static Cell cell(EquityData data, UnitId unit, Operand operand) {
    return data.cell(unit, operand.at(unit.level(), YEAR));
  }

  private static double known(EquityData data, UnitId unit, Operand operand) {
    return ((Cell.Known) cell(data, unit, operand)).value();
  }

  private static Operand grade(String grade) {
    return Operands.enrolment(Group.STUDENTS.and(Attribute.GRADE, grade));
  }

  @Test
  void schoolsAndDistrictsHaveFacts() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    SchoolFacts oak = data.facts(OAK, YEAR).orElseThrow();
    assertThat(oak.name()).isEqualTo("Oak High School");
    assertThat(oak.level()).isEqualTo(SchoolLevel.HIGH);
    assertThat(oak.titleI()).isEqualTo(TitleI.SCHOOLWIDE);
    assertThat(oak.charter()).isFalse();
    SchoolFacts elm = data.facts(ELM, YEAR).orElseThrow();
    assertThat(elm.level()).isEqualTo(SchoolLevel.ELEMENTARY);
    assertThat(elm.titleI()).isEqualTo(TitleI.UNKNOWN);
    assertThat(elm.charter()).isTrue();
    // The parent of the first is a reference to an element, that of the second its id.
    assertThat(data.parent(OAK)).contains(DISTRICT);
    assertThat(data.parent(ELM)).contains(DISTRICT);
    assertThat(data.alias(OAK, "NCES")).contains("199900100001");
    assertThat(data.facts(DISTRICT, YEAR).orElseThrow().state()).isEqualTo("TX");
  }

  @Test
  void studentsCountWhereTheyAreOnTheFirstOfOctober() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    // Of five, one left in September and one came in November.
    assertThat(known(data, OAK, Operands.ENROLMENT)).isEqualTo(3);
    assertThat(known(data, ELM, Operands.ENROLMENT)).isEqualTo(2);
    assertThat(known(data, OAK, grade("9"))).isEqualTo(2);
    assertThat(known(data, ELM, grade("K"))).isEqualTo(1);
    for (Group group :
        List.of(
            Groups.BLACK,
            Groups.MULTIRACIAL,
            Groups.HISPANIC,
            Groups.ENGLISH_LEARNERS,
            Groups.HOMELESS,
            // One of two: the period of the other is over.
            Groups.LOW_INCOME)) {
      assertThat(known(data, OAK, Operands.enrolment(group))).as("%s", group).isEqualTo(1);
    }
    assertThat(known(data, OAK, Operands.enrolment(Groups.FEMALE))).isEqualTo(2);
    assertThat(known(data, ELM, Operands.enrolment(Groups.WITH_DISABILITIES))).isEqualTo(1);
  }

  @Test
  void classesAreCountedLikeThoseOfRosters() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(known(data, OAK, CourseOperands.CLASSES)).isEqualTo(2);
    assertThat(known(data, OAK, CourseOperands.CLASS_ENROLMENT)).isEqualTo(4);
    assertThat(known(data, OAK, CourseOperands.CLASS_SIZE)).isEqualTo(2);
    assertThat(known(data, OAK, CourseOperands.courseEnrolment("algebra-1", Group.STUDENTS)))
        .isEqualTo(3);
    assertThat(known(data, OAK, CourseOperands.courseEnrolment("algebra-1", Groups.BLACK)))
        .isEqualTo(1);
  }

  @Test
  void disciplineCountsStudentsOnce() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    // One student twice, and one in the next school year.
    assertThat(known(data, OAK, Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS))).isEqualTo(1);
    assertThat(known(data, OAK, Operand.of(StudentEvents.SUSPENSION, Groups.BLACK))).isEqualTo(1);
    assertThat(known(data, OAK, Operand.of(StudentEvents.IN_SCHOOL_SUSPENSION, Groups.MULTIRACIAL)))
        .isEqualTo(1);
    assertThat(known(data, OAK, Operand.of(StudentEvents.EXPULSION, Group.STUDENTS))).isZero();
  }

  @Test
  void staffHasItsOwnShareOrThatOfTheEmployment() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    // 1 + 0.8 / 2: the second has another assignment by the same employment.
    assertThat(known(data, OAK, Operands.TEACHERS)).isEqualTo(1.4);
    assertThat(known(data, OAK, Operands.COUNSELORS)).isEqualTo(0.5);
    assertThat(known(data, OAK, Operands.ALL_STAFF)).isEqualTo(2.3);
    assertThat(known(data, DISTRICT, Operands.ALL_STAFF)).isEqualTo(3.3);
    assertThat(known(data, OAK, Operands.headcount(Group.TEACHERS))).isEqualTo(2);
    assertThat(known(data, OAK, Operands.staff(Groups.NOVICE_TEACHERS))).isEqualTo(1);
  }

  @Test
  void accountsAreSpendingAndRevenueAtTheLatestDay() {
    EquityData data = EquityFiles.read(FIXTURE).data();
    assertThat(known(data, DISTRICT, FinanceOperands.SPENDING)).isEqualTo(5700.5);
    assertThat(known(data, OAK, FinanceOperands.SPENDING)).isEqualTo(700.5);
    assertThat(known(data, DISTRICT, FinanceOperands.salaries(SpendingFunction.INSTRUCTION)))
        .isEqualTo(5000);
    assertThat(known(data, OAK, FinanceOperands.benefits(SpendingFunction.SCHOOL_ADMINISTRATION)))
        .isEqualTo(700.5);
    assertThat(known(data, DISTRICT, FinanceOperands.revenue(Fund.STATE))).isEqualTo(9000);
    assertThat(known(data, DISTRICT, FinanceOperands.budgeted(FinanceOperands.SPENDING)))
        .isEqualTo(5500);
  }

  @Test
  void nothingAboutAPersonLeaves() {
    Loaded loaded = EquityFiles.read(FIXTURE);
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(Described.of(loaded.data()))
        .noneMatch(text -> text.matches(".*(?:person-|staff-\\d|Given|Family).*"));
  }

  @Test
  void orderOfFilesAndRecordsDoesNotMatter() throws IOException {
    for (Path file : Tables.files(FIXTURE)) {
      List<String> records =
          List.of(Files.readString(file).split("(?m)(?=^  <\\w)|(?=^</Interchange)", -1));
      List<String> turned = new java.util.ArrayList<>(records);
      boolean xml = records.size() > 2;
      if (xml) {
        java.util.Collections.reverse(turned.subList(1, turned.size() - 1));
      }
      Files.writeString(folder.resolve("z-" + file.getFileName()), String.join("", turned));
    }
    assertThat(numbers(EquityFiles.read(folder).data()))
        .isEqualTo(numbers(EquityFiles.read(FIXTURE).data()));
  }

  private static List<String> numbers(EquityData data) {
    return data.columns().keySet().stream()
        .flatMap(
            key -> data.units(key.level()).stream().map(u -> key + " " + u + data.cell(u, key)))
        .toList();
  }

  @Test
  void resourcesOfTheInterfaceSayTheSame() throws IOException {
    write(
        "schools.json",
        """
        [{"schoolId": 900101, "nameOfInstitution": "Oak", "localEducationAgencyReference":
          {"localEducationAgencyId": 9001, "link": {"rel": "LocalEducationAgency"}},
          "gradeLevels": [{"gradeLevelDescriptor": "uri://ed-fi.org/GradeLevelDescriptor#Ninth grade"}]}]
        """);
    write(
        "studentSchoolAssociations.json",
        """
        [{"studentReference": {"studentUniqueId": "person-1"}, "schoolReference": {"schoolId": 900101},
          "schoolYearTypeReference": {"schoolYear": 2022}, "entryDate": "2021-08-23",
          "entryGradeLevelDescriptor": "uri://state.gov/GradeLevelDescriptor#Ninth grade"},
         {"studentReference": {"studentUniqueId": "person-2"}, "schoolReference": {"schoolId": 900101},
          "schoolYearTypeReference": {"schoolYear": 2022}, "entryDate": "2021-08-23",
          "primarySchool": false,
          "entryGradeLevelDescriptor": "uri://state.gov/GradeLevelDescriptor#Ninth grade"}]
        """);
    write(
        "studentEducationOrganizationAssociations.json",
        """
        [{"studentReference": {"studentUniqueId": "person-1"},
          "educationOrganizationReference": {"educationOrganizationId": 900101},
          "sexDescriptor": "uri://ed-fi.org/SexDescriptor#Female", "hispanicLatinoEthnicity": false,
          "races": [{"raceDescriptor": "uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander"}],
          "studentCharacteristics": [
            {"studentCharacteristicDescriptor": "uri://ed-fi.org/StudentCharacteristicDescriptor#Migrant",
             "periods": [{"beginDate": "2020-08-01", "endDate": "2021-01-01"}, {"beginDate": "2021-09-01"}]}]}]
        """);
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).isEmpty();
    EquityData data = loaded.data();
    // The second student's primary school is another one.
    assertThat(known(data, OAK, Operands.ENROLMENT)).isEqualTo(1);
    assertThat(known(data, OAK, grade("9"))).isEqualTo(1);
    assertThat(known(data, OAK, Operands.enrolment(Groups.PACIFIC_ISLANDER))).isEqualTo(1);
    assertThat(known(data, OAK, Operands.enrolment(Groups.MIGRANT))).isEqualTo(1);
    assertThat(data.parent(OAK)).contains(DISTRICT);
  }

  @Test
  void versionThreeHasAccountsWithCodesAndParticipants() throws IOException {
    copy("EducationOrganization.xml");
    interchange(
        "Finance",
        """
        <Account><AccountIdentifier>a</AccountIdentifier><FiscalYear>2022</FiscalYear>
        <EducationOrganizationReference ref="LEAG_X"/>
        <AccountCodeReference><AccountCodeIdentity><AccountCodeNumber>2700</AccountCodeNumber>
        <AccountClassification>uri://ed-fi.org/AccountClassificationDescriptor#Function</AccountClassification>
        </AccountCodeIdentity></AccountCodeReference></Account>
        <LocalEducationAgency id="LEAG_X"><LocalEducationAgencyId>9001</LocalEducationAgencyId></LocalEducationAgency>
        <Actual><AccountReference><AccountIdentity><AccountIdentifier>a</AccountIdentifier>
        <FiscalYear>2022</FiscalYear><EducationOrganizationReference ref="LEAG_X"/>
        </AccountIdentity></AccountReference><AmountToDate>12.5</AmountToDate><AsOfDate>2022-06-30</AsOfDate></Actual>
        """);
    String incident =
        "<DisciplineIncidentReference><DisciplineIncidentIdentity><IncidentIdentifier>i"
            + "</IncidentIdentifier><SchoolReference><SchoolIdentity><SchoolId>900101</SchoolId>"
            + "</SchoolIdentity></SchoolReference></DisciplineIncidentIdentity>"
            + "</DisciplineIncidentReference>";
    interchange(
        "StudentDiscipline",
        """
        <DisciplineIncident><IncidentIdentifier>i</IncidentIdentifier><IncidentDate>2021-11-01</IncidentDate>
        <SchoolReference><SchoolIdentity><SchoolId>900101</SchoolId></SchoolIdentity></SchoolReference>
        <ReportedToLawEnforcement>true</ReportedToLawEnforcement></DisciplineIncident>
        """
            + participant("1", incident, "Perpetrator")
            + participant("2", incident, "Victim"));
    interchange("StudentEnrollment", enrolment("1", "2021-08-23") + enrolment("2", "2021-08-23"));
    EquityData data = EquityFiles.read(folder).data();
    assertThat(known(data, DISTRICT, FinanceOperands.spending(SpendingFunction.TRANSPORTATION)))
        .isEqualTo(12.5);
    assertThat(known(data, OAK, Operands.ENROLMENT)).isEqualTo(2);
    assertThat(known(data, OAK, Operand.of(StudentEvents.REFERRAL, Group.STUDENTS))).isEqualTo(1);
  }

  private static String participant(String person, String incident, String role) {
    return "<StudentDisciplineIncidentAssociation>"
        + STUDENT.formatted(person)
        + incident
        + "<StudentParticipationCode>uri://ed-fi.org/StudentParticipationCodeDescriptor#"
        + role
        + "</StudentParticipationCode></StudentDisciplineIncidentAssociation>";
  }

  private static String enrolment(String person, String day) {
    return "<StudentSchoolAssociation>"
        + STUDENT.formatted(person)
        + "<SchoolReference><SchoolIdentity><SchoolId>900101</SchoolId></SchoolIdentity>"
        + "</SchoolReference><EntryDate>"
        + day
        + "</EntryDate></StudentSchoolAssociation>\n";
  }

  @Test
  void damageIsNamedWithoutThePerson() throws IOException {
    interchange(
        "StudentEnrollment", enrolment("1", "2021-08-23") + enrolment("2", "23 August 2021"));
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).containsOnlyKeys("not-a-date");
    Notice notice = loaded.notices().examples().get(0);
    assertThat(notice.file()).isEqualTo("StudentEnrollment.xml");
    assertThat(notice.line()).isEqualTo(3);
    assertThat(notice.column()).isEqualTo("EntryDate");
    assertThat(notice.value()).isEqualTo("23 August 2021");
    assertThat(notice.toString()).doesNotContain("person-");
  }

  @Test
  void unknownExperienceIsARangeAndUnknownShareIsAbsent() throws IOException {
    copy("EducationOrganization.xml");
    String file = Files.readString(FIXTURE.resolve("StaffAssociation.xml"));
    Files.writeString(
        folder.resolve("StaffAssociation.xml"),
        file.replace("<YearsOfPriorTeachingExperience>12.00</YearsOfPriorTeachingExperience>", "")
            .replace("<FullTimeEquivalency>0.5</FullTimeEquivalency>", ""));
    EquityData data = EquityFiles.read(folder).data();
    assertThat(cell(data, OAK, Operands.staff(Groups.NOVICE_TEACHERS)))
        .isEqualTo(new Cell.Bounded(1, 1.4, Reason.NOT_REPORTED));
    assertThat(cell(data, OAK, Operands.COUNSELORS)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(known(data, OAK, Operands.headcount(Operands.COUNSELORS.group()))).isEqualTo(1);
  }

  /**
   * Counted by other means: assignments with the classification Teacher that hold on 1 October 2021
   * are 15, 12 and 25 at the three schools, each with an employment of 1; two of them have one year
   * of experience before and one has two. Counselors are 0.5 at two schools. The other tables have
   * 84 courses, 960 students and 528 teachers of sections.
   */
  @Test
  void sampleOfTheStandardIsWhole() {
    List<Path> files =
        Stream.of("EducationOrganization", "Finance", "StaffAssociation", "Student")
            .map(name -> Shared.format("edfi", "v5.2-" + name + ".xml.gz"))
            .toList();
    Loaded loaded = EquityFiles.read(files.toArray(Path[]::new));
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(loaded.tables()).extracting(LoadedTable::format).containsOnly("edfi");
    assertThat(rows(loaded, "/Course")).isEqualTo(84);
    assertThat(rows(loaded, "/Student")).isEqualTo(960);
    assertThat(rows(loaded, "/StaffSectionAssociation")).isEqualTo(528);
    assertThat(loaded.stores()).hasSize(1);
    EquityData data = loaded.data();
    SchoolId high = new SchoolId("255901001");
    SchoolId middle = new SchoolId("255901044");
    SchoolId elementary = new SchoolId("255901107");
    DistrictId district = new DistrictId("255901");
    assertThat(known(data, high, Operands.TEACHERS)).isEqualTo(15);
    assertThat(known(data, middle, Operands.TEACHERS)).isEqualTo(12);
    assertThat(known(data, elementary, Operands.TEACHERS)).isEqualTo(25);
    assertThat(known(data, district, Operands.TEACHERS)).isEqualTo(52);
    assertThat(known(data, high, Operands.COUNSELORS)).isEqualTo(0.5);
    assertThat(known(data, middle, Operands.COUNSELORS)).isEqualTo(0.5);
    assertThat(known(data, elementary, Operands.COUNSELORS)).isZero();
    assertThat(known(data, district, Operands.staff(Groups.NOVICE_TEACHERS))).isEqualTo(3);
    SchoolFacts facts = data.facts(high, YEAR).orElseThrow();
    assertThat(facts.name()).isEqualTo("Grand Bend High School");
    assertThat(facts.titleI()).isEqualTo(TitleI.NOT_ELIGIBLE);
    assertThat(data.parent(high)).contains(district);
  }

  private static long rows(Loaded loaded, String sheet) {
    return loaded.tables().stream()
        .filter(table -> String.valueOf(table.sheet()).endsWith(sheet))
        .mapToLong(LoadedTable::rows)
        .sum();
  }

  @Test
  void filesAloneAreKnownAndSayWhatTheyFeed() {
    for (String name : List.of("Finance", "Student")) {
      Loaded loaded = EquityFiles.read(Shared.format("edfi", "v5.2-" + name + ".xml.gz"));
      assertThat(loaded.tables()).extracting(LoadedTable::format).containsOnly("edfi");
      assertThat(loaded.notices().counts()).containsKey("not-counted");
    }
  }

  @Test
  void listsOfDescriptorsAreRefusedWithAReason() {
    Loaded loaded = EquityFiles.read(Shared.format("edfi", "RaceDescriptor.xml"));
    assertThat(loaded.tables()).extracting(LoadedTable::format).containsOnly(LoadedTable.UNKNOWN);
    assertThat(loaded.notices().toString()).contains("describes columns or codes");
  }

  private void copy(String file) throws IOException {
    Files.copy(FIXTURE.resolve(file), folder.resolve(file));
  }

  private void interchange(String name, String elements) throws IOException {
    write(
        name + ".xml",
        "<Interchange%s xmlns=\"http://ed-fi.org/3.2.0\">\n%s</Interchange%s>\n"
            .formatted(name, elements, name));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
