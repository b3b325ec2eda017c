package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header among the first rows of a source.
 *
 * <p>The header is the first row with at least two texts that fills at least 60% as many fields as
 * the fullest of the first rows; what stands above it is a title. A row whose numbers stand where
 * the rows below it have numbers is no header but data. A second row of names under blank fields of
 * the first, or under names of groups, is joined to it.
 */
final class HeaderFinder {

  /** How many rows are looked at. */
  static final int WITHIN = 40;

  private static final double FULL = 0.6;
  private static final double MOST = 0.8;
  private static final int LONGEST_NAME = 250;

  private final Rows.Source source;
  private final List<Cells> first;
  private final int widest;

  private HeaderFinder(Rows.Source source, List<Cells> first) {
    this.source = source;
    this.first = first;
    this.widest = first.stream().mapToInt(Cells::filled).max().orElse(0);
  }

  /** Returns the header that {@code shape} asks for. */
  static Header find(Rows.Source source, Shape shape) throws IOException {
    if (shape.isNamed()) {
      return new Header(shape.names(), 0, 0);
    }
    return shape.isFound() ? found(source) : at(source, shape);
  }

  private static Header at(Rows.Source source, Shape shape) throws IOException {
    List<Cells> rows = new ArrayList<>();
    DamageException damage =
        read(source, cells -> cells.line() >= shape.line(), shape.rows(), rows);
    if (rows.size() < shape.rows() || rows.get(0).line() != shape.line()) {
      throw new TableException(
          name(source),
          "has no row with a header at line " + shape.line(),
          "the line where the names of the columns start",
          damage);
    }
    return join(rows);
  }

  private static Header found(Rows.Source source) throws IOException {
    List<Cells> first = new ArrayList<>();
    DamageException damage = read(source, cells -> cells.filled() > 0, WITHIN, first);
    Header header = new HeaderFinder(source, first).find();
    if (header != null) {
      return header;
    }
    if (damage != null) {
      throw damage.refusal(name(source));
    }
    if (first.isEmpty()) {
      throw new TableException(name(source), "is empty", "a table with a header row");
    }
    throw new TableException(
        name(source),
        "has no header row",
        "two or more column names in one of the first " + WITHIN + " rows");
  }

  /** Reads the first rows that are wanted; returns the damage that ended it, if any. */
  private static @Nullable DamageException read(
      Rows.Source source, Predicate<Cells> wanted, int most, List<Cells> into) throws IOException {
    try (Rows rows = source.open()) {
      Cells cells = rows.next();
      while (cells != null && into.size() < most) {
        if (wanted.test(cells)) {
          into.add(cells);
        }
        cells = into.size() < most ? rows.next() : null;
      }
      return null;
    } catch (DamageException e) {
      return e;
    }
  }

  private static String name(Rows.Source source) {
    return source.sheet() == null ? source.file() : source.file() + '[' + source.sheet() + ']';
  }

  private @Nullable Header find() {
    for (int i = 0; i < first.size(); i++) {
      Cells row = first.get(i);
      if (row.filled() >= Math.max(2, FULL * widest)) {
        if (isData(i)) {
          return new Header(numbered(), 0, row.line() - 1);
        }
        if (i + 1 < first.size() && isSecond(i + 1)) {
          return join(first.subList(i, i + 2));
        }
        return i > 0 && isGroups(first.get(i - 1), row)
            ? join(first.subList(i - 1, i + 1))
            : join(first.subList(i, i + 1));
      }
    }
    return null;
  }

  /** Tells whether row {@code at} has numbers everywhere that the rows below it have them. */
  private boolean isData(int at) {
    Cells row = first.get(at);
    int numbers = 0;
    double last = 0;
    boolean inSteps = true;
    for (int column = 0; column < row.size(); column++) {
      String text = row.get(column);
      if (!text.isEmpty() && isNumeric(column, at + 1)) {
        if (!isNumber(text)) {
          return false;
        }
        double number = Numbers.parse(text).orElse(0);
        inSteps &= numbers == 0 || number == last + 1;
        last = number;
        numbers++;
      }
    }
    // Grades are names: 9, 10, 11, 12.
    return numbers >= 2 && !inSteps;
  }

  /** Tells whether nearly all that stands in a column, from a row on, are numbers. */
  private boolean isNumeric(int column, int from) {
    List<String> texts =
        first.subList(from, first.size()).stream()
            .map(cells -> cells.get(column))
            .filter(text -> !text.isEmpty())
            .toList();
    return texts.size() >= 2
        && texts.stream().filter(HeaderFinder::isNumber).count() >= MOST * texts.size();
  }

  private static boolean isNumber(String text) {
    OptionalDouble number = Numbers.parse(text);
    boolean year = text.length() == 4 && number.orElse(0) >= 1900 && number.orElse(0) < 2100;
    return number.isPresent() && !year;
  }

  private List<String> numbered() {
    int width = first.stream().mapToInt(Cells::width).max().orElse(0);
    return IntStream.rangeClosed(1, width).mapToObj(i -> source.columnName(i - 1)).toList();
  }

  /** Tells whether row {@code at} has names under blanks of the row above, and no data. */
  private boolean isSecond(int at) {
    Cells upper = first.get(at - 1);
    Cells lower = first.get(at);
    int under = 0;
    int numeric = 0;
    for (int column = 0; column < lower.width(); column++) {
      String text = lower.get(column);
      if (!text.isEmpty()) {
        if (isNumber(text) || text.length() > LONGEST_NAME) {
          return false;
        }
        under += column < upper.width() && upper.get(column).isEmpty() ? 1 : 0;
        numeric += isNumeric(column, at + 1) ? 1 : 0;
      }
    }
    return under >= 1 && 2 * numeric > lower.filled();
  }

  /** Tells whether {@code upper} names groups that tell equal names of {@code lower} apart. */
  private static boolean isGroups(Cells upper, Cells lower) {
    if (upper.filled() < 2 || upper.filled() >= lower.filled()) {
      return false;
    }
    for (int column = 0; column < upper.width(); column++) {
      if (isNumber(upper.get(column))) {
        return false;
      }
    }
    int repeated = join(List.of(lower)).repeated().size();
    return repeated > 0 && join(List.of(upper, lower)).repeated().size() < repeated;
  }

  /** Makes one header: each name is its own text after the text of the group it stands in. */
  private static Header join(List<Cells> rows) {
    Cells last = rows.get(rows.size() - 1);
    int width = rows.stream().mapToInt(Cells::width).max().orElse(0);
    List<String> names = new ArrayList<>();
    if (rows.size() == 1) {
      names.addAll(List.of(last.values()));
    } else {
      String[] groups = new String[rows.size()];
      for (int column = 0; column < width; column++) {
        StringBuilder name = new StringBuilder();
        boolean named = !last.get(column).isEmpty();
        for (int i = 0; i < rows.size(); i++) {
          String text = rows.get(i).get(column);
          if (!text.isEmpty()) {
            // A group ends where a row above begins another.
            groups[i] = text;
            java.util.Arrays.fill(groups, i + 1, groups.length, null);
          } else if (i < rows.size() - 1 && named && groups[i] != null) {
            text = groups[i];
          }
          name.append(name.isEmpty() || text.isEmpty() ? "" : " ").append(text);
        }
        names.add(name.toString());
      }
    }
    return new Header(names, rows.get(0).line(), last.line());
  }
}
