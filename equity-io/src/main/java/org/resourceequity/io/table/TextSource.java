package org.resourceequity.io.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** Delimited text whose encoding and delimiter were found out by looking at it. */
final class TextSource implements Rows.Source {

  private static final int HEAD = 1 << 16;
  private static final int SAMPLE_ROWS = 20;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Map<Character, String> DELIMITER_NAMES =
      Map.of(',', "comma", '\t', "tab", ';', "semicolon", '|', "pipe");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** From so many bytes on a text is scanned: the property equity.scan.from, 8 MB unless told. */
  private static long scannedFrom() {
    return Long.getLong("equity.scan.from", 8L << 20);
  }

  private final String file;
  private final String kind;
  private final Bytes bytes;
  private final Charset charset;
  private final char delimiter;
  private final boolean large;

  private TextSource(
      String file, String kind, Bytes bytes, Charset charset, char delimiter, boolean large) {
    this.file = file;
    this.kind = kind;
    this.bytes = bytes;
    this.charset = charset;
    this.delimiter = delimiter;
    this.large = large;
  }

  /**
   * Reads the text once to find out how it is to be read; of a large one that is not packed only
   * the head.
   *
   * @param size the number of its bytes, at least
   */
  static Rows.Source of(
      String file, String kind, Bytes bytes, long size, boolean isPacked, Notices notices)
      throws IOException {
    boolean large = size >= scannedFrom();
    try (GuardedStream in = bytes.open()) {
      byte[] head = in.readNBytes(HEAD);
      Charset charset = charset(head, large && !isPacked ? null : in);
      String text = new String(head, charset);
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
      DamageException damage = in.damage();
      if (damage != null && damage.isTooLarge()) {
        throw damage.refusal(file);
      }
      if (Texts.isBlank(text)) {
        if (damage != null) {
          throw damage.refusal(file);
        }
        throw new TableException(file, "is empty", "a table with a header row");
      }
      refuse(file, text);
      if (charset.equals(WINDOWS_1252)) {
        notices.add(
            new Notice(
                Notice.Severity.INFO,
                "encoding-windows-1252",
                "the text is not UTF-8 and was read as Windows-1252",
                file,
                null,
                0,
                null,
                null,
                null));
      }
      boolean cut = head.length == HEAD;
      Guess guess = delimiter(text, cut);
      if (!guess.isClear()) {
        List<Shape.Slice> slices = FixedWidthSource.guess(text, cut);
        if (!slices.isEmpty()) {
          return new FixedWidthSource(file, kind, bytes, charset, slices);
        }
      }
      return new TextSource(file, kind, bytes, charset, guess.delimiter(), large);
    }
  }

  /** Returns a text that is read by the plain reader, whatever its size. */
  static TextSource plain(String file, Bytes bytes, Charset charset, char delimiter) {
    return new TextSource(file, "text", bytes, charset, delimiter, false);
  }

