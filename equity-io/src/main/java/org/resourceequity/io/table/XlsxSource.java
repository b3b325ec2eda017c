package org.resourceequity.io.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook. Cells become the text that a csv export without formats would have. */
final class XlsxSource implements Rows.Source {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
  private static final int LONGEST_NUMBER = 400;

  private final Path path;
  private final String file;
  private final String sheet;
  private final int index;

  private XlsxSource(Path path, String file, String sheet, int index) {
    this.path = path;
    this.file = file;
    this.sheet = sheet;
    this.index = index;
  }

  /** Returns the sheets of the workbook in {@code path}. */
  static List<XlsxSource> sheets(Path path, String file) throws IOException {
    try (ReadableWorkbook workbook = open(path, file);
        Stream<Sheet> sheets = workbook.getSheets()) {
      return sheets
          .map(sheet -> new XlsxSource(path, file, sheet.getName(), sheet.getIndex()))
          .toList();
    }
  }

  private static ReadableWorkbook open(Path path, String file) throws IOException {
    try {
      return new ReadableWorkbook(path.toFile(), WITH_FORMATS);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static TableException damaged(String file, Exception cause) {
    return new TableException(
        file,
        "is a damaged workbook (" + cause.getMessage() + ")",
        "a complete xlsx file: download it again, or save it anew",
        cause);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public String sheet() {
    return sheet;
  }

  @Override
  public boolean ragged() {
    return true;
  }

  @Override
  public Rows open() throws IOException {
    ReadableWorkbook workbook = open(path, file);
    try {
      Sheet opened =
          workbook
              .getSheet(index)
              .orElseThrow(() -> new IOException("sheet " + sheet + " is gone"));
      return new SheetRows(workbook, opened.openStream());
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw damaged(file, e);
    }
  }

  private static boolean isEmpty(@Nullable Cell cell) {
    return cell == null || (cell.getFormula() == null && text(cell).isEmpty());
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      String raw = cell == null ? null : cell.getRawValue();
      return raw == null ? "" : raw;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return isDate(cell, number) ? date(cell) : plain(number);
    }
    if (value instanceof Boolean) {
      return value.toString().toUpperCase(Locale.ROOT);
    }
    return value.toString();
  }

  private static String plain(BigDecimal number) {
    // Files hold 4.0999999999999996 where the sheet shows 4.1: both are the same double.
    boolean longFraction = number.precision() > 15 && number.scale() > 0;
    BigDecimal shortest = longFraction ? BigDecimal.valueOf(number.doubleValue()) : number;
    BigDecimal stripped = shortest.stripTrailingZeros();
    boolean printable = Math.abs((long) stripped.scale()) < LONGEST_NUMBER;
    return printable ? stripped.toPlainString() : stripped.toString();
  }

  private static boolean isDate(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    if (format == null || number.signum() < 0 || number.compareTo(new BigDecimal(2958466)) >= 0) {
      return false;
    }
    String code = LITERALS.matcher(format.split(";", 2)[0]).replaceAll("");
    return code.toLowerCase(Locale.ROOT).chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0)
        && !code.equalsIgnoreCase("standard");
  }

  private static String date(Cell cell) {
    LocalDateTime date = cell.asDate();
    if (cell.asNumber().compareTo(BigDecimal.ONE) < 0) {
      return date.toLocalTime().toString();
    }
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toString();
  }

  private static final class SheetRows implements Rows {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private SheetRows(ReadableWorkbook workbook, Stream<Row> stream) {
      this.workbook = workbook;
      this.stream = stream;
      this.rows = stream.iterator();
    }

    @Override
    public @Nullable Cells next() throws DamageException {
      try {
        if (!rows.hasNext()) {
          return null;
        }
        Row row = rows.next();
        // Formats alone can make a row 16,384 cells wide.
        int width = row.getCellCount();
        while (width > 0 && isEmpty(row.getCell(width - 1))) {
          width--;
        }
        String[] values = new String[width];
        int uncalculated = -1;
        for (int i = values.length - 1; i >= 0; i--) {
          Cell cell = row.getCell(i);
          values[i] = text(cell);
          if (cell != null && cell.getFormula() != null && cell.getRawValue() == null) {
            uncalculated = i;
          }
        }
        return new Cells(row.getRowNum(), values, uncalculated);
      } catch (RuntimeException e) {
        // The reader throws many kinds on broken XML.
        throw DamageException.truncated(e);
      }
    }

    @Override
    public void close() throws IOException {
      stream.close();
      workbook.close();
    }
  }
}
