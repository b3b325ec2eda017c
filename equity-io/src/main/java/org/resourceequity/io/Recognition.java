package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.resourceequity.io.table.Table;

/**
 * How sure a format is that a table is one of its own.
 *
 * @param score from 0 to 1; from 0.5 on the format can read the table
 * @param why what it found and what it missed, in words
 */
public record Recognition(double score, String why) {

  /** The score from which on a format can read a table. */
  public static final double ENOUGH = 0.5;

  /**
   * Judges a table by its column names: all required columns must be there, none of those that only
   * another layout has, and at least one of the columns with numbers if the layout has any. Above
   * that, more of the known numbers and more columns of the table that are known score higher. For
   * a table that lacks a column no others are made.
   */
  static Recognition of(Table opened, Layout layout) {
    Pattern sheetName = layout.sheet().orElse(null);
    String sheet = opened.sheet();
    if (sheetName != null && sheet != null && !sheetName.matcher(sheet).find()) {
      return new Recognition(0, "is not a sheet like \"" + sheetName + '"');
    }
    Table table = layout.shaped(opened).orElse(opened);
    Columns given = Columns.given(table, layout);
    List<String> foreign = given.found(layout.without());
    Found required = Found.of(layout.given(), given);
    if (!foreign.isEmpty()) {
      return new Recognition(0.49 * required.share(), required.why() + ", but also has " + foreign);
    }
    if (!required.missing.isEmpty()) {
      return new Recognition(0.49 * required.share(), required.why());
    }
    Columns columns = new Columns(table, layout);
    required = Found.of(layout.fields(), columns);
    int numbers = 0;
    int numbersFound = 0;
    boolean hasNumbers = false;
    for (Field field : layout.fields()) {
      if (field.operand().isPresent() && !field.required()) {
        numbers++;
        numbersFound += columns.has(field) ? 1 : 0;
      }
      hasNumbers |= field.operand().isPresent() && field.required();
    }
    String why =
        required.why()
            + (numbers == 0 ? "" : ", " + numbersFound + " of " + numbers + " columns of numbers");
    if (!required.missing.isEmpty() || (numbers > 0 && numbersFound == 0 && !hasNumbers)) {
      return new Recognition(0.49 * required.share(), why);
    }
    double share = numbers == 0 ? 1 : (double) numbersFound / numbers;
    double known = (double) columns.used().size() / Math.max(1, columns.named());
    return new Recognition(ENOUGH + (1 - ENOUGH) * (0.6 * share + 0.4 * known), why);
  }

  /** The required columns that a table has, and those that it lacks. */
  private record Found(List<String> found, List<String> missing) {
    static Found of(List<Field> fields, Columns columns) {
      Found all = new Found(new ArrayList<>(), new ArrayList<>());
      for (Field field : fields) {
        if (field.required()) {
          (columns.has(field) ? all.found : all.missing).add('"' + field.name() + '"');
        }
      }
      return all;
    }

    double share() {
      return (double) found.size() / Math.max(1, found.size() + missing.size());
    }

    String why() {
      return (found.isEmpty()
              ? "has none of the required columns"
              : "has " + String.join(", ", found))
          + (missing.isEmpty() ? "" : ", lacks " + String.join(", ", missing));
    }
  }

  boolean isEnough() {
    return score >= ENOUGH;
  }
}
