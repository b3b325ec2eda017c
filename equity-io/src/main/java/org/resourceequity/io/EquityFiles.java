package org.resourceequity.io;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
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
   * Reads files of any registered format, and all files of a folder. Files that mean something only
   * together, such as those of a OneRoster export, are read as one if they are in one folder.
   *
   * @throws IllegalArgumentException if no file is named or a file is not there
   * @throws CancellationException if the thread is interrupted
   */
  public static Loaded read(Path... files) {
    return read(ReadOptions.DEFAULT, files);
  }

  /** Reads files and tells about the progress. */
  public static Loaded read(List<Path> files, Progress progress) {
    return read(ReadOptions.DEFAULT.reporting(progress), files.toArray(Path[]::new));
  }

  /** Reads files as the options say: some numbers only, on so many threads. */
  public static Loaded read(ReadOptions options, Path... files) {
    return read(options, options.formats(), List.of(files));
  }

  /**
   * Reads files of which a mapping tells what their columns are; see docs/mapping.md.
   *
   * @throws IllegalArgumentException if the mapping is not there or wrong; the message names the
   *     key and what is allowed
   */
  public static Loaded readWithMapping(Path mapping, Path... files) {
    return read(ReadOptions.DEFAULT.as(MappedFormat.of(mapping)), files);
  }

  /**
   * Reads tables that are not files, such as {@link Tables#query queries}, of any registered
   * format. Their sources have no checksum.
   */
  public static Loaded read(Table table, Table... more) {
    return readTables(Formats.all(), table, more);
  }

  /**
   * Reads tables that are not files with a mapping:
   *
   * <pre>{@code
   * PreparedStatement query = connection.prepareStatement("select * from schools where year = 2023");
   * Loaded loaded = EquityFiles.readWithMapping(Path.of("schools.json"), Tables.query("schools", query));
   * }</pre>
   *
   * @throws IllegalArgumentException if the mapping is not there or wrong
   */
  public static Loaded readWithMapping(Path mapping, Table table, Table... more) {
    return readTables(List.of(MappedFormat.of(mapping)), table, more);
  }

  /**
   * Returns what the tables of a file look like, of whatever format they are.
   *
   * @throws IllegalArgumentException if the file is not there or has no table
   */
  public static List<TableProfile> profile(Path file) {
    try {
      List<TableProfile> profiles = new ArrayList<>();
      for (Table table : Tables.open(file, new Notices())) {
        profiles.add(TableProfile.of(table));
      }
      return profiles;
    } catch (IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns the registered formats by id; those that are declarations can be described. */
  public static List<FileFormat> formats() {
    return Formats.all();
  }

  /**
   * Reads files of one format, which need not be registered.
   *
   * @throws IllegalArgumentException if no file is named or a file is not there
   */
  public static Loaded readAs(FileFormat format, Path... files) {
    return read(ReadOptions.DEFAULT.as(format), files);
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

  private static Loaded read(ReadOptions options, List<FileFormat> formats, List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file is named, expected one or more");
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(file + " does not exist, expected a file or folder");
      }
    }
    Session session = new Session(options, formats);
    session.open(files);
    if (session.tables.isEmpty() && session.notices.counts().isEmpty()) {
      throw new IllegalArgumentException(
          files.get(0) + " is a folder without files, expected one with files");
    }
    return new Loaded(session.stores, session.notices, session.tables, List.of());
  }

  private static Loaded readTables(List<FileFormat> formats, Table first, Table... more) {
    Session session = new Session(ReadOptions.DEFAULT, formats);
    List<Found> all = new ArrayList<>();
    session.found(null, "", first, new Notices(), true, all);
    for (Table table : more) {
      session.found(null, "", table, new Notices(), true, all);
    }
    session.read(all);
    return new Loaded(session.stores, session.notices, session.tables, List.of());
  }

  /**
   * A table, the file that it was opened from, if any, what its rows are noticed for, and what
   * speaks for the formats.
   */
  private record Found(
      @Nullable Path path,
      String sha256,
      CountedTable table,
      Notices rows,
      List<Candidate> candidates,
      boolean named) {

    /** A table is found once. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    boolean isKnown() {
      return !candidates.isEmpty() && candidates.get(0).recognition().isEnough();
    }

    FileFormat format() {
      return candidates.get(0).format();
    }

    /** Returns the file; a table that has none stands for itself. */
    Object file() {
      return path == null ? table : path;
    }

    /**
     * Returns what is read as a whole: the file, or its folder for formats of several files. An
     * archive is a folder of its own.
     */
    Whole whole() {
      boolean packed = table.file().indexOf('!') >= 0;
      if (!format().isFolder() || packed) {
        return new Whole(format(), file());
      }
      Path folder = path == null ? null : path.toAbsolutePath().getParent();
      return new Whole(format(), folder == null ? "" : folder);
    }
  }

  private record Whole(FileFormat format, Object of) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Whole whole && format == whole.format && of.equals(whole.of);
    }

    @Override
    public int hashCode() {
      return of.hashCode();
    }
  }

  /** The reading of several files. */
  private static final class Session {
    private final ReadOptions options;
    private final List<FileFormat> formats;
    private final Notices notices = new Notices();
    private final List<EquityData> stores = new ArrayList<>();
    private final List<LoadedTable> tables = new ArrayList<>();

    private Session(ReadOptions options, List<FileFormat> formats) {
      this.options = options;
      this.formats = formats;
    }

    private void open(List<Path> paths) {
      List<Found> all = new ArrayList<>();
      for (Path path : paths) {
        if (Files.isDirectory(path)) {
          filesIn(path).forEach(file -> open(file, false, all));
        } else {
          open(path, true, all);
        }
      }
      read(all);
    }

    private void read(List<Found> all) {
      Map<Whole, List<Found>> wholes = new LinkedHashMap<>();
      all.stream()
          .filter(Found::isKnown)
          .forEach(
              found -> wholes.computeIfAbsent(found.whole(), w -> new ArrayList<>()).add(found));
      Map<Found, LoadedTable> loaded = new HashMap<>();
      wholes.forEach((whole, parts) -> read(whole, parts, loaded));
      // Looking at rows of a table that no format fits is no reason to notice them.
      Set<Notices> ofRows = Collections.newSetFromMap(new IdentityHashMap<>());
      all.forEach(found -> ofRows.add(found.rows()));
      ofRows.forEach(notices::addAll);
      for (Found found : all) {
        if (!found.isKnown()) {
          boolean only =
              all.stream().noneMatch(other -> other.file().equals(found.file()) && other.isKnown());
          notice(found, only && found.named() ? Severity.ERROR : Severity.WARNING);
          tables.add(unknown(found));
        } else if (loaded.containsKey(found)) {
          tables.add(loaded.get(found));
        }
      }
    }

    private List<Path> filesIn(Path folder) {
      try {
        return Tables.files(folder);
      } catch (IOException e) {
        unreadable(String.valueOf(folder.getFileName()), e, true);
        return List.of();
      }
    }

    private void open(Path path, boolean named, List<Found> all) {
      Notices rows = new Notices();
      try {
        String sha256 = options.checksums() ? sha256(path) : "";
        for (Table table : Tables.open(path, rows, options.progress())) {
          found(path, sha256, table, rows, named, all);
        }
      } catch (IOException e) {
        notices.addAll(rows);
        unreadable(String.valueOf(path.getFileName()), e, named || e.getCause() != null);
      }
    }

    private void found(
        @Nullable Path path,
        String sha256,
        Table opened,
        Notices rows,
        boolean named,
        List<Found> all) {
      CountedTable table = new CountedTable(opened);
      all.add(new Found(path, sha256, table, rows, candidates(table), named));
    }

    /** Says why a file is not read: what is no table and only lies in a folder is no error. */
    private void unreadable(String file, IOException e, boolean isError) {
      if (Thread.currentThread().isInterrupted()) {
        CancellationException stopped =
            new CancellationException("reading " + file + " was stopped");
        stopped.initCause(e);
        throw stopped;
      }
      notices.add(
          new Notice(
              isError ? Severity.ERROR : Severity.WARNING,
              "unreadable-file",
              String.valueOf(e.getMessage()),
              file,
              null,
              0,
              null,
              null,
              null));
    }

    /** Reads all tables of a file or folder, in the order in which the format needs them. */
    private void read(Whole whole, List<Found> parts, Map<Found, LoadedTable> loaded) {
      FileReading file = new FileReading(notices, "", options);
      Map<Found, Reading> readings = new LinkedHashMap<>();
      List<Found> ordered =
          parts.stream()
              .sorted(Comparator.comparingInt(f -> whole.format().order(f.table())))
              .toList();
      for (Found part : ordered) {
        try {
          Reading reading = new Reading(file, part.table(), part.path(), part.sha256());
          whole.format().read(part.table(), reading);
          reading.finish();
          readings.put(part, reading);
        } catch (IOException e) {
          unreadable(part.table().file(), e, true);
        }
      }
      if (readings.isEmpty()) {
        return;
      }
      Map<String, Integer> places = new HashMap<>();
      file.build()
          .forEach(
              (scheme, built) -> {
                places.put(scheme, stores.size());
                EquityData store = whole.format().finish(built, file);
                stores.add(StoreChecks.check(store, file));
              });
      readings.forEach((part, reading) -> loaded.put(part, loaded(part, reading, places)));
    }

    private List<Candidate> candidates(Table table) {
      return formats.stream()
          .map(format -> new Candidate(format, format.recognise(table)))
          .sorted(Comparator.comparingDouble((Candidate c) -> -c.recognition().score()))
          .toList();
    }

    private static LoadedTable loaded(Found part, Reading reading, Map<String, Integer> places) {
      List<Candidate> candidates = part.candidates();
      return new LoadedTable(
          part.table().file(),
          part.table().sheet(),
          part.format().id(),
          candidates.get(0).recognition().why(),
          candidates.size() > 1 ? candidates.get(1).toString() : "",
          part.table().rows(),
          reading.units(),
          reading.used(),
          reading.ignored(),
          places.getOrDefault(String.valueOf(reading.scheme()), -1));
    }

    private static LoadedTable unknown(Found found) {
      CountedTable table = found.table();
      List<Candidate> candidates = found.candidates();
      return new LoadedTable(
          table.file(),
          table.sheet(),
          LoadedTable.UNKNOWN,
          nearest(candidates),
          candidates.isEmpty() || candidates.get(0).recognition().score() == 0
              ? ""
              : candidates.get(0).toString(),
          0,
          0,
          List.of(),
          table.header(),
          -1);
    }

    private static String nearest(List<Candidate> candidates) {
      if (candidates.isEmpty()) {
        return "there are no formats";
      }
      Candidate nearest = candidates.get(0);
      return nearest.recognition().score() == 0
          ? "no format has any of its columns"
          : "the nearest is "
              + nearest.format().id()
              + ": the table "
              + nearest.recognition().why();
    }

    private static Optional<String> refusal(Found found) {
      try {
        return Refusal.of(found.table());
      } catch (IOException e) {
        // What cannot be read any more is no reason of its own.
        return Optional.empty();
      }
    }

    private void notice(Found found, Severity severity) {
      CountedTable table = found.table();
      notices.add(
          new Notice(
              severity,
              "unknown-format",
              "no format fits, nothing was read; "
                  + refusal(found)
                      .orElseGet(
                          () ->
                              nearest(found.candidates())
                                  + "; a mapping file can describe any table"),
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
      return format.id()
          + " ("
          + BigDecimal.valueOf(recognition.score()).setScale(2, RoundingMode.HALF_UP)
          + ")";
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
