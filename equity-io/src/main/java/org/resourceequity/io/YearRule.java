package org.resourceequity.io;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.SchoolYear;

/**
 * Where the school year of a table stands. A format has several rules and takes the first that
 * finds a year; a year in a column's name goes before them all.
 */
public sealed interface YearRule {

  /** What a single year means. */
  enum Style {
    /** The year in which the school year ends: 2019, FY19 and 2018-19 are the same. */
    ENDING,
    /** The year in which it starts: 2018 and 2018-19 are the same. */
    STARTING,
    /** Two years of two digits: 1819 and 2018-19 are the same. */
    COMPACT
  }

  /**
   * In a column.
   *
   * @param field the column
   * @param style what a single year means
   */
  record Column(Field field, Style style) implements YearRule {}

  /**
   * In the name of the file, of the sheet or of a folder.
   *
   * @param where which name
   * @param pattern its first group is the year
   * @param style what a single year means
   */
  record Named(Where where, Pattern pattern, Style style) implements YearRule {}

  /**
   * In the name of a column, which may be about an earlier year than the table.
   *
   * @param pattern its first group is the year; it has to fit to the whole name in lower case
   * @param style what a single year means
   * @param later how many years after that of the column the table is
   */
  record Header(Pattern pattern, Style style, int later) implements YearRule {}

  /**
   * The same for all files.
   *
   * @param year the year
   */
  record Always(SchoolYear year) implements YearRule {}

  /** A name that a table has. */
  enum Where {
    /** The file's. */
    FILE,
    /** The sheet's. */
    SHEET,
    /** Of the folders that the file is in, the nearest with a year. */
    FOLDER
  }

  /** A school year anywhere in a name: "18-19", "2018_19", "2019". */
  Pattern ANYWHERE =
      Pattern.compile(
          "(?<!\\d)((?:20)?\\d\\d ?[-_] ?(?:20)?\\d\\d)(?!\\d)"
              + "|(?<!\\d)(?<!\\d[-_])(20\\d\\d)(?!\\d|[-_]\\d)");

  /** Returns the year in a column with one of these spellings. */
  static YearRule column(String... spellings) {
    return new Column(Field.text(spellings), Style.ENDING);
  }

  /** Returns the year in a column where a single year means something else than its end. */
  static YearRule column(Style style, String... spellings) {
    return new Column(Field.text(spellings), style);
  }

  /** Returns a school year anywhere in the file's name. */
  static YearRule inFile() {
    return new Named(Where.FILE, ANYWHERE, Style.ENDING);
  }

  /** Returns a school year anywhere in the sheet's name. */
  static YearRule inSheet() {
    return new Named(Where.SHEET, ANYWHERE, Style.ENDING);
  }

  /** Returns a school year anywhere in the name of a folder that the file is in. */
  static YearRule inFolder() {
    return new Named(Where.FOLDER, ANYWHERE, Style.ENDING);
  }

  /** Returns the year that the first group of a regular expression finds in the file's name. */
  static YearRule inFile(Style style, String regex) {
    return new Named(Where.FILE, Pattern.compile(regex, Pattern.CASE_INSENSITIVE), style);
  }

  /**
   * Returns the year that the first group of a regular expression finds in the name of a column,
   * where the table is of so many years later: last year's graduates stand in this year's table.
   */
  static YearRule inHeader(Style style, String regex, int later) {
    return new Header(Pattern.compile(regex), style, later);
  }

  /** Returns the same year for all files. */
  static YearRule always(SchoolYear year) {
    return new Always(year);
  }

  /** Returns the school year that a text is, or null. */
  static @Nullable SchoolYear parse(String text, Style style) {
    String digits = text.strip().replace('_', '-');
    if (digits.regionMatches(true, 0, "FY", 0, 2)) {
      digits = digits.substring(2).strip();
    }
    if (digits.endsWith(".0")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    if (style == Style.COMPACT && digits.matches("\\d{4}")) {
      digits = digits.substring(0, 2) + "-" + digits.substring(2);
    } else if (digits.matches("\\d{2}")) {
      digits = (digits.compareTo("60") <= 0 ? "20" : "19") + digits;
    }
    try {
      SchoolYear year = SchoolYear.parse(digits);
      return style == Style.STARTING && digits.matches("\\d{4}") ? year.plus(1) : year;
    } catch (IllegalArgumentException e) {
      // Such as 2018-21: several years, not one.
      return null;
    }
  }

  /** Returns the latest school year that the names of columns have by a rule, or null. */
  static @Nullable SchoolYear find(List<String> header, Header rule) {
    return header.stream()
        .map(Field::normal)
        .filter(name -> rule.pattern().matcher(name).matches())
        .map(name -> find(name, rule.pattern(), rule.style()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(year -> year.plus(rule.later()))
        .orElse(null);
  }

  /** Returns the first school year that a pattern finds in a name, or null. */
  static @Nullable SchoolYear find(@Nullable String name, Pattern pattern, Style style) {
    if (name == null) {
      return null;
    }
    Matcher matcher = pattern.matcher(Field.plainDashes(name));
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        String text = matcher.group(group);
        SchoolYear year = text == null ? null : parse(text.replace(" ", ""), style);
        if (year != null) {
          return year;
        }
      }
    }
    return null;
  }
}
