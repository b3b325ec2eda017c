package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.resourceequity.io.table.Rowed.rows;
import static org.resourceequity.io.table.Rowed.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries, tried on Parquet files by DuckDB. */
class QueryTest {

  @TempDir Path folder;

  @Test
  void aQueryIsATable() throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select * from read_parquet('"
                    + parquet()
                    + "') where pupils >= ? or pupils is null")) {
      query.setInt(1, 200);
      Table table = Tables.query("schools", query);
      assertThat(table.file()).isEqualTo("schools");
      assertThat(table.medium()).hasToString("query");
      assertThat(table.header())
          .containsExactly("NCESSCH", "pupils", "share", "large", "charter", "opened", "seen");
      List<List<String>> expected =
          List.of(
              List.of(
                  "010000500871",
                  "200",
                  "0.25",
                  "481674008530",
                  "FALSE",
                  "2001-08-20",
                  "2019-05-31T14:30"),
              List.of("010000500872", "", "", "", "", "", ""));
      assertThat(texts(table)).isEqualTo(expected);
      // The query runs again.
      assertThat(texts(table)).isEqualTo(expected);
      assertThat(rows(table).get(0).get("PUPILS")).isEqualTo("200");
      assertThat(rows(table)).extracting(Row::line).containsExactly(1L, 2L);
    }
  }

  @Test
  void aMillionRowsStream() throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select range as n, range / 2 as half from range(1000000)")) {
      long[] sum = {0};
      Tables.query("numbers", query).forEach(row -> sum[0] += Long.parseLong(row.get(0)));
      // 0 + 1 + ... + 999,999 = 999,999 x 1,000,000 / 2.
      assertThat(sum[0]).isEqualTo(499_999_500_000L);
    }
  }

  @Test
  void whatCannotRunIsRefused() throws SQLException {
    try (Connection connection = connect()) {
      PreparedStatement query = connection.prepareStatement("select 1 as a");
      query.close();
      assertThatExceptionOfType(TableException.class)
          .isThrownBy(() -> Tables.query("closed", query))
          .withMessageStartingWith("\"closed\" cannot be queried");
    }
  }

  @Test
  void aQueryHasNoLayout() throws IOException, SQLException {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement("select 1 as a, 2 as a")) {
      Table table = Tables.query("two", query);
      assertThat(table.header()).containsExactly("a", "a (2)");
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> table.as(Shape.headerAt(1)))
          .withMessageContaining("query");
    }
  }

  @Test
  void anythingWithRecordsIsATable() throws IOException {
    Table table =
        Tables.of(
            "portal",
            Medium.of("JSON"),
            List.of("leaid", "enrollment"),
            consumer -> {
              consumer.accept("0100005", "12");
              consumer.accept("0100006");
            });
    assertThat(rows(table)).extracting(row -> row.get("Enrollment")).containsExactly("12", "");
    assertThat(table.head(1)).hasSize(1);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:");
  }

  private Path parquet() throws SQLException {
    Path file = folder.resolve("schools.parquet");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select * from (values ('010000500870', 100, 0.5::double, 1::bigint, true, date"
              + " '1999-08-20', timestamp '2019-05-31 00:00:00'), ('010000500871', 200,"
              + " 0.25::double, 481674008530::bigint, false, date '2001-08-20', timestamp"
              + " '2019-05-31 14:30:00'), ('010000500872', null, null, null, null, null, null)) as"
              + " t(NCESSCH, pupils, share, large, charter, opened, seen) order by 1) to '"
              + file
              + "' (format parquet)");
    }
    return file;
  }
}
