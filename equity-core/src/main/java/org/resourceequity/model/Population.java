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
  CLASSES,
  /** School nurses. */
  NURSES,
  /** School psychologists. */
  PSYCHOLOGISTS,
  /** School social workers. */
  SOCIAL_WORKERS,
  /** Sworn law enforcement officers in schools. */
  LAW_ENFORCEMENT_OFFICERS,
  /** Security guards without police powers. */
  SECURITY_GUARDS,
  /** Instructional aides. */
  INSTRUCTIONAL_AIDES,
  /** Support staff for students and for teachers. */
  SUPPORT_STAFF,
  /** Schools. */
  SCHOOLS,
  /** Everybody who lives in a district. */
  RESIDENTS;

  /** Returns the population in a sentence, "students". */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
