package org.resourceequity.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Operand;
import org.resourceequity.model.SchoolYear;

/**
 * A column that a format knows: how it is spelled and what becomes of it.
 *
 * <p>Spelling is compared without regard to case, white space, kind of dash and a school year in
 * the name, so that "$ Local Property Taxes 2017-18" is found as "$ local property taxes".
 *
 * @param name what to call it in messages
 * @param required whether a table without it is not of this format
 * @param spellings one of these patterns must match the whole name
 * @param operand what the numbers are; null for a column of texts
 * @param percent whether the file prints per cent, where the model has shares from 0 to 1
 * @param year the year of the numbers, if it is known beforehand
 */
public record Field(
    String name,
    boolean required,
    List<Pattern> spellings,
    @Nullable Operand operand,
    boolean percent,
    @Nullable SchoolYear year) {

  private static final Pattern YEAR =
      Pattern.compile("\\b(?:19|20)\\d\\d ?- ?(?:\\d{4}|\\d\\d)\\b");

  /** Copies the list. */
  public Field {
    spellings = List.copyOf(spellings);
  }

  /** Returns a column of texts with these spellings. */
  public static Field text(String... spellings) {
    return new Field(
        spellings[0],
        false,
        Arrays.stream(spellings).map(s -> Pattern.compile(Pattern.quote(plain(s)))).toList(),
        null,
        false,
        null);
  }

  /** Returns a column of numbers with these spellings. */
  public static Field number(Operand operand, String... spellings) {
    Field text = text(spellings);
    return new Field(text.name, false, text.spellings, operand, false, null);
  }

  /** Returns a column of numbers whose name, in lower case, matches a regular expression. */
  public static Field like(Operand operand, String name, String regex) {
    return new Field(name, false, List.of(Pattern.compile(regex)), operand, false, null);
  }

  /** Returns the same column, without which a table is not of the format. */
  public Field require() {
    return new Field(name, true, spellings, operand, percent, year);
  }

  /** Returns the same column with numbers printed in per cent. */
  public Field inPercent() {
    return new Field(name, required, spellings, operand, true, year);
  }

  /** Returns the same column with numbers of one year. */
  public Field in(SchoolYear of) {
    return new Field(name, required, spellings, operand, percent, of);
  }

  /** Returns the column with exactly this name, in which a year counts too. */
  static Field exactly(String name, @Nullable Operand operand, @Nullable SchoolYear year) {
    Pattern pattern = Pattern.compile(Pattern.quote(normal(name)));
    return new Field(name, true, List.of(pattern), operand, false, year);
  }

  boolean matches(String name) {
    return spellings.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  /** Returns a column name in lower case, with single blanks and plain dashes. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[‐-―]", "-")
        .replaceAll("[\\s\\u00a0\\ufeff]+", " ")
        .replaceAll("^ | $", "");
  }

  /** Returns the normal name without a school year. */
  static String plain(String name) {
    return normal(YEAR.matcher(normal(name)).replaceAll(" "));
  }

  /** Returns the school year in a column name, if it has one. */
  static @Nullable SchoolYear yearIn(String name) {
    Matcher matcher = YEAR.matcher(name.replaceAll("[‐-―]", "-"));
    try {
      return matcher.find() ? SchoolYear.parse(matcher.group()) : null;
    } catch (IllegalArgumentException e) {
      // Such as 2017-20: a span of years, not a school year.
      return null;
    }
  }
}
