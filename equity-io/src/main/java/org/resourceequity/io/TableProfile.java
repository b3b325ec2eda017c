package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.ColumnProfile.Content;
import org.resourceequity.io.table.Numbers;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.SchoolYear;

/**
 * What a table looks like, column by column: for tables of which no format is known.
 *
 * @param file the file's name
 * @param sheet the sheet of a workbook
 * @param rows number of rows below the header
 * @param columns the columns that have a name, in the order of the table
 */
public record TableProfile(
    String file, @Nullable String sheet, long rows, List<ColumnProfile> columns) {

  private static final int EXAMPLES = 3;

  /** A column with more different texts that are no numbers is a column of texts. */
  private static final int MOST_MARKS = 10;

  /** Copies the list. */
  public TableProfile {
    columns = List.copyOf(columns);
  }

  /** Reads a table once and returns what it looks like. */
  static TableProfile of(Table table) throws IOException {
    List<Seen> seen = new ArrayList<>();
    List<String> header = table.header();
    header.forEach(name -> seen.add(new Seen()));
    long[] rows = {0};
    table.forEach(
        row -> {
          rows[0]++;
          for (int i = 0; i < seen.size(); i++) {
            seen.get(i).add(row.get(i));
          }
        });
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (!header.get(i).isBlank()) {
        columns.add(seen.get(i).profile(header.get(i), rows[0]));
      }
    }
    return new TableProfile(table.file(), table.sheet(), rows[0], columns);
  }

  /**
   * Returns a mapping for the table, to be checked by a person: it is made of guesses, and reads
   * the table as it is.
   *
   * @param year the school year; null if a column or the name of file or sheet has it
   * @throws IllegalArgumentException if no column looks like an id, or there is no year
   */
  public String draftMapping(@Nullable SchoolYear year) {
    return MappingDraft.of(this, year);
  }

  /** What was seen of a column. */
  private static final class Seen {
    private final Set<String> distinct = new LinkedHashSet<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private long texts;
    private long numbers;
    private boolean fractions;
    private boolean zeros;
    private boolean perCent;
    private boolean dollars;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private void add(String text) {
      if (text.isEmpty()) {
        return;
      }
      texts++;
      if (distinct.size() < ColumnProfile.MOST_DISTINCT) {
        distinct.add(text);
      }
      OptionalDouble parsed = Numbers.parse(text);
      if (parsed.isEmpty()) {
        if (marks.size() <= MOST_MARKS) {
          marks.add(text);
        }
        return;
      }
      numbers++;
      double number = parsed.getAsDouble();
      low = Math.min(low, number);
      high = Math.max(high, number);
      fractions |= number != Math.rint(number);
      perCent |= text.endsWith("%");
      dollars |= text.contains("$");
      zeros |=
          text.length() > 1
              && text.charAt(0) == '0'
              && text.chars().allMatch(c -> c <= '9' && c >= '0');
    }

    private ColumnProfile profile(String name, long rows) {
      Content content = content();
      String words = ColumnGuess.words(name);
      boolean ranged = content.isNumeric();
      return new ColumnProfile(
          name,
          content,
          rows - texts,
          distinct.size(),
          ranged ? low : null,
          ranged ? high : null,
          distinct.stream().limit(EXAMPLES).toList(),
          ranged ? List.copyOf(marks) : List.of(),
          ColumnGuess.of(words, content, distinct),
          ColumnGuess.group(words));
    }

    private Content content() {
      if (texts == 0) {
        return Content.EMPTY;
      }
      // A code that is a number does not make the other codes of its column marks.
      boolean mostlyTexts = 2 * marks.size() > distinct.size();
      if (numbers == 0 || marks.size() > MOST_MARKS || mostlyTexts) {
        return Content.TEXTS;
      }
      if (zeros) {
        return Content.CODES;
      }
      if (perCent || dollars) {
        return perCent ? Content.PER_CENT : Content.DOLLARS;
      }
      return fractions ? Content.NUMBERS : Content.WHOLE_NUMBERS;
    }
  }
}
