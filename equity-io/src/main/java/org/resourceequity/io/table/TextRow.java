package org.resourceequity.io.table;

import java.util.List;

/** A row whose fields are texts already. */
final class TextRow implements Row {

  private final Header header;
  private final Cells cells;

  TextRow(Header header, Cells cells) {
    this.header = header;
    this.cells = cells;
  }

  @Override
  public long line() {
    return cells.line();
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String get(int column) {
    return cells.get(column);
  }

  @Override
  public String get(String name) {
    return cells.get(header.column(name));
  }

  @Override
  public boolean has(String name) {
    return header.has(name);
  }

  /** Returns line and fields, for people. */
  @Override
  public String toString() {
    return "line " + line() + ": " + List.of(cells.values());
  }
}
