package org.resourceequity.story;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.chart.NumberStyle;

/** The small phrases that every rendering of a story uses. */
final class Words {

  private static final int FEWEST_STUDENTS = 10;

  private Words() {}

  /** Returns status, judgement and fragility, most important first. */
  static List<String> labels(Answer answer) {
    List<String> labels = new ArrayList<>();
    labels.add(answer.status().words());
    String judgement =
        switch (answer.judgement()) {
          case ADVERSE -> "to the disadvantage of the higher-need group";
          case FAVOURABLE -> "to the advantage of the higher-need group";
          case NOT_DIFFERENTIATED -> "equal where higher need should get more";
          case NOT_JUDGED -> "";
        };
    if (!judgement.isEmpty()) {
      labels.add(judgement);
    }
    if (answer.fragile()) {
      labels.add("depends on one school or district");
    }
    return List.copyOf(labels);
  }

  /** Returns how much of the scope was used; empty if the scope is empty. */
  static String coverage(Coverage coverage) {
    if (coverage.unitsInScope() == 0) {
      return "";
    }
    String units =
        NumberStyle.COUNT.prose(coverage.unitsUsed())
            + " of "
            + NumberStyle.COUNT.prose(coverage.unitsInScope())
            + " used";
    return coverage.studentsInScope() > 0
        ? units + ", with " + share(coverage.share()) + " of the students"
        : units;
  }

  private static String share(double share) {
    String words = NumberStyle.SHARE.prose(share);
    return share < 1 && words.equals("100%") ? "more than 99%" : words;
  }

  /** Returns reason and number of one exclusion: "without enrolment: 3". */
  static String exclusion(Coverage.Exclusion exclusion) {
    return exclusion.reason() + ": " + NumberStyle.COUNT.prose(exclusion.units().size());
  }

  /** Returns the number of a group's students; small numbers could tell who they are. */
  static String students(Answer.GroupFigure group) {
    double students = Math.rint(group.students());
    if (students <= 0) {
      return "not known";
    }
    return students < FEWEST_STUDENTS
        ? "fewer than " + FEWEST_STUDENTS
        : NumberStyle.COUNT.prose(students);
  }

  /** Returns how a group's value is written, or why there is none. */
  static String value(Answer.GroupFigure group, NumberStyle style) {
    Double value = group.value();
    if (value != null) {
      return style.table(value);
    }
    return group.note().isBlank() ? "no data" : group.note();
  }
}
