package org.resourceequity.model;

/** What happens to students: discipline, restraint, absence, retention, incidents. */
public final class StudentEvents {

  /** Students suspended in school, once or more. */
  public static final Variable IN_SCHOOL_SUSPENSION =
      Operands.students("in-school-suspension", "students suspended in school once or more");

  /** Students suspended out of school, once or more. */
  public static final Variable SUSPENSION =
      Operands.students("suspension", "students suspended out of school once or more");

  /** Students suspended out of school, more than once. */
  public static final Variable REPEATED_SUSPENSION =
      Operands.students("repeated-suspension", "students suspended out of school more than once");

  /** Students expelled, with or without educational services. */
  public static final Variable EXPULSION =
      Operands.students("expulsion", "students expelled, with or without educational services");

  /** Students expelled without educational services. */
  public static final Variable EXPULSION_WITHOUT_SERVICES =
      Operands.students(
          "expulsion-without-services", "students expelled without educational services");

  /** Students expelled under a zero-tolerance policy, who are also among all expelled. */
  public static final Variable ZERO_TOLERANCE_EXPULSION =
      Operands.students(
          "zero-tolerance-expulsion", "students expelled under a zero-tolerance policy");

  /** Students referred to law enforcement. */
  public static final Variable REFERRAL =
      Operands.students("referral-to-law-enforcement", "students referred to law enforcement");

  /** Students arrested for something at school; they are also among those referred. */
  public static final Variable ARREST =
      Operands.students(
          "school-related-arrest", "students arrested for something related to school");

  /** Students transferred to an alternative school for discipline. */
  public static final Variable DISCIPLINARY_TRANSFER =
      Operands.students(
          "disciplinary-transfer", "students transferred to an alternative school for discipline");

  /** Students who received corporal punishment. */
  public static final Variable CORPORAL_PUNISHMENT =
      Operands.students("corporal-punishment", "students who received corporal punishment");

  /** Students restrained by a device. */
  public static final Variable MECHANICAL_RESTRAINT =
      Operands.students("mechanical-restraint", "students subjected to mechanical restraint");

  /** Students restrained by hand. */
  public static final Variable PHYSICAL_RESTRAINT =
      Operands.students("physical-restraint", "students subjected to physical restraint");

  /** Students confined alone. */
  public static final Variable SECLUSION =
      Operands.students("seclusion", "students subjected to seclusion");

  /** Students who missed 15 school days or more, or a tenth of the year, by the year's rule. */
  public static final Variable CHRONIC_ABSENCE =
      Operands.students("chronic-absence", "students chronically absent");

  /** Students retained in their grade. */
  public static final Variable RETENTION =
      Operands.students("grade-retention", "students retained in their grade");

  /** School days that students missed while suspended out of school. */
  public static final Variable DAYS_SUSPENDED =
      new Variable(
          "days-suspended",
          Kind.COUNT,
          Measurement.NUMBER,
          "school days missed because of suspensions out of school");

  private StudentEvents() {}

  /**
   * Returns the number of a group's students who were reported as harassed or bullied because of
   * their "sex", "race" or "disability".
   */
  public static Operand harassment(String because, Group group) {
    return Operand.of(
        Operands.students(
            "harassment-because-of-" + because,
            "students reported as harassed or bullied because of their " + because),
        group);
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
}
