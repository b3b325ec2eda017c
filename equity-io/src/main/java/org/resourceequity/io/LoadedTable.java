package org.resourceequity.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one table.
 *
 * @param file the file's name
 * @param sheet the sheet of a workbook
 * @param format id of the format that read it, "unknown" if none did
 * @param why what spoke for the format, in words
 * @param runnerUp the next best format and its score; empty if there is none
 * @param rows number of rows below the header that were read
 * @param units number of schools, districts and states that have a row
 * @param used names of the columns that were read
 * @param ignored names of the columns that were not
 * @param store position of the store it went into among {@link Loaded#stores()}, -1 if none
 */
public record LoadedTable(
    String file,
    @Nullable String sheet,
    String format,
    String why,
    String runnerUp,
    long rows,
    int units,
    List<String> used,
    List<String> ignored,
    int store) {

  /** The format of a table that no format can read. */
  public static final String UNKNOWN = "unknown";

  /** Copies the lists. */
  public LoadedTable {
    used = List.copyOf(used);
    ignored = List.copyOf(ignored);
  }

  /** Returns one line: file, sheet, format and counts. */
  @Override
  public String toString() {
    return file
        + (sheet == null ? "" : "[" + sheet + "]")
        + ": "
        + format
        + " ("
        + why
        + "), "
        + rows
        + " rows, "
        + units
        + " units, "
        + used.size()
        + " columns used, "
        + ignored.size()
        + " ignored";
  }
}
