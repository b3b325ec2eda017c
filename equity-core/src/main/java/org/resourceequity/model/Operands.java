package org.resourceequity.model;

import java.util.List;

/** The usual operands: what is counted, paid or published about schools and districts. */
public final class Operands {

  private static final Variable ENROLMENT_COUNT =
      new Variable("enrolment", Kind.COUNT, Measurement.STUDENTS, "students enrolled");
  private static final Variable STAFF =
      new Variable("staff-fte", Kind.COUNT, Measurement.FTE, "full-time equivalents employed");
  private static final Variable MONEY =
      new Variable("spending", Kind.AMOUNT, Measurement.DOLLARS, "current expenditure");
  private static final Variable MONEY_PER_STUDENT =
      new Variable(
          "spending-per-student",
          Kind.RATE,
          Measurement.DOLLARS_PER_STUDENT,
          "current expenditure per student, as published");
  private static final Variable ENROLMENT_SHARE =
      new Variable(
          "student-share",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students enrolled, as published");
  private static final Variable HEADCOUNT =
      new Variable("staff-headcount", Kind.COUNT, Measurement.NUMBER, "persons employed");
  private static final Variable STAFF_SHARE =
      new Variable("staff-share", Kind.RATE, Measurement.SHARE, "share of staff, as published");

  private static final Variable COURSE_ENROLMENT =
      students("course-enrolment", "students enrolled in a course or programme");
  private static final Variable COURSE_PASSED =
      students("course-passed", "students who passed a course");
  private static final Variable OFFERING =
      new Variable(
          "schools-offering",
          Kind.COUNT,
          Measurement.NUMBER,
          "schools that offer a course or programme");

  /** Students suspended in school, once or more. */
  public static final Variable IN_SCHOOL_SUSPENSION =
      students("in-school-suspension", "students suspended in school once or more");

  /** Students suspended out of school, once or more. */
  public static final Variable SUSPENSION =
      students("suspension", "students suspended out of school once or more");

  /** Students suspended out of school, more than once. */
  public static final Variable REPEATED_SUSPENSION =
      students("repeated-suspension", "students suspended out of school more than once");

  /** Students expelled, with or without educational services. */
  public static final Variable EXPULSION =
      students("expulsion", "students expelled, with or without educational services");

  /** Students expelled without educational services. */
  public static final Variable EXPULSION_WITHOUT_SERVICES =
      students("expulsion-without-services", "students expelled without educational services");

  /** Students expelled under a zero-tolerance policy, who are also among all expelled. */
  public static final Variable ZERO_TOLERANCE_EXPULSION =
      students("zero-tolerance-expulsion", "students expelled under a zero-tolerance policy");

  /** Students referred to law enforcement. */
  public static final Variable REFERRAL =
      students("referral-to-law-enforcement", "students referred to law enforcement");

  /** Students arrested for something at school; they are also among those referred. */
  public static final Variable ARREST =
      students("school-related-arrest", "students arrested for something related to school");

  /** Students transferred to an alternative school for discipline. */
  public static final Variable DISCIPLINARY_TRANSFER =
      students(
          "disciplinary-transfer", "students transferred to an alternative school for discipline");

  /** Students who received corporal punishment. */
  public static final Variable CORPORAL_PUNISHMENT =
      students("corporal-punishment", "students who received corporal punishment");

  /** Students restrained by a device. */
  public static final Variable MECHANICAL_RESTRAINT =
      students("mechanical-restraint", "students subjected to mechanical restraint");

  /** Students restrained by hand. */
  public static final Variable PHYSICAL_RESTRAINT =
      students("physical-restraint", "students subjected to physical restraint");

  /** Students confined alone. */
  public static final Variable SECLUSION = students("seclusion", "students subjected to seclusion");

  /** Students who missed 15 school days or more, or a tenth of the year, by the year's rule. */
  public static final Variable CHRONIC_ABSENCE =
      students("chronic-absence", "students chronically absent");

  /** Students retained in their grade. */
  public static final Variable RETENTION =
      students("grade-retention", "students retained in their grade");

  /** Students who took the SAT or ACT. */
  public static final Variable SAT_ACT_TAKERS =
      students("sat-act-test-takers", "students who took the SAT or ACT test");

  /** School days that students missed while suspended out of school. */
  public static final Variable DAYS_SUSPENDED =
      new Variable(
          "days-suspended",
          Kind.COUNT,
          Measurement.NUMBER,
          "school days missed because of suspensions out of school");

  private static final Variable TESTED =
      new Variable(
          "tested",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students with a valid score in the state's test");
  private static final Variable MEAN_SCORE =
      new Variable(
          "mean-score",
          Kind.RATE,
          Measurement.NUMBER,
          "mean test score, in standard deviations of a national cohort");
  private static final Variable MEAN_SCORE_ERROR =
      new Variable(
          "mean-score-error",
          Kind.RATE,
          Measurement.NUMBER,
          "standard error of the mean test score");
  private static final Variable PROFICIENCY_RATE =
      new Variable(
          "proficiency-rate",
          Kind.RATE,
          Measurement.SHARE,
          "share of the students tested who are proficient or better, as published");
  private static final Variable STAFF_COUNT =
      new Variable("staff-count", Kind.COUNT, Measurement.NUMBER, "persons employed");
  private static final Variable FUNDING_COUNT =
      new Variable(
          "funding-count",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students as counted for the state's funding formula, which is not the count of a day");
  private static final Variable CUMULATIVE_ENROLMENT =
      new Variable(
          "cumulative-enrolment",
          Kind.COUNT,
          Measurement.STUDENTS,
          "students enrolled at any time of the year");
  private static final Variable DIPLOMAS =
      new Variable(
          "diplomas", Kind.COUNT, Measurement.STUDENTS, "students who finished high school");
  private static final Variable AVERAGE_SALARY =
      new Variable(
          "average-salary",
          Kind.RATE,
          Measurement.DOLLARS_PER_FTE,
          "salary per full-time equivalent, as published");
  private static final Variable EXPERIENCE =
      new Variable(
          "average-experience",
          Kind.RATE,
          Measurement.NUMBER,
          "years of experience on average, as published");
  private static final Variable TENURE =
      new Variable(
          "average-tenure",
          Kind.RATE,
          Measurement.NUMBER,
          "years in the same district on average, as published");
  private static final Variable STUDENTS_IN_CLASSES =
      new Variable(
          "students-in-classes", Kind.COUNT, Measurement.STUDENTS, "seats taken in classes");

  /** Students enrolled. */
  public static final Operand ENROLMENT = enrolment(Group.STUDENTS);

  /** Teachers, full-time equivalents. */
  public static final Operand TEACHERS = staff(Group.TEACHERS);

  /** Dollars spent. */
  public static final Operand SPENDING = Operand.of(MONEY, Group.STUDENTS);

  /** Dollars per student, published without its parts. */
  public static final Operand SPENDING_PER_STUDENT = Operand.of(MONEY_PER_STUDENT, Group.STUDENTS);

  /** Full-time-equivalent students, the denominator some states publish with their spending. */
  public static final Operand STUDENT_FTE =
      Operand.of(
          new Variable(
              "student-fte", Kind.COUNT, Measurement.STUDENTS, "full-time-equivalent students"),
          Group.STUDENTS);

  /** Dollars of teachers' salaries. */
  public static final Operand TEACHER_SALARIES =
      Operand.of(
          new Variable("salaries", Kind.AMOUNT, Measurement.DOLLARS, "salaries paid"),
          Group.TEACHERS);

  /** Classes held. */
  public static final Operand CLASSES =
      Operand.of(
          new Variable("classes", Kind.COUNT, Measurement.CLASSES, "classes held"), Group.CLASSES);

  /** Places taken in classes: a student counts once in each class. */
  public static final Operand CLASS_ENROLMENT =
      Operand.of(
          students("class-enrolment", "students counted once in each of their classes"),
          Group.STUDENTS);

  /** Average class size, published without its parts. */
  public static final Operand CLASS_SIZE = classSize("all");

  /** Average class size in kindergarten to grade 3. */
  public static final Operand CLASS_SIZE_K3 = classSize("k-3");

  /** Average class size in grades 4 to 6. */
  public static final Operand CLASS_SIZE_4_6 = classSize("4-6");

  /** Average class size in core academic courses. */
  public static final Operand CLASS_SIZE_CORE = classSize("core");

  /** Students who took an Advanced Placement examination. */
  public static final Operand AP_TEST_TAKERS =
      Operand.of(
          new Variable(
              "ap-test-takers",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students who took at least one Advanced Placement examination"),
          Group.STUDENTS);

  /** Students in grades 9 to 12. */
  public static final Operand ENROLMENT_9_12 =
      enrolment(Group.STUDENTS.and(Attribute.GRADE, "9-12"));

  /** All staff, full-time equivalents. */
  public static final Operand ALL_STAFF = staff(new Group(Population.STAFF, List.of()));

  /** School counselors, full-time equivalents. */
  public static final Operand COUNSELORS = staff(new Group(Population.COUNSELORS, List.of()));

  /** School administrators, full-time equivalents. */
  public static final Operand LEADERS = staff(new Group(Population.LEADERS, List.of()));

  /** Wages of comparable workers near the district, relative to the nation's mean of 1. */
  public static final Operand WAGE_INDEX =
      Operand.of(
          new Variable(
              "wage-index",
              Kind.RATE,
              Measurement.NUMBER,
              "wages of comparable workers outside education, relative to the nation's mean"),
          Group.STUDENTS);

  /** Standard error of {@link #WAGE_INDEX}. */
  public static final Operand WAGE_INDEX_ERROR =
      Operand.of(
          new Variable(
              "wage-index-error",
              Kind.RATE,
              Measurement.NUMBER,
              "standard error of the index of wages"),
          Group.STUDENTS);

  /** School nurses, full-time equivalents. */
  public static final Operand NURSES = staff(new Group(Population.NURSES, List.of()));

  /** School psychologists, full-time equivalents. */
  public static final Operand PSYCHOLOGISTS = staff(new Group(Population.PSYCHOLOGISTS, List.of()));

  /** School social workers, full-time equivalents. */
  public static final Operand SOCIAL_WORKERS =
      staff(new Group(Population.SOCIAL_WORKERS, List.of()));

  /** Sworn law enforcement officers in schools, full-time equivalents. */
  public static final Operand LAW_ENFORCEMENT_OFFICERS =
      staff(new Group(Population.LAW_ENFORCEMENT_OFFICERS, List.of()));

  /** Security guards without police powers, full-time equivalents. */
  public static final Operand SECURITY_GUARDS =
      staff(new Group(Population.SECURITY_GUARDS, List.of()));

  /** Different Advanced Placement courses that a school has. */
  public static final Operand AP_COURSES =
      Operand.of(
          new Variable(
              "ap-courses",
              Kind.COUNT,
              Measurement.NUMBER,
              "different Advanced Placement courses that schools have"),
          new Group(Population.SCHOOLS, List.of()));

  /** Teachers who were absent on more than ten school days, full-time equivalents. */
  public static final Operand ABSENT_TEACHERS =
      Operand.of(
          new Variable(
              "absent-fte",
              Kind.COUNT,
              Measurement.FTE,
              "full-time equivalents of staff absent on more than ten school days"),
          Group.TEACHERS);

  /** Dollars spent on other things than personnel. */
  public static final Operand NON_PERSONNEL_SPENDING =
      Operand.of(
          new Variable(
              "non-personnel-spending",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "expenditure on other things than personnel"),
          Group.STUDENTS);

  /** Everybody who lives in a district. */
  public static final Operand POPULATION = residents(new Group(Population.RESIDENTS, List.of()));

  /** Children aged 5 to 17 who live in a district. */
  public static final Operand CHILDREN = residents(Groups.CHILDREN);

  /** Children aged 5 to 17 in a family below the poverty line. */
  public static final Operand CHILDREN_IN_POVERTY = residents(Groups.CHILDREN_IN_POVERTY);

  /** Share of children aged 5 to 17 in poverty, published without its parts. */
  public static final Operand CHILD_POVERTY_RATE =
      Operand.of(
          new Variable(
              "child-poverty-rate",
              Kind.RATE,
              Measurement.SHARE,
              "share of children aged 5 to 17 in poverty, as published"),
          Groups.CHILDREN);

  /** Students enrolled in the district's schools, where that differs from {@link #ENROLMENT}. */
  public static final Operand ENROLMENT_OF_SCHOOLS =
      Operand.of(
          new Variable(
              "enrolment-of-schools",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students enrolled in the schools of a district, from the list of schools"),
          Group.STUDENTS);

  /** Revenue from all sources. */
  public static final Operand REVENUE = revenue(Fund.ALL);

  /** Revenue from taxes on property. */
  public static final Operand PROPERTY_TAX =
      money("property-tax", "revenue from taxes on property", Fund.LOCAL);

  /** Revenue from the State's general formula. */
  public static final Operand FORMULA_AID =
      money("formula-aid", "revenue from the general formula of the State", Fund.STATE);

  /** Revenue from the State for capital outlay and debt. */
  public static final Operand CAPITAL_AID =
      money("capital-aid", "revenue from the State for capital outlay and debt", Fund.STATE);

  /** Revenue from sales of property. */
  public static final Operand PROPERTY_SALES =
      money("property-sales", "revenue from sales of property", Fund.LOCAL);

  /** Revenue from the federal acts of 2020 and 2021 against the pandemic. */
  public static final Operand PANDEMIC_AID =
      money(
          "pandemic-aid",
          "revenue from the federal acts of 2020 and 2021 against the pandemic",
          Fund.FEDERAL);

  /** All expenditure: current, capital, payments to others and interest. */
  public static final Operand EXPENDITURE =
      money("expenditure", "all expenditure: current, capital, payments and interest", Fund.ALL);

  /** Expenditure on construction, land and equipment. */
  public static final Operand CAPITAL_OUTLAY =
      money("capital-outlay", "expenditure on construction, land and equipment", Fund.ALL);

  /** Expenditure on adult education, community services and the like. */
  public static final Operand OTHER_PROGRAMMES =
      money(
          "other-programmes",
          "expenditure on programmes that are not elementary or secondary education",
          Fund.ALL);

  /** Interest paid on debt. */
  public static final Operand INTEREST = money("interest", "interest paid on debt", Fund.ALL);

  /** Payments to other school systems. */
  public static final Operand PAYMENTS_TO_DISTRICTS =
      money("payments-to-districts", "payments to other school systems", Fund.ALL);

  /** Payments to charter schools outside the district. */
  public static final Operand PAYMENTS_TO_CHARTERS =
      money("payments-to-charters", "payments to charter schools", Fund.ALL);

  /** Payments to private schools. */
  public static final Operand PAYMENTS_TO_PRIVATE_SCHOOLS =
      money("payments-to-private-schools", "payments to private schools", Fund.ALL);

  /** Current expenditure of regional agencies on a district's behalf, outside its own. */
  public static final Operand SPENDING_ON_BEHALF =
      money(
          "spending-on-behalf",
          "current expenditure of regional agencies on behalf of the district",
          Fund.ALL);

  /** Current expenditure on special education. */
  public static final Operand SPENDING_ON_SPECIAL_EDUCATION =
      money("spending-special-education", "current expenditure on special education", Fund.ALL);

  /** Salaries of all staff. */
  public static final Operand SALARIES =
      Operand.of(TEACHER_SALARIES.what(), new Group(Population.STAFF, List.of()));

  /** Benefits of all staff. */
  public static final Operand BENEFITS = money("benefits", "benefits of employees", Fund.ALL);

  /** Long-term debt at the end of the year. */
  public static final Operand LONG_TERM_DEBT =
      money("long-term-debt", "long-term debt at the end of the fiscal year", Fund.ALL);

  /** Income of the families near a school, relative to the poverty line; higher is richer. */
  public static final Operand NEIGHBORHOOD_INCOME =
      Operand.of(
          new Variable(
              "neighborhood-income",
              Kind.RATE,
              Measurement.NUMBER,
              "income of the families near the school, as a multiple of the poverty line"),
          Group.STUDENTS);

  /** Standard error of {@link #NEIGHBORHOOD_INCOME}. */
  public static final Operand NEIGHBORHOOD_INCOME_ERROR =
      Operand.of(
          new Variable(
              "neighborhood-income-error",
              Kind.RATE,
              Measurement.NUMBER,
              "standard error of the income of the families near the school"),
          Group.STUDENTS);

  /** Share of a school's students in poverty, estimated by a model. */
  public static final Operand MODELLED_POVERTY =
      Operand.of(
          new Variable(
              "modelled-poverty",
              Kind.RATE,
              Measurement.SHARE,
              "share of students in poverty, estimated by a model"),
          Group.STUDENTS);

  /** Standard error of {@link #MODELLED_POVERTY}. */
  public static final Operand MODELLED_POVERTY_ERROR =
      Operand.of(
          new Variable(
              "modelled-poverty-error",
              Kind.RATE,
              Measurement.SHARE,
              "standard error of the modelled share of students in poverty"),
          Group.STUDENTS);

  /** Dollars of Title I, Part A that a district is allocated. */
  public static final Operand TITLE_I_ALLOCATION =
      Operand.of(
          new Variable(
              "title-i-allocation",
              Kind.AMOUNT,
              Measurement.DOLLARS,
              "allocation of Title I, Part A"),
          Group.STUDENTS);

  /** Expenditure per student, published after adjustment to what all states include. */
  public static final Operand COMPARABLE_SPENDING_PER_STUDENT =
      perStudent("comparable", Fund.ALL, CostLayer.ALL);

  private Operands() {}

  /** Students who took the SAT. */
  public static final Operand SAT_TEST_TAKERS = sat("sat-test-takers", "students who took the SAT");

  /** Students who took the SAT and met its benchmark in reading and writing. */
  public static final Operand SAT_MET_ENGLISH =
      sat("sat-met-english", "students who met the SAT's benchmark in reading and writing");

  /** Students who took the SAT and met its benchmark in mathematics. */
  public static final Operand SAT_MET_MATHEMATICS =
      sat("sat-met-mathematics", "students who met the SAT's benchmark in mathematics");

  /** Students who took the SAT and met both benchmarks. */
  public static final Operand SAT_MET_BOTH =
      sat("sat-met-both", "students who met both benchmarks of the SAT");

  /** Students present on an average day, the denominator of state finance in some states. */
  public static final Operand AVERAGE_DAILY_ATTENDANCE =
      Operand.of(
          new Variable(
              "average-daily-attendance",
              Kind.COUNT,
              Measurement.STUDENTS,
              "students present on an average day"),
          Group.STUDENTS);

  /** Dollars of state aid that are given for students in need. */
  public static final Operand NEED_AID =
      Operand.of(
          new Variable("need-aid", Kind.AMOUNT, Measurement.DOLLARS, "state aid given for need"),
          Group.STUDENTS);

  /** Teachers who left the district since the year before, full-time equivalents. */
  public static final Operand TEACHERS_LEFT =
      Operand.of(
          new Variable(
              "teachers-left",
              Kind.COUNT,
              Measurement.FTE,
              "teachers of the year before who do not teach in the district any more"),
          Group.TEACHERS);

  /** Teachers of the year before, of whom {@link #TEACHERS_LEFT} left. */
  public static final Operand TEACHERS_THE_YEAR_BEFORE =
      Operand.of(
          new Variable(
              "teachers-the-year-before", Kind.COUNT, Measurement.FTE, "teachers the year before"),
          Group.TEACHERS);

  /** Students per teacher, published without its parts. */
  public static final Operand STUDENTS_PER_TEACHER =
      Operand.of(
          new Variable(
              "students-per-teacher",
              Kind.RATE,
              Measurement.STUDENTS_PER_FTE,
              "students per teacher, as published"),
          Group.TEACHERS);

  /** Students who belong to a school on an average day, present or not. */
  public static final Operand AVERAGE_DAILY_MEMBERSHIP =
      Operand.of(
          students("average-daily-membership", "students of a school on an average day"),
          Group.STUDENTS);

  /** Value of property that can be taxed, made comparable between places. */
  public static final Operand PROPERTY_VALUE =
      money("property-value", "equalized value of taxable property", Fund.LOCAL);

  /** Returns the number of a group's students in a course or programme, such as "calculus". */
  public static Operand courseEnrolment(String course, Group group) {
    return Operand.of(COURSE_ENROLMENT, group.and(Attribute.COURSE, course));
  }

  /**
   * Returns the number of a group's students who were reported as harassed or bullied because of
   * their "sex", "race" or "disability".
   */
  public static Operand harassment(String because, Group group) {
    return Operand.of(
        students(
            "harassment-because-of-" + because,
            "students reported as harassed or bullied because of their " + because),
        group);
  }

  /** Returns the number of a group's students who passed a course. */
  public static Operand coursePassed(String course, Group group) {
    return Operand.of(COURSE_PASSED, group.and(Attribute.COURSE, course));
  }

  /** Returns the number of classes held in a course. */
  public static Operand classes(String course) {
    return Operand.of(CLASSES.what(), Group.CLASSES.and(Attribute.COURSE, course));
  }

  /**
   * Returns 1 for a school that offers a course or programme, 0 for one that does not; for a
   * district, how many of its schools do.
   */
  public static Operand offering(String course) {
    return Operand.of(
        OFFERING, new Group(Population.SCHOOLS, List.of()).and(Attribute.COURSE, course));
  }

  /** Returns the number of a group's students who took an Advanced Placement examination. */
  public static Operand apTestTakers(Group group) {
    return Operand.of(AP_TEST_TAKERS.what(), group);
  }

  /** Returns dollars of the salaries of a group of staff. */
  public static Operand salaries(Group group) {
    return Operand.of(TEACHER_SALARIES.what(), group);
  }

  /** Returns the revenue from a source. */
  public static Operand revenue(Fund source) {
    return money("revenue", "revenue", source);
  }

  /**
   * Returns the revenue from a source that stays for the district's own schools: without aid for
   * capital, sales of property, and the source's part of what is paid on to other school systems,
   * charter and private schools.
   */
  public static Operand retainedRevenue(Fund source) {
    return money(
        "retained-revenue",
        "revenue without capital aid, sales of property and payments to other schools",
        source);
  }

  /** Returns the current expenditure paid from a source. */
  public static Operand spending(Fund source) {
    return new Operand(MONEY, Group.STUDENTS, source, CostLayer.ALL);
  }

  /** Returns the current expenditure for a function. */
  public static Operand spending(SpendingFunction function) {
    return money("spending-" + function.id(), "current expenditure: " + function.words(), Fund.ALL);
  }

  /** Returns the published current expenditure per student for a function. */
  public static Operand spendingPerStudent(SpendingFunction function) {
    return Operand.of(
        new Variable(
            "spending-per-student-" + function.id(),
            Kind.RATE,
            Measurement.DOLLARS_PER_STUDENT,
            "current expenditure per student, as published: " + function.words()),
        Group.STUDENTS);
  }

  /** Returns the salaries paid for a function. */
  public static Operand salaries(SpendingFunction function) {
    return money("salaries-" + function.id(), "salaries: " + function.words(), Fund.ALL);
  }

  /** Returns the benefits paid for a function. */
  public static Operand benefits(SpendingFunction function) {
    return money(
        "benefits-" + function.id(), "benefits of employees: " + function.words(), Fund.ALL);
  }

  /** Returns the published current expenditure per student from a source, at a level. */
  public static Operand spendingPerStudent(Fund source, CostLayer layer) {
    return new Operand(MONEY_PER_STUDENT, Group.STUDENTS, source, layer);
  }

  /** Returns the published expenditure on personnel per student from a source, at a level. */
  public static Operand personnelPerStudent(Fund source, CostLayer layer) {
    return perStudent("personnel", source, layer);
  }

  /** Returns the published expenditure on other things than personnel per student. */
  public static Operand nonPersonnelPerStudent(Fund source, CostLayer layer) {
    return perStudent("non-personnel", source, layer);
  }

  private static Operand perStudent(String what, Fund source, CostLayer layer) {
    return new Operand(
        new Variable(
            what + "-spending-per-student",
            Kind.RATE,
            Measurement.DOLLARS_PER_STUDENT,
            "current " + what + " expenditure per student, as published"),
        Group.STUDENTS,
        source,
        layer);
  }

  private static Operand money(String id, String definition, Fund source) {
    return new Operand(
        new Variable(id, Kind.AMOUNT, Measurement.DOLLARS, definition),
        Group.STUDENTS,
        source,
        CostLayer.ALL);
  }

  private static Operand residents(Group group) {
    return Operand.of(
        new Variable(
            "residents", Kind.COUNT, Measurement.PEOPLE, "people who live in the district"),
        group);
  }

  /** Returns the mean test score of a group, in standard deviations of a national cohort. */
  public static Operand meanScore(Group group) {
    return Operand.of(MEAN_SCORE, group);
  }

  /** Returns the standard error of {@link #meanScore}. */
  public static Operand meanScoreError(Group group) {
    return Operand.of(MEAN_SCORE_ERROR, group);
  }

  /** Returns the number of a group's students with a valid score. */
  public static Operand tested(Group group) {
    return Operand.of(TESTED, group);
  }

  /** Returns the number of a group's students with a valid score in a subject's test. */
  public static Operand tested(String subject, Group group) {
    return Operand.of(TESTED, group.and(Attribute.COURSE, subject));
  }

  /** Returns the published share of a group's students tested in a subject who are proficient. */
  public static Operand proficiencyRate(String subject, Group group) {
    return Operand.of(PROFICIENCY_RATE, group.and(Attribute.COURSE, subject));
  }

  /** Returns the number of students of a group in the adjusted four-year graduation cohort. */
  public static Operand graduationCohort(Group group) {
    return graduationCohort(group, 4);
  }

  /**
   * Returns the number of students of a group in the adjusted cohort that started grade 9 so many
   * years before; the school year is that in which the last of these years ends.
   */
  public static Operand graduationCohort(Group group, int years) {
    return Operand.of(
        cohort(
            "graduation-cohort",
            Kind.COUNT,
            years,
            "students in the adjusted " + years(years) + "-year graduation cohort"),
        group);
  }

  /** Returns the published share of a group's cohort that graduated within four years. */
  public static Operand graduationRate(Group group) {
    return graduationRate(group, 4);
  }

  /** Returns the published share of a group's cohort that graduated within so many years. */
  public static Operand graduationRate(Group group, int years) {
    return Operand.of(
        cohort(
            "graduation-rate",
            Kind.RATE,
            years,
            "share of the adjusted cohort that graduated within "
                + years(years)
                + " years, as published"),
        group);
  }

  /** Returns the number of students of a group's cohort who graduated within so many years. */
  public static Operand graduates(Group group, int years) {
    return Operand.of(
        cohort(
            "graduates",
            Kind.COUNT,
            years,
            "students of the adjusted cohort who graduated within " + years(years) + " years"),
        group);
  }

  /**
   * Returns the published share of a group's cohort that within so many years graduated or earned
   * another certificate, such as one of high school equivalency.
   */
  public static Operand completionRate(Group group, int years) {
    return Operand.of(
        cohort(
            "completion-rate",
            Kind.RATE,
            years,
            "share of the adjusted cohort that graduated or earned another certificate within "
                + years(years)
                + " years, as published"),
        group);
  }

  private static Variable cohort(String id, Kind kind, int years, String definition) {
    return new Variable(
        years == 4 ? id : id + "-" + years + "-year",
        kind,
        kind == Kind.RATE ? Measurement.SHARE : Measurement.STUDENTS,
        definition);
  }

  private static String years(int years) {
    if (years < 4 || years > 7) {
      throw new IllegalArgumentException("years is " + years + ", expected 4 to 7");
    }
    return List.of("four", "five", "six", "seven").get(years - 4);
  }

  /** Returns the number of students of a group. */
  public static Operand enrolment(Group group) {
    return Operand.of(ENROLMENT_COUNT, group);
  }

  /** Returns the full-time equivalents of a group of staff. */
  public static Operand staff(Group group) {
    return Operand.of(STAFF, group);
  }

  /** Returns the published share that a group has of all students. */
  public static Operand enrolmentShare(Group group) {
    return Operand.of(ENROLMENT_SHARE, group);
  }

  /** Returns the published share that a group has of its staff. */
  public static Operand staffShare(Group group) {
    return Operand.of(STAFF_SHARE, group);
  }

  /** Returns the amount of a budget where the operand is the amount that came about. */
  public static Operand budgeted(Operand amount) {
    Variable what = amount.what();
    return new Operand(
        new Variable(
            "budgeted-" + what.id(), what.kind(), what.unit(), what.definition() + ", as budgeted"),
        amount.group(),
        amount.fund(),
        amount.layer());
  }

  /** Returns the number of persons in a group of staff, who may work part of the time. */
  public static Operand staffCount(Group group) {
    return Operand.of(STAFF_COUNT, group);
  }

  /** Returns the number of incidents of a kind, such as "robbery". */
  public static Operand incidents(String kind) {
    return Operand.of(
        new Variable(
            "incidents-" + kind,
            Kind.COUNT,
            Measurement.NUMBER,
            "violent or disruptive incidents: " + kind.replace('-', ' ')),
        Group.STUDENTS);
  }

  /** Returns the students of a group as counted for the state's funding formula. */
  public static Operand fundingCount(Group group) {
    return Operand.of(FUNDING_COUNT, group);
  }

  /** Returns the students of a group who were enrolled at any time of the year. */
  public static Operand cumulativeEnrolment(Group group) {
    return Operand.of(CUMULATIVE_ENROLMENT, group);
  }

  /** Returns the number of students of a group who finished high school in the year. */
  public static Operand diplomas(Group group) {
    return Operand.of(DIPLOMAS, group);
  }

  /** Returns the published salary per full-time equivalent of a group of staff. */
  public static Operand averageSalary(Group group) {
    return Operand.of(AVERAGE_SALARY, group);
  }

  /** Returns the published years of experience that a group of staff has on average. */
  public static Operand averageExperience(Group group) {
    return Operand.of(EXPERIENCE, group);
  }

  /** Returns the published years that a group of staff has been in the district on average. */
  public static Operand averageTenure(Group group) {
    return Operand.of(TENURE, group);
  }

  /** Returns the number of classes of some kind. */
  public static Operand classes(Group classes) {
    return Operand.of(CLASSES.what(), classes);
  }

  /** Returns the seats taken in classes of some kind; a student takes one in each class. */
  public static Operand studentsInClasses(Group classes) {
    return Operand.of(STUDENTS_IN_CLASSES, classes);
  }

  /** Returns the published average size of classes of some kind. */
  public static Operand classSize(Group classes) {
    return Operand.of(CLASS_SIZE.what(), classes);
  }

  private static Operand sat(String id, String definition) {
    return Operand.of(students(id, definition), Group.STUDENTS);
  }

  private static Variable students(String id, String definition) {
    return new Variable(id, Kind.COUNT, Measurement.STUDENTS, definition);
  }

  /** Returns how many persons of a group of staff there are, whatever their hours. */
  public static Operand headcount(Group group) {
    return Operand.of(HEADCOUNT, group);
  }

  private static Operand classSize(String which) {
    return Operand.of(
        new Variable("class-size", Kind.RATE, Measurement.STUDENTS_PER_CLASS, "average class size"),
        which.equals("all") ? Group.CLASSES : Group.CLASSES.and(Attribute.COURSE, which));
  }
}
