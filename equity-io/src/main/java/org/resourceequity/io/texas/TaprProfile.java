package org.resourceequity.io.texas;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Population;

/**
 * The profile of the Texas Academic Performance Reports: students, staff, salaries, classes and
 * graduates, one row per district, campus or for the State.
 *
 * <pre>
 * DISTRICT,DISTNAME,DPETALLC,DPETECOC,DPSTTOFC,DPST00FC,DPSTTOSA,DPCTG01A,DA0GR21N,...
 * "'099901",EXAMPLE ISD,574,234,46.7,0,55570,15.4,36,...
 * </pre>
 *
 * <p>A name is a letter of the level (D, C or S), a topic and what the number is: C a count, P a
 * percentage, T a total, A an average. Percentages follow from the counts and are not read. Names
 * of graduates have the year in which they finished, which is the year before the table's; it goes
 * before the year in the file's name. Experience is in years before the present one: a beginning
 * teacher has none. The columns differ by year; 20 years and more were split in 2020-21.
 */
final class TaprProfile {

  private static final List<Entry<String, Group>> RACES =
      List.of(
          entry("BLA", Groups.BLACK),
          entry("HIS", Groups.HISPANIC),
          entry("WHI", Groups.WHITE),
          entry("IND", Groups.NATIVE_AMERICAN),
          entry("ASI", Groups.ASIAN),
          entry("PCI", Groups.PACIFIC_ISLANDER),
          entry("TWO", Groups.MULTIRACIAL));

  private static final List<Entry<String, Group>> GRADES =
      List.of(
          entry("GEE", grade("EE")),
          entry("GPK", grade("PK")),
          entry("GKN", grade("K")),
          entry("G01", grade("1")),
          entry("G02", grade("2")),
          entry("G03", grade("3")),
          entry("G04", grade("4")),
          entry("G05", grade("5")),
          entry("G06", grade("6")),
          entry("G07", grade("7")),
          entry("G08", grade("8")),
          entry("G09", grade("9")),
          entry("G10", grade("10")),
          entry("G11", grade("11")),
          entry("G12", grade("12")));

  private static final List<Entry<String, Group>> SEXES =
      List.of(entry("MAL", Groups.MALE), entry("FEM", Groups.FEMALE));

  private static final List<Entry<String, Group>> NEEDS =
      List.of(
          entry("ECO", Groups.LOW_INCOME),
          entry("LEP", Groups.ENGLISH_LEARNERS),
          entry("SPE", Groups.WITH_DISABILITIES),
          entry("504", Groups.SECTION_504),
          entry("DSL", Groups.DYSLEXIA),
          entry("RSK", Groups.AT_RISK),
          entry("HOM", Groups.HOMELESS),
          entry("FOS", Groups.FOSTER_CARE),
          entry("MIG", Groups.MIGRANT),
          entry("MLC", Groups.MILITARY_FAMILIES),
          entry("IMM", Group.STUDENTS.and(Attribute.LANGUAGE, "immigrant")),
          entry("GIF", Groups.GIFTED),
          entry("TT1", Groups.TITLE_I),
          entry("BIL", Group.STUDENTS.and(Attribute.PROGRAM, "bilingual")));

  private static final List<Entry<String, String>> DISABILITIES =
      List.of(
          entry("SIN", "intellectual"),
          entry("SPH", "physical"),
          entry("SAU", "autism"),
          entry("SBH", "behavioral"),
          entry("SNO", "non-categorical-early-childhood"));

  private static final List<Entry<String, Group>> EXPERIENCE =
      List.of(
          entry("00", Groups.FIRST_YEAR_TEACHERS),
          entry("01", experience("1-to-5-years")),
          entry("06", experience("6-to-10-years")),
          entry("11", experience("11-to-20-years")),
          entry("20", experience("over-20-years")),
          entry("21", experience("21-to-30-years")),
          entry("30", experience("over-30-years")));

  private static final List<Entry<String, Group>> TEACHER_RACES =
      List.of(
          entry("BL", race("black")),
          entry("HI", race("hispanic")),
          entry("WH", race("white")),
          entry("IN", race("native-american")),
          entry("AS", race("asian")),
          entry("PI", race("pacific-islander")),
          entry("TW", race("multiracial")));

