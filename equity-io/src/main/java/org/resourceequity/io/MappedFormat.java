package org.resourceequity.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;

/**
 * The format that a mapping file declares. A table must have all its columns; what is missing is
 * named with the nearest column of the table.
 */
final class MappedFormat implements FileFormat {

  private final Format format;

  private MappedFormat(Format format) {
    this.format = format;
  }

  static MappedFormat of(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the mapping " + path + ": " + e, e);
    }
    return parse(String.valueOf(path.getFileName()), text);
  }

  /** Returns the format that a mapping declares; {@code file} names it in messages. */
  static MappedFormat parse(String file, String json) {
    return new MappedFormat(Mapping.parse(file, json).format());
  }

  /** Returns the declaration. */
  Format format() {
    return format;
  }

  @Override
  public String id() {
    return format.id();
  }

  @Override
  public String title() {
    return format.title();
  }

  @Override
  public Recognition recognise(Table table) {
    Recognition recognition = format.recognise(table);
    List<String> hints = new ArrayList<>();
    Layout layout = format.layouts().get(0);
    Columns columns = new Columns(table, layout);
    for (Field field : layout.fields()) {
      if (!columns.has(field)) {
        hints.add(
            "the nearest to \""
                + field.name()
                + "\" is \""
                + Mapping.nearest(field.name(), table.header())
                + '"');
      }
    }
    return hints.isEmpty() || recognition.score() == 0
        ? recognition
        : new Recognition(recognition.score(), recognition.why() + "; " + String.join(", ", hints));
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    format.read(table, reading);
  }

  @Override
  public EquityData finish(EquityData store, FileReading file) {
    return format.finish(store, file);
  }
}
