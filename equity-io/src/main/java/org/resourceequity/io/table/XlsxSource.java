package org.resourceequity.io.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
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

  private final DiskFile disk;
  private final String file;
  private final String kind;
  private final Progress progress;
  private final String sheet;
  private final int index;
  private final WorkbookScan.Part part;

  private XlsxSource(
      DiskFile disk,
      String file,
      String kind,
      Progress progress,
      Sheet sheet,
      WorkbookScan.Part part) {
    this.disk = disk;
    this.file = file;
    this.kind = kind;
    this.progress = progress;
    this.sheet = sheet.getName();
    this.index = sheet.getIndex();
    this.part = part;
  }

  /** Returns the sheets of the workbook in {@code disk}. */
  static List<XlsxSource> sheets(
      DiskFile disk, String file, String kind, WorkbookScan scan, Progress progress)
      throws IOException {
    try (ReadableWorkbook workbook = open(disk, file);
        Stream<Sheet> sheets = workbook.getSheets()) {
      return sheets
          .map(sheet -> new XlsxSource(disk, file, kind, progress, sheet, scan.part(sheet.getId())))
          .toList();
    }
  }

  private static ReadableWorkbook open(DiskFile disk, String file) throws IOException {
    try {
      return new ReadableWorkbook(disk.path().toFile(), WITH_FORMATS);
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static TableException damaged(String file, Exception cause) {
    Interrupts.check(file);
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
  public Medium medium() {
    return Medium.of(kind);
  }

  @Override
  public boolean ragged() {
    return true;
  }

  @Override
  public Rows open() throws IOException {
    ReadableWorkbook workbook = open(disk, file);
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
    return cell == null || (cell.getFormula() == null && text(cell, false).isEmpty());
  }

  private static String text(@Nullable Cell cell, boolean from1904) {
    if (cell == null || cell.getValue() == null) {
      String raw = cell == null ? null : cell.getRawValue();
      return raw == null ? "" : raw;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return SheetText.of(number, cell.getDataFormatString(), from1904);
    }
    return value instanceof Boolean truth ? SheetText.of(truth) : value.toString();
  }

  private final class SheetRows implements Rows {
    private static final int STEP = 1000;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long read;

    private SheetRows(ReadableWorkbook workbook, Stream<Row> stream) {
      this.workbook = workbook;
      this.stream = stream;
      this.rows = stream.iterator();
    }

    @Override
    public @Nullable Cells next() throws DamageException {
      try {
        if (!rows.hasNext()) {
          progress.at(file, part.bytes(), part.bytes());
          return null;
        }
        if (++read % STEP == 0 && part.rows() > read) {
          // How many bytes that were is the reader's secret.
          progress.at(file, part.bytes() * read / part.rows(), part.bytes());
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
          values[i] = text(cell, workbook.isDate1904());
          if (cell != null && cell.getFormula() != null && cell.getRawValue() == null) {
            uncalculated = i;
          }
        }
        return new Cells(row.getRowNum(), values, uncalculated);
      } catch (RuntimeException e) {
        // The reader throws many kinds on broken XML.
        Interrupts.check(file);
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
