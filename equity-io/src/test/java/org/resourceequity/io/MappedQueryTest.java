package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.table.Tables;
import org.resourceequity.io.testkit.Described;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/** Any query is read with a mapping, here Parquet files by DuckDB. */
class MappedQueryTest {

  private static final String MAPPING =
      """
      {"publisher": "P", "title": "T", "scheme": "S", "level": "school", "district": "D",
       "columns": {"id": {"is": "id", "width": 4}, "year": "year", "pupils": "enrolment"}}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aQueryOnParquetIsReadLikeTheSameCsv() throws IOException, SQLException {
    Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
    Path csv =
        Files.writeString(
            folder.resolve("schools.csv"), "id,year,pupils\n0001,2023,300\n0002,2023,\n");
    Path parquet = folder.resolve("schools.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      // In the database the id is a number and has lost its zeros; one school is of another year.
      statement.execute(
          "copy (select * from (values (1, 2023, 300), (2, 2023, null), (3, 2019, 90)) as"
              + " t(code, year, pupils)) to '"
              + parquet
              + "' (format parquet)");
      try (PreparedStatement query =
          connection.prepareStatement(
              "select code as id, year, pupils from read_parquet('"
                  + parquet
                  + "') where year = ? order by 1")) {
        query.setInt(1, 2023);
        Loaded loaded = EquityFiles.readWithMapping(mapping, Tables.query("schools", query));
        assertThat(loaded.notices().counts()).containsOnlyKeys("repaired-id");
        assertThat(
                loaded
                    .data()
                    .cell(
                        new SchoolId("0001"),
                        Operands.ENROLMENT.at(Level.SCHOOL, SchoolYear.ending(2023))))
            .isEqualTo(Cell.of(300));
        assertThat(
                loaded
                    .data()
                    .cell(
                        new SchoolId("0002"),
                        Operands.ENROLMENT.at(Level.SCHOOL, SchoolYear.ending(2023))))
            .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
        assertThat(Described.of(loaded.data()))
            .isEqualTo(Described.of(EquityFiles.readWithMapping(mapping, csv).data()));
        assertThat(loaded.tables().get(0).file()).isEqualTo("schools");
        assertThat(loaded.data().columns().values())
            .allMatch(column -> column.sources().get(0).sha256().isEmpty());
      }
    }
  }

  @Test
  void aQueryOfAPublishedFileIsRecognised() throws IOException, SQLException {
    Path file =
        Path.of("src", "test", "resources", "fixtures", "ma-public-schools")
            .resolve("MA_Public_Schools_2017.csv");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement query =
            connection.prepareStatement(
                "select * from read_csv('" + file + "', all_varchar = true)")) {
      Loaded loaded = EquityFiles.read(Tables.query("schools", query));
      assertThat(loaded.tables())
          .extracting(LoadedTable::format)
          .containsExactly("ma-public-schools");
      assertThat(Described.of(loaded.data()))
          .isEqualTo(Described.of(EquityFiles.read(file).data()));
    }
  }
}
