package org.resourceequity.io.table;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/**
 * Opens the tables in a file: text with commas, tabs, semicolons or pipes; such text in a gz or
 * zip; the sheets of an xlsx workbook. What a file is, is found out by its content, not its name.
 *
 * <p>The header is the first of the first 20 rows that has at least two names and at least 60% as
 * many filled cells as the fullest of them; title rows above it are skipped. Text is UTF-8, or else
 * Windows-1252.
 */
public final class Tables {

  private static final Set<String> TEXT_ENDINGS = Set.of("csv", "tsv", "tab", "txt", "dat", "psv");
  private static final Charset ZIP_NAMES = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final Path path;
  private final Notices notices;
  private final Progress progress;

  private Tables(Path path, Notices notices, Progress progress) {
    Path name = path.getFileName();
    this.file = name == null ? path.toString() : name.toString();
    this.path = path;
    this.notices = notices;
    this.progress = progress;
  }

  /** Opens {@code path} without telling anybody about progress. */
  public static List<Table> open(Path path, Notices notices) throws IOException {
    return open(path, notices, Progress.NONE);
  }

  /**
   * Opens {@code path}. What is wrong with single rows is added to {@code notices} when they are
   * read.
   *
   * @return one table or more
   * @throws TableException if there is no table in the file
   */
  public static List<Table> open(Path path, Notices notices, Progress progress) throws IOException {
    Tables tables = new Tables(path, notices, progress);
    try {
      return tables.open();
    } catch (TableException e) {
      throw e;
    } catch (ZipException e) {
      throw new TableException(
          tables.file,
          "is a damaged or incomplete archive (" + e.getMessage() + ")",
          "a complete gz, zip or xlsx file: download it again",
          e);
    } catch (IOException e) {
      throw new TableException(
          tables.file, "cannot be read (" + e + ")", "a file that may be read", e);
    }
  }

  private List<Table> open() throws IOException {
    if (Files.isDirectory(path)) {
      throw new TableException(file, "is a folder", "a file");
    }
    if (Files.notExists(path)) {
      throw new TableException(
          file, "does not exist in " + path.toAbsolutePath().getParent(), "a file that is there");
    }
    byte[] magic;
    try (InputStream in = Files.newInputStream(path)) {
      magic = in.readNBytes(4);
    }
    if (magic.length == 0) {
      throw new TableException(file, "is empty", "a table with a header row");
    }
    if (startsWith(magic, 0x1f, 0x8b)) {
      return List.of(text(file, this::openGzip));
    }
    if (startsWith(magic, 'P', 'K', 3, 4) || startsWith(magic, 'P', 'K', 5, 6)) {
      return openZip();
    }
    if (startsWith(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new TableException(
          file, "is an old Excel workbook (xls)", "an xlsx or csv file: save it as one of these");
    }
    return List.of(text(file, () -> new GuardedStream(openFile(), 0)));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private Table text(String name, TextSource.Bytes bytes) throws IOException {
    return StreamedTable.of(TextSource.of(name, bytes, notices), notices);
  }

  private InputStream openFile() throws IOException {
    return new CountedStream(Files.newInputStream(path), file, Files.size(path), progress);
  }

  private GuardedStream openGzip() throws IOException {
    InputStream in = openFile();
    try {
      return new GuardedStream(new GZIPInputStream(in, BUFFER), Files.size(path));
    } catch (IOException e) {
      in.close();
      throw new TableException(
          file, "is a damaged gz file (" + e.getMessage() + ")", "a complete gz file", e);
    }
  }

  private List<Table> openZip() throws IOException {
    List<ZipEntry> entries;
    try (ZipFile zip = new ZipFile(path.toFile(), ZIP_NAMES)) {
      entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
              .sorted(comparing(ZipEntry::getName))
              .map(ZipEntry.class::cast)
              .toList();
    }
    if (entries.stream().anyMatch(entry -> entry.getName().equals("xl/workbook.xml"))) {
      return openXlsx(entries);
    }
    List<Attempt> attempts = new ArrayList<>();
    for (ZipEntry entry : entries) {
      String name = file + '!' + entry.getName();
      if (TEXT_ENDINGS.contains(ending(entry.getName()))) {
        attempts.add(new Attempt(name, null, () -> text(name, () -> openEntry(entry, name))));
      } else {
        notices.add(
            new Notice(
                Notice.Severity.WARNING,
                "skipped-entry",
                "this file in the zip is not read; unpack it if it holds data",
                name,
                null,
                0,
                null,
                ending(entry.getName()),
                "csv, tsv or txt"));
      }
    }
    return openAll(attempts);
  }

  private GuardedStream openEntry(ZipEntry entry, String name) throws IOException {
    ZipFile zip = new ZipFile(path.toFile(), ZIP_NAMES);
    try {
      InputStream in = zip.getInputStream(entry);
      if (in == null) {
        throw new ZipException("there is no entry " + entry.getName());
      }
      InputStream counted =
          new CountedStream(in, name, entry.getSize(), progress) {
            @Override
            public void close() throws IOException {
              super.close();
              zip.close();
            }
          };
      return new GuardedStream(counted, Math.max(1, entry.getCompressedSize()));
    } catch (IOException e) {
      zip.close();
      throw new TableException(
          name, "cannot be unpacked (" + e.getMessage() + ")", "an entry packed by Deflate", e);
    }
  }

  private List<Table> openXlsx(List<ZipEntry> entries) throws IOException {
    long bytes = entries.stream().mapToLong(ZipEntry::getSize).sum();
    if (GuardedStream.isBomb(bytes, Files.size(path))) {
      throw new TableException(
          file, "unpacks to far more than a workbook would (" + bytes + " bytes)", "a workbook");
    }
    List<Attempt> attempts = new ArrayList<>();
    for (XlsxSource sheet : XlsxSource.sheets(path, file)) {
      attempts.add(new Attempt(file, sheet.sheet(), () -> StreamedTable.of(sheet, notices)));
    }
    return openAll(attempts);
  }

  /** Opens what can be opened; what cannot is a notice, or the error if nothing can. */
  private List<Table> openAll(List<Attempt> attempts) throws IOException {
    List<Table> tables = new ArrayList<>();
    TableException first = null;
    for (Attempt attempt : attempts) {
      try {
        tables.add(attempt.opener.open());
      } catch (TableException e) {
        first = first == null ? e : first;
        notices.add(
            new Notice(
                e.getCause() == null ? Notice.Severity.INFO : Notice.Severity.ERROR,
                "no-table",
                String.valueOf(e.getMessage()),
                attempt.file,
                attempt.sheet,
                0,
                null,
                null,
                null));
      }
    }
    if (tables.isEmpty()) {
      throw first != null
          ? first
          : new TableException(file, "holds no table", "csv, tsv or txt files in it");
    }
    return List.copyOf(tables);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private record Attempt(String file, @Nullable String sheet, Opener opener) {}

  @FunctionalInterface
  private interface Opener {
    Table open() throws IOException;
  }
}
