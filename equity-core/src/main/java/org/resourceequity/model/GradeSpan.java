package org.resourceequity.model;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.resourceequity.internal.Checks;

/**
 * The grades a school serves, from the lowest to the highest.
 *
 * @param lowest -1 for pre-kindergarten, 0 for kindergarten, 1 to 12
 * @param highest likewise
 */
public record GradeSpan(int lowest, int highest) implements Serializable {

  private static final String SEPARATORS = " \t\n\u000b\f\r,;";
  private static final Map<String, Integer> GRADES =
      new HashMap<>(Map.of("PK", -1, "K", 0, "KG", 0));

  static {
    for (int grade = 1; grade <= 12; grade++) {
      GRADES.put(Integer.toString(grade), grade);
      GRADES.put((grade < 10 ? "0" : "") + grade, grade);
    }
  }

  /** Checks the order. */
  public GradeSpan {
    Checks.within(lowest, -1, 12, "lowest grade");
    Checks.within(highest, lowest, 12, "highest grade");
  }

  /** Reads a list of grades, "PK K 1 2" or "09,10,11,12"; words that are no grade are skipped. */
  public static Optional<GradeSpan> parse(String text) {
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    StringTokenizer words = new StringTokenizer(text.toUpperCase(Locale.ROOT), SEPARATORS);
    while (words.hasMoreTokens()) {
      Integer grade = GRADES.get(words.nextToken());
      if (grade == null) {
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
