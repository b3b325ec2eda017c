package org.resourceequity.model;

/** What a category is a value of. */
public enum Attribute {
  /** Race and ethnicity. */
  RACE,
  /** Sex. */
  SEX,
  /** Grade, with codes PK, K, 1 to 12. */
  GRADE,
  /** Economic need, by a named definition. */
  NEED,
  /** English learners and first language. */
  LANGUAGE,
  /** Disability status. */
  DISABILITY,
  /** Years of experience. */
  EXPERIENCE,
  /** Licence or credential. */
  CREDENTIAL,
  /** Subject, course or programme. */
  COURSE,
  /** Age in years. */
  AGE,
  /** Programme or status that schools record: gifted, Title I, military family. */
  PROGRAM
}
