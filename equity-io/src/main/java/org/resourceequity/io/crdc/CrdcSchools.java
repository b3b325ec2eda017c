package org.resourceequity.io.crdc;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.RowView;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Population;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.Variable;

/**
 * Schools: one wide table (2013-14, 2015-16) or a table per topic, of which every column is known
 * by its name alone.
 *
 * <p>COMBOKEY, the district's seven digits and five of the school, is the key of the Common Core of
 * Data. Where spreadsheets have destroyed it (2015-16) it is joined from LEAID and SCHID, which
 * themselves are wrong elsewhere (SCHID of restraint and seclusion in 2017-18). Long-term juvenile
 * justice facilities are not read.
 *
 * <p>Students with disabilities are those served under IDEA; those with a plan under Section 504
 * only are a group of their own. Discipline is published for students without disabilities, under
 * IDEA and under Section 504, which are added up here; the last are not divided by race, so that
 * numbers of a race leave them out.
 */
final class CrdcSchools {

  /** The grades in which algebra is counted. */
  private static final Map<String, String> GRADES =
      new TreeMap<>(Map.of("GS0708", "7-8", "G08", "8", "GS0910", "9-10", "GS1112", "11-12"));

  private static final Codes YES_OR_NO = Crdc.CODES.with(Cell.of(1), "Yes").with(Cell.of(0), "No");

  /** More full-time equivalents of one kind of support staff than a school can have. */
  private static final double MUCH_SUPPORT = 100;

  /** A placeholder, and more than the largest schools have. */
  private static final double MANY_TEACHERS = 999;

  static final Format FORMAT =
      Crdc.format("crdc-schools", "schools")
          .layout(
              Layout.of("schools")
                  .level(SCHOOL)
                  .id(
                      SCHOOL,
                      Id.of(Field.text("COMBOKEY").require())
                          .width(12)
                          .orElse(Id.joined(Crdc.DISTRICT_KEY, Id.of("SCHID").width(5))))
                  .id(DISTRICT, Crdc.DISTRICT_KEY)
                  .state(Id.of("LEA_STATE"))
                  .name(SCHOOL, "SCH_NAME")
                  .name(DISTRICT, "LEA_NAME")
                  .year(Crdc.YEAR)
                  .grades(grades())
                  .charter(
                      new Coded<>(
                          Field.text("SCH_STATUS_CHARTER"),
                          Map.of("yes", true, "no", false),
                          false))
                  .each(CrdcSchools::isNoJusticeFacility)
                  .codes(Crdc.CODES)
                  .numbers(CrdcSchools::enrolment)
                  .numbers(CrdcSchools::offered)
                  .numbers(CrdcSchools::staff)
                  .numbers(CrdcSchools::courses)
                  .numbers(CrdcSchools::algebra)
                  .numbers(CrdcSchools::examinations)
                  .numbers(CrdcSchools::discipline)
                  .numbers(CrdcSchools::restraint)
                  .numbers(CrdcSchools::attendance)
                  .numbers(CrdcSchools::money))
          .then(
              racesMakeTotal(Operands.enrolment(Groups.FEMALE)),
              racesMakeTotal(Operands.enrolment(Groups.MALE)),
              Consequence.partsMakeTotal(
                  "teachers with and without a full credential",
                  Operands.TEACHERS,
                  0.05,
                  Operands.staff(Groups.FULL_CREDENTIAL),
                  Operands.staff(Groups.WITHOUT_FULL_CREDENTIAL)),
              Consequence.atMost(Operands.staff(Groups.FIRST_YEAR_TEACHERS), Operands.TEACHERS),
              Consequence.atMost(
                  CourseOperands.courseEnrolment("advanced-placement", Group.STUDENTS),
                  Operands.ENROLMENT),
              Consequence.atMost(
                  Operand.of(StudentEvents.SUSPENSION, Group.STUDENTS), Operands.ENROLMENT),
              Consequence.unlikelyFrom(
                  MUCH_SUPPORT,
                  Operands.COUNSELORS,
                  Operands.NURSES,
                  Operands.PSYCHOLOGISTS,
                  Operands.SOCIAL_WORKERS,
                  Operands.LAW_ENFORCEMENT_OFFICERS,
                  Operands.SECURITY_GUARDS),
              Consequence.unlikelyFrom(MANY_TEACHERS, Operands.TEACHERS))
          .build();

  private CrdcSchools() {}

