package org.resourceequity.chart;

import java.util.List;

/**
 * The data table beside a chart: ready-written cells, the first column naming the row.
 *
 * @param header one cell per column
 * @param rows the rows, each as long as the header
 */
public record Table(List<String> header, List<List<String>> rows) {

  /** Copies, and checks that each row has a cell for each column. */
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != header.size()) {
        throw new IllegalArgumentException(
            "rows[" + i + "] has " + rows.get(i).size() + " cells, expected " + header.size());
      }
    }
  }
}
