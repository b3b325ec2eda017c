package org.resourceequity.model;

import java.util.Locale;

/** Whom a group is drawn from. */
public enum Population {
  /** Students. */
  STUDENTS,
  /** Teachers. */
  TEACHERS,
  /** School counselors. */
  COUNSELORS,
  /** Principals and other school leaders. */
  LEADERS,
  /** All staff. */
  STAFF,
  /** Classes: course sections. */
  CLASSES;

  /** Returns the population in a sentence, "students". */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
