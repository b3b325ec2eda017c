package org.resourceequity.io;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Numbers;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;

/** Turns the texts of one column of numbers into cells, by a code book. */
final class CellReader {

  /** Marks that agencies print where a number is hidden or missing, over all states. */
  private static final Set<String> USUAL_MARKS =
      Set.of(
          "*",
          "**",
          "***",
          "-",
          "--",
          "(-)",
          ".",
          "..",
          "n/a",
          "na",
          "nr",
          "nc",
          "null",
          "ns",
          "ds",
          "is",
          "s",
          "ps",
          "†",
          "‡",
          "–",
          "cross group",
          "no students");

  private static final Pattern BOUND = Pattern.compile("(n ?)?[<>≤≥].*");

  /** Digits of which every number is exact. */
  private static final int EXACT_DIGITS = 15;

  private static final int SMALL = 64;

  private final Reading reading;
  private final String column;
  private final Operand operand;
  private final Codes codes;
  private final double scale;
  private final double divisor;
  private final Quality quality;
  private final boolean share;
  private final boolean count;
  private final int lowPlace;
  private final int highPlace;
  private final @Nullable Cell[] cells = new Cell[SMALL];
  private String lastFlag = "";
  private Codes.@Nullable Flag lastMeaning;

  CellReader(
      Reading reading, Columns columns, Field field, Operand operand, double scale, Codes codes) {
    this.reading = reading;
    column = columns.name(field);
    this.operand = operand;
    this.codes = codes;
    this.quality = field.quality();
    double factor = field.scale() * scale;
    // Dividing by 100 gives 0.099 where multiplying by 0.01 does not.
    divisor = factor < 1 && factor > 0 ? Math.rint(1 / factor) : 1;
    this.scale = divisor == 1 ? factor : 1;
    share = operand.what().unit() == Measurement.SHARE;
    count = operand.what().kind() == Kind.COUNT;
    List<Field> bounds = field.bounds();
    lowPlace = bounds.isEmpty() ? -1 : columns.place(bounds.get(0));
    highPlace = bounds.isEmpty() ? -1 : columns.place(bounds.get(1));
  }

  private double scaled(double number) {
    return divisor == 1 ? number * scale : number / divisor;
  }

  /** Returns the cell of a text and the flag beside it, empty if there is none. */
  Cell read(Row row, String raw, String flagText) {
    Cell cell = flagText.isEmpty() ? number(row, raw) : flagged(row, raw, flagText);
    return lowPlace >= 0 && highPlace >= 0 && cell instanceof Cell.Known middle
        ? between(row, middle)
        : cell;
  }

  /** Returns the bounds around the middle of a range; the number itself if they do not differ. */
  private Cell between(Row row, Cell.Known middle) {
    OptionalDouble low = Numbers.parse(row.get(lowPlace));
    OptionalDouble high = Numbers.parse(row.get(highPlace));
    if (low.isEmpty() || high.isEmpty() || low.getAsDouble() == high.getAsDouble()) {
      return middle;
    }
    double from = scaled(low.getAsDouble());
    double to = scaled(high.getAsDouble());
    if (from <= middle.value() && middle.value() <= to) {
      return new Cell.Bounded(from, to, Reason.SUPPRESSED_PRIVACY);
    }
    notice(
        row,
        "contradictory-bounds",
        "the number is not between its bounds and is left out",
        String.valueOf(middle.value()),
        from + " to " + to);
    return Cell.absent(Reason.FLAGGED_INVALID);
  }

  private Cell flagged(Row row, String raw, String flagText) {
    if (!flagText.equals(lastFlag)) {
      lastFlag = flagText;
      lastMeaning = codes.flags().get(flagText.toLowerCase(Locale.ROOT));
    }
    Codes.Flag flag = lastMeaning;
    if (flag == null) {
      Cell range = range(flagText);
      return range == null ? unflagged(row, raw, flagText) : range;
    }
    Reason reason = flag.reason();
    if (reason != null && !flag.onlyZero()) {
      return Cell.absent(reason);
    }
    Cell cell = number(row, raw);
    if (reason != null) {
      boolean nothing =
          cell instanceof Cell.Absent || (cell instanceof Cell.Known zero && zero.value() == 0);
      return nothing ? Cell.absent(reason) : cell;
    }
    Quality said = flag.quality();
    return cell instanceof Cell.Known known && said != null
        ? new Cell.Known(known.value(), said)
        : cell;
  }

  /** Warns about a number in this column. */
  void notice(Row row, String code, String message, String value, String expected) {
    reading.notice(Severity.WARNING, code, message, row, column, value, expected);
  }

