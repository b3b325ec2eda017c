package org.resourceequity.io.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/**
 * The records of one kind in an XML or JSON text, as a table whose columns are the paths to their
 * fields. The text is read once to find kinds and columns, and once more for each table whose rows
 * are asked for; no record is kept.
 */
final class RecordSource implements Rows.Source {

  private static final int MOST_KINDS = 1000;
  private static final int MOST_COLUMNS = 10_000;

  private final String file;
  private final String kind;
  private final Medium medium;
  private final Map<String, Integer> columns;
  private final Bytes bytes;
  private final RecordParser.Syntax syntax;

  private RecordSource(
      String file,
      String kind,
      Medium medium,
      Set<String> columns,
      Bytes bytes,
      RecordParser.Syntax syntax) {
    this.file = file;
    this.kind = kind;
    this.medium = medium;
    this.columns = new HashMap<>();
    columns.forEach(column -> this.columns.put(column, this.columns.size()));
    this.bytes = bytes;
    this.syntax = syntax;
  }

  /** Returns how to parse a text that starts so; nothing if it is neither XML nor JSON. */
  static RecordParser.@Nullable Syntax syntax(byte[] head) {
    boolean wide = TextSource.isWide(head);
    String text = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    String start = Texts.strip(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (start.startsWith("<?xml") || start.matches("(?s)<(?i:(?!html|!doctype)[a-z]).*")) {
      return XmlParser::new;
    }
    return start.matches("(?s)(\\[\\s*)?\\{\\s*[\"}].*")
        ? (in, only) -> new JsonRecordParser(in)
        : null;
  }

  /**
   * Returns a table for each kind of record, in the order in which they appear.
   *
   * @throws TableException if there is no record
   */
  static List<Table> tables(
      String file, String in, Bytes bytes, RecordParser.Syntax syntax, Notices notices)
      throws IOException {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    Set<String> leftOut = new LinkedHashSet<>();
    DamageException damage = scan(file, bytes, syntax, kinds, leftOut);
    if (kinds.isEmpty()) {
      throw damage == null
          ? new TableException(file, "is XML or JSON without records", "a list of records")
          : damage.refusal(file);
    }
    leftOut.forEach(
        kind ->
            notices.add(
                new Notice(
                    Notice.Severity.WARNING,
                    "repeated-element",
                    "what is repeated more than "
                        + RecordPath.MOST_REPEATS
                        + " times in a record is left out",
                    file,
                    kind.isEmpty() ? null : kind,
                    0,
                    null,
                    null,
                    null)));
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, Set<String>> of : kinds.entrySet()) {
      String medium = of.getKey().isEmpty() ? "json" : "xml";
      RecordSource source =
          new RecordSource(file, of.getKey(), Medium.of(medium + in), of.getValue(), bytes, syntax);
      Shape shape = Shape.named(List.copyOf(of.getValue()));
      tables.add(StreamedTable.of(source, shape, notices));
    }
    return tables;
  }

  /** Finds kinds and columns, and returns where the text is damaged; rows say it again. */
  private static @Nullable DamageException scan(
      String file,
      Bytes bytes,
      RecordParser.Syntax syntax,
      Map<String, Set<String>> kinds,
      Set<String> leftOut)
      throws IOException {
    try (RecordParser parser = syntax.open(bytes.open(), null)) {
      for (RecordParser.Found found = parser.next(); found != null; found = parser.next()) {
        if (!found.fields().isEmpty()) {
          Set<String> columns = kinds.computeIfAbsent(found.kind(), kind -> new LinkedHashSet<>());
          columns.addAll(found.fields().keySet());
          if (kinds.size() > MOST_KINDS || columns.size() > MOST_COLUMNS) {
            throw new TableException(
                file, "has more kinds of elements than a list of records would", "records");
          }
        }
        if (found.leavesOut()) {
          leftOut.add(found.kind());
        }
      }
      return null;
    } catch (DamageException e) {
      return e;
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public @Nullable String sheet() {
    return kind.isEmpty() ? null : kind;
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public boolean ragged() {
    return true;
  }

  @Override
  public Rows open() throws IOException {
    RecordParser parser = syntax.open(bytes.open(), kind);
    return new Rows() {
      @Override
      public @Nullable Cells next() throws DamageException {
        RecordParser.Found found = parser.next();
        return found == null ? null : new Cells(found.line(), values(found.fields()));
      }

      @Override
      public void close() throws IOException {
        parser.close();
      }
    };
  }

  private String[] values(Map<String, String> fields) {
    String[] values = new String[columns.size()];
    Arrays.fill(values, "");
    fields.forEach(
        (name, value) -> {
          Integer column = columns.get(name);
          if (column != null) {
            values[column] = value;
          }
        });
    return values;
  }
}