  private static Consequence racesMakeTotal(Operand total) {
    return Consequence.partsMakeTotal(total.label() + " by race", total, 0, Family.races(total));
  }

  private static boolean isNoJusticeFacility(RowView row) {
    boolean facility = row.text("JJ").equalsIgnoreCase("Yes");
    if (facility) {
      row.notice(
          Severity.INFO,
          "justice-facility",
          "a juvenile justice facility is no ordinary school; the row is not read",
          "JJ",
          "No");
    }
    return !facility;
  }

  /** A column for each grade says whether the school has it. */
  private static Field[] grades() {
    return Stream.concat(
            Stream.of(grade("PS", "PK"), grade("KG", "K")),
            IntStream.rangeClosed(1, 12).mapToObj(g -> grade(gradeCode(g), Integer.toString(g))))
        .toArray(Field[]::new);
  }

  private static String gradeCode(int grade) {
    return (grade < 10 ? "G0" : "G") + grade;
  }

  private static Field grade(String column, String grade) {
    return Field.text("SCH_GRADE_" + column)
        .correct("(?i)^yes$", grade)
        .correct("(?i)^no$|^-\\d+$", "");
  }

  private static List<Field> enrolment() {
    Operand all = Operands.ENROLMENT;
    Operand preschool = Family.in(all, Group.STUDENTS.and(Attribute.GRADE, "PK"));
    return joined(
        Family.of(all)
            .races("ENR", "*_7_ENROL")
            .total("ENR", "TOT_7_ENROL")
            .group(Groups.ENGLISH_LEARNERS, "ENR_LEP", "ENR_EL", "LEP_7_ENROL")
            .group(Groups.WITH_DISABILITIES, "ENR_IDEA", "DIS_IDEA_7_ENROL")
            .group(Groups.SECTION_504, "ENR_504", "DIS_504_7_ENROL"),
        // The totals of these three are those of the groups above.
        Family.of(Operands.enrolment(Groups.ENGLISH_LEARNERS)).races("LEPENR", "ELENR"),
        Family.of(Operands.enrolment(Groups.WITH_DISABILITIES)).races("IDEAENR"),
        Family.of(Operands.enrolment(Groups.SECTION_504)).races("504ENR"),
        Family.of(preschool).topic("PSENR"),
        course("english-learner-programme").topic("LEPPROGENR", "ELPROGENR"));
  }

  /** Whether a school has a programme, and how many classes in a course. */
  private static List<Field> offered() {
    return List.of(
        offered("gifted", "SCH_GT_IND"),
        offered("advanced-placement", "SCH_APENR_IND"),
        offered("ap-mathematics", "SCH_APMATHENR_IND"),
        offered("ap-science", "SCH_APSCIENR_IND"),
        offered("ap-computer-science", "SCH_APCOMPENR_IND"),
        offered("international-baccalaureate", "SCH_IBENR_IND"),
        offered("dual-enrolment", "SCH_DUAL_IND"),
        offered("credit-recovery", "SCH_CREDITRECOVERY_IND"),
        offered("magnet", "SCH_STATUS_MAGNET"),
        offered("special-education", "SCH_STATUS_SPED"),
        offered("alternative-education", "SCH_STATUS_ALT"),
        Field.number(CourseOperands.AP_COURSES, "SCH_APCOURSES"),
        classes("algebra-1", "7-8", "SCH_ALGCLASSES_GS0708"),
        classes("algebra-1", "7-12", "SCH_ALGCLASSES_GS0712"),
        classes("algebra-1", "9-12", "SCH_MATHCLASSES_ALG"),
        Field.number(
            CourseOperands.classes("geometry"), "SCH_MATHCLASSES_GEOM", "SCH_GEOMCLASSES_GS0712"),
        Field.number(CourseOperands.classes("algebra-2"), "SCH_MATHCLASSES_ALG2"),
        // In 2011-12 the name says mathematics, the definition advanced mathematics.
        Field.number(
            CourseOperands.classes("advanced-mathematics"),
            "SCH_MATHCLASSES_ADVM",
            "NUM_CLASS_MATH"),
        Field.number(CourseOperands.classes("calculus"), "SCH_MATHCLASSES_CALC"),
        Field.number(CourseOperands.classes("biology"), "SCH_SCICLASSES_BIOL"),
        Field.number(CourseOperands.classes("chemistry"), "SCH_SCICLASSES_CHEM"),
        Field.number(CourseOperands.classes("physics"), "SCH_SCICLASSES_PHYS"),
        Field.number(CourseOperands.classes("computer-science"), "SCH_COMPCLASSES_CSCI"));
  }