  /** Throws if the text is something else than a table. */
  private static void refuse(String file, String text) throws TableException {
    String start = Texts.strip(text.substring(0, Math.min(text.length(), 200)));
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      throw new TableException(
          file,
          "is a web page, often one that says what went wrong",
          "the file: download it again");
    }
    if (start.startsWith("<?xml")) {
      throw new TableException(file, "is XML", "a table");
    }
    if (isBinary(text)) {
      throw new TableException(
          file, "is not text", "a table as csv, tsv, xlsx or xls, or one of these in a gz or zip");
    }
  }

  /** Returns the encoding of a text by all of it, or by its head if {@code rest} is left out. */
  private static Charset charset(byte[] head, @Nullable GuardedStream rest) {
    if (isWide(head)) {
      return StandardCharsets.UTF_16;
    }
    return isUtf8(head, rest) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /** Tells whether a text starts with the mark of two bytes for each character. */
  static boolean isWide(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
            || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
  }

  private static boolean isUtf8(byte[] head, @Nullable GuardedStream rest) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.allocate(HEAD + 8).put(head);
    CharBuffer out = CharBuffer.allocate(HEAD + 8);
    int read = 0;
    while (read >= 0) {
      in.flip();
      out.clear();
      if (decoder.decode(in, out, false).isError()) {
        return false;
      }
      if (rest == null) {
        return true;
      }
      in.compact();
      read = rest.read(in.array(), in.position(), in.remaining());
      in.position(in.position() + Math.max(read, 0));
    }
    // A character cut in two is wrong, unless the file broke off there.
    return in.position() == 0 || (rest != null && rest.damage() != null);
  }

  private static boolean isBinary(String text) {
    int length = Math.min(text.length(), 8192);
    long controls =
        text.substring(0, length)
            .chars()
            .filter(c -> c < ' ' && "\t\n\r\f\u000B\u001A".indexOf(c) < 0)
            .count();
    return text.startsWith("%PDF") || text.indexOf(0) >= 0 || controls * 100 > length;
  }

  /** A delimiter and how many of how many rows have the same number of fields with it. */
  private record Guess(char delimiter, long score, int rows) {
    boolean isClear() {
      return 2 * (score >> 32) >= rows;
    }
  }

  /** Returns the delimiter that gives most rows the same number of fields, two or more. */
  private static Guess delimiter(String text, boolean cut) {
    Guess best = new Guess(DELIMITERS[0], 0, 1);
    for (char candidate : DELIMITERS) {
      Guess guess = guess(text, candidate, cut);
      if (guess.score() > best.score()) {
        best = guess;
      }
    }
    return best;
  }

  private static Guess guess(String text, char delimiter, boolean cut) {
    Map<Integer, Integer> rowsByWidth = new HashMap<>();
    try (CsvReader<CsvRecord> reader = parser(delimiter).ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      for (int row = 0; row < SAMPLE_ROWS && records.hasNext(); row++) {
        int width = records.next().getFieldCount();
        if (records.hasNext() || !cut || row == 0) {
          rowsByWidth.merge(width, 1, Integer::sum);
        }
      }
    } catch (CsvParseException | IOException e) {
      return new Guess(delimiter, 0, 1);
    }
    long score =
        rowsByWidth.entrySet().stream()
            .filter(entry -> entry.getKey() > 1)
            .mapToLong(entry -> ((long) entry.getValue() << 32) + entry.getKey())
            .max()
            .orElse(0);
    return new Guess(
        delimiter, score, rowsByWidth.values().stream().mapToInt(Integer::intValue).sum());
  }

  // Published files have fields such as "Pat" O'Brien High; the parser offers no newer way to read
  // them than the option that its next major version drops.
  @SuppressWarnings("removal")
  private static CsvReader.CsvReaderBuilder parser(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .detectBomHeader(true);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public @Nullable String sheet() {
    return null;
  }

  @Override
  public Medium medium() {
    return new Medium(kind, charset.name(), DELIMITER_NAMES.get(delimiter));
  }

  @Override
  public boolean ragged() {
    return false;
  }

  @Override
  public Rows.Source cut(Shape shape) {
    return shape.isFixedWidth()
        ? new FixedWidthSource(file, kind, bytes, charset, shape.slices())
        : this;
  }

  @Override
  public Optional<ByteText> byteText() {
    return large && !charset.equals(StandardCharsets.UTF_16)
        ? Optional.of(new ByteText(file, bytes, (byte) delimiter, charset))
        : Optional.empty();
  }

  @Override
  public Rows open() throws IOException {
    GuardedStream in = bytes.open();
    CsvReader<CsvRecord> reader = parser(delimiter).ofCsvRecord((InputStream) in, charset);
    return new TextRows(in, reader, reader.iterator());
  }

  /** Stays one row behind the parser: where the file breaks off, the last row is not whole. */
  private static final class TextRows implements Rows {
    private final GuardedStream in;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private @Nullable CsvRecord ahead;
    private @Nullable CsvParseException unreadable;

    private TextRows(
        GuardedStream in, CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> records) {
      this.in = in;
      this.reader = reader;
      this.records = records;
    }

    @Override
    public @Nullable Cells next() throws DamageException {
      if (ahead == null) {
        ahead = parse();
      }
      CsvRecord record = ahead;
      ahead = parse();
      DamageException damage = in.damage();
      boolean whole = ahead != null || (record != null && unreadable != null);
      if (damage != null && !whole) {
        throw damage;
      }
      if (record == null) {
        if (unreadable != null) {
          throw new DamageException("unreadable-row", problem(unreadable), unreadable);
        }
        return null;
      }
      return new Cells(record.getStartingLineNumber(), record.getFields().toArray(new String[0]));
    }

    private @Nullable CsvRecord parse() throws DamageException {
      if (unreadable != null) {
        return null;
      }
      try {
        return records.hasNext() ? records.next() : null;
      } catch (CsvParseException e) {
        unreadable = e;
        return null;
      } catch (UncheckedIOException e) {
        throw DamageException.truncated(e);
      }
    }

    private static String problem(CsvParseException e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return "a row cannot be read ("
          + e.getMessage()
          + (root == e ? "" : ": " + root.getMessage())
          + "); often a quotation mark is never closed";
    }

    @Override
    public void close() throws IOException {
      records.close();
      reader.close();
    }
  }
}
