package org.resourceequity.io.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of records; the line of a row is its number. */
final class RecordTable implements Table {

  private final String name;
  private final Medium medium;
  private final Header header;
  private final NumberedRecords records;

  RecordTable(String name, Medium medium, List<String> header, NumberedRecords records) {
    this.name = name;
    this.medium = medium;
    this.header = new Header(header, 0, 0);
    this.records = records;
  }

  @Override
  public String file() {
    return name;
  }

  @Override
  public @Nullable String sheet() {
    return null;
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public List<String> header() {
    return header.names();
  }

  @Override
  public long headerLine() {
    return 0;
  }

  @Override
  public void forEach(RowConsumer consumer) throws IOException {
    records.forEach(
        (number, fields) -> {
          Interrupts.check(name);
          consumer.accept(new TextRow(header, new Cells(number, fields)));
        });
  }
}
