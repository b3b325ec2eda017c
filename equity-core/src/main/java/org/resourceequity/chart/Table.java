package org.resourceequity.chart;

import java.util.List;
import org.resourceequity.internal.Markup;

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

  /** Returns the table as text, without the columns in which no row has anything. */
  public String toText() {
    int[] width = new int[header.size()];
    boolean[] filled = new boolean[header.size()];
    for (int c = 0; c < width.length; c++) {
      width[c] = header.get(c).length();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
        filled[c] |= !row.get(c).isEmpty();
      }
    }
    StringBuilder text = new StringBuilder();
    line(text, header, width, filled);
    rows.forEach(row -> line(text, row, width, filled));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> row, int[] width, boolean[] filled) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      if (filled[c]) {
        line.append(row.get(c)).append(" ".repeat(width[c] - row.get(c).length() + 2));
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** Returns the table as HTML, with a caption. */
  public String toHtml(String caption) {
    StringBuilder html = new StringBuilder("<table><caption>");
    html.append(Markup.escape(caption)).append("</caption><thead><tr>");
    header.forEach(
        name -> html.append("<th scope=\"col\">").append(Markup.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(Markup.escape(cell)).append("</td>"));
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }
}
