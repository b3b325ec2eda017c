package org.resourceequity.model;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.resourceequity.internal.Checks;

/**
 * The grades a school serves, from the lowest to the highest.
 *
 * @param lowest -1 for pre-kindergarten, 0 for kindergarten, 1 to 12
 * @param highest likewise
 */
public record GradeSpan(int lowest, int highest) implements Serializable {

  /** Checks the order. */
  public GradeSpan {
    Checks.within(lowest, -1, 12, "lowest grade");
    Checks.within(highest, lowest, 12, "highest grade");
  }

  /** Reads a list of grades, "PK K 1 2" or "09,10,11,12"; words that are no grade are skipped. */
  public static Optional<GradeSpan> parse(String text) {
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (String word : text.toUpperCase(Locale.ROOT).split("[\\s,;]+", -1)) {
      int grade;
      if (word.equals("PK")) {
        grade = -1;
      } else if (word.equals("K") || word.equals("KG")) {
        grade = 0;
      } else if (word.matches("0?[1-9]|1[0-2]")) {
        grade = Integer.parseInt(word);
      } else {
        continue;
      }
      lowest = Math.min(lowest, grade);
      highest = Math.max(highest, grade);
    }
    return lowest > highest ? Optional.empty() : Optional.of(new GradeSpan(lowest, highest));
  }

  private static String name(int grade) {
    return grade < 0 ? "PK" : grade == 0 ? "K" : Integer.toString(grade);
  }

  @Override
  public String toString() {
    return lowest == highest ? name(lowest) : name(lowest) + "-" + name(highest);
  }
}
