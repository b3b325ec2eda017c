package org.resourceequity.io.persons;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Courses that other sources count, found by title or by the code of the School Courses for the
 * Exchange of Data (five digits: subject and course).
 */
public final class CourseKinds {

  private record Kind(String course, Pattern title, Pattern code) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("advanced-placement", "\\bap\\b|\\badvanced placement\\b", ""),
          kind("international-baccalaureate", "\\bib\\b|\\binternational baccalaureate\\b", ""),
          kind("dual-enrolment", "\\bdual (?:enrol?lment|credit)\\b", ""),
          kind("algebra-1", "\\balgebra (?:1|i)\\b", "02052"),
          kind("geometry", "\\bgeometry\\b", "02072"),
          kind("algebra-2", "\\balgebra (?:2|ii)\\b", "02056"),
          kind("calculus", "(?<!pre[- ]?)\\bcalculus\\b", "0212[145]"),
          kind("biology", "\\bbiology\\b", "0305[1267]"),
          kind("chemistry", "\\bchemistry\\b", "0310[12567]"),
          kind("physics", "\\bphysics\\b", "0315[1-9]|0316[1-9]"),
          kind(
              "computer-science", "\\bcomputer (?:science|programming)\\b", "1001[129]|1015[2-9]"));

  private CourseKinds() {}

  private static Kind kind(String course, String title, String code) {
    return new Kind(
        course, Pattern.compile(title, Pattern.CASE_INSENSITIVE), Pattern.compile(code));
  }

  /** Returns how many kinds there are. */
  static int count() {
    return KINDS.size();
  }

  /** Returns what the courses of a kind are called. */
  static String course(int kind) {
    return KINDS.get(kind).course();
  }

  /** Returns the kinds of a course as bits. */
  public static int of(String title, String codes) {
    int kinds = 0;
    for (int i = 0; i < KINDS.size(); i++) {
      Kind kind = KINDS.get(i);
      boolean coded = false;
      for (String code : codes.split(",", -1)) {
        coded |= !code.isBlank() && kind.code().matcher(code.strip()).matches();
      }
      if (coded || kind.title().matcher(title).find()) {
        kinds |= 1 << i;
      }
    }
    return kinds;
  }
}
