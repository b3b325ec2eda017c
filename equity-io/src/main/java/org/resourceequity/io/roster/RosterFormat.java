package org.resourceequity.io.roster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FileReading;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.Reading;
import org.resourceequity.io.Recognition;
import org.resourceequity.io.YearRule;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;

/**
 * Rosters of classes in a folder or zip of files: OneRoster 1.0 to 1.2 of 1EdTech and Microsoft
 * School Data Sync 1 and 2.1.
 *
 * <pre>
 * orgs.csv          sourcedId,name,type,parentSourcedId              School.csv
 * academicSessions  sourcedId,title,type,schoolYear,startDate,endDate
 * courses.csv       sourcedId,title,orgSourcedId,...
 * classes.csv       sourcedId,title,courseSourcedId,schoolSourcedId,termSourcedIds   Section.csv
 * users.csv         sourcedId,username,...,role,orgSourcedIds         Student.csv, Teacher.csv
 * roles.csv         userSourcedId,orgSourcedId,role,grade
 * demographics.csv  sourcedId,sex,asian,white,... or raceCodes
 * userFlags.csv     userSourcedId,flag
 * enrollments.csv   classSourcedId,userSourcedId,role   StudentEnrollment.csv, TeacherRoster.csv
 * </pre>
 *
 * <p>It is no declaration: a row here is a person or a membership and not a unit, what is counted
 * are persons who differ, and whom a row is about stands in other tables. So the tables are
 * recognised by declared layouts like those of any format, joined in memory, and counted when the
 * last one was read.
 *
 * <p>Each school gets, per school year: students by race, sex, need and grade; classes with
 * students, places taken in them and their average size; teachers, as persons; students in courses
 * that the civil rights survey asks for, by race and sex. Each class becomes a section with its
 * size and nothing else. The sections of a school and year are numbered in the order of the ids of
 * classes with students, whatever the order of rows; the ids themselves are not kept, since they
 * often name a teacher. Another extract of the same school may number its classes otherwise, so
 * that sections of two extracts are not the same classes. A class belongs to the latest school year
 * of its sessions, by their dates: a year starts in July. A student belongs to the schools of roles
 * and classes. Hispanic students are of any race; several races are one group of their own; who has
 * no race or sex in the table counts as not specified. Rows marked as deleted are not read. No id,
 * name or other fact of a person is kept, and notices name lines only.
 */
final class RosterFormat implements FileFormat {

  static final String SCHEME = "ROSTER";

  private static final Map<String, Part> PARTS = new HashMap<>();
  private static final Format TABLES = tables();

  private static Format tables() {
    Format.Builder tables =
        Format.of("roster", SCHEME)
            .published(
                "1EdTech and Microsoft",
                "OneRoster and School Data Sync",
                "any",
                Format.Evidence.FILE)
            .folder();
    for (Part part : Part.values()) {
      for (Layout.Builder layout : part.layouts()) {
        tables.layout(layout);
      }
    }
    Format built = tables.build();
    int at = 0;
    for (Part part : Part.values()) {
      for (int i = 0; i < part.layouts().size(); i++) {
        PARTS.put(built.layouts().get(at).name(), part);
        at++;
      }
    }
    return built;
  }

  private static Part part(Table table) {
    Part part = PARTS.get(TABLES.layout(table).name());
    return part == null ? Part.RELATIVES : part;
  }

  @Override
  public String id() {
    return TABLES.id();
  }

  @Override
  public String title() {
    return TABLES.title();
  }

  @Override
  public Recognition recognise(Table table) {
    return TABLES.recognise(table);
  }

  @Override
  public int order(Table table) {
    return part(table).ordinal();
  }

  @Override
  public boolean isFolder() {
    return true;
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Roster roster = reading.file().memory(Roster.class, Roster::new);
    reading.store(SCHEME);
    RowReader rows = RowReader.of(part(table), table, reading, roster);
    reading.columns(rows.used(), unused(table, rows.used()));
    roster.source(
        reading.source(TABLES.publisher(), TABLES.dataSet(), ""),
        YearRule.find(table.file(), YearRule.ANYWHERE, YearRule.Style.ENDING));
    table.forEach(rows::read);
  }

  private static List<String> unused(Table table, List<String> used) {
    List<String> unused = new ArrayList<>(table.header());
    unused.removeAll(used);
    return unused;
  }

  @Override
  public EquityData finish(EquityData store, FileReading file) {
    return file.memory(Roster.class, Roster::new).counted(store, file.notices());
  }

  /** Returns id and title. */
  @Override
  public String toString() {
    return id() + ": " + title();
  }

  /** Returns the parts of a text between commas, without the empty ones. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