  private static final List<Entry<String, Group>> TEACHER_KINDS =
      List.of(
          entry("MA", Group.TEACHERS.and(Attribute.SEX, "male")),
          entry("FE", Group.TEACHERS.and(Attribute.SEX, "female")),
          entry("NO", Group.TEACHERS.and(Attribute.CREDENTIAL, "no-degree")),
          entry("BA", Group.TEACHERS.and(Attribute.CREDENTIAL, "bachelor")),
          entry("MS", Group.TEACHERS.and(Attribute.CREDENTIAL, "master")),
          entry("PH", Group.TEACHERS.and(Attribute.CREDENTIAL, "doctorate")),
          entry("BI", Group.TEACHERS.and(Attribute.PROGRAM, "bilingual")),
          entry("SP", Group.TEACHERS.and(Attribute.PROGRAM, "special-education")),
          entry("CO", Group.TEACHERS.and(Attribute.PROGRAM, "compensatory")),
          entry("GI", Group.TEACHERS.and(Attribute.PROGRAM, "gifted")),
          entry("VO", Group.TEACHERS.and(Attribute.PROGRAM, "career-technical")));

  private static final List<Entry<String, Group>> CLASSES =
      List.of(
          entry("GKG", classes(Attribute.GRADE, "K")),
          entry("G01", classes(Attribute.GRADE, "1")),
          entry("G02", classes(Attribute.GRADE, "2")),
          entry("G03", classes(Attribute.GRADE, "3")),
          entry("G04", classes(Attribute.GRADE, "4")),
          entry("G05", classes(Attribute.GRADE, "5")),
          entry("G06", classes(Attribute.GRADE, "6")),
          entry("GME", classes(Attribute.GRADE, "mixed-elementary")),
          entry("ENG", classes(Attribute.COURSE, "english")),
          entry("FLA", classes(Attribute.COURSE, "foreign-languages")),
          entry("MAT", classes(Attribute.COURSE, "mathematics")),
          entry("SCI", classes(Attribute.COURSE, "science")),
          entry("SOC", classes(Attribute.COURSE, "social-studies")));

  private static final List<Entry<String, Group>> GRADUATES =
      List.of(
          entry("A", Group.STUDENTS),
          entry("B", Groups.BLACK),
          entry("H", Groups.HISPANIC),
          entry("W", Groups.WHITE),
          entry("I", Groups.NATIVE_AMERICAN),
          entry("3", Groups.ASIAN),
          entry("4", Groups.PACIFIC_ISLANDER),
          entry("2", Groups.MULTIRACIAL),
          entry("E", Groups.LOW_INCOME),
          entry("L", Groups.ENGLISH_LEARNERS),
          entry("S", Groups.WITH_DISABILITIES),
          entry("R", Groups.AT_RISK));

  /** Full-time equivalents are rounded to a tenth each. */
  private static final double TENTHS = 0.5;

  static final Format FORMAT =
      Tea.format("tx-tapr-profile", "Texas Academic Performance Reports, profile", "2012-13 on")
          .layout(
              profile(Tea.districts("districts", "DISTRICT", "DISTNAME").without("CAMPUS"), "D"))
          .layout(profile(Tea.campuses("campuses"), "C"))
          .layout(
              profile(
                  Layout.of("State")
                      .level(Level.STATE)
                      .id(Level.STATE, Id.always("TX"))
                      .without("DISTRICT", "CAMPUS")
                      .requires("SPETALLC")
                      .codes(Tea.MASKS),
                  "S"))
          .then(
              enrolmentIsSumOf("races", RACES),
              enrolmentIsSumOf("grades", GRADES),
              enrolmentIsSumOf("girls and boys", SEXES),
              Consequence.atMost(Operands.enrolment(Groups.LOW_INCOME), Operands.ENROLMENT),
              Consequence.atMost(Operands.enrolment(Groups.ENGLISH_LEARNERS), Operands.ENROLMENT),
              Consequence.atMost(Operands.enrolment(Groups.WITH_DISABILITIES), Operands.ENROLMENT),
              Consequence.partsMakeTotal(
                  "teachers by race",
                  Operands.TEACHERS,
                  TENTHS,
                  TEACHER_RACES.stream()
                      .map(race -> Operands.staff(race.getValue()))
                      .toArray(Operand[]::new)))
          .build();

  private TaprProfile() {}

  private static Group grade(String code) {
    return Group.STUDENTS.and(Attribute.GRADE, code);
  }

  private static Group experience(String code) {
    return Group.TEACHERS.and(Attribute.EXPERIENCE, code);
  }

