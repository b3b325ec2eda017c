package org.resourceequity.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an old workbook (Excel 97 to 2003), record by record. Only the texts that its cells
 * share are held in memory.
 */
final class XlsSource implements Rows.Source {

  private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "WorkBook");

  private final DiskFile disk;
  private final String file;
  private final String kind;
  private final Progress progress;
  private final String sheet;
  private final int start;
  private final int end;

  private XlsSource(
      DiskFile disk,
      String file,
      String kind,
      Progress progress,
      String sheet,
      int start,
      int end) {
    this.disk = disk;
    this.file = file;
    this.kind = kind;
    this.progress = progress;
    this.sheet = sheet;
    this.start = start;
    this.end = end;
  }

  /** Returns the sheets of the workbook in {@code disk}. */
  static List<XlsSource> sheets(DiskFile disk, String file, String kind, Progress progress)
      throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(disk.path().toFile(), true)) {
      DocumentEntry stream = stream(container, file);
      List<BoundSheetRecord> sheets = Globals.read(container, stream).sheets;
      List<Integer> starts =
          new ArrayList<>(sheets.stream().map(BoundSheetRecord::getPositionOfBof).toList());
      starts.add(stream.getSize());
      starts.sort(Comparator.naturalOrder());
      List<XlsSource> sources = new ArrayList<>();
      for (BoundSheetRecord bound : sheets) {
        int start = bound.getPositionOfBof();
        int end = starts.get(starts.lastIndexOf(start) + 1);
        sources.add(new XlsSource(disk, file, kind, progress, bound.getSheetname(), start, end));
      }
      return sources;
    } catch (TableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static DocumentEntry stream(POIFSFileSystem container, String file) throws IOException {
    DirectoryNode root = container.getRoot();
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new TableException(file, "is protected by a password", "a workbook without one");
    }
    for (String name : STREAMS) {
      if (root.hasEntry(name) && root.getEntry(name) instanceof DocumentEntry stream) {
        return stream;
      }
    }
    if (root.hasEntryCaseInsensitive("Book")) {
      throw new TableException(
          file, "is a workbook from before Excel 97", "an xlsx or csv file: save it as one");
    }
    throw new TableException(
        file, "is an Office document but no workbook", "an xls, xlsx or csv file");
  }

  private static TableException damaged(String file, Exception cause) {
    Interrupts.check(file);
    return new TableException(
        file,
        "is a damaged or protected workbook (" + cause.getMessage() + ")",
        "a complete xls file: download it again, or save it as xlsx",
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
    POIFSFileSystem container = null;
    try {
      container = new POIFSFileSystem(disk.path().toFile(), true);
      DocumentEntry stream = stream(container, file);
      Globals globals = Globals.read(container, stream);
      InputStream in = container.createDocumentInputStream(stream.getName());
      in.skipNBytes(start);
      InputStream counted = new CountedStream(in, file, Math.max(0, end - start), progress);
      return new SheetRows(container, globals, new RecordFactoryInputStream(counted, false));
    } catch (IOException | RuntimeException e) {
      if (container != null) {
        container.close();
      }
      throw e instanceof TableException known ? known : damaged(file, e);
    }
  }

  /** What stands before the sheets and holds for all of them. */
  private static final class Globals {
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private @Nullable SSTRecord texts;
    private boolean from1904;

    static Globals read(POIFSFileSystem container, DocumentEntry stream) throws IOException {
      Globals globals = new Globals();
      try (InputStream in = container.createDocumentInputStream(stream.getName())) {
        RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
        Record record = records.nextRecord();
        while (record != null && !(record instanceof EOFRecord)) {
          globals.add(record);
          record = records.nextRecord();
        }
      }
      return globals;
    }

    private void add(Record record) {
      if (record instanceof BoundSheetRecord bound) {
        sheets.add(bound);
      } else if (record instanceof SSTRecord shared) {
        texts = shared;
      } else if (record instanceof FormatRecord format) {
        formats.put(format.getIndexCode(), format.getFormatString());
      } else if (record instanceof ExtendedFormatRecord style) {
        formatOfStyle.add((int) style.getFormatIndex());
      } else if (record instanceof DateWindow1904Record window) {
        from1904 = window.getWindowing() == 1;
      }
    }

    String text(int index) {
      return texts == null || index < 0 || index >= texts.getNumUniqueStrings()
          ? ""
          : texts.getString(index).getString();
    }

    String text(double number, int style) {
      if (!Double.isFinite(number)) {
        return Double.toString(number);
      }
      @Nullable String format = null;
      if (style >= 0 && style < formatOfStyle.size()) {
        int index = formatOfStyle.get(style);
        format = formats.get(index);
        boolean builtIn = index < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX;
        format = format == null && builtIn ? BuiltinFormats.getBuiltinFormat(index) : format;
      }
      return SheetText.of(BigDecimal.valueOf(number), format, from1904);
    }
  }

  private final class SheetRows implements Rows {
    private final POIFSFileSystem container;
    private final Globals globals;
    private final RecordFactoryInputStream records;
    private int depth;
    private boolean ended;
    private int row = -1;
    private int width;
    private String[] values = new String[16];
    private @Nullable FormulaRecord open;
    private @Nullable CellValueRecordInterface ahead;

    private SheetRows(
        POIFSFileSystem container, Globals globals, RecordFactoryInputStream records) {
      this.container = container;
      this.globals = globals;
      this.records = records;
    }

    @Override
    public @Nullable Cells next() throws DamageException {
      row = -1;
      width = 0;
      Arrays.fill(values, "");
      try {
        if (ahead != null) {
          put(ahead);
          ahead = null;
        }
        while (!ended && ahead == null) {
          take(records.nextRecord());
        }
      } catch (RuntimeException e) {
        // The reader throws many kinds on broken records.
        Interrupts.check(file);
        throw DamageException.truncated(e);
      }
      if (ahead != null && ahead.getRow() < row) {
        throw new DamageException(
            "unreadable-row", "the rows of the sheet are not in order: save it as xlsx", null);
      }
      return row < 0 ? null : new Cells(row + 1L, Arrays.copyOf(values, width));
    }

    private void take(@Nullable Record record) {
      if (record == null) {
        ended = true;
      } else if (record instanceof BOFRecord) {
        depth++;
      } else if (record instanceof EOFRecord) {
        depth--;
        ended = depth <= 0;
      } else if (depth == 1 && record instanceof CellValueRecordInterface cell) {
        if (row >= 0 && cell.getRow() != row) {
          ahead = cell;
        } else {
          put(cell);
        }
      } else if (depth == 1 && record instanceof StringRecord text && open != null) {
        set(open.getColumn(), text.getString());
      }
    }

    private void put(CellValueRecordInterface cell) {
      row = cell.getRow();
      open = cell instanceof FormulaRecord formula ? formula : null;
      set(cell.getColumn(), text(cell));
    }

    private void set(int column, String text) {
      if (column >= values.length) {
        int from = values.length;
        values = Arrays.copyOf(values, Math.max(column + 1, 2 * from));
        Arrays.fill(values, from, values.length, "");
      }
      values[column] = text;
      if (!text.isEmpty()) {
        width = Math.max(width, column + 1);
      }
    }

    private String text(CellValueRecordInterface cell) {
      if (cell instanceof LabelSSTRecord label) {
        return globals.text(label.getSSTIndex());
      }
      if (cell instanceof LabelRecord label) {
        return label.getValue();
      }
      if (cell instanceof NumberRecord number) {
        return globals.text(number.getValue(), number.getXFIndex());
      }
      if (cell instanceof BoolErrRecord value) {
        return value.isBoolean()
            ? SheetText.of(value.getBooleanValue())
            : error(value.getErrorValue());
      }
      return cell instanceof FormulaRecord formula ? saved(formula) : "";
    }

    /** Returns the result that was saved with a formula; a text follows in a record of its own. */
    private String saved(FormulaRecord formula) {
      return switch (formula.getCachedResultTypeEnum()) {
        case NUMERIC -> globals.text(formula.getValue(), formula.getXFIndex());
        case BOOLEAN -> SheetText.of(formula.getCachedBooleanValue());
        case ERROR -> error(formula.getCachedErrorValue());
        default -> "";
      };
    }

    private String error(int code) {
      return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }

    @Override
    public void close() throws IOException {
      container.close();
    }
  }
}
