package org.resourceequity.model;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * A school year, known by the calendar year in which it ends: 2018-19 ends in 2019, and so does
 * fiscal year 2019.
 *
 * @param ending the calendar year in which it ends
 */
public record SchoolYear(int ending) implements Comparable<SchoolYear>, Serializable {

  private static final Pattern LABEL = Pattern.compile("(\\d{4})\\s*[-/–]\\s*(\\d{2}|\\d{4})");
  private static final Pattern SHORT = Pattern.compile("(\\d{2})\\s*[-/–]\\s*(\\d{2})");

  /** Checks that the year has four digits. */
  public SchoolYear {
    Checks.within(ending, 1900, 2199, "school year");
  }

  /** Returns the year that ends in {@code ending}. */
  public static SchoolYear ending(int ending) {
    return new SchoolYear(ending);
  }

  /**
   * Reads "2018-19", "2018-2019", "18-19" or a single year, which is taken as the year of ending.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static SchoolYear parse(String text) {
    String trimmed = text.strip();
    Matcher label = LABEL.matcher(trimmed);
    if (label.matches()) {
      int start = Integer.parseInt(label.group(1));
      int end = Integer.parseInt(label.group(2)) % 100;
      if ((start + 1) % 100 == end) {
        return new SchoolYear(start + 1);
      }
    }
    Matcher brief = SHORT.matcher(trimmed);
    if (brief.matches()) {
      int start = Integer.parseInt(brief.group(1));
      int end = Integer.parseInt(brief.group(2));
      if ((start + 1) % 100 == end) {
        return new SchoolYear((end <= 60 ? 2000 : 1900) + end);
      }
    }
    if (trimmed.matches("\\d{4}")) {
      return new SchoolYear(Integer.parseInt(trimmed));
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a school year, expected \"2018-19\" or \"2019\"");
  }

  /** Returns the number of years between two school years, never negative. */
  public int gap(SchoolYear other) {
    return Math.abs(ending - other.ending);
  }

  /** Returns the school year some years later, or earlier if negative. */
  public SchoolYear plus(int years) {
    return new SchoolYear(ending + years);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SchoolYear year && ending == year.ending;
  }

  @Override
  public int hashCode() {
    return ending;
  }

  @Override
  public int compareTo(SchoolYear other) {
    return Integer.compare(ending, other.ending);
  }

  /** Returns the usual label, "2018-19". */
  @Override
  public String toString() {
    int end = ending % 100;
    return (ending - 1) + (end < 10 ? "-0" : "-") + end;
  }
}
