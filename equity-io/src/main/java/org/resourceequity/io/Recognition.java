package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
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
   * Judges a table by its column names: all required columns must be there, and at least one of the
   * columns with numbers if the format has any.
   */
  public static Recognition of(Table table, List<Field> fields) {
    Columns columns = new Columns(table, fields);
    List<String> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int numbers = 0;
    int numbersFound = 0;
    for (Field field : fields) {
      if (field.required()) {
        (columns.has(field) ? found : missing).add('"' + field.name() + '"');
      } else if (field.operand() != null) {
        numbers++;
        numbersFound += columns.has(field) ? 1 : 0;
      }
    }
    String why =
        (found.isEmpty() ? "has none of the required columns" : "has " + String.join(", ", found))
            + (missing.isEmpty() ? "" : ", lacks " + String.join(", ", missing))
            + (numbers == 0 ? "" : ", " + numbersFound + " of " + numbers + " columns of numbers");
    double required = (double) found.size() / Math.max(1, found.size() + missing.size());
    if (!missing.isEmpty() || (numbers > 0 && numbersFound == 0)) {
      return new Recognition(0.49 * required, why);
    }
    double share = numbers == 0 ? 1 : (double) numbersFound / numbers;
    return new Recognition(ENOUGH + (1 - ENOUGH) * share, why);
  }

  boolean isEnough() {
    return score >= ENOUGH;
  }
}
