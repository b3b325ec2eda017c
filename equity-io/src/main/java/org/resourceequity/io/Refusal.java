package org.resourceequity.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;

/** Tells what a table is that no format fits, where it holds no numbers of schools at all. */
final class Refusal {

  /** Words of the columns of dictionaries, record layouts and code lists. */
  private static final Pattern DESCRIBING =
      Pattern.compile(
          "(?:(?:names?|labels?|descriptions?|definitions?|fields?|variables?|varnum|types?|columns?"
              + "|finder|order|positions?|title|questions?|data|formats?|lengths?|codes?|meanings?"
              + "|values?|files?|sheets?|header|line|part|original|number|no|of|and|start|end|width|(?:fy)?\\d+)(?:"
              + " |$))+");

  private static final Pattern TELLING =
      Pattern.compile(
          "\\b(?:labels?|descriptions?|definitions?|fields?|variables?|varnum|columns?|meanings?)\\b");

  private static final int LOOKED_AT = 50;

  private Refusal() {}

  /** Returns what the table is instead; nothing if it may be a table of schools or districts. */
  static Optional<String> of(Table table) throws IOException {
    List<String> names =
        table.header().stream().map(ColumnGuess::words).filter(name -> !name.isEmpty()).toList();
    long describing = names.stream().filter(name -> DESCRIBING.matcher(name).matches()).count();
    boolean telling = names.stream().anyMatch(name -> TELLING.matcher(name).find());
    if (describing > 1
        && (describing == names.size() || (telling && 2 * describing >= names.size()))) {
      return Optional.of("it describes columns or codes and has no rows of schools or districts");
    }
    if (table.medium().kind().startsWith("text") && isProse(table)) {
      return Optional.of("it is a text and not a table");
    }
    if (names.stream().noneMatch(ColumnGuess::namesUnits)) {
      return Optional.of("no column is called an id of schools or districts");
    }
    return Optional.empty();
  }

  /** Rows of a table have as many fields as it has columns; lines of a text have any number. */
  private static boolean isProse(Table table) throws IOException {
    List<Row> rows = table.head(LOOKED_AT);
    long alike = rows.stream().filter(row -> row.size() == table.header().size()).count();
    return table.header().size() < 2 || 2 * alike < rows.size();
  }
}
