package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.Notices;
import org.resourceequity.io.Shared;

/** Every published file at hand opens, with the header on the line where it is. */
class PublishedFilesTest {

  /** Sheets of prose: a title page, and one whose first table stands below it. */
  private static final Set<String> PROSE = Set.of("Title Page", "Introduction");

  @TestFactory
  Stream<DynamicTest> headersAreWherePeopleFoundThem() throws IOException {
    // The list of the headers of all files came with the files; a person made it.
    Path list = Shared.format("", "columns.csv");
    Map<String, Map<String, Long>> lines = new LinkedHashMap<>();
    Tables.open(list, new Notices())
        .get(0)
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.get("file"), file -> new LinkedHashMap<>())
                    .put(row.get("sheet"), Long.parseLong(row.get("header_line"))));
    return lines.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(),
                    () -> {
                      Map<String, Long> expected = entry.getValue();
                      expected.keySet().removeAll(PROSE);
                      assertThat(headers(list.resolveSibling(entry.getKey())))
                          .containsAllEntriesOf(expected);
                    }));
  }

  /** Returns the line of the header by sheet, and says what was found. */
  private static Map<String, Long> headers(Path path) throws IOException {
    Map<String, Long> headers = new LinkedHashMap<>();
    for (Table table : Tables.open(path, new Notices())) {
      String sheet = Objects.requireNonNullElse(table.sheet(), "");
      headers.put(sheet.strip(), table.headerLine());
      System.out.printf(
          "%s %s: %s, header on line %d, %d columns, %d rows%n",
          table.file(),
          sheet,
          table.medium(),
          table.headerLine(),
          table.header().size(),
          count(table));
    }
    return headers;
  }

  // Rows that are not blank, below the header: Python's csv module for text, ElementTree over the
  // parts of an xlsx. The sizes of the old workbooks stand in the list that came with the files.
  @ParameterizedTest
  @CsvSource({
    "ccd/ccd_sch_033_1516_w_national.csv.gz, 0, 99264",
    "ccd/elsi_export_pa.csv, 0, 72",
    "crdc/CRDC2013_14_sample1000.csv.gz, 0, 1000",
    "crdc/2020-21_LEA_Distance Education.csv.gz, 0, 17821",
    "cwift/EDGE_ACS_CWIFT2018_LEA1819.txt.gz, 0, 13206",
    "edfacts/acgr-sch-sy2013-14.csv.gz, 0, 22385",
    "state-ca/filesreclass19.txt.gz, 0, 10204",
    "state-ca/frpm1819.xlsx, 0, 10520",
    "state-ca/lcffem23p1.xlsx, 1, 10168",
    "state-co/2024_graduation_workbook.xlsx, 3, 2974",
    "state-il/IL_RCDTS_codes.csv, 0, 5437",
    "state-nj/rev20.csv.gz, 0, 24360",
    "state-ny/vadir_2006-2007.xls, 0, 3067",
    "state-ny/vadir_2010-2011.csv.gz, 0, 3041",
    "state-pa/afr_exp_1213.xlsx, 0, 754",
    "state-tx/DISTPROF_2022.csv.gz, 0, 1207",
    "state-wa/report_card_graduation_snohomish_2018-19.csv.gz, 0, 6403",
    "state-wi/compcost_sum_1415_to_2223.csv, 0, 431"
  })
  void rowsAreAsManyAsOthersCount(String file, int table, long rows) throws IOException {
    Path path = Shared.format("", file);
    assertThat(count(Tables.open(path, new Notices()).get(table))).isEqualTo(rows);
  }

  @Test
  void linesOfFixedWidthAreCut() throws IOException {
    Path path = Shared.format("saipe", "sd24-nc.txt");
    Table table = Tables.open(path, new Notices()).get(0);
    try (Stream<String> lines = Files.lines(path)) {
      assertThat(count(table)).isEqualTo(lines.count());
    }
    // head -1 sd24-nc.txt
    assertThat(table.head(1).get(0).get("10-38")).isEqualTo("Alamance-Burlington Schools");
  }

  private static long count(Table table) throws IOException {
    long[] rows = {0};
    table.forEach(row -> rows[0]++);
    return rows[0];
  }
}
