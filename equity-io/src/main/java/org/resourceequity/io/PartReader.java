package org.resourceequity.io;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Medium;
import org.resourceequity.io.table.NumberedRecords;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;

/**
 * Reads one table in parts, by several threads or machines, with the same result as at once:
 *
 * <pre>{@code
 * PartReader reader = PartReader.of("ccd_052.parquet", header);   // travels to the machines
 * PartReader.Part all = reader.read(some).merge(reader.read(others));
 * EquityData data = reader.finish(all).data();
 * }</pre>
 *
 * <p>A row may repeat or contradict another about the same unit, or say something of the unit's
 * district that another row says too. So all rows with the same {@link #key} are read in one part,
 * in their order. Where each row is a student there are no keys, and any part will do.
 */
public final class PartReader implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String[] header;
  private final int layout;
  private final int[] columns;
  private final int[] keyColumns;
  private final String why;

  /** What declares the format: the text of a mapping, else an id. */
  private final @Nullable String mapping;

  private final String format;

  private transient @Nullable Format declared;
  private transient @Nullable Keys keys;

  private PartReader(
      String name, List<String> header, Format format, String why, @Nullable String mapping) {
    this.name = name;
    this.header = header.toArray(String[]::new);
    this.why = why;
    this.mapping = mapping;
    this.format = format.id();
    Table table = table(consumer -> {});
    Layout best = format.layout(table);
    layout = format.layouts().indexOf(best);
    Columns found = new Columns(table, best);
    RowHook hook = best.hook().orElse(null);
    boolean isStudents = hook instanceof StudentRows;
    // A hook may ask for any column.
    columns =
        hook == null || isStudents
            ? found.places()
            : IntStream.range(0, this.header.length).toArray();
    keyColumns =
        isStudents
            ? new int[0]
            : keyId(best).fields().stream()
                .filter(found::has)
                .mapToInt(found::place)
                .distinct()
                .sorted()
                .toArray();
    declared = format;
  }

  /**
   * Returns the reader of a table of a registered format, which is found out by the column names.
   *
   * @param name what to call the table in notices and sources; it may say the year
   * @param header the column names
   * @throws IllegalArgumentException if no format fits, or one whose files are read as a whole
   */
  public static PartReader of(String name, List<String> header) {
    Table table = Tables.of(name, Medium.of("parts"), header, consumer -> {});
    FileFormat best = null;
    Recognition most = new Recognition(0, "there are no formats");
    for (FileFormat format : Formats.all()) {
      Recognition recognition = format.recognise(table);
      if (best == null || recognition.score() > most.score()) {
        best = format;
        most = recognition;
      }
    }
    if (best == null || !most.isEnough()) {
      throw new IllegalArgumentException(
          "no format fits "
              + name
              + ", the nearest is "
              + (best == null ? "none" : best.id())
              + ": the table "
              + most.why()
              + "; a mapping can describe any table");
    }
    if (!(best instanceof Format format)) {
      throw new IllegalArgumentException(
          name + " is of the format " + best.id() + ", whose files are read as a whole");
    }
    return new PartReader(name, header, format, most.why(), null);
  }

  /**
   * Returns the reader of a table that a mapping describes; see docs/mapping.md.
   *
   * @throws IllegalArgumentException if the mapping is not there or wrong, or the table lacks one
   *     of its columns
   */
  public static PartReader withMapping(Path mapping, String name, List<String> header) {
    try {
      return withMapping(
          String.valueOf(mapping.getFileName()), Files.readString(mapping), name, header);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the mapping " + mapping + ": " + e, e);
    }
  }

  /** The same with the text of a mapping; {@code file} names it in messages. */
  public static PartReader withMapping(String file, String json, String name, List<String> header) {
    MappedFormat mapped = MappedFormat.parse(file, json);
    Recognition recognition =
        mapped.recognise(Tables.of(name, Medium.of("parts"), header, consumer -> {}));
    if (!recognition.isEnough()) {
      throw new IllegalArgumentException(
          name + " is not what mapping " + file + " describes: the table " + recognition.why());
    }
    return new PartReader(name, header, mapped.format(), recognition.why(), json);
  }

  /** Returns the names of the columns that are read, in the order of the table. */
  public List<String> columns() {
    return names(columns);
  }

  /** Returns the names of the columns that {@link #key} needs; none if any part will do. */
  public List<String> keyColumns() {
    return names(keyColumns);
  }

  private List<String> names(int[] places) {
    return Arrays.stream(places).mapToObj(place -> header[place]).toList();
  }

  /**
   * Returns what rows must have in common to be read in the same part: the id of the highest unit
   * that a row may say something of, which is empty where the row names none.
   *
   * @param fields the fields of {@link #keyColumns()}
   */
  public synchronized String key(String... fields) {
    Keys known = keys;
    if (known == null) {
      known = new Keys();
      keys = known;
    }
    return known.of(fields);
  }

  /** The id of a district; a mapping or a district's table may have it in a column of any name. */
  private static Id keyId(Layout layout) {
    return layout.ids().entrySet().stream()
        .filter(id -> id.getKey() != Level.STATE || layout.ids().size() == 1)
        .min(Comparator.comparing(id -> id.getKey()))
        .orElseThrow()
        .getValue();
  }

  /** Reads keys; what is wrong with ids is noticed when the rows are read. */
  private final class Keys {
    private final IdReader ids;
    private final IdReader.Reader reader;
    private String[] row = {};
    private String key = "";

    private Keys() {
      Layout of = layout();
      Table table = table(consumer -> {});
      Reading reading = new Reading(new FileReading(new Notices()), table, null, "");
      ids = new IdReader(new Columns(table, of), reading);
      reader = ids.of(keyId(of));
    }

    private String of(String... fields) {
      // Rows that follow each other are mostly of the same district.
      if (!Arrays.equals(fields, row)) {
        row = fields.clone();
        key = "";
        try {
          table(consumer -> consumer.accept(1, wide(keyColumns, fields)))
              .forEach(
                  one -> {
                    ids.nextRow();
                    String id = reader.read(one);
                    key = id == null ? "" : id;
                  });
        } catch (IOException e) {
          throw new IllegalStateException("a row in memory cannot fail", e);
        }
      }
      return key;
    }
  }

  /**
   * Reads some rows.
   *
   * @param rows the numbers of the rows in the whole table, and the fields of {@link #columns()}
   */
  public Part read(NumberedRecords rows) throws IOException {
    FileReading file = new FileReading(new Notices(), name);
    CountedTable table =
        new CountedTable(
            table(
                consumer ->
                    rows.forEach(
                        (number, fields) -> consumer.accept(number, wide(columns, fields)))));
    Reading reading = new Reading(file, table, null, "");
    Format of = format();
    TableReader.read(of, layout(), table, reading);
    reading.finish();
    return new Part(file.store(of.scheme()), file.notices(), table.rows());
  }

  /** Returns what no rows give, to which parts can be added. */
  public Part nothing() {
    return new Part(EquityData.builder(format().scheme()), new Notices(), 0);
  }

  /** Returns what was read, after all parts were merged: what follows from all rows together. */
  public Loaded finish(Part all) {
    Format of = format();
    FileReading file = new FileReading(all.notices, name);
    EquityData store = StoreChecks.check(of.finish(all.store.build(), file), file);
    int units = 0;
    for (Level level : Level.values()) {
      units += (int) store.units(level).stream().filter(id -> store.line(id) > 0).count();
    }
    Columns found = new Columns(table(consumer -> {}), layout());
    LoadedTable table =
        new LoadedTable(
            name, null, of.id(), why, "", all.rows, units, found.used(), found.ignored(), 0);
    return new Loaded(List.of(store), all.notices, List.of(table), List.of());
  }

  private Table table(NumberedRecords rows) {
    return Tables.ofNumbered(name, Medium.of("parts"), List.of(header), rows);
  }

  private String[] wide(int[] places, String... fields) {
    String[] row = new String[header.length];
    Arrays.fill(row, "");
    for (int i = 0; i < places.length; i++) {
      row[places[i]] = fields[i];
    }
    return row;
  }

  private Layout layout() {
    return format().layouts().get(layout);
  }

  private Format format() {
    Format known = declared;
    if (known == null) {
      String json = mapping;
      known =
          json != null
              ? MappedFormat.parse(format, json).format()
              : (Format)
                  Formats.all().stream()
                      .filter(each -> each.id().equals(format))
                      .findFirst()
                      .orElseThrow();
      declared = known;
    }
    return known;
  }

  /** What was read from some of the rows. */
  public static final class Part implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EquityData.Builder store;
    private final Notices notices;
    private long rows;

    private Part(EquityData.Builder store, Notices notices, long rows) {
      this.store = store;
      this.notices = notices;
      this.rows = rows;
    }

    /** Returns the number of rows. */
    public long rows() {
      return rows;
    }

    /** Adds another part, in any order, and returns this one. */
    public Part merge(Part other) {
      store.merge(other.store);
      notices.addAll(other.notices);
      rows += other.rows;
      return this;
    }
  }
}
