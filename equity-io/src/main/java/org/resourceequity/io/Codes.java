package org.resourceequity.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Numbers;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;

/**
 * A code book: the texts in a column of numbers that are not numbers, and what they mean. The same
 * text means different things in different sources, so each format has its own.
 *
 * <pre>{@code
 * Codes.none().missing("-1", "M").notApplicable("-2", "N").quality("-9")
 * Codes.none().hidden(1, 10, "*").ranges()          // "<10", "GE95", "90-94", "<= 2%"
 * Codes.none().flag("I", Quality.IMPUTED).flagZero("M", Reason.NOT_REPORTED)
 * }</pre>
 *
 * <p>A code that is a number, such as -9, is found as "-9.00" too. Upper and lower case are alike.
 * A text that is neither a number nor in the code book is a notice.
 */
public final class Codes {

  /**
   * What a flag beside a number says of it.
   *
   * @param quality how the number came about, null if the flag says nothing about that
   * @param reason why there is no number, null if there is one
   * @param onlyZero whether the reason holds only for 0 and for an empty cell, and any other number
   *     stays
   */
  public record Flag(@Nullable Quality quality, @Nullable Reason reason, boolean onlyZero) {}

  private static final Pattern BOUND =
      Pattern.compile("(?:n ?)?(<=|>=|<|>|≤|≥|ge|le|gt|lt) ?(\\d+(?:\\.\\d+)?)( ?%)?");
  private static final Pattern RANGE =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ?[-–] ?(\\d+(?:\\.\\d+)?)( ?%)?");

  private static final Cell HIDDEN = Cell.absent(Reason.SUPPRESSED_PRIVACY);

  private static final Codes NONE =
      new Codes(Map.of(), Map.of(), List.of(), Cell.absent(Reason.NOT_REPORTED), false);

  private final Map<String, Cell> marks;
  private final Map<String, Flag> flags;
  private final List<String> footnotes;
  private final Cell blank;
  private final boolean ranges;
  private final double[] numbers;
  private final Cell[] meanings;
  private final boolean startsWithDigit;

  private Codes(
      Map<String, Cell> marks,
      Map<String, Flag> flags,
      List<String> footnotes,
      Cell blank,
      boolean ranges) {
    this.marks = Collections.unmodifiableMap(new TreeMap<>(marks));
    this.flags = Collections.unmodifiableMap(new TreeMap<>(flags));
    this.footnotes = List.copyOf(footnotes);
    this.blank = blank;
    this.ranges = ranges;
    List<Double> values = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    this.marks.forEach(
        (mark, cell) -> {
          OptionalDouble value = Numbers.parse(mark);
          if (value.isPresent() && !mark.endsWith("%")) {
            values.add(value.getAsDouble());
            cells.add(cell);
          }
        });
    numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
    meanings = cells.toArray(new Cell[0]);
    startsWithDigit = this.marks.keySet().stream().anyMatch(m -> Character.isDigit(first(m)));
  }

  private static char first(String text) {
    return text.isEmpty() ? ' ' : text.charAt(0);
  }

  /** Returns the empty code book: an empty cell is not reported, anything else is a number. */
  public static Codes none() {
    return NONE;
  }

  /** Returns this code book with marks of numbers that were not reported. */
  public Codes missing(String... texts) {
    return absent(Reason.NOT_REPORTED, texts);
  }

  /** Returns this code book with marks of numbers that do not apply to the unit. */
  public Codes notApplicable(String... texts) {
    return absent(Reason.NOT_APPLICABLE, texts);
  }

  /** Returns this code book with marks of numbers withheld for their quality. */
  public Codes quality(String... texts) {
    return absent(Reason.SUPPRESSED_QUALITY, texts);
  }

  /** Returns this code book with marks of numbers hidden to protect persons. */
  public Codes hidden(String... texts) {
    return absent(Reason.SUPPRESSED_PRIVACY, texts);
  }

  /**
   * Returns this code book with marks of counts that are hidden and lie between two bounds. For a
   * share the bounds hold only if the mark has a per cent sign; else the reason alone is kept.
   */
  public Codes hidden(double low, double high, String... texts) {
    return with(new Cell.Bounded(low, high, Reason.SUPPRESSED_PRIVACY), texts);
  }

  /** Returns this code book with marks of numbers that are not there for a reason. */
  public Codes absent(Reason reason, String... texts) {
    return with(Cell.absent(reason), texts);
  }

  /** Returns this code book with marks of one meaning; an empty text is an empty cell. */
  public Codes with(Cell meaning, String... texts) {
    Map<String, Cell> all = new TreeMap<>(marks);
    Cell empty = blank;
    for (String text : texts) {
      String mark = text.strip().toLowerCase(Locale.ROOT);
      if (mark.isEmpty()) {
        empty = meaning;
      } else {
        all.put(mark, meaning);
      }
    }
    return new Codes(all, flags, footnotes, empty, ranges);
  }