  private static Group race(String code) {
    return Group.TEACHERS.and(Attribute.RACE, code);
  }

  private static Group classes(Attribute by, String code) {
    return Group.CLASSES.and(by, code);
  }

  private static Consequence enrolmentIsSumOf(String what, List<Entry<String, Group>> parts) {
    return Consequence.partsMakeTotal(
        "students by " + what,
        Operands.ENROLMENT,
        0,
        parts.stream().map(part -> Operands.enrolment(part.getValue())).toArray(Operand[]::new));
  }

  private static Layout.Builder profile(Layout.Builder layout, String level) {
    return layout
        .year(YearRule.inHeader(YearRule.Style.ENDING, "[dcs]a0gr(\\d\\d)n", 1), YearRule.inFile())
        .yearInColumnNames("(?<=0gr)(\\d\\d)(?=n$)", YearRule.Style.ENDING)
        .numbers(() -> students(level + "PET"))
        .numbers(() -> staff(level + "PS"))
        .numbers(() -> classes(level + "PCT"))
        .numbers(
            GRADUATES.stream()
                .map(
                    group ->
                        Field.number(
                                OutcomeOperands.diplomas(group.getValue()),
                                level + group.getKey() + "0GRN")
                            .codes(Tea.RATE_MASKS))
                .toList());
  }

  private static List<Field> students(String prefix) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.number(Operands.ENROLMENT, prefix + "ALLC"));
    for (List<Entry<String, Group>> groups : List.of(RACES, GRADES, SEXES, NEEDS)) {
      groups.forEach(
          group ->
              fields.add(
                  Field.number(
                      Operands.enrolment(group.getValue()), prefix + group.getKey() + "C")));
    }
    DISABILITIES.forEach(
        kind ->
            fields.add(
                Field.number(
                        Operands.enrolment(
                            Group.STUDENTS.and(Attribute.DISABILITY, kind.getValue())),
                        prefix + kind.getKey() + "C")
                    .codes(Tea.MASKS.hidden(1, 4, "-1"))));
    return fields;
  }

  private static List<Field> staff(String prefix) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.number(Operands.ALL_STAFF, prefix + "ATOFC"));
    fields.add(Field.number(Operands.COUNSELORS, prefix + "RTOFC"));
    role(fields, prefix + "TTO", Group.TEACHERS);
    role(fields, prefix + "STO", new Group(Population.LEADERS, List.of()));
    EXPERIENCE.forEach(years -> role(fields, prefix + "T" + years.getKey(), years.getValue()));
    for (List<Entry<String, Group>> groups : List.of(TEACHER_RACES, TEACHER_KINDS)) {
      groups.forEach(
          group ->
              fields.add(
                  Field.number(
                      Operands.staff(group.getValue()), prefix + "T" + group.getKey() + "FC")));
    }
    fields.add(Field.number(Operands.TEACHERS_LEFT, prefix + "TURNN"));
    fields.add(Field.number(Operands.TEACHERS_THE_YEAR_BEFORE, prefix + "TURND"));
    fields.add(rate(Operands.averageExperience(Group.TEACHERS), prefix + "TEXPA"));
    fields.add(rate(Operands.averageTenure(Group.TEACHERS), prefix + "TTENA"));
    fields.add(rate(Operands.STUDENTS_PER_TEACHER, prefix + "TKIDR"));
    return fields;
  }

  /** Adds the full-time equivalents of a group of staff, their salaries and the average. */
  private static void role(List<Field> fields, String prefix, Group group) {
    fields.add(Field.number(Operands.staff(group), prefix + "FC"));
    fields.add(Field.number(FinanceOperands.salaries(group), prefix + "ST"));
    fields.add(rate(FinanceOperands.averageSalary(group), prefix + "SA"));
  }

  private static List<Field> classes(String prefix) {
    List<Field> fields = new ArrayList<>();
    CLASSES.forEach(
        kind -> {
          String name = prefix + kind.getKey();
          fields.add(Field.number(CourseOperands.classes(kind.getValue()), name + "C"));
          fields.add(Field.number(CourseOperands.studentsInClasses(kind.getValue()), name + "S"));
          fields.add(rate(CourseOperands.classSize(kind.getValue()), name + "A"));
        });
    return fields;
  }

  private static Field rate(Operand operand, String name) {
    return Field.number(operand, name).codes(Tea.RATE_MASKS);
  }
}
