package org.resourceequity.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Category;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Population;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.Variable;

/**
 * A store as a zip of csv files, in UTF-8, that any program can read:
 *
 * <pre>
 * store.csv       version, scheme
 * units.csv       level, code, parent_level, parent_code, line
 * aliases.csv     scheme, level, code, other_code
 * schools.csv     code, year, name, district, level, lowest, highest, title_i, charter, locale
 * districts.csv   code, year, name, state, type, charter, locale
 * columns.csv     column, level, variable, kind, unit, definition, population, fund, layer, year
 * categories.csv  column, attribute, code             the group of a column
 * sources.csv     column, publisher, title, file, release, sha256
 * cells.csv       column, code, is, value, low, high, why
 *
 * cells.csv:
 * 17,99010005,known,0.125,,,REPORTED
 * 17,99010305,bounded,,1.0,9.0,SUPPRESSED_PRIVACY
 * </pre>
 *
 * <p>A year is the calendar year in which the school year ends. Cells without a row are structural
 * gaps. The same store always gives the same bytes.
 */
final class StoreFile {

  private static final String VERSION = "1";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StoreFile() {}

  static void save(EquityData data, Path path) {
    // A store that could not be written whole must not replace one that was.
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished);
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      table(zip, "store.csv", List.of("version", "scheme"), t -> t.row(VERSION, data.scheme()));
      table(
          zip,
          "units.csv",
          List.of("level", "code", "parent_level", "parent_code", "line"),
          t -> units(data, t));
      table(
          zip,
          "aliases.csv",
          List.of("scheme", "level", "code", "other_code"),
          t ->
              data.aliasSchemes()
                  .forEach(
                      scheme ->
                          data.aliases(scheme)
                              .forEach((id, code) -> t.row(scheme, id.level(), id.code(), code))));
      table(
          zip,
          "schools.csv",
          List.of(
              "code",
              "year",
              "name",
              "district",
              "level",
              "lowest",
              "highest",
              "title_i",
              "charter",
              "locale"),
          t -> schools(data, t));
      table(
          zip,
          "districts.csv",
          List.of("code", "year", "name", "state", "type", "charter", "locale"),
          t -> districts(data, t));
      columns(data, zip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save to " + path, e);
    }
    try {
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save to " + path, e);
    }
  }

  /** Takes the rows of one csv file. */
  @FunctionalInterface
  private interface Rows {
    void row(Object... values);
  }

  private static void table(
      ZipOutputStream zip, String name, List<String> header, Consumer<Rows> rows)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    Writer text = new OutputStreamWriter(zip, UTF_8);
    // Not closed, which would close the zip.
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(header);
    rows.accept(
        values -> {
          List<String> texts = new ArrayList<>(values.length);
          for (Object value : values) {
            texts.add(value.toString());
          }
          csv.writeRecord(texts);
        });
    csv.flush();
    text.flush();
    zip.closeEntry();
  }

  private static void units(EquityData data, Rows table) {
    for (Level level : Level.values()) {
      for (UnitId id : data.units(level)) {
        table.row(
            level,
            id.code(),
            data.parent(id).map(p -> p.level().name()).orElse(""),
            data.parent(id).map(UnitId::code).orElse(""),
            data.line(id));
      }
    }
  }

  private static void schools(EquityData data, Rows table) {
    for (UnitId id : data.units(Level.SCHOOL)) {
      for (SchoolFacts f : data.facts((SchoolId) id).values()) {
        GradeSpan span = f.span();
        table.row(
            id.code(),
            f.year().ending(),
            f.name(),
            f.district().code(),
            f.level(),
            span == null ? "" : span.lowest(),
            span == null ? "" : span.highest(),
            f.titleI(),
            f.charter(),
            f.locale());
      }
    }
  }

  private static void districts(EquityData data, Rows table) {
    for (UnitId id : data.units(Level.DISTRICT)) {
      for (DistrictFacts f : data.facts((DistrictId) id).values()) {
        table.row(
            id.code(), f.year().ending(), f.name(), f.state(), f.type(), f.charter(), f.locale());
      }
    }
  }

  private static void columns(EquityData data, ZipOutputStream zip) throws IOException {
    List<Column> columns = List.copyOf(data.columns().values());
    table(
        zip,
        "columns.csv",
        List.of(
            "column",
            "level",
            "variable",
            "kind",
            "unit",
            "definition",
            "population",
            "fund",
            "layer",
            "year"),
        t -> {
          for (int i = 0; i < columns.size(); i++) {
            ColumnKey key = columns.get(i).key();
            Variable what = key.what();
            t.row(
                i,
                key.level(),
                what.id(),
                what.kind(),
                what.unit(),
                what.definition(),
                key.group().of(),
                key.fund(),
                key.layer(),
                key.year().ending());
          }
        });
    table(
        zip,
        "categories.csv",
        List.of("column", "attribute", "code"),
        t -> {
          for (int i = 0; i < columns.size(); i++) {
            for (Category category : columns.get(i).key().group().is()) {
              t.row(i, category.by(), category.code());
            }
          }
        });
    table(
        zip,
        "sources.csv",
        List.of("column", "publisher", "title", "file", "release", "sha256"),
        t -> {
          for (int i = 0; i < columns.size(); i++) {
            for (Source s : columns.get(i).sources()) {
              t.row(i, s.publisher(), s.title(), s.file(), s.release(), s.sha256());
            }
          }
        });
    table(
        zip,
        "cells.csv",
        List.of("column", "code", "is", "value", "low", "high", "why"),
        t -> {
          for (int i = 0; i < columns.size(); i++) {
            List<UnitId> ids = data.units(columns.get(i).key().level());
            for (int unit = 0; unit < ids.size(); unit++) {
              cell(i, ids.get(unit).code(), columns.get(i).cell(unit), t);
            }
          }
        });
  }

  private static void cell(int column, String code, Cell cell, Rows table) {
    if (cell instanceof Cell.Known known) {
      table.row(column, code, "known", known.value(), "", "", known.quality());
    } else if (cell instanceof Cell.Bounded b) {
      table.row(column, code, "bounded", "", b.low(), b.high(), b.reason());
    } else if (cell instanceof Cell.Absent absent && absent.reason() != Reason.STRUCTURAL_GAP) {
      table.row(column, code, "absent", "", "", "", absent.reason());
    }
  }

  static EquityData open(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile(), UTF_8)) {
      List<NamedCsvRecord> head = new ArrayList<>();
      each(zip, "store.csv", head::add);
      String version = head.isEmpty() ? "" : head.get(0).getField("version");
      if (!version.equals(VERSION)) {
        throw new IllegalArgumentException(
            "store.csv has version \"" + version + "\", expected \"" + VERSION + "\"");
      }
      EquityData.Builder builder = EquityData.builder(head.get(0).getField("scheme"));
      units(zip, builder);
      facts(zip, builder);
      columns(zip, builder);
      return builder.build();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          path + " is not a saved store (" + e.getMessage() + "), expected a file made by save", e);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          path + " is not a whole store: " + why(e) + "; save it again", e);
    }
  }

  /** A parser wraps what the stream below it says. */
  private static @Nullable String why(RuntimeException e) {
    return e.getCause() instanceof IOException below ? below.getMessage() : e.getMessage();
  }

  private static void each(ZipFile zip, String name, Consumer<NamedCsvRecord> consumer)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("there is no " + name + " in it");
    }
    try (InputStream in =
            Tables.guarded(zip.getInputStream(entry), name, entry.getCompressedSize());
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8))) {
      for (NamedCsvRecord row : reader) {
        try {
          consumer.accept(row);
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(
              name + " line " + row.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static void units(ZipFile zip, EquityData.Builder builder) throws IOException {
    each(
        zip,
        "units.csv",
        row -> {
          UnitId id = unit(row.getField("level"), row.getField("code"));
          String parent = row.getField("parent_code");
          builder.unit(id, parent.isEmpty() ? null : unit(row.getField("parent_level"), parent));
          long line = Long.parseLong(row.getField("line"));
          if (line > 0) {
            builder.line(id, line);
          }
        });
    each(
        zip,
        "aliases.csv",
        row ->
            builder.alias(
                unit(row.getField("level"), row.getField("code")),
                row.getField("scheme"),
                row.getField("other_code")));
  }

  private static UnitId unit(String level, String code) {
    return UnitId.of(Level.valueOf(level), code);
  }

  private static SchoolYear year(NamedCsvRecord row) {
    return SchoolYear.ending(Integer.parseInt(row.getField("year")));
  }

  private static void facts(ZipFile zip, EquityData.Builder builder) throws IOException {
    each(
        zip,
        "schools.csv",
        row -> {
          String lowest = row.getField("lowest");
          builder.facts(
              new SchoolId(row.getField("code")),
              new SchoolFacts(
                  year(row),
                  row.getField("name"),
                  new DistrictId(row.getField("district")),
                  SchoolLevel.valueOf(row.getField("level")),
                  lowest.isEmpty()
                      ? null
                      : new GradeSpan(
                          Integer.parseInt(lowest), Integer.parseInt(row.getField("highest"))),
                  TitleI.valueOf(row.getField("title_i")),
                  Boolean.parseBoolean(row.getField("charter")),
                  Locale.valueOf(row.getField("locale"))));
        });
    each(
        zip,
        "districts.csv",
        row ->
            builder.facts(
                new DistrictId(row.getField("code")),
                new DistrictFacts(
                    year(row),
                    row.getField("name"),
                    row.getField("state"),
                    DistrictType.valueOf(row.getField("type")),
                    Boolean.parseBoolean(row.getField("charter")),
                    Locale.valueOf(row.getField("locale")))));
  }

  private static void columns(ZipFile zip, EquityData.Builder builder) throws IOException {
    Map<String, List<Category>> categories = new HashMap<>();
    each(
        zip,
        "categories.csv",
        row ->
            categories
                .computeIfAbsent(row.getField("column"), c -> new ArrayList<>())
                .add(
                    new Category(
                        Attribute.valueOf(row.getField("attribute")), row.getField("code"))));
    Map<String, ColumnKey> keys = new HashMap<>();
    each(
        zip,
        "columns.csv",
        row -> {
          String column = row.getField("column");
          Variable what =
              new Variable(
                  row.getField("variable"),
                  Kind.valueOf(row.getField("kind")),
                  Measurement.valueOf(row.getField("unit")),
                  row.getField("definition"));
          Group group =
              new Group(
                  Population.valueOf(row.getField("population")),
                  categories.getOrDefault(column, List.of()));
          keys.put(
              column,
              new ColumnKey(
                  Level.valueOf(row.getField("level")),
                  what,
                  group,
                  Fund.valueOf(row.getField("fund")),
                  CostLayer.valueOf(row.getField("layer")),
                  year(row)));
        });
    each(
        zip,
        "sources.csv",
        row ->
            builder.source(
                key(keys, row),
                new Source(
                    row.getField("publisher"),
                    row.getField("title"),
                    row.getField("file"),
                    row.getField("release"),
                    row.getField("sha256"))));
    each(
        zip,
        "cells.csv",
        row -> {
          ColumnKey key = key(keys, row);
          builder.add(UnitId.of(key.level(), row.getField("code")), key, cell(row));
        });
  }

  private static ColumnKey key(Map<String, ColumnKey> keys, NamedCsvRecord row) {
    ColumnKey key = keys.get(row.getField("column"));
    if (key == null) {
      throw new IllegalArgumentException(
          "column " + row.getField("column") + " is not in columns.csv");
    }
    return key;
  }

  private static Cell cell(NamedCsvRecord row) {
    String why = row.getField("why");
    return switch (row.getField("is")) {
      case "known" ->
          new Cell.Known(Double.parseDouble(row.getField("value")), Quality.valueOf(why));
      case "bounded" ->
          new Cell.Bounded(
              Double.parseDouble(row.getField("low")),
              Double.parseDouble(row.getField("high")),
              Reason.valueOf(why));
      case "absent" -> new Cell.Absent(Reason.valueOf(why));
      default ->
          throw new IllegalArgumentException(
              "a cell is \"" + row.getField("is") + "\", expected known, bounded or absent");
    };
  }
}