  private static Field offered(String course, String column) {
    return Field.number(CourseOperands.offering(course), column).codes(YES_OR_NO);
  }

  private static Field classes(String course, String grades, String column) {
    Operand all = CourseOperands.classes(course);
    return Field.number(Family.in(all, all.group().and(Attribute.GRADE, grades)), column);
  }

  private static List<Field> staff() {
    return List.of(
        Field.number(Operands.TEACHERS, "SCH_FTETEACH_TOT"),
        Field.number(Operands.staff(Groups.FULL_CREDENTIAL), "SCH_FTETEACH_CERT"),
        Field.number(Operands.staff(Groups.WITHOUT_FULL_CREDENTIAL), "SCH_FTETEACH_NOTCERT"),
        Field.number(Operands.staff(Groups.FIRST_YEAR_TEACHERS), "SCH_FTETEACH_FY"),
        Field.number(Operands.staff(Groups.SECOND_YEAR_TEACHERS), "SCH_FTETEACH_SY"),
        Field.number(Operands.ABSENT_TEACHERS, "SCH_FTETEACH_ABSENT"),
        Field.number(Operands.COUNSELORS, "SCH_FTECOUNSELORS", "COUNSEL"),
        Field.number(Operands.NURSES, "SCH_FTESERVICES_NUR"),
        Field.number(Operands.PSYCHOLOGISTS, "SCH_FTESERVICES_PSY"),
        Field.number(Operands.SOCIAL_WORKERS, "SCH_FTESERVICES_SOC"),
        Field.number(Operands.LAW_ENFORCEMENT_OFFICERS, "SCH_FTESECURITY_LEO"),
        Field.number(Operands.SECURITY_GUARDS, "SCH_FTESECURITY_GUA"));
  }

  private static List<Field> courses() {
    return joined(
        Family.of(Operands.enrolment(Groups.GIFTED))
            .nobodyWhere(Field.text("SCH_GT_IND"), "No")
            .topic("GTENR"),
        programme("advanced-placement", "SCH_APENR_IND")
            .races("APENR", "*_7_ONE_AP")
            .total("APENR", "TOT_7_ONE_AP")
            .groups("APENR"),
        placement("ap-mathematics", "SCH_APMATHENR_IND").topic("APMATHENR"),
        placement("ap-science", "SCH_APSCIENR_IND").topic("APSCIENR"),
        placement("ap-computer-science", "SCH_APCOMPENR_IND").topic("APCOMPENR"),
        placement("ap-other", "SCH_APOTHENR_IND").topic("APOTHENR"),
        programme("international-baccalaureate", "SCH_IBENR_IND").topic("IBENR"),
        programme("dual-enrolment", "SCH_DUAL_IND").topic("DUALENR", "DUAL"),
        taught("geometry", "SCH_MATHCLASSES_GEOM").topic("MATHENR_GEOM", "GEOMENR_GS0712"),
        taught("algebra-2", "SCH_MATHCLASSES_ALG2").topic("MATHENR_ALG2"),
        taught("advanced-mathematics", "SCH_MATHCLASSES_ADVM").topic("MATHENR_ADVM"),
        taught("calculus", "SCH_MATHCLASSES_CALC").topic("MATHENR_CALC"),
        taught("biology", "SCH_SCICLASSES_BIOL").topic("SCIENR_BIOL"),
        taught("chemistry", "SCH_SCICLASSES_CHEM").topic("SCIENR_CHEM"),
        taught("physics", "SCH_SCICLASSES_PHYS").topic("SCIENR_PHYS"),
        taught("computer-science", "SCH_COMPCLASSES_CSCI").topic("COMPENR_CSCI"));
  }

  private static Family course(String name) {
    return Family.of(CourseOperands.courseEnrolment(name, Group.STUDENTS));
  }

  private static Family programme(String name, String indicator) {
    return course(name).nobodyWhere(Field.text(indicator), "No");
  }

  /** A subject of Advanced Placement, which a school without that does not have. */
  private static Family placement(String name, String indicator) {
    return programme(name, indicator).nobodyWhere(Field.text("SCH_APENR_IND"), "No");
  }

  private static Family taught(String name, String classes) {
    return course(name).nobodyWhere(Field.text(classes), "0");
  }

