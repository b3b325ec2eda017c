package org.resourceequity.io.persons;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.SchoolYear;

/** The school year of dates, such as 2021-08-24, "2017-05-06 08:01:05" and 7/1/2017. */
public final class Dates {

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-\\d\\d(?:[T ].*)?");
  private static final Pattern AMERICAN = Pattern.compile("(\\d\\d?)/\\d\\d?/(\\d{4})(?: .*)?");
  private static final int JULY = 7;

  private Dates() {}

  /**
   * Returns the school year in which something starts, else ends, else the year in which it is said
   * to end; null if none can be read.
   */
  public static @Nullable SchoolYear year(String start, String end, String year) {
    SchoolYear started = of(start, JULY);
    // What ends in July ends the old year.
    SchoolYear ended = started == null ? of(end, JULY + 1) : started;
    return ended == null && year.matches("(?:19|20)\\d\\d")
        ? SchoolYear.ending(Integer.parseInt(year))
        : ended;
  }

  private static @Nullable SchoolYear of(String date, int firstMonth) {
    Matcher iso = ISO.matcher(date);
    Matcher american = AMERICAN.matcher(date);
    if (iso.matches()) {
      return of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), firstMonth);
    }
    return american.matches()
        ? of(Integer.parseInt(american.group(2)), Integer.parseInt(american.group(1)), firstMonth)
        : null;
  }

  private static @Nullable SchoolYear of(int year, int month, int firstMonth) {
    boolean possible = year >= 1900 && year < 2100 && month >= 1 && month <= 12;
    return possible ? SchoolYear.ending(month >= firstMonth ? year + 1 : year) : null;
  }
}
