package org.resourceequity.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.california.California;
import org.resourceequity.io.table.Progress;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.io.write.StoryWriter;
import org.resourceequity.model.EquityData;
import org.resourceequity.story.Story;

/**
 * Reads published files; where to start.
 *
 * <pre>{@code
 * Loaded loaded = EquityFiles.read(Path.of("18-21-Financial.xlsx"));
 * System.out.println(loaded.notices());
 * EquityData illinois = loaded.data();
 * }</pre>
 *
 * <p>The format of each table is found out by its column names. Files, id schemes and years are
 * never joined by themselves: {@link Loaded#joined()} does that when asked.
 */
public final class EquityFiles {

  private EquityFiles() {}

  /** Returns California's schools of 1999-00 and its districts of 1998-99; no file is needed. */
  public static EquityData california() {
    return California.load();
  }

  /**
   * Writes a story in the format that the file's extension names: {@code .html}, {@code .txt},
   * {@code .md} or {@code .json}. An existing file is replaced.
   */
  public static void write(Story story, Path file) {
    StoryWriter.write(story, file);
  }

  /**
   * Reads files of any registered format.
   *
   * @throws IllegalArgumentException if no file is named or a file is not there
   */
  public static Loaded read(Path... files) {
    return read(List.of(files), Progress.NONE);
  }

  /** Reads files and tells about the progress. */
  public static Loaded read(List<Path> files, Progress progress) {
    return read(Formats.all(), files, progress);
  }

  /**
   * Reads files of which a mapping tells what their columns are; see docs/mapping.md.
   *
   * @throws IllegalArgumentException if the mapping is not there or wrong; the message names the
   *     key and what is allowed
   */
  public static Loaded readWithMapping(Path mapping, Path... files) {
    return read(List.of(MappedFormat.of(mapping)), List.of(files), Progress.NONE);
  }

  /**
   * Reads files of one format, which need not be registered.
   *
   * @throws IllegalArgumentException if no file is named or a file is not there
   */
  public static Loaded readAs(FileFormat format, Path... files) {
    return read(List.of(format), List.of(files), Progress.NONE);
  }

  /**
   * Saves a store as a zip of csv files, which {@link #open} reads back and any other program can
   * read:
   *
   * <ul>
   *   <li>{@code store.csv}: version and id scheme;
   *   <li>{@code units.csv}, {@code aliases.csv}: what there is, where it stands, other ids;
   *   <li>{@code schools.csv}, {@code districts.csv}: facts by year;
   *   <li>{@code columns.csv}, {@code categories.csv}, {@code sources.csv}: what each column is;
   *   <li>{@code cells.csv}: known, bounded and absent values.
   * </ul>
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void save(EquityData data, Path file) {
    StoreFile.save(data, file);
  }

  /**
   * Opens a store that {@link #save} wrote.
   *
   * @throws IllegalArgumentException if the file is not such a store, or is damaged
   */
  public static EquityData open(Path file) {
    return StoreFile.open(file);
  }

