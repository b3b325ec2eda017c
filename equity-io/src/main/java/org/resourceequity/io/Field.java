package org.resourceequity.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Quality;
import org.resourceequity.model.SchoolYear;

/**
 * A column that a format knows: how it is spelled and what becomes of it. A column of numbers has
 * an operand; any other is a column of texts.
 *
 * <p>Spelling is compared without regard to case, white space, kind of dash and a school year in
 * the name, so that "$ Local Property Taxes 2017-18" is found as "$ local property taxes". Two
 * columns of the same count or amount add up.
 *
 * <pre>{@code
 * Field.text("NCESSCH")
 * Field.number(Operands.ENROLMENT, "MEMBER", "TOTAL")
 * Field.number(Operands.enrolmentShare(Groups.BLACK), "% African American").percent()
 * Field.number(FinanceOperands.SPENDING, "TCURELSC").flag("FL_TCURELSC")
 * }</pre>
 */
public final class Field {

  private static final Pattern YEAR =
      Pattern.compile("\\b(?:19|20)\\d\\d ?- ?(?:\\d{4}|\\d\\d)\\b");
  private static final String SPACES = " \t\n\u000b\f\r\u00a0\ufeff";

  /**
   * A correction of a text before it is used.
   *
   * @param regex what is wrong
   * @param with what takes its place
   */
  public record Correction(Pattern regex, String with) {}

  /**
   * When a number that does not apply is 0.
   *
   * @param column another column
   * @param texts what it says then, in lower case
   */
  record Nobody(Field column, Set<String> texts) {}

  /**
   * What documentation says of a column, and of others of its family at once.
   *
   * @param column how they are named
   * @param meaning what they are
   */
  record Documented(String column, String meaning) {}

  // Set by the methods below on a copy that nobody has seen; never changed afterwards.
  private final String name;
  private final List<String> spellings;
  private final List<Pattern> patterns;
  private final @Nullable Operand operand;
  private boolean required;
  private double scale = 1;
  private @Nullable SchoolYear year;
  private @Nullable Level of;
  private Set<Level> on = EnumSet.allOf(Level.class);
  private @Nullable Codes codes;
  private @Nullable Field flag;
  private List<Field> bounds = List.of();
  private Quality quality = Quality.REPORTED;
  private boolean dated;
  private int yearsEarlier;
  private boolean budgeted;
  private boolean everyYear;
  private List<Correction> corrections = List.of();
  private List<Operand> wholes = List.of();
  private boolean part;
  private List<Nobody> nobody = List.of();
  private List<Field> parts = List.of();
  private @Nullable Documented documented;

  private Field(
      String name, List<String> spellings, List<Pattern> patterns, @Nullable Operand operand) {
    this.name = name;
    this.spellings = spellings;
    this.patterns = patterns;
    this.operand = operand;
  }

  /** Returns a column of texts with these spellings. */
  public static Field text(String... spellings) {
    return of(null, spellings);
  }

  /** Returns a column of numbers with these spellings. */
  public static Field number(Operand operand, String... spellings) {
    return of(operand, spellings);
  }

  /**
   * Returns a column of numbers that are only parts of a sum, which is derived: parts that do not
   * apply count as nothing beside others that do. Any other missing part makes the sum missing.
   */
  public static Field part(Operand whole, String... spellings) {
    Field part = of(whole, spellings);
    part.part = true;
    return part;
  }

  /** Returns a column of texts whose name, in lower case, matches a regular expression. */
  public static Field textLike(String name, String regex) {
    return new Field(name, List.of(), List.of(Pattern.compile(regex)), null);
  }

  /** Returns a column of numbers whose name, in lower case, matches a regular expression. */
  public static Field like(Operand operand, String name, String regex) {
    return new Field(name, List.of(), List.of(Pattern.compile(regex)), operand);
  }

  private static Field of(@Nullable Operand operand, String... spellings) {
    return new Field(
        spellings[0],
        Arrays.stream(spellings).map(Field::plain).distinct().toList(),
        List.of(),
        operand);
  }

  /** Returns the column with exactly this name, in which a year counts too. */
  static Field exactly(String name, @Nullable Operand operand) {
    return new Field(name, List.of(normal(name)), List.of(), operand).require();
  }

  /** Returns a column that is the same in all but identity. */
  Field copy() {
    Field copy = new Field(name, spellings, patterns, operand);
    copy.required = required;
    copy.scale = scale;
    copy.year = year;
    copy.of = of;
    copy.on = on;
    copy.codes = codes;
    copy.flag = flag;
    copy.bounds = bounds;
    copy.quality = quality;
    copy.dated = dated;
    copy.yearsEarlier = yearsEarlier;
    copy.budgeted = budgeted;
    copy.everyYear = everyYear;
    copy.corrections = corrections;
    copy.wholes = wholes;
    copy.part = part;
    copy.nobody = nobody;
    copy.parts = parts;
    copy.documented = documented;
    return copy;
  }

