package org.resourceequity.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;

/** Looks what is in a file, and what is in that. */
final class Opener {

  private static final Set<String> ENDINGS =
      Set.of(
          "csv", "tsv", "tab", "txt", "dat", "psv", "xlsx", "xlsm", "xls", "zip", "gz", "xml",
          "json", "jsonl", "ndjson");
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 200;
  private static final int DEEPEST = 4;
  private static final int MOST_ENTRIES = 10_000;

  private final Notices notices;
  private final Progress progress;
  private final GuardedStream.Budget budget;
  private int entriesSeen;

  private Opener(Notices notices, Progress progress, GuardedStream.Budget budget) {
    this.notices = notices;
    this.progress = progress;
    this.budget = budget;
  }

  /** Opens the tables of one file. */
  static List<Table> open(Path path, Notices notices, Progress progress) throws IOException {
    String file = name(path);
    if (Files.notExists(path)) {
      throw new TableException(
          file, "does not exist in " + path.toAbsolutePath().getParent(), "a file that is there");
    }
    try {
      GuardedStream.Budget budget = new GuardedStream.Budget(Files.size(path));
      Bytes bytes = new FileBytes(path, file, progress);
      List<Table> tables =
          new Opener(notices, progress, budget)
              .open(new Content(file, DiskFile.of(path), bytes, Files.size(path), "", 1));
      budget.end();
      return List.copyOf(tables);
    } catch (TableException e) {
      throw e;
    } catch (IOException e) {
      Interrupts.check(file);
      throw new TableException(file, "cannot be read (" + e + ")", "a file that may be read", e);
    }
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** Says that a file, entry or sheet is left out. */
  static void noTable(Notices notices, TableException why, String file, @Nullable String sheet) {
    notices.add(
        new Notice(
            why.getCause() == null ? Notice.Severity.INFO : Notice.Severity.ERROR,
            "no-table",
            String.valueOf(why.getMessage()),
            file,
            sheet,
            0,
            null,
            null,
            null));
  }

  /**
   * What is to be looked into.
   *
   * @param disk the file that it is, or null if it is packed in another
   * @param bytes its bytes
   * @param size the number of bytes, at least; 0 or less if nothing is known of it
   * @param in what it is packed in: " in gz in zip"
   * @param depth how many times it is packed, and one more
   */
  private record Content(
      String name, @Nullable DiskFile disk, Bytes bytes, long size, String in, int depth) {

    DiskFile onDisk() throws IOException {
      return disk == null ? DiskFile.unpack(bytes, name) : disk;
    }
  }

  private List<Table> open(Content content) throws IOException {
    String name = content.name;
    if (content.depth > DEEPEST) {
      throw new TableException(
          name, "is packed in " + DEEPEST + " other files", "files that are packed less often");
    }
    byte[] magic = magic(content);
    if (startsWith(magic, 0x1f, 0x8b)) {
      return open(
          new Content(
              name,
              null,
              () -> gunzip(content),
              content.size,
              " in gz" + content.in,
              content.depth + 1));
    }
    if (startsWith(magic, 'P', 'K', 3, 4) || startsWith(magic, 'P', 'K', 5, 6)) {
      return zip(content);
    }
    if (startsWith(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
      List<Attempt> attempts = new ArrayList<>();
      XlsSource.sheets(content.onDisk(), name, "xls" + content.in, progress)
          .forEach(sheet -> attempts.add(attempt(sheet)));
      return openAll(name, attempts);
    }
    refuse(name, magic);
    RecordParser.Syntax syntax = RecordSource.syntax(magic);
    if (syntax != null) {
      return RecordSource.tables(name, content.in, content.bytes, syntax, notices);
    }
    Rows.Source text =
        TextSource.of(
            name, "text" + content.in, content.bytes, content.size, content.disk == null, notices);
    return List.of(table(text));
  }

  private static byte[] magic(Content content) throws IOException {
    try (GuardedStream in = content.bytes.open()) {
      byte[] magic = in.readNBytes(HEAD);
      if (magic.length == 0) {
        in.check();
        throw new TableException(content.name, "is empty", "a table with a header row");
      }
      return magic;
    } catch (DamageException e) {
      throw e.refusal(content.name);
    }
  }

  private Table table(Rows.Source source) throws IOException {
    return StreamedTable.of(source, Shape.FOUND, notices);
  }

  private Attempt attempt(Rows.Source sheet) {
    return new Attempt(sheet.file(), sheet.sheet(), () -> List.of(table(sheet)));
  }

  private static void refuse(String name, byte[] magic) throws TableException {
    String problem =
        startsWith(magic, 'P', 'A', 'R', '1')
            ? "is Parquet; expected a table: query it, with DuckDB for example"
            : startsWith(magic, 0, 1, 0, 0, 'S', 't', 'a', 'n')
                ? "is an Access database; expected a table: export each as csv"
                : startsWith(magic, '7', 'z', 0xbc, 0xaf) ? "is a 7z archive" : "";
    if (!problem.isEmpty()) {
      throw new TableException(name, problem, "csv, xlsx, xls, or one of these in a gz or zip");
    }
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

  private GuardedStream gunzip(Content packed) throws IOException {
    GuardedStream in = packed.bytes.open();
    try {
      return new GuardedStream(new GZIPInputStream(in, BUFFER), packed.name, packed.size, budget);
    } catch (IOException e) {
      in.close();
      throw new TableException(
          packed.name, "is a damaged gz file (" + e.getMessage() + ")", "a complete gz file", e);
    }
  }

  private List<Table> zip(Content content) throws IOException {
    String name = content.name;
    DiskFile disk = content.onDisk();
    ZipArchive zip = new ZipArchive(disk, name);
    List<ZipArchiveEntry> entries = zip.entries();
    entriesSeen += entries.size();
    if (entriesSeen > MOST_ENTRIES) {
      throw new TableException(
          name, "holds more than " + MOST_ENTRIES + " files", "an archive of a few tables");
    }
    List<Attempt> attempts = new ArrayList<>();
    if (has(entries, "xl/workbook.xml")) {
      WorkbookScan scan = WorkbookScan.of(zip, entries, name, budget);
      XlsxSource.sheets(disk, name, "xlsx" + content.in, scan, progress)
          .forEach(sheet -> attempts.add(attempt(sheet)));
      return openAll(name, attempts);
    }
    if (has(entries, "xl/workbook.bin")) {
      throw new TableException(name, "is a binary workbook (xlsb)", "xlsx or csv: save it as one");
    }
    for (ZipArchiveEntry entry : entries) {
      String in = name + '!' + entry.getName();
      if (ENDINGS.contains(ending(entry.getName()))) {
        Content packed =
            new Content(
                in,
                null,
                () -> zip.open(entry, progress, budget),
                entry.getSize(),
                " in zip" + content.in,
                content.depth + 1);
        attempts.add(new Attempt(in, null, () -> open(packed)));
      } else {
        notices.add(
            new Notice(
                Notice.Severity.WARNING,
                "skipped-entry",
                "this file in the zip is not read; unpack it if it holds data",
                in,
                null,
                0,
                null,
                ending(entry.getName()),
                "csv, tsv, txt, xlsx or xls"));
      }
    }
    return openAll(name, attempts);
  }

  private static boolean has(List<ZipArchiveEntry> entries, String name) {
    return entries.stream().anyMatch(entry -> entry.getName().equals(name));
  }

  /** Opens what can be opened; what cannot is a notice, or the error if nothing can. */
  private List<Table> openAll(String file, List<Attempt> attempts) throws IOException {
    List<Table> tables = new ArrayList<>();
    TableException first = null;
    for (Attempt attempt : attempts) {
      try {
        tables.addAll(attempt.opening.tables());
      } catch (TableException e) {
        first = first == null ? e : first;
        noTable(notices, e, attempt.file, attempt.sheet);
      }
    }
    if (tables.isEmpty()) {
      throw first != null
          ? first
          : new TableException(file, "holds no table", "csv, tsv, txt, xlsx or xls files in it");
    }
    return tables;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private record Attempt(String file, @Nullable String sheet, Opening opening) {}

  @FunctionalInterface
  private interface Opening {
    List<Table> tables() throws IOException;
  }
}