  private Cell unflagged(Row row, String raw, String flag) {
    reading.notice(
        Severity.WARNING,
        "unknown-flag",
        "this flag of " + column + " has no meaning in this format, the number is taken as is",
        row,
        column,
        flag,
        "one of " + codes.flags().keySet());
    return number(row, raw);
  }

  private @Nullable Cell range(String text) {
    double whole = !share ? 0 : text.contains("%") ? 100 : divisor;
    Cell range = codes.range(text, count, whole);
    if (!(range instanceof Cell.Bounded printed)) {
      return range;
    }
    return share
        ? new Cell.Bounded(printed.low() / whole, printed.high() / whole, printed.reason())
        : new Cell.Bounded(scaled(printed.low()), scaled(printed.high()), printed.reason());
  }

  private Cell number(Row row, String raw) {
    if (raw.isEmpty()) {
      return meaning(raw, codes.blank());
    }
    Cell mark = codes.mark(raw);
    if (mark != null) {
      return meaning(raw, mark);
    }
    double number = plain(raw);
    if (number < 0) {
      OptionalDouble parsed = Numbers.parse(codes.withoutFootnote(raw));
      if (parsed.isEmpty()) {
        Cell range = range(raw);
        return range == null ? noNumber(row, raw) : range;
      }
      number = parsed.getAsDouble();
    }
    Cell code = codes.code(number);
    return code == null ? checked(row, raw, scaled(number)) : meaning(raw, code);
  }

  /** Returns the number that a text of digits is, or -1 if it is more than that. */
  private static double plain(String raw) {
    if (raw.length() > EXACT_DIGITS) {
      return -1;
    }
    long whole = 0;
    for (int i = 0; i < raw.length(); i++) {
      int digit = raw.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      whole = whole * 10 + digit;
    }
    return (double) whole;
  }

  private Cell meaning(String raw, Cell mark) {
    if (mark instanceof Cell.Bounded bounded) {
      if (share && raw.contains("%")) {
        return new Cell.Bounded(bounded.low() / 100, bounded.high() / 100, bounded.reason());
      }
      return count && !raw.contains("%") ? bounded : Cell.absent(bounded.reason());
    }
    return mark;
  }

  private Cell noNumber(Row row, String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (USUAL_MARKS.contains(lower) || BOUND.matcher(lower).matches()) {
      reading.notice(
          Severity.WARNING,
          "unknown-token",
          "this mark has no meaning in this format, the value is left out",
          row,
          column,
          raw,
          codes.marks().isEmpty()
              ? "a number"
              : "a number or one of " + new TreeSet<>(codes.marks().keySet()));
      return Cell.absent(Reason.UNKNOWN_CODE);
    }
    reading.notice(
        Severity.WARNING,
        "not-a-number",
        "this is not a number, the value is left out",
        row,
        column,
        raw,
        "a number");
    return Cell.absent(Reason.FLAGGED_INVALID);
  }

  private Cell checked(Row row, String raw, double value) {
    if (value < 0 && (operand.what().kind() == Kind.COUNT || share)) {
      reading.notice(
          Severity.WARNING,
          share ? "negative-share" : "negative-count",
          "the number cannot be negative and is left out",
          row,
          column,
          raw,
          "0 or more");
      return Cell.absent(Reason.FLAGGED_INVALID);
    }
    if (value < 0 && operand.what().unit() != Measurement.NUMBER) {
      // Corrections of accounts can be negative, so the value stays.
      reading.notice(
          Severity.WARNING,
          "negative-amount",
          "a negative amount is unusual; it is kept",
          row,
          column,
          raw,
          "0 or more");
    }
    if (share && value > 1) {
      reading.notice(
          Severity.WARNING,
          "share-above-100",
          "a share cannot be above 100% and is left out",
          row,
          column,
          raw,
          divisor == 100 ? "0 to 100" : "0 to 1");
      return Cell.absent(Reason.FLAGGED_INVALID);
    }
    if (!Double.isFinite(value)) {
      return Cell.absent(Reason.FLAGGED_INVALID);
    }
    int small = (int) value;
    return value == (double) small && small >= 0 && small < SMALL
        ? small(small)
        : new Cell.Known(value, quality);
  }

  /** Most numbers are small, and each of them is one cell. */
  private Cell small(int value) {
    Cell cell = cells[value];
    if (cell == null) {
      cell = new Cell.Known((double) value, quality);
      cells[value] = cell;
    }
    return cell;
  }
}
