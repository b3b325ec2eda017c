package org.resourceequity.io;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Source;
import org.resourceequity.model.UnitId;

/**
 * What a format needs while it reads one table: the store to fill and the notices. All tables of a
 * file fill the same stores.
 */
public final class Reading {

  private final FileReading file;
  private final Table table;
  private final @Nullable Path path;
  private final String sha256;
  private final BitSet units = new BitSet();
  private List<String> used = List.of();
  private List<String> ignored;
  private @Nullable Source source;
  private @Nullable String scheme;
  private long noticed;

  Reading(FileReading file, Table table, @Nullable Path path, String sha256) {
    this.file = file;
    this.path = path;
    this.sha256 = sha256;
    this.table = table;
    this.ignored = table.header();
  }

  /** Returns the store of this file for an id scheme. */
  public EquityData.Builder store(String idScheme) {
    scheme = idScheme;
    return file.store(idScheme);
  }

  /** Returns what the tables of the file share. */
  public FileReading file() {
    return file;
  }

  /** Returns the names of the folders that the file is in, the nearest first; none of a query. */
  Stream<String> folders() {
    Path nearest = path == null ? null : path.toAbsolutePath().getParent();
    return Stream.iterate(nearest, Objects::nonNull, Path::getParent)
        .flatMap(folder -> Stream.ofNullable(folder.getFileName()))
        .map(Path::toString);
  }

  /** Says who published the table: the source of all columns that are filled from it. */
  public Source source(String publisher, String title, String release) {
    Source said = new Source(publisher, title, table.file(), release, sha256);
    source = said;
    return said;
  }

  /** Says that the table has a row about a unit. */
  public void unit(UnitId id) {
    unit(file.number(id));
  }

  /** Says the same of the unit with a number. */
  void unit(int number) {
    units.set(number);
  }

  /** Says which columns of the table are read and which are not. */
  public void columns(List<String> read, List<String> notRead) {
    used = List.copyOf(read);
    ignored = List.copyOf(notRead);
  }

  /** Adds a notice about the table, a row of it (or null) and a column (or null). */
  public void notice(
      Severity severity,
      String code,
      String message,
      @Nullable Row row,
      @Nullable String column,
      @Nullable String value,
      @Nullable String expected) {
    noticed++;
    file.notices()
        .add(
            new Notice(
                severity,
                code,
                message,
                table.file(),
                table.sheet(),
                row == null ? 0 : row.line(),
                column,
                value,
                expected));
  }

  ReadOptions options() {
    return file.options();
  }

  /** Returns how many notices were added. */
  long noticed() {
    return noticed;
  }

  /** Returns a reading of some of the rows, which is merged later if it fits the others. */
  Reading part() {
    return new Reading(
        new FileReading(new Notices(), table.file(), file.options()), table, path, sha256);
  }

  /**
   * Adds what was read from some of the rows, which begin below so many lines.
   *
   * @param first whether nothing else was read of the file
   */
  void merge(
      Reading part,
      int[] places,
      IdentityHashMap<FileReading.Lines, FileReading.Lines> lines,
      long linesBefore,
      boolean first) {
    part.units.stream().forEach(number -> units.set(places[number]));
    if (first) {
      file.begin(part.file);
    } else {
      file.merge(part.file, places, lines);
    }
    file.notices().addAll(part.file.notices().below(linesBefore));
  }

  /** Gives the columns of this table their source. */
  void finish() {
    if (source != null && scheme != null) {
      store(scheme).source(source);
    }
  }

  int units() {
    return units.cardinality();
  }

  @Nullable String scheme() {
    return scheme;
  }

  List<String> used() {
    return used;
  }

  List<String> ignored() {
    return ignored;
  }
}
