package org.resourceequity.model;

/** The unit a variable is measured in. Shares run from 0 to 1, also where files print per cent. */
public enum Measurement {
  /** Students, possibly fractional. */
  STUDENTS("students"),
  /** People of any kind. */
  PEOPLE("people"),
  /** Full-time equivalents. */
  FTE("FTE"),
  /** Classes: course sections. */
  CLASSES("classes"),
  /** Dollars. */
  DOLLARS("dollars"),
  /** Dollars per student. */
  DOLLARS_PER_STUDENT("dollars per student"),
  /** Dollars per full-time equivalent. */
  DOLLARS_PER_FTE("dollars per FTE"),
  /** A share from 0 to 1. */
  SHARE("share"),
  /** Students per class. */
  STUDENTS_PER_CLASS("students per class"),
  /** Students per full-time equivalent. */
  STUDENTS_PER_FTE("students per FTE"),
  /** Full-time equivalents per student. */
  FTE_PER_STUDENT("FTE per student"),
  /** Anything else, without a unit. */
  NUMBER("number");

  private final String words;

  Measurement(String words) {
    this.words = words;
  }

  /** Returns the unit in words. */
  public String words() {
    return words;
  }

  /** Returns the unit of {@code this / denominator}. */
  public Measurement per(Measurement denominator) {
    if (this == denominator) {
      return SHARE;
    }
    return switch (this) {
      case DOLLARS ->
          denominator == STUDENTS
              ? DOLLARS_PER_STUDENT
              : denominator == FTE ? DOLLARS_PER_FTE : NUMBER;
      case STUDENTS ->
          denominator == CLASSES
              ? STUDENTS_PER_CLASS
              : denominator == FTE ? STUDENTS_PER_FTE : NUMBER;
      case FTE -> denominator == STUDENTS ? FTE_PER_STUDENT : NUMBER;
      default -> NUMBER;
    };
  }
}
