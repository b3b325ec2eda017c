package org.resourceequity.io;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Medium;
import org.resourceequity.io.table.RowConsumer;
import org.resourceequity.io.table.Shape;
import org.resourceequity.io.table.Table;

/** A table that counts the rows it hands out, and spells its column names once for all formats. */
final class CountedTable implements Table {

  private final Table table;
  private Columns.@Nullable Names names;
  private long rows;

  CountedTable(Table table) {
    this.table = table;
  }

  Columns.Names names() {
    Columns.Names known = names;
    if (known == null) {
      known = new Columns.Names(header());
      names = known;
    }
    return known;
  }

  long rows() {
    return rows;
  }

  @Override
  public String file() {
    return table.file();
  }

  @Override
  public @Nullable String sheet() {
    return table.sheet();
  }

  @Override
  public Medium medium() {
    return table.medium();
  }

  @Override
  public List<String> header() {
    return table.header();
  }

  @Override
  public long headerLine() {
    return table.headerLine();
  }

  @Override
  public void forEach(RowConsumer consumer) throws IOException {
    rows = 0;
    table.forEach(
        row -> {
          rows++;
          consumer.accept(row);
        });
  }

  @Override
  public CountedTable as(Shape shape) throws IOException {
    return new CountedTable(table.as(shape));
  }
}