  /** Returns the same column, without which a table is not of the format. */
  public Field require() {
    Field copy = copy();
    copy.required = true;
    return copy;
  }

  /** Returns the same column with numbers printed in per cent. */
  public Field percent() {
    return scaled(0.01);
  }

  /** Returns the same column with numbers printed in thousands. */
  public Field thousands() {
    return scaled(1000);
  }

  /** Returns the same column with numbers that are multiplied by {@code factor}. */
  public Field scaled(double factor) {
    Field copy = copy();
    copy.scale = factor;
    return copy;
  }

  /** Returns the same column with numbers of one year, whatever year the row has. */
  public Field in(SchoolYear only) {
    Field copy = copy();
    copy.year = only;
    return copy;
  }

  /** Returns the same column with numbers of so many years before the row's. */
  public Field earlier(int years) {
    Field copy = copy();
    copy.yearsEarlier = years;
    return copy;
  }

  /** Returns the same column with amounts that are budgeted, not those that came about. */
  public Field budgeted() {
    Field copy = copy();
    copy.budgeted = true;
    return copy;
  }

  /**
   * Returns the same column with numbers about the row's unit of a higher level, such as the
   * district's money that repeats on the row of each school. It is read once; a repeat that differs
   * is a notice.
   */
  public Field about(Level level) {
    Field copy = copy();
    copy.of = level;
    return copy;
  }

  /** Returns the same column, read only on rows of these levels. */
  public Field on(Level first, Level... more) {
    Field copy = copy();
    copy.on = EnumSet.of(first, more);
    return copy;
  }

  /** Returns the same column with a code book of its own. */
  public Field codes(Codes own) {
    Field copy = copy();
    copy.codes = own;
    return copy;
  }

  /** Returns the same column, whose numbers are flagged in another; see {@link Codes#flag}. */
  public Field flag(String... flagColumn) {
    Field copy = copy();
    copy.flag = text(flagColumn);
    return copy;
  }

  /**
   * Returns the same column, whose number is only the middle of a range to protect persons where
   * two other columns have different bounds of it.
   */
  public Field between(String low, String high) {
    Field copy = copy();
    copy.bounds = List.of(text(low), text(high));
    return copy;
  }

  /** Returns the same column, whose numbers count as derived: parts of a sum that is formed. */
  public Field derived() {
    Field copy = copy();
    copy.quality = Quality.DERIVED;
    return copy;
  }

  /**
   * Returns the same column, whose name should have a year of its own; if not, that is a notice.
   */
  public Field dated() {
    Field copy = copy();
    copy.dated = true;
    return copy;
  }

  /** Returns the same column, of which a table has one per school year, named so. */
  public Field everyYear() {
    Field copy = copy();
    copy.everyYear = true;
    return copy;
  }

  /** Returns the same column, whose texts are corrected before they are used. */
  public Field correct(String regex, String with) {
    Field copy = copy();
    List<Correction> all = new ArrayList<>(corrections);
    all.add(new Correction(Pattern.compile(regex), with));
    copy.corrections = List.copyOf(all);
    return copy;
  }

  /**
   * Returns the same column, whose numbers are also parts of these sums, such as Black girls of the
   * Black students; see {@link #part}.
   */
  public Field partOf(Operand... sums) {
    Field copy = copy();
    copy.wholes = Stream.concat(wholes.stream(), Arrays.stream(sums)).toList();
    return copy;
  }

  /**
   * Returns the same column, in which a number that does not apply is 0 where another column says
   * one of these texts: nobody takes a course that is not offered. Several columns may say so.
   */
  public Field nobodyWhere(Field column, String... texts) {
    Set<String> lower =
        Arrays.stream(texts).map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    Field copy = copy();
    copy.nobody = Stream.concat(nobody.stream(), Stream.of(new Nobody(column, lower))).toList();
    return copy;
  }

  /**
   * Returns the same column, whose numbers are totals of earlier ones that took parts as 0 which
   * were not reported or withheld for their quality: there the total is not known either, which is
   * a notice.
   */
  public Field totalOf(List<Field> columns) {
    Field copy = copy();
    copy.parts = List.copyOf(columns);
    return copy;
  }