  /** Algebra I by the grades in which it is taken; which of them are asked for differs by year. */
  private static List<Field> algebra() {
    Operand enrolled = CourseOperands.courseEnrolment("algebra-1", Group.STUDENTS);
    Operand passed = CourseOperands.coursePassed("algebra-1", Group.STUDENTS);
    List<Field> fields = new ArrayList<>();
    GRADES.forEach(
        (code, grades) -> {
          Group in = Group.STUDENTS.and(Attribute.GRADE, grades);
          fields.addAll(
              Family.of(Family.in(enrolled, in))
                  .nobodyWhere(Field.text("SCH_ALGCLASSES_GS0712"), "0")
                  .topic("ALGENR_" + code)
                  .fields());
          fields.addAll(Family.of(Family.in(passed, in)).topic("ALGPASS_" + code).fields());
        });
    Group seventh = Group.STUDENTS.and(Attribute.GRADE, "7");
    fields.add(Field.number(Family.in(enrolled, seventh), "SCH_ALGENR_G07"));
    fields.add(Field.number(Family.in(passed, seventh), "SCH_ALGPASS_G07"));
    return fields;
  }

  private static List<Field> examinations() {
    return joined(
        Family.of(OutcomeOperands.apTestTakers(Group.STUDENTS))
            .nobodyWhere(Field.text("SCH_APENR_IND"), "No")
            .topic("APEXAM_ONEORMORE"),
        Family.of(Operand.of(OutcomeOperands.SAT_ACT_TAKERS, Group.STUDENTS)).topic("SATACT"));
  }

  private static List<Field> discipline() {
    Group preschool = Group.STUDENTS.and(Attribute.GRADE, "PK");
    Family suspended = Family.of(Operand.of(StudentEvents.SUSPENSION, preschool));
    Family expelled = Family.of(Operand.of(StudentEvents.EXPULSION, preschool));
    return joined(
        disciplined("ISS", "IN_SCH_SUS", counted(StudentEvents.IN_SCHOOL_SUSPENSION)),
        disciplined("SINGOOS", "SINGLE_SUS", counted(StudentEvents.SUSPENSION)),
        disciplined(
            "MULTOOS",
            "MULT_SUS",
            counted(StudentEvents.SUSPENSION, StudentEvents.REPEATED_SUSPENSION)),
        disciplined("EXPWE", "EXP_SERV", counted(StudentEvents.EXPULSION)),
        disciplined(
            "EXPWOE",
            "",
            counted(StudentEvents.EXPULSION, StudentEvents.EXPULSION_WITHOUT_SERVICES)),
        disciplined("EXPZT", "", counted(StudentEvents.ZERO_TOLERANCE_EXPULSION)),
        disciplined("REF", "LAW", counted(StudentEvents.REFERRAL)),
        disciplined("ARR", "", counted(StudentEvents.ARREST)),
        disciplined("TFRALT", "", counted(StudentEvents.DISCIPLINARY_TRANSFER)),
        disciplined(
            "CORP",
            "CORP",
            counted(StudentEvents.CORPORAL_PUNISHMENT)
                .nobodyWhere(Field.text("SCH_CORPINSTANCES_IND"), "No")),
        suspended.topic("PSDISC_SINGOOS").topic("PSDISC_MULTOOS"),
        expelled.topic("PSDISC_EXP"));
  }

  private static Family counted(Variable... variables) {
    return Family.of(
        Arrays.stream(variables)
            .map(variable -> Operand.of(variable, Group.STUDENTS))
            .toArray(Operand[]::new));
  }

  /**
   * Adds the columns of students without disabilities, under IDEA, and under Section 504 only.
   *
   * @param former the topic in 2011-12; empty where no documentation of its name is known, so that
   *     arrests, transfers and some expulsions of that year are not read
   */
  private static Family disciplined(String topic, String former, Family family) {
    String without = "DISCWODIS_" + topic;
    String with = "DISCWDIS_" + topic;
    String idea = with + "_IDEA";
    return family
        .disability(Groups.WITHOUT_DISABILITIES)
        .races(names(former, "*_7_%s_NO_DIS", without))
        .total(names(former, "TOT_7_%s_NO_DIS", without))
        .group(
            Groups.ENGLISH_LEARNERS,
            names(former, "LEP_7_%s_NO_DIS", without + "_LEP", without + "_EL"))
        .disability(Groups.WITH_DISABILITIES)
        .races(names(former, "*_7_%s_DIS", idea))
        .total(names(former, "TOT_IDEA_7_%s_DIS", idea))
        .disability(Group.STUDENTS)
        .group(Groups.ENGLISH_LEARNERS, names(former, "LEP_7_%s_DIS", with + "_LEP", with + "_EL"))
        .disability(Groups.SECTION_504)
        .group(Group.STUDENTS, names(former, "504_7_%s_DIS", with + "_504"));
  }