  static Loaded read(List<FileFormat> formats, List<Path> files, Progress progress) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file is named, expected one or more");
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            file + (Files.exists(file) ? " is a folder" : " does not exist") + ", expected a file");
      }
    }
    Session session = new Session(formats, progress);
    files.forEach(session::read);
    return new Loaded(session.stores, session.notices, session.tables, List.of());
  }

  /** The reading of several files. */
  private static final class Session {
    private final List<FileFormat> formats;
    private final Progress progress;
    private final Notices notices = new Notices();
    private final List<EquityData> stores = new ArrayList<>();
    private final List<LoadedTable> tables = new ArrayList<>();

    private Session(List<FileFormat> formats, Progress progress) {
      this.formats = formats;
      this.progress = progress;
    }

    private void read(Path path) {
      try {
        Map<FileFormat, FileReading> shared = new LinkedHashMap<>();
        List<Function<Map<String, Integer>, LoadedTable>> read = new ArrayList<>();
        List<Table> unknown = new ArrayList<>();
        String sha256 = sha256(path);
        for (Table opened : Tables.open(path, notices, progress)) {
          CountedTable table = new CountedTable(opened);
          List<Candidate> candidates = candidates(table);
          if (candidates.isEmpty() || !candidates.get(0).recognition().isEnough()) {
            unknown.add(table);
            read.add(places -> unknown(table, candidates));
          } else {
            FileReading file =
                shared.computeIfAbsent(
                    candidates.get(0).format(), f -> new FileReading(sha256, notices));
            Part part = read(table, candidates, file);
            read.add(part::loaded);
          }
        }
        Map<String, Integer> places = addStores(shared);
        read.forEach(each -> tables.add(each.apply(places)));
        Severity severity = unknown.size() == read.size() ? Severity.ERROR : Severity.WARNING;
        unknown.forEach(table -> notice(table, candidates(table), severity));
      } catch (IOException e) {
        String name = String.valueOf(path.getFileName());
        notices.add(
            new Notice(
                Severity.ERROR,
                "unreadable-file",
                String.valueOf(e.getMessage()),
                name,
                null,
                0,
                null,
                null,
                null));
      }
    }

    private List<Candidate> candidates(Table table) {
      return formats.stream()
          .map(format -> new Candidate(format, format.recognise(table)))
          .sorted(Comparator.comparingDouble((Candidate c) -> -c.recognition().score()))
          .toList();
    }

    private Part read(CountedTable table, List<Candidate> candidates, FileReading file)
        throws IOException {
      Candidate best = candidates.get(0);
      Reading reading = new Reading(file, table);
      best.format().read(table, reading);
      reading.finish();
      String runnerUp = candidates.size() > 1 ? candidates.get(1).toString() : "";
      return new Part(best, reading, table, runnerUp);
    }

    private Map<String, Integer> addStores(Map<FileFormat, FileReading> shared) {
      Map<String, Integer> places = new HashMap<>();
      shared.forEach(
          (format, file) ->
              file.stores()
                  .forEach(
                      (scheme, builder) -> {
                        places.put(format.id() + ' ' + scheme, stores.size());
                        stores.add(format.finish(builder.build(), file));
                      }));
      return places;
    }

    private static LoadedTable unknown(Table table, List<Candidate> candidates) {
      return new LoadedTable(
          table.file(),
          table.sheet(),
          LoadedTable.UNKNOWN,
          nearest(candidates),
          candidates.isEmpty() ? "" : candidates.get(0).toString(),
          0,
          0,
          List.of(),
          table.header(),
          -1);
    }

    private static String nearest(List<Candidate> candidates) {
      return candidates.isEmpty()
          ? "there are no formats"
          : "the nearest is "
              + candidates.get(0).format().id()
              + ": the table "
              + candidates.get(0).recognition().why();
    }

    private void notice(Table table, List<Candidate> candidates, Severity severity) {
      notices.add(
          new Notice(
              severity,
              "unknown-format",
              "no format fits, nothing was read; "
                  + nearest(candidates)
                  + "; a mapping file can describe any table",
              table.file(),
              table.sheet(),
              table.headerLine(),
              null,
              null,
              null));
    }
  }

  private record Candidate(FileFormat format, Recognition recognition) {
    @Override
    public String toString() {
      return format.id() + String.format(java.util.Locale.ROOT, " (%.2f)", recognition.score());
    }
  }

  private record Part(Candidate best, Reading reading, CountedTable table, String runnerUp) {
    LoadedTable loaded(Map<String, Integer> places) {
      return new LoadedTable(
          table.file(),
          table.sheet(),
          best.format().id(),
          best.recognition().why(),
          runnerUp,
          table.rows(),
          reading.units(),
          reading.used(),
          reading.ignored(),
          places.getOrDefault(best.format().id() + ' ' + reading.scheme(), -1));
    }
  }

  private static String sha256(Path path) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), sha256())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
