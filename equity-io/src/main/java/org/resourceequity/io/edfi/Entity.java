package org.resourceequity.io.edfi;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Table;

/**
 * The records that are read: XML tells them by the name of the element, JSON by the columns that
 * each has.
 */
enum Entity {
  LOCAL_EDUCATION_AGENCY("LocalEducationAgency", "LocalEducationAgencyId", "NameOfInstitution"),
  SCHOOL("School", "SchoolId", "NameOfInstitution"),
  COURSE("Course", "CourseCode", "CourseTitle", "EducationOrganizationReference"),
  COURSE_OFFERING("CourseOffering", "LocalCourseCode", "CourseReference", "SessionReference"),
  SESSION("Session", "SessionName", "SchoolReference", "BeginDate", "EndDate"),
  SECTION("Section", "SectionIdentifier", "CourseOfferingReference"),
  STAFF("Staff", "StaffUniqueId", "LastSurname"),
  EMPLOYMENT(
      "StaffEducationOrganizationEmploymentAssociation",
      "StaffReference",
      "EducationOrganizationReference",
      "EmploymentStatus"),
  ASSIGNMENT(
      "StaffEducationOrganizationAssignmentAssociation",
      "StaffReference",
      "EducationOrganizationReference",
      "StaffClassification",
      "BeginDate"),
  STUDENT("Student", "StudentUniqueId", "LastSurname"),
  STUDENT_ORGANISATION(
      "StudentEducationOrganizationAssociation",
      Set.of(
          "Sex",
          "Race",
          "HispanicLatinoEthnicity",
          "LimitedEnglishProficiency",
          "Disability",
          "StudentCharacteristic",
          "EconomicDisadvantage"),
      "StudentReference",
      "EducationOrganizationReference"),
  PROGRAM(
      "Student\\w*ProgramAssociation",
      "StudentReference",
      "EducationOrganizationReference",
      "ProgramReference",
      "BeginDate"),
  STUDENT_SCHOOL("StudentSchoolAssociation", "StudentReference", "SchoolReference", "EntryDate"),
  STUDENT_SECTION("StudentSectionAssociation", "StudentReference", "SectionReference", "BeginDate"),
  STAFF_SECTION("StaffSectionAssociation", "StaffReference", "SectionReference"),
  INCIDENT("DisciplineIncident", "IncidentIdentifier", "IncidentDate", "SchoolReference"),
  STUDENT_INCIDENT(
      "StudentDisciplineIncident(?:Behavior)?Association",
      Set.of("StudentParticipationCode", "Behavior"),
      "StudentReference",
      "DisciplineIncidentReference"),
  ACTION(
      "DisciplineAction",
      "DisciplineActionIdentifier",
      "DisciplineDate",
      "StudentReference",
      "Discipline"),
  CHART_OF_ACCOUNT(
      "ChartOfAccount|Account",
      "AccountIdentifier",
      "FiscalYear",
      "EducationOrganizationReference"),
  LOCAL_ACCOUNT("LocalAccount", "AccountIdentifier", "FiscalYear", "ChartOfAccountReference"),
  ACTUAL("LocalActual|Actual"),
  BUDGET("LocalBudget|Budget"),
  OTHER("\\w+");

  private static final Pattern SHEET = Pattern.compile("Interchange(?!Descriptors/)\\w+/(\\w+)");

  private final Pattern element;

  // A copy, which cannot be changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> columns;

  /** Columns of which a resource has one at least, since others have all the columns too. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> some;

  Entity(String element, String... columns) {
    this(element, Set.of(), columns);
  }

  Entity(String element, Set<String> some, String... columns) {
    this.element = Pattern.compile(element);
    this.columns = List.copyOf(Arrays.asList(columns));
    this.some = Set.copyOf(some);
  }

  private boolean fits(Set<String> firsts) {
    return !columns.isEmpty()
        && firsts.containsAll(columns)
        && (some.isEmpty() || !Collections.disjoint(firsts, some));
  }

  /** Returns what the rows of a table are; null if they are none of the standard. */
  static @Nullable Entity of(Table table) {
    String sheet = table.sheet();
    if (sheet == null) {
      return ofColumns(table.header(), table.file().toLowerCase(Locale.ROOT));
    }
    var matcher = SHEET.matcher(sheet);
    return matcher.matches() ? named(matcher.group(1)) : null;
  }

  private static Entity named(String element) {
    return Arrays.stream(values())
        .filter(entity -> entity.element.matcher(element).matches())
        .findFirst()
        .orElse(OTHER);
  }

  /**
   * Returns the entity with the most columns that a resource has. Amounts of accounts have the same
   * columns, whether they were spent, planned or promised: the file's name tells.
   */
  private static @Nullable Entity ofColumns(List<String> header, String file) {
    Set<String> firsts = new HashSet<>();
    header.forEach(column -> firsts.addAll(Names.parts(column).subList(0, 1)));
    boolean nested = header.stream().anyMatch(column -> column.indexOf('/') >= 0);
    boolean resource = firsts.contains("Id") && firsts.contains("_etag");
    if (firsts.contains("AsOfDate")
        && (firsts.contains("LocalAccountReference") || firsts.contains("AccountReference"))) {
      return file.contains("actual") ? ACTUAL : file.contains("budget") ? BUDGET : OTHER;
    }
    Entity found = null;
    for (Entity entity : values()) {
      if (entity.fits(firsts) && (found == null || entity.columns.size() > found.columns.size())) {
        found = entity;
      }
    }
    return found != null && (nested || resource) ? found : resource ? OTHER : null;
  }

  /** Returns the tables without which this one feeds no column; none if it does alone. */
  Set<Entity> feedsWith() {
    return switch (this) {
      case COURSE, COURSE_OFFERING, SECTION -> EnumSet.of(STUDENT_SECTION);
      case STAFF, EMPLOYMENT -> EnumSet.of(ASSIGNMENT);
      case STUDENT_ORGANISATION, PROGRAM -> EnumSet.of(STUDENT_SCHOOL, STUDENT_SECTION);
      case CHART_OF_ACCOUNT, LOCAL_ACCOUNT -> EnumSet.of(ACTUAL, BUDGET);
      case INCIDENT -> EnumSet.of(STUDENT_INCIDENT);
      default -> EnumSet.noneOf(Entity.class);
    };
  }

  /** Returns the name of the elements of a table. */
  static String element(Table table) {
    String sheet = table.sheet();
    return sheet == null ? table.file() : sheet.substring(sheet.indexOf('/') + 1);
  }
}
