package org.resourceequity.io.testkit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.resourceequity.io.table.Table;

/**
 * A table of texts that can be changed and written again, one record per line below the header.
 *
 * @param header the column names
 * @param rows the rows, all as long as the header
 */
record Fixture(List<String> header, List<List<String>> rows) {

  static Fixture of(Table table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int width = table.header().size();
    table.forEach(row -> rows.add(IntStream.range(0, width).mapToObj(row::get).toList()));
    return new Fixture(
        table.header().stream().map(name -> name.replaceAll("\\R", " ")).toList(), rows);
  }

  /** Returns the fixture with another text in a column of one row, or of all if it is negative. */
  Fixture with(int row, int column, String text) {
    List<List<String>> changed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      if (row < 0 || row == i) {
        cells.set(column, text);
      }
      changed.add(cells);
    }
    return new Fixture(header, changed);
  }

  Fixture shuffled(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, header.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<List<String>> shuffled =
        new ArrayList<>(rows.stream().map(row -> order.stream().map(row::get).toList()).toList());
    Collections.shuffle(shuffled, random);
    return new Fixture(order.stream().map(header::get).toList(), shuffled);
  }

  /** Writes the table under the name of its file, which may hold the year. */
  Path write(Path folder, Path file) throws IOException {
    Path written = folder.resolve(String.valueOf(file.getFileName()));
    Files.deleteIfExists(written);
    try (CsvWriter writer = CsvWriter.builder().build(written)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    }
    return written;
  }
}
