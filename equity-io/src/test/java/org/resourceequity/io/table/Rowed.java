package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What tests look at. */
final class Rowed {

  private Rowed() {}

  static List<Row> rows(Table table) throws IOException {
    List<Row> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }

  /** Returns the texts of all rows. */
  static List<List<String>> texts(Table table) throws IOException {
    return rows(table).stream()
        .map(row -> IntStream.range(0, row.size()).mapToObj(row::get).toList())
        .toList();
  }
}
