package org.resourceequity.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Mapping.Role;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Cell;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Any table of schools or districts, by a mapping. */
final class MappedFormat implements FileFormat {

  private final Mapping mapping;

  private MappedFormat(Mapping mapping) {
    this.mapping = mapping;
  }

  static MappedFormat of(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the mapping " + path + ": " + e, e);
    }
    return new MappedFormat(Mapping.parse(String.valueOf(path.getFileName()), text));
  }

  @Override
  public String id() {
    return "mapped";
  }

  @Override
  public String title() {
    return mapping.publisher() + ", " + mapping.title();
  }

  @Override
  public Recognition recognise(Table table) {
    String sheet = mapping.sheet();
    if (sheet != null && !sheet.equals(table.sheet())) {
      return new Recognition(0, "is not the sheet \"" + sheet + "\" that the mapping names");
    }
    List<Field> fields = fields();
    Recognition recognition = Recognition.of(table, fields);
    Columns columns = new Columns(table, fields);
    List<String> hints = new ArrayList<>();
    for (Field field : fields) {
      if (!columns.has(field)) {
        hints.add(
            "the nearest to \""
                + field.name()
                + "\" is \""
                + Mapping.nearest(field.name(), table.header())
                + '"');
      }
    }
    // Recognition compares required columns only; all columns of a mapping are.
    return hints.isEmpty()
        ? new Recognition(1, recognition.why())
        : new Recognition(recognition.score(), recognition.why() + "; " + String.join(", ", hints));
  }

  private List<Field> fields() {
    return mapping.columns().stream().map(Mapping.MappedColumn::field).toList();
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Columns columns = reading.columns(fields());
    reading.source(mapping.publisher(), mapping.title(), mapping.release());
    reading.marks(mapping.marks());
    EquityData.Builder store = reading.store(mapping.scheme());
    Set<String> names = new HashSet<>();
    table.forEach(row -> new Line(row, columns, reading, store, names).read());
  }

  /** One row. */
  private final class Line {
    private final Row row;
    private final Columns columns;
    private final Reading reading;
    private final EquityData.Builder store;
    private final Set<String> districtsWithFacts;

    private Line(
        Row row,
        Columns columns,
        Reading reading,
        EquityData.Builder store,
        Set<String> districtsWithFacts) {
      this.row = row;
      this.columns = columns;
      this.reading = reading;
      this.store = store;
      this.districtsWithFacts = districtsWithFacts;
    }

    private void read() {
      Optional<String> code = id(Role.ID);
      @Nullable SchoolYear year = year();
      if (code.isEmpty() || year == null) {
        return;
      }
      UnitId id = UnitId.of(mapping.level(), code.get());
      if (!reading.first(id, year, row)) {
        return;
      }
      store.unit(id, null).line(id, row.line());
      if (id instanceof SchoolId school) {
        school(school, year);
      } else if (id instanceof DistrictId district) {
        district(district, text(Role.NAME), year);
      }
      Map<Operand, Cell> cells = new LinkedHashMap<>();
      for (Mapping.MappedColumn column : mapping.columns()) {
        Cell cell = reading.add(row, column.field(), id, year);
        if (column.field().operand() != null) {
          cells.put(column.field().operand(), cell);
        }
      }
      deriveCounts(id, year, cells);
    }

    /** Where the file has a group's share of students but not its number, the number follows. */
    private void deriveCounts(UnitId id, SchoolYear year, Map<Operand, Cell> cells) {
      if (!(cells.get(Operands.ENROLMENT) instanceof Cell.Known all)) {
        return;
      }
      cells.forEach(
          (operand, cell) -> {
            Operand count = Operands.enrolment(operand.group());
            boolean isShare = operand.equals(Operands.enrolmentShare(operand.group()));
            if (isShare && cell instanceof Cell.Known share && !cells.containsKey(count)) {
              reading.add(
                  id, count.at(id.level(), year), Cell.derived(share.value() * all.value()));
            }
          });
    }

    private Optional<String> id(Role role) {
      return mapping.column(role).flatMap(c -> reading.id(row, c.field(), c.width()));
    }

    private String text(Role role) {
      return mapping.column(role).map(c -> columns.text(row, c.field())).orElse("");
    }

    private @Nullable SchoolYear year() {
      SchoolYear fixed = mapping.year();
      if (fixed != null) {
        return fixed;
      }
      try {
        return SchoolYear.parse(text(Role.YEAR));
      } catch (IllegalArgumentException e) {
        reading.notice(
            Severity.ERROR,
            "bad-year",
            "the row has no school year and is not read",
            row,
            mapping.column(Role.YEAR).map(c -> columns.name(c.field())).orElse(null),
            text(Role.YEAR),
            "2018-19 or 2019");
        return null;
      }
    }

    private void school(SchoolId id, SchoolYear year) {
      String districtName = text(Role.DISTRICT_NAME);
      String only = mapping.district();
      String districtCode =
          mapping.column(Role.DISTRICT_ID).isPresent()
              ? id(Role.DISTRICT_ID).orElse("")
              : only != null ? only : districtName;
      DistrictId district = new DistrictId(districtCode.isEmpty() ? "unknown" : districtCode);
      GradeSpan span = GradeSpan.parse(text(Role.GRADES)).orElse(null);
      String name = text(Role.NAME);
      store.facts(
          id,
          new SchoolFacts(
              year,
              name.isEmpty() ? id.code() : name,
              district,
              level(span),
              span,
              TitleI.UNKNOWN,
              false,
              org.resourceequity.model.Locale.UNKNOWN));
      if (districtsWithFacts.add(year + district.code())) {
        district(district, districtName, year);
      }
    }

    private void district(DistrictId id, String name, SchoolYear year) {
      store.facts(
          id,
          new DistrictFacts(
              year,
              name.isEmpty() ? id.code() : name,
              mapping.state(),
              DistrictType.UNKNOWN,
              false,
              org.resourceequity.model.Locale.UNKNOWN));
    }

    private SchoolLevel level(@Nullable GradeSpan span) {
      String text = text(Role.LEVEL).toLowerCase(Locale.ROOT);
      if (text.isEmpty()) {
        return span == null ? SchoolLevel.UNKNOWN : SchoolLevel.of(span);
      }
      if (text.startsWith("pre")) {
        return SchoolLevel.PRESCHOOL;
      }
      if (text.startsWith("elem") || text.startsWith("prim")) {
        return SchoolLevel.ELEMENTARY;
      }
      if (text.startsWith("mid") || text.startsWith("junior")) {
        return SchoolLevel.MIDDLE;
      }
      if (text.startsWith("high") || text.startsWith("sec") || text.startsWith("senior")) {
        return SchoolLevel.HIGH;
      }
      if (text.startsWith("comb") || text.startsWith("k-12") || text.startsWith("other")) {
        return SchoolLevel.COMBINED;
      }
      reading.notice(
          Severity.WARNING,
          "unknown-token",
          "this school level is not known",
          row,
          mapping.column(Role.LEVEL).map(c -> columns.name(c.field())).orElse(null),
          text(Role.LEVEL),
          "preschool, elementary, middle, high or combined");
      return SchoolLevel.UNKNOWN;
    }
  }
}
