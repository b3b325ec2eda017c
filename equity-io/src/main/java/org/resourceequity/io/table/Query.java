package org.resourceequity.io.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query as texts, each value as a csv export would have it. */
final class Query {

  private static final int ROWS_AT_ONCE = 10_000;

  private final String name;
  private final PreparedStatement statement;

  private Query(String name, PreparedStatement statement) {
    this.name = name;
    this.statement = statement;
  }

  static Table table(String name, PreparedStatement statement) throws IOException {
    Query query = new Query(name, statement);
    return Tables.of(name, Medium.of("query"), query.header(), query::run);
  }

  private List<String> header() throws IOException {
    // Some drivers know the columns before the query has run, others do not.
    try {
      ResultSetMetaData columns = statement.getMetaData();
      if (columns != null && columns.getColumnCount() > 0) {
        return labels(columns);
      }
    } catch (SQLException e) {
      // The query itself says what is wrong.
    }
    try (ResultSet rows = statement.executeQuery()) {
      return labels(rows.getMetaData());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  private void run(Records.RecordConsumer consumer) throws IOException {
    try {
      statement.setFetchSize(ROWS_AT_ONCE);
    } catch (SQLException e) {
      // A hint only.
    }
    try (ResultSet rows = statement.executeQuery()) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        String[] fields = new String[width];
        for (int i = 0; i < width; i++) {
          fields[i] = text(rows.getObject(i + 1));
        }
        consumer.accept(fields);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean truth) {
      return SheetText.of(truth);
    }
    if (value instanceof Timestamp time) {
      return SheetText.text(time.toLocalDateTime(), false);
    }
    boolean real =
        value instanceof BigDecimal
            || (value instanceof Double d && Double.isFinite(d))
            || (value instanceof Float f && Float.isFinite(f));
    return real ? SheetText.plain(new BigDecimal(value.toString())) : value.toString();
  }

  private TableException failed(SQLException e) {
    Interrupts.check(name);
    return new TableException(
        name, "cannot be queried (" + e.getMessage() + ")", "a query that gives rows", e);
  }
}