  private static String[] names(String former, String pattern, String... topics) {
    return former.isEmpty()
        ? topics
        : Stream.concat(Arrays.stream(topics), Stream.of(pattern.replace("%s", former)))
            .toArray(String[]::new);
  }

  private static List<Field> restraint() {
    return joined(
        restrained("MECH", StudentEvents.MECHANICAL_RESTRAINT),
        restrained("PHYS", StudentEvents.PHYSICAL_RESTRAINT),
        restrained("SECL", StudentEvents.SECLUSION));
  }

  private static Family restrained(String how, Variable variable) {
    String others = "RS_NONIDEA_" + how;
    String idea = "RS_IDEA_" + how;
    return counted(variable)
        .disability(Group.STUDENTS)
        .races(others)
        .total(others)
        .group(Groups.ENGLISH_LEARNERS, others + "_LEP", others + "_EL")
        .disability(Groups.WITH_DISABILITIES)
        .races(idea)
        .total(idea)
        .group(Groups.ENGLISH_LEARNERS, idea + "_LEP", idea + "_EL");
  }

  private static Family harassed(String because, String code) {
    return Family.of(StudentEvents.harassment(because, Group.STUDENTS)).topic("HBREPORTED_" + code);
  }

  /** Absence, repeated grades and harassment. */
  private static List<Field> attendance() {
    Stream<Family> retained =
        Stream.concat(
                Stream.of("KG"), IntStream.rangeClosed(1, 12).mapToObj(CrdcSchools::gradeCode))
            .map(
                grade ->
                    Family.of(
                            Operand.of(
                                StudentEvents.RETENTION,
                                Group.STUDENTS.and(
                                    Attribute.GRADE,
                                    grade.equals("KG") ? "K" : grade.replaceFirst("G0?", ""))))
                        .nobodyWhere(Field.text("SCH_RET_" + grade + "_IND"), "No")
                        .topic("RET_" + grade));
    return joined(
        Stream.concat(
                Stream.of(
                    harassed("sex", "SEX"),
                    harassed("race", "RAC"),
                    harassed("disability", "DIS"),
                    counted(StudentEvents.CHRONIC_ABSENCE).topic("ABSENT"),
                    counted(StudentEvents.DAYS_SUSPENDED).topic("DAYSMISSED")),
                retained)
            .toArray(Family[]::new));
  }

  /** Money without that of the federal government (WOFED), and with it. */
  private static List<Field> money() {
    List<Field> fields = new ArrayList<>();
    fields.addAll(money("WOFED", Fund.STATE_LOCAL));
    fields.addAll(money("WFED", Fund.ALL));
    fields.add(paid("TEACH_WOFED", Population.TEACHERS, Fund.STATE_LOCAL));
    return fields;
  }

  private static List<Field> money(String suffix, Fund fund) {
    return List.of(
        salaries("TEACH_" + suffix, Population.TEACHERS, fund),
        salaries("AID_" + suffix, Population.INSTRUCTIONAL_AIDES, fund),
        salaries("SUP_" + suffix, Population.SUPPORT_STAFF, fund),
        salaries("ADM_" + suffix, Population.LEADERS, fund),
        salaries("TOTPERS_" + suffix, Population.STAFF, fund),
        paid("AID_" + suffix, Population.INSTRUCTIONAL_AIDES, fund),
        paid("SUP_" + suffix, Population.SUPPORT_STAFF, fund),
        paid("ADM_" + suffix, Population.LEADERS, fund),
        Field.number(
            FinanceOperands.NON_PERSONNEL_SPENDING.with(fund).with(CostLayer.SITE),
            "SCH_NPE_" + suffix));
  }

  private static Field salaries(String column, Population of, Fund fund) {
    return Field.number(
        FinanceOperands.salaries(new Group(of, List.of())).with(fund), "SCH_SAL_" + column);
  }

  private static Field paid(String column, Population of, Fund fund) {
    return Field.number(Operands.staff(new Group(of, List.of())).with(fund), "SCH_FTE_" + column);
  }

  private static List<Field> joined(Family... families) {
    return Arrays.stream(families).flatMap(family -> family.fields().stream()).toList();
  }
}
