package org.resourceequity.io;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Medium;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.RowConsumer;
import org.resourceequity.io.table.Shape;
import org.resourceequity.io.table.Table;

/**
 * A table that counts the rows it hands out, and spells its column names and looks at its first
 * rows once for all formats.
 */
final class CountedTable implements Table {

  private final Table table;
  private final CountedTable whole;
  private final Map<Shape, CountedTable> shaped = new HashMap<>();
  private Columns.@Nullable Names names;
  private @Nullable List<Row> head;
  private long rows;

  CountedTable(Table table) {
    this.table = table;
    this.whole = this;
  }

  private CountedTable(Table table, CountedTable whole) {
    this.table = table;
    this.whole = whole;
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
  public boolean isDivisible() {
    return table.isDivisible();
  }

  @Override
  public void forEach(RowConsumer consumer) throws IOException {
    Counter counter = new Counter(consumer);
    table.forEach(counter);
    whole.rows = counter.rows;
  }

  @Override
  public List<Long> forEachPart(List<? extends RowConsumer> consumers) throws IOException {
    List<Counter> counters = consumers.stream().map(Counter::new).toList();
    List<Long> lines = table.forEachPart(counters);
    whole.rows = counters.stream().mapToLong(counter -> counter.rows).sum();
    return lines;
  }

  private static final class Counter implements RowConsumer {
    private final RowConsumer consumer;
    private long rows;

    private Counter(RowConsumer consumer) {
      this.consumer = consumer;
    }

    @Override
    public void accept(Row row) throws IOException {
      rows++;
      consumer.accept(row);
    }
  }

  @Override
  public List<Row> head(int most) throws IOException {
    List<Row> known = head;
    if (known == null || known.size() < most) {
      known = table.head(most);
      head = known;
    }
    return known.subList(0, Math.min(most, known.size()));
  }

  /** Returns the table by a shape, the same for the same shape; its rows count as of this one. */
  @Override
  public CountedTable as(Shape shape) throws IOException {
    CountedTable known = shaped.get(shape);
    if (known == null) {
      known = new CountedTable(table.as(shape), whole);
      shaped.put(shape, known);
    }
    return known;
  }
}
