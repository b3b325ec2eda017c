package org.resourceequity.io.edfi;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FileReading;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Reading;
import org.resourceequity.io.Recognition;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.SchoolYear;

/**
 * Exports of the Ed-Fi data standard, versions 3 to 5, in a folder or archive: interchange files in
 * XML and resources of the interface in JSON, one resource a file.
 *
 * <pre>{@code
 * <InterchangeStudentEnrollment xmlns="http://ed-fi.org/5.2.0">
 *   <StudentSchoolAssociation>
 *     <StudentReference><StudentIdentity><StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference>
 *     <SchoolReference ref="SCOL_255901001"/>
 *     <EntryDate>2021-08-23</EntryDate>
 *     <EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Ninth grade</EntryGradeLevel>
 *   </StudentSchoolAssociation>
 * </InterchangeStudentEnrollment>
 *
 * [ { "studentReference": { "studentUniqueId": "1" }, "schoolReference": { "schoolId": 255901001 },
 *     "entryDate": "2021-08-23", "entryGradeLevelDescriptor": "uri://ed-fi.org/GradeLevelDescriptor#Ninth grade" } ]
 * }</pre>
 *
 * <p>It is no declaration, since rows are persons and what they refer to stands in other files: the
 * tables are remembered and read again when all are known. XML is known by its root, an
 * interchange, and JSON by the references and ids that each resource has. Lists of descriptors are
 * not read; descriptors count by their value, whoever defined them.
 *
 * <p>Each school and district gets its name and kind; each school, per school year, students by
 * race, sex, need and grade, students disciplined, classes and their sizes; schools and districts
 * get staff by classification, as persons and full-time equivalents, and what accounts received and
 * spent; those of a district are its own and those of its schools. Students, staff and what is said
 * of them count if they are there on 1 October of the school year. An enrolment without a school
 * year of its own is of the year in which it begins, if the export is about that year; classes
 * count with everybody who was placed in them during the year; discipline by the day of the action.
 * The full-time equivalent of an assignment is its own, else that of the employment, shared equally
 * by the assignments that have none of their own. What a student's record of the organisation with
 * the smallest id says of race and sex goes before others. No id, name or other fact of a person is
 * kept.
 */
final class EdFiFormat implements FileFormat {

  static final String SCHEME = "EDFI";

  @Override
  public String id() {
    return "edfi";
  }

  @Override
  public String title() {
    return "Ed-Fi Alliance, Ed-Fi data standard: interchange files and API resources";
  }

  @Override
  public Recognition recognise(Table table) {
    Entity entity = Entity.of(table);
    if (entity == null) {
      return new Recognition(
          0, "is no element of an Ed-Fi interchange and lacks the references of a resource");
    }
    String what = Entity.element(table);
    return entity == Entity.OTHER
        ? new Recognition(0.8, "has records of Ed-Fi that feed no column: " + what)
        : new Recognition(0.95, "has records of Ed-Fi: " + what);
  }

  @Override
  public int order(Table table) {
    Entity entity = Entity.of(table);
    return entity == null ? 0 : entity.ordinal();
  }

  @Override
  public boolean isFolder() {
    return true;
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Entity entity = Entity.of(table);
    reading.store(SCHEME);
    reading
        .file()
        .memory(Export.class, Export::new)
        .add(
            entity == null ? Entity.OTHER : entity,
            table,
            reading,
            reading.source("Ed-Fi Alliance", "Ed-Fi data standard", ""));
  }

  @Override
  public EquityData finish(EquityData store, FileReading file) {
    Export export = file.memory(Export.class, Export::new);
    export.nameUncounted();
    EquityData.Builder builder = store.toBuilder();
    try {
      count(export, builder, file);
    } catch (IOException e) {
      notice(file, export, "unreadable-file", String.valueOf(e.getMessage()), "");
    }
    for (Export.Part part : export.parts()) {
      part.reading().columns(part.fields().used(), part.fields().unused());
    }
    EquityData counted = builder.build();
    EquityData.Builder cited = counted.toBuilder();
    for (ColumnKey key : counted.columns().keySet()) {
      export.sources().forEach(source -> cited.source(key, source));
    }
    return cited.build();
  }

  private static void count(Export export, EquityData.Builder builder, FileReading file)
      throws IOException {
    SortedSet<SchoolYear> years = new TreeSet<>(export.years());
    if (years.isEmpty()) {
      notice(
          file,
          export,
          "no-year",
          "neither sessions, dates nor the names of files give a school year",
          "a SchoolYear in sessions or sections, or a name such as export_2021-22");
      return;
    }
    Organisations organisations = new Organisations(export);
    for (SchoolYear year : years) {
      boolean notes = year.equals(years.last());
      organisations.facts(builder, year);
      new Staffing(export, organisations, year, notes).count(builder);
      new Students(export, year, notes).count(builder);
    }
    new Accounts(export, organisations).count(builder);
  }

  private static void notice(
      FileReading file, Export export, String code, String message, String expected) {
    file.notices()
        .add(
            new Notice(
                Notice.Severity.ERROR,
                code,
                message,
                export.parts().get(0).table().file(),
                null,
                0,
                null,
                null,
                expected));
  }

  /** Returns id and title. */
  @Override
  public String toString() {
    return id() + ": " + title();
  }
}