  /**
   * Returns the same column, which documentation names only together with the others of its family:
   * "SCH_ENR_[race]_[sex]".
   */
  public Field documentedAs(String column, String meaning) {
    Field copy = copy();
    copy.documented = new Documented(column, meaning);
    return copy;
  }

  /** Returns what the column is called in messages: its first spelling. */
  public String name() {
    return name;
  }

  /** Returns the spellings in lower case. */
  public List<String> spellings() {
    return spellings;
  }

  /** Returns the regular expressions that a name in lower case may match instead. */
  public List<Pattern> patterns() {
    return patterns;
  }

  /** Returns whether a table without it is not of the format. */
  public boolean required() {
    return required;
  }

  /** Returns what the numbers are; nothing for a column of texts. */
  public Optional<Operand> operand() {
    return Optional.ofNullable(operand);
  }

  /** Returns the sums that the numbers are parts of, beside what they are themselves. */
  public List<Operand> wholes() {
    return wholes;
  }

  /** Returns whether the operand, too, is a sum that the numbers are only parts of. */
  public boolean isPart() {
    return part;
  }

  /** Returns when a number that does not apply is 0. */
  List<Nobody> nobody() {
    return nobody;
  }

  /** Returns what documentation says of the column, if it is one of a family. */
  Optional<Documented> documented() {
    return Optional.ofNullable(documented);
  }

  /** Returns the columns without which its numbers are not known. */
  public List<Field> parts() {
    return parts;
  }

  /** Returns by what the printed numbers are multiplied. */
  public double scale() {
    return scale;
  }

  /** Returns the year of the numbers, if it is known beforehand. */
  public Optional<SchoolYear> year() {
    return Optional.ofNullable(year);
  }

  /** Returns how many years before the row's its numbers are of. */
  public int yearsEarlier() {
    return yearsEarlier;
  }

  /** Returns whether its amounts are budgeted. */
  public boolean isBudgeted() {
    return budgeted;
  }

  /** Returns the level that the numbers are about, if it is not the row's. */
  public Optional<Level> about() {
    return Optional.ofNullable(of);
  }

  /** Returns the levels of the rows on which it is read. */
  public Set<Level> on() {
    return Set.copyOf(on);
  }

  /** Returns its own code book, if it has one. */
  public Optional<Codes> codes() {
    return Optional.ofNullable(codes);
  }

  /** Returns the column with its flags, if it has one. */
  public Optional<Field> flag() {
    return Optional.ofNullable(flag);
  }

  /** Returns the columns of the lower and the upper bound; none if there are no such columns. */
  public List<Field> bounds() {
    return bounds;
  }

  /** Returns how its numbers came about. */
  public Quality quality() {
    return quality;
  }

  /** Returns whether its name should have a year of its own. */
  public boolean isDated() {
    return dated;
  }

  /** Returns whether a table has one such column per school year. */
  public boolean isEveryYear() {
    return everyYear;
  }

  /** Returns the corrections of its texts. */
  public List<Correction> corrections() {
    return corrections;
  }

  String corrected(String text) {
    String corrected = text;
    for (Correction correction : corrections) {
      corrected = correction.regex().matcher(corrected).replaceFirst(correction.with());
    }
    return corrected;
  }

  boolean matches(String header) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(header).matches());
  }

  /** Returns a column name in lower case, with single blanks and plain dashes. */
  static String normal(String name) {
    // Without regular expressions: all formats together have some ten thousand names.
    StringBuilder normal = new StringBuilder(name.length());
    boolean gap = false;
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (SPACES.indexOf(c) >= 0) {
        gap = normal.length() > 0;
      } else {
        if (gap) {
          normal.append(' ');
          gap = false;
        }
        normal.append(isDash(c) ? '-' : c);
      }
    }
    return normal.toString();
  }

  private static boolean isDash(char c) {
    return c >= '‐' && c <= '―';
  }

  /** Returns a text with hyphens for dashes of all kinds. */
  static String plainDashes(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      if (isDash(plain.charAt(i))) {
        plain.setCharAt(i, '-');
      }
    }
    return plain.toString();
  }

  /** Returns the normal name without a school year. */
  static String plain(String name) {
    String normal = normal(name);
    // A school year has a dash.
    return normal.indexOf('-') < 0 ? normal : normal(YEAR.matcher(normal).replaceAll(" "));
  }

  /** Returns the school year in a column name, if it has one. */
  static @Nullable SchoolYear yearIn(String name) {
    Matcher matcher = YEAR.matcher(plainDashes(name));
    try {
      return matcher.find() ? SchoolYear.parse(matcher.group()) : null;
    } catch (IllegalArgumentException e) {
      // Such as 2017-20: a span of years, not a school year.
      return null;
    }
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
