package org.resourceequity.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Reads names and other facts about schools and districts from the rows of one table. */
final class FactReader {

  private record Named(DistrictId district, SchoolYear year, String name) {}

  private record DistrictYear(DistrictId district, SchoolYear year) {}

  /** What the schools of a district are together. */
  private static final class Schools {
    private String name;
    private final String state;
    private boolean charter = true;
    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;

    private Schools(String name, String state) {
      this.name = name;
      this.state = state;
    }

    private void add(String nameOnRow, boolean isCharter, @Nullable GradeSpan span) {
      name = nameOnRow.compareTo(name) < 0 ? nameOnRow : name;
      charter &= isCharter;
      if (span != null) {
        lowest = Math.min(lowest, span.lowest());
        highest = Math.max(highest, span.highest());
      }
    }

    private DistrictType type() {
      if (charter) {
        return DistrictType.OTHER;
      }
      if (lowest > highest) {
        return DistrictType.UNKNOWN;
      }
      return highest <= 8
          ? DistrictType.ELEMENTARY
          : lowest >= 7 ? DistrictType.HIGH : DistrictType.UNIFIED;
    }
  }

  private final Layout layout;
  private final Columns columns;
  private final Reading reading;
  private final EquityData.Builder store;
  private final IdReader.@Nullable Reader districts;
  private final IdReader.@Nullable Reader states;
  private final boolean hasSchoolFacts;
  private final boolean hasDistrictFacts;
  private final boolean ownDistrictName;
  private final Set<Named> named = new HashSet<>();
  private final Map<DistrictYear, Schools> schools = new HashMap<>();
  private DistrictId lastDistrict = new DistrictId(TreeReader.UNKNOWN);

  FactReader(
      Layout layout, Columns columns, IdReader ids, Reading reading, EquityData.Builder store) {
    this.layout = layout;
    this.columns = columns;
    this.reading = reading;
    this.store = store;
    Id district = layout.ids().get(Level.DISTRICT);
    Id state = layout.state().orElse(layout.ids().get(Level.STATE));
    districts = district == null ? null : ids.of(district);
    states = state == null ? null : ids.of(state);
    Field schoolName = present(layout.names().get(Level.SCHOOL));
    Field districtName = present(layout.names().get(Level.DISTRICT));
    boolean coded =
        isPresent(layout.charter())
            || isPresent(layout.locale())
            || layout.grades().stream().anyMatch(columns::has);
    hasSchoolFacts =
        schoolName != null
            || coded
            || isPresent(layout.schoolLevel())
            || isPresent(layout.titleI());
    hasDistrictFacts = districtName != null || coded || isPresent(layout.districtType());
    ownDistrictName =
        districtName != null
            && (schoolName == null || columns.place(schoolName) != columns.place(districtName));
  }

  private @Nullable Field present(@Nullable Field field) {
    return field != null && columns.has(field) ? field : null;
  }

  private boolean isPresent(Optional<? extends Coded<?>> column) {
    return column.isPresent() && columns.has(column.get().field());
  }

  /** Adds the facts on a row, the first of its unit in a year. */
  void add(Row row, UnitId unit, @Nullable SchoolYear year) {
    if (year == null) {
      return;
    }
    if (unit instanceof SchoolId school && hasSchoolFacts && districts != null) {
      school(row, school, district(districts.read(row)), year);
    } else if (unit instanceof DistrictId district && hasDistrictFacts) {
      store.facts(
          district,
          new DistrictFacts(
              year,
              name(row, district),
              state(row),
              coded(row, layout.districtType(), DistrictType.UNKNOWN),
              coded(row, layout.charter(), false),
              coded(row, layout.locale(), Locale.UNKNOWN)));
    }
  }

  /** Returns the id that was met last if it is the same: schools of a district share one. */
  private DistrictId district(@Nullable String read) {
    String code = read == null || read.isEmpty() ? TreeReader.UNKNOWN : read;
    if (!lastDistrict.code().equals(code)) {
      lastDistrict = new DistrictId(code);
    }
    return lastDistrict;
  }

  private void school(Row row, SchoolId school, DistrictId district, SchoolYear year) {
    GradeSpan span = span(row);
    SchoolLevel level = coded(row, layout.schoolLevel(), SchoolLevel.UNKNOWN);
    boolean charter = coded(row, layout.charter(), false);
    store.facts(
        school,
        new SchoolFacts(
            year,
            name(row, school),
            district,
            level == SchoolLevel.UNKNOWN && span != null ? SchoolLevel.of(span) : level,
            span,
            coded(row, layout.titleI(), TitleI.UNKNOWN),
            charter,
            coded(row, layout.locale(), Locale.UNKNOWN)));
    if (layout.districtTypeFromSchools()) {
      String name = name(row, district);
      schools
          .computeIfAbsent(new DistrictYear(district, year), d -> new Schools(name, state(row)))
          .add(name, charter, span);
    } else if (ownDistrictName) {
      ofSchoolRow(row, district, year);
    }
  }

  /** Adds what the row of a school says about its district. */
  private void ofSchoolRow(Row row, DistrictId district, SchoolYear year) {
    String name = name(row, district);
    if (named.add(new Named(district, year, name))) {
      store.facts(
          district,
          new DistrictFacts(
              year,
              name,
              state(row),
              coded(row, layout.districtType(), DistrictType.UNKNOWN),
              false,
              Locale.UNKNOWN));
    }
  }

  /** Adds what follows from all rows together. */
  void finish() {
    schools.forEach(
        (of, all) ->
            store.facts(
                of.district(),
                new DistrictFacts(
                    of.year(), all.name, all.state, all.type(), all.charter, Locale.UNKNOWN)));
  }

  private String name(Row row, UnitId unit) {
    Field field = layout.names().get(unit.level());
    String name = field == null ? "" : text(row, field);
    return name.isEmpty() ? unit.code() : name;
  }

  private String text(Row row, Field field) {
    int place = columns.place(field);
    return place < 0 ? "" : field.corrected(row.get(place));
  }

  private String state(Row row) {
    String state = states == null ? "" : states.read(row);
    return state == null ? "" : state;
  }

  private @Nullable GradeSpan span(Row row) {
    StringBuilder grades = new StringBuilder();
    layout.grades().forEach(field -> grades.append(text(row, field)).append(' '));
    return GradeSpan.parse(grades.toString()).orElse(null);
  }

  private <T> T coded(Row row, Optional<Coded<T>> column, T otherwise) {
    Coded<T> coded = column.orElse(null);
    if (coded == null) {
      return otherwise;
    }
    int place = columns.place(coded.field());
    String text = place < 0 ? "" : row.get(place);
    Optional<T> meaning = coded.listed(text);
    if (meaning.isEmpty() && !text.isEmpty()) {
      reading.notice(
          Severity.WARNING,
          "unknown-token",
          "this code of " + coded.field().name() + " is not known",
          row,
          columns.name(coded.field()),
          text,
          coded.expected());
    }
    return meaning.orElse(coded.unknown());
  }
}
