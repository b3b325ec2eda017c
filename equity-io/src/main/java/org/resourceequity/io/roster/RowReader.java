package org.resourceequity.io.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.Reading;
import org.resourceequity.io.persons.CourseKinds;
import org.resourceequity.io.persons.Dates;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/** Reads the rows of one table of a roster into what is kept of it. */
abstract class RowReader {

  private static final Set<String> DELETED = Set.of("tobedeleted", "inactive", "deleted");
  private static final List<String> RACES =
      List.of(
          "americanIndianOrAlaskaNative",
          "asian",
          "blackOrAfricanAmerican",
          "nativeHawaiianOrOtherPacificIslander",
          "white",
          "demographicRaceTwoOrMoreRaces",
          "hispanicOrLatinoEthnicity");

  private final Table table;
  private final Set<String> used = new TreeSet<>();
  private final int status;
  final Reading reading;
  final Roster roster;

  private RowReader(Table table, Reading reading, Roster roster) {
    this.table = table;
    this.reading = reading;
    this.roster = roster;
    status = column("status");
  }

  static RowReader of(Part part, Table table, Reading reading, Roster roster) {
    return switch (part) {
      case MANIFEST -> new Manifest(table, reading, roster);
      case ORGS -> new Organisations(table, reading, roster);
      case SESSIONS -> new Sessions(table, reading, roster);
      case COURSES -> new Courses(table, reading, roster);
      case CLASSES -> new Classes(table, reading, roster);
      case USERS -> new Users(table, reading, roster);
      case ROLES -> new Roles(table, reading, roster);
      case DEMOGRAPHICS -> new Demographics(table, reading, roster);
      case FLAGS -> new Flags(table, reading, roster);
      case ENROLLMENTS -> new Enrollments(table, reading, roster);
      case RELATIVES -> new Relatives(table, reading, roster);
    };
  }

  /** Returns the place of a column with one of these names, -1 if there is none. */
  final int column(String... names) {
    for (String name : names) {
      for (int i = 0; i < table.header().size(); i++) {
        if (table.header().get(i).strip().equalsIgnoreCase(name)) {
          used.add(table.header().get(i));
          return i;
        }
      }
    }
    return -1;
  }

  /** Returns the columns that are read. */
  final List<String> used() {
    return List.copyOf(used);
  }

  static String text(Row row, int place) {
    return place < 0 ? "" : row.get(place);
  }

  /** Tells whether the file is about teachers, for files that do not say it in a column. */
  final boolean isOfTeachers() {
    String name = table.file().toLowerCase(Locale.ROOT);
    return name.substring(Math.max(name.lastIndexOf('!'), name.lastIndexOf('/')) + 1)
        .contains("teacher");
  }

  final void read(Row row) {
    if (!DELETED.contains(text(row, status).toLowerCase(Locale.ROOT))) {
      add(row);
    }
  }

  abstract void add(Row row);

  /** A notice about a row that is not used; what it says of a person is not repeated. */
  final void unusable(Row row, String code, String message, String expected) {
    reading.notice(Severity.WARNING, code, message, row, null, null, expected);
  }

  private static final class Manifest extends RowReader {
    private final int name = column("propertyName");
    private final int value = column("value");

    private Manifest(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      if (text(row, value).equalsIgnoreCase("delta")) {
        reading.notice(
            Severity.WARNING,
            "changes-only",
            text(row, name) + " holds changes only, so that counts are not those of the school",
            row,
            null,
            text(row, value),
            "bulk");
      }
    }
  }

  private static final class Organisations extends RowReader {
    private final int id = column("sourcedId", "SIS ID");
    private final int name = column("name");
    private final int type = column("type");
    private final int parent = column("parentSourcedId");
    private final int identifier = column("identifier", "School NCES_ID");

    private Organisations(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      String code = text(row, id);
      if (code.isEmpty()) {
        unusable(row, "missing-id", "the organisation has no id and is not read", "an id");
        return;
      }
      String kind = type < 0 ? "school" : text(row, type);
      Level level = Orgs.level(kind);
      if (level != null) {
        reading.unit(UnitId.of(level, code));
      }
      roster
          .orgs()
          .add(
              code,
              new Orgs.Org(
                  text(row, name), kind, text(row, parent), text(row, identifier), row.line()));
    }
  }

  private static final class Sessions extends RowReader {
    private final int id = column("sourcedId");
    private final int start = column("startDate");
    private final int end = column("endDate");
    private final int year = column("schoolYear");

    private Sessions(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      SchoolYear found = Dates.year(text(row, start), text(row, end), text(row, year));
      if (found == null) {
        unusable(
            row,
            "bad-year",
            "neither the dates nor the year of the session can be read",
            "dates such as 2021-08-24");
        return;
      }
      roster.session(text(row, id), found);
    }
  }

  private static final class Courses extends RowReader {
    private final int id = column("sourcedId");
    private final int title = column("title");
    private final int codes = column("subjectCodes", "subject");

