package org.resourceequity.io.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the names of a table's columns are, for files in which they cannot be found out: the names
 * stand in a document beside the file, or more than the header row looks like one.
 *
 * <pre>{@code
 * table.as(Shape.headerAt(7))
 * table.as(Shape.headerAt(3, 2))                        // groups above the names
 * table.as(Shape.named(List.of("NCESSCH", "LEAID")))    // no header in the file
 * table.as(Shape.fixedWidth(List.of(new Slice("State", 1, 2), new Slice("Id", 4, 8))))
 * }</pre>
 */
public final class Shape {

  /**
   * A field of a line, as record layouts give it.
   *
   * @param name the column's name
   * @param first position of the first character, counted from 1
   * @param last position of the last character
   */
  public record Slice(String name, int first, int last) {

    /** Checks the positions. */
    public Slice {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException(
            "field \""
                + name
                + "\" is "
                + first
                + " to "
                + last
                + ", expected 1 or more, in order");
      }
    }
  }

  private enum Kind {
    FOUND,
    AT_LINE,
    NAMED,
    FIXED_WIDTH
  }

  /** The header is found out by looking at the first rows. */
  static final Shape FOUND = new Shape(Kind.FOUND, 0, 0, List.of(), List.of());

  private final Kind kind;
  private final long line;
  private final int rows;
  private final List<String> names;
  private final List<Slice> slices;

  private Shape(Kind kind, long line, int rows, List<String> names, List<Slice> slices) {
    this.kind = kind;
    this.line = line;
    this.rows = rows;
    this.names = List.copyOf(names);
    this.slices = List.copyOf(slices);
  }

  /** Returns a shape whose header is the row that starts at {@code line}, counted from 1. */
  public static Shape headerAt(long line) {
    return headerAt(line, 1);
  }

  /**
   * Returns a shape whose header starts at {@code line} and has {@code rows} rows: names of groups
   * of columns above names of columns. A group reaches to the next one; its name is put before the
   * names below it.
   */
  public static Shape headerAt(long line, int rows) {
    if (line < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "header is line " + line + " with " + rows + " rows, expected 1 or more of both");
    }
    return new Shape(Kind.AT_LINE, line, rows, List.of(), List.of());
  }

  /** Returns a shape without a header: the first row of the file is data. */
  public static Shape named(List<String> names) {
    return new Shape(Kind.NAMED, 0, 0, checked(names), List.of());
  }

  /** Returns a shape of lines without delimiter and header; fields may leave gaps. */
  public static Shape fixedWidth(List<Slice> slices) {
    return new Shape(
        Kind.FIXED_WIDTH, 0, 0, checked(slices.stream().map(Slice::name).toList()), slices);
  }

  private static List<String> checked(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("names are empty, expected one or more");
    }
    return names;
  }

  boolean isFound() {
    return kind == Kind.FOUND;
  }

  /** Tells whether the names do not come from the file. */
  public boolean isNamed() {
    return kind == Kind.NAMED || kind == Kind.FIXED_WIDTH;
  }

  boolean isFixedWidth() {
    return kind == Kind.FIXED_WIDTH;
  }

  long line() {
    return line;
  }

  int rows() {
    return rows;
  }

  /** Returns the names of the columns; none if they come from the file. */
  public List<String> names() {
    return names;
  }

  List<Slice> slices() {
    return slices;
  }

  /** Returns where the names are, for people. */
  @Override
  public String toString() {
    return switch (kind) {
      case FOUND -> "the header is found out";
      case AT_LINE -> "the header is line " + line + (rows == 1 ? "" : " to " + (line + rows - 1));
      case NAMED -> "no header, " + names.size() + " columns";
      case FIXED_WIDTH ->
          slices.stream()
              .map(slice -> slice.name() + " " + slice.first() + "-" + slice.last())
              .collect(Collectors.joining(", ", "no header, fixed width: ", ""));
    };
  }
}