  /**
   * Returns this code book with ranges read by their form: "&lt;10", "n&lt;10", "&ge;95%", "GE95",
   * "LE5", "LT50", "80-84". They hide a number to protect persons and keep its bounds. Below a
   * count is one less; letters stand for whole per cents, so that LT50 is 0 to 49.
   */
  public Codes ranges() {
    return new Codes(marks, flags, footnotes, blank, true);
  }

  /** Returns this code book with footnote marks that may stand behind a number. */
  public Codes footnotes(String... texts) {
    List<String> all = new ArrayList<>(footnotes);
    all.addAll(List.of(texts));
    return new Codes(marks, flags, all, blank, ranges);
  }

  /**
   * Returns this code book with a flag of numbers that came about in some way. Where ranges are
   * read, a flag may be a range too: it stands for the number.
   */
  public Codes flag(String text, Quality quality) {
    return flag(text, new Flag(quality, null, false));
  }

  /** Returns this code book with a flag of numbers that are not there, whatever is printed. */
  public Codes flagAbsent(String text, Reason reason) {
    return flag(text, new Flag(null, reason, false));
  }

  /**
   * Returns this code book with a flag of numbers that are not there if 0 or nothing is printed.
   */
  public Codes flagZero(String text, Reason reason) {
    return flag(text, new Flag(null, reason, true));
  }

  private Codes flag(String text, Flag flag) {
    Map<String, Flag> all = new TreeMap<>(flags);
    all.put(text.strip().toLowerCase(Locale.ROOT), flag);
    return new Codes(marks, all, footnotes, blank, ranges);
  }

  /** Returns the marks in lower case and what they mean. */
  public Map<String, Cell> marks() {
    return marks;
  }

  /** Returns the flags in lower case and what they mean. */
  public Map<String, Flag> flags() {
    return flags;
  }

  /** Returns the footnote marks that may stand behind a number. */
  public List<String> footnotes() {
    return footnotes;
  }

  /** Returns what an empty cell means. */
  public Cell blank() {
    return blank;
  }

  /** Returns whether ranges are read by their form. */
  public boolean hasRanges() {
    return ranges;
  }

  /** Returns the meaning of a text that is a mark, or null. */
  @Nullable Cell mark(String raw) {
    if (marks.isEmpty() || (!startsWithDigit && Character.isDigit(raw.charAt(0)))) {
      return null;
    }
    return marks.get(raw.toLowerCase(Locale.ROOT));
  }

  /** Returns the meaning of a number that is a code, or null. */
  @Nullable Cell code(double number) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number) {
        return meanings[i];
      }
    }
    return null;
  }

  /** Returns the text without a footnote mark behind it. */
  String withoutFootnote(String raw) {
    for (String mark : footnotes) {
      if (raw.endsWith(mark) && raw.length() > mark.length()) {
        return raw.substring(0, raw.length() - mark.length()).strip();
      }
    }
    return raw;
  }

  /**
   * Returns what a range means, in printed units, or null if the text is none. Bounds that say
   * nothing about this number, such as "n&lt;10" in a column of shares, are dropped.
   *
   * @param count whether the numbers are counts, where below 10 is at most 9
   * @param whole where the numbers end, such as 100; 0 if they have no end
   */
  @Nullable Cell range(String raw, boolean count, double whole) {
    if (!ranges) {
      return null;
    }
    String text = raw.toLowerCase(Locale.ROOT);
    Matcher range = RANGE.matcher(text);
    Matcher bound = BOUND.matcher(text);
    boolean foreign = whole > 0 ? text.startsWith("n") : text.contains("%");
    if (range.matches()) {
      double low = Double.parseDouble(range.group(1));
      double high = Double.parseDouble(range.group(2));
      return low > high ? null : foreign ? HIDDEN : bounds(low, high);
    }
    if (!bound.matches()) {
      return null;
    }
    String sign = bound.group(1);
    double limit = Double.parseDouble(bound.group(2));
    boolean letters = Character.isLetter(sign.charAt(0));
    boolean strict = sign.equals("<") || sign.equals(">") || sign.endsWith("t");
    double step = strict && (count || letters) ? 1 : 0;
    boolean below = "<≤l".indexOf(sign.charAt(0)) >= 0;
    if (foreign || (!below && limit + step > whole)) {
      return HIDDEN;
    }
    return below ? bounds(0, Math.max(0, limit - step)) : bounds(limit + step, whole);
  }

  private static Cell bounds(double low, double high) {
    return new Cell.Bounded(low, high, Reason.SUPPRESSED_PRIVACY);
  }

  /** Returns the marks and flags with their meanings. */
  @Override
  public String toString() {
    return "Codes" + marks + (flags.isEmpty() ? "" : flags) + (ranges ? " and ranges" : "");
  }
}