    private Courses(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      roster.course(text(row, id), CourseKinds.of(text(row, title), text(row, codes)));
    }
  }

  private static final class Classes extends RowReader {
    private final int id = column("sourcedId", "SIS ID");
    private final int school = column("schoolSourcedId", "orgSourcedId", "School SIS ID");
    private final int title = column("title", "Section Name");
    private final int course = column("courseSourcedId");
    private final int courseName = column("Course Name");
    private final int codes = column("subjectCodes");
    private final int sessions = column("termSourcedIds", "sessionSourcedIds", "termSourcedId");
    private final int start = column("Term StartDate");
    private final int end = column("Term EndDate");

    private Classes(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      String code = text(row, id);
      String of = text(row, school);
      if (code.isEmpty() || of.isEmpty()) {
        unusable(row, "missing-id", "the class has no id or no school and is not read", "both ids");
        return;
      }
      SchoolYear year = Dates.year(text(row, start), text(row, end), "");
      for (String session : RosterFormat.list(text(row, sessions))) {
        year = Roster.later(year, roster.session(session));
      }
      int kinds =
          roster.course(text(row, course))
              | CourseKinds.of(text(row, title), text(row, codes))
              | CourseKinds.of(text(row, courseName), "");
      roster.addClass(code, of, year, kinds);
    }
  }

  private static final class Users extends RowReader {
    private final int id = column("sourcedId", "SIS ID");
    private final int orgs =
        column("orgSourcedIds", "School SIS ID", "primaryOrgSourcedId", "orgSourcedId");
    private final int role = column("role");
    private final int grades = column("grades", "grade");
    private final boolean first = column("School SIS ID") >= 0;

    private Users(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      String code = text(row, id);
      if (code.isEmpty()) {
        unusable(row, "missing-id", "the person has no id and is not read", "an id");
        return;
      }
      int person = roster.people().number(code);
      roster.people().grade(person, text(row, grades));
      String is = first ? isOfTeachers() ? "teacher" : "student" : text(row, role);
      for (String org : RosterFormat.list(text(row, orgs))) {
        roster.member(person, is, org, null);
      }
    }
  }

  private static final class Roles extends RowReader {
    private final int user = column("userSourcedId");
    private final int org = column("orgSourcedId");
    private final int role = column("role");
    private final int session = column("sessionSourcedId");
    private final int grade = column("grade");

    private Roles(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      String code = text(row, user);
      if (code.isEmpty() || text(row, org).isEmpty()) {
        unusable(row, "missing-id", "the role has no person or no place", "both ids");
        return;
      }
      int person = roster.people().number(code);
      roster.people().grade(person, text(row, grade));
      roster.member(person, text(row, role), text(row, org), roster.session(text(row, session)));
    }
  }

  private static final class Demographics extends RowReader {
    private final int user = column("userSourcedId", "sourcedId");
    private final int sex = column("sex");
    private final int ethnicities = column("ethnicityCodes");
    private final int races = column("raceCodes");
    private final int[] marks = RACES.stream().mapToInt(this::column).toArray();

    private Demographics(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      int person = roster.people().number(text(row, user));
      Set<String> names = new HashSet<>(RosterFormat.list(text(row, races)));
      names.addAll(RosterFormat.list(text(row, ethnicities)));
      for (int i = 0; i < marks.length; i++) {
        if (text(row, marks[i]).equalsIgnoreCase("true")) {
          names.add(RACES.get(i));
        }
      }
      boolean sexKnown = roster.people().sex(person, text(row, sex));
      boolean racesKnown = roster.people().races(person, names);
      if (!sexKnown || !racesKnown) {
        unusable(
            row,
            "unknown-code",
            "a code of sex or race is not known and counts as not specified",
            String.join(", ", RACES));
      }
    }
  }

  private static final class Flags extends RowReader {
    private final int user = column("userSourcedId");
    private final int flag = column("flag");

    private Flags(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      roster.people().flag(roster.people().number(text(row, user)), text(row, flag));
    }
  }

  private static final class Enrollments extends RowReader {
    private final int classes = column("classSourcedId", "Section SIS ID");
    private final int user = column("userSourcedId", "SIS ID");
    private final int role = column("role");

    private Enrollments(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {
      String person = text(row, user);
      String is = role >= 0 ? text(row, role) : isOfTeachers() ? "teacher" : "student";
      @Nullable Integer number = roster.classNumber(text(row, classes));
      if (number == null || person.isEmpty()) {
        unusable(
            row,
            "unknown-class",
            "the class or person of this enrolment is not in the roster; it is not read",
            "a class of the roster");
        return;
      }
      roster.enrol(number, roster.people().number(person), is);
    }
  }

  private static final class Relatives extends RowReader {
    private Relatives(Table table, Reading reading, Roster roster) {
      super(table, reading, roster);
    }

    @Override
    void add(Row row) {}
  }
}
