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
   * that, more of the known numbers and more columns of the table that are known score higher.
   */
  static Recognition of(Table opened, Layout layout) {
    Pattern sheetName = layout.sheet().orElse(null);
    String sheet = opened.sheet();
    if (sheetName != null && sheet != null && !sheetName.matcher(sheet).find()) {
      return new Recognition(0, "is not a sheet like \"" + sheetName + '"');
    }
    Table table = layout.shaped(opened).orElse(opened);
    Columns columns = new Columns(table, layout);
    List<String> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int numbers = 0;
    int numbersFound = 0;
    boolean hasNumbers = false;
    for (Field field : layout.fields()) {
      if (field.required()) {
        (columns.has(field) ? found : missing).add('"' + field.name() + '"');
        hasNumbers |= field.operand().isPresent();
      } else if (field.operand().isPresent()) {
        numbers++;
        numbersFound += columns.has(field) ? 1 : 0;
      }
    }
    String why =
        (found.isEmpty() ? "has none of the required columns" : "has " + String.join(", ", found))
            + (missing.isEmpty() ? "" : ", lacks " + String.join(", ", missing))
            + (numbers == 0 ? "" : ", " + numbersFound + " of " + numbers + " columns of numbers");
    double required = (double) found.size() / Math.max(1, found.size() + missing.size());
    List<String> foreign = columns.found(layout.without());
    if (!foreign.isEmpty()) {
      return new Recognition(0.49 * required, why + ", but also has " + foreign);
    }
    if (!missing.isEmpty() || (numbers > 0 && numbersFound == 0 && !hasNumbers)) {
      return new Recognition(0.49 * required, why);
    }
    double share = numbers == 0 ? 1 : (double) numbersFound / numbers;
    double known = (double) columns.used().size() / Math.max(1, columns.named());
    return new Recognition(ENOUGH + (1 - ENOUGH) * (0.6 * share + 0.4 * known), why);
  }

  boolean isEnough() {
    return score >= ENOUGH;
  }
}
