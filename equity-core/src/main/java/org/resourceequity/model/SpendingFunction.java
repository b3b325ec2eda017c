package org.resourceequity.model;

import java.util.Locale;

/**
 * What current expenditure is for: the functions of the federal accounting handbook for schools,
 * NCES, Financial Accounting for Local and State School Systems.
 */
public enum SpendingFunction {
  /** Instruction. */
  INSTRUCTION("instruction"),
  /** All support services. */
  SUPPORT("support services"),
  /** Counselling, health, attendance and other support of students. */
  STUDENT_SUPPORT("support of students"),
  /** Training, libraries and other support of instructional staff. */
  STAFF_SUPPORT("support of instructional staff"),
  /** Board, superintendent and their offices. */
  GENERAL_ADMINISTRATION("general administration"),
  /** Principals and their offices. */
  SCHOOL_ADMINISTRATION("school administration"),
  /** Administration of the district and its schools, where it is not told apart. */
  ADMINISTRATION("administration"),
  /** Operation and maintenance of buildings. */
  OPERATIONS("operation and maintenance of buildings"),
  /** Transportation of students. */
  TRANSPORTATION("transportation of students"),
  /** Business, central and other support services. */
  CENTRAL("business, central and other support services"),
  /** Support services that are not told apart. */
  UNSPECIFIED_SUPPORT("support services that are not told apart"),
  /** Food, enterprises and other current expenditure beside instruction and support. */
  OTHER("other than instruction and support services"),
  /** Food services. */
  FOOD("food services"),
  /** Operations that are financed like a business. */
  ENTERPRISE("enterprise operations");

  private final String words;

  SpendingFunction(String words) {
    this.words = words;
  }

  /** Returns the function in words: "support of students". */
  public String words() {
    return words;
  }

  /** Returns the function as a part of ids: "student-support". */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
