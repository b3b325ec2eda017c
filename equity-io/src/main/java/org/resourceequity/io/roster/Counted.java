package org.resourceequity.io.roster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.persons.Attendance;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Adds a counted roster and its organisations to a store. */
final class Counted {

  private Counted() {}

  static EquityData into(EquityData store, Attendance attendance, Orgs orgs, List<Source> sources) {
    EquityData.Builder builder = store.toBuilder();
    Map<Attendance.Place, GradeSpan> spans = attendance.countInto(builder, Attendance.Counts.ALL);
    attendance.places().forEach(place -> school(builder, orgs, place, spans.get(place)));
    orgs.all().forEach((id, org) -> alias(builder, id, org));
    EquityData counted = builder.build();
    EquityData.Builder cited = counted.toBuilder();
    for (ColumnKey key : counted.columns().keySet()) {
      sources.forEach(source -> cited.source(key, source));
    }
    return cited.build();
  }

  private static void alias(EquityData.Builder builder, String id, Orgs.Org org) {
    Level level = Orgs.level(org.type());
    int digits = level == Level.SCHOOL ? 12 : 7;
    if (level != null && org.identifier().matches("\\d{" + digits + "}")) {
      builder.alias(UnitId.of(level, id), "NCES", org.identifier());
    }
    if (level != null) {
      builder.unit(UnitId.of(level, id), null).line(UnitId.of(level, id), org.line());
    }
  }

  private static void school(
      EquityData.Builder builder, Orgs orgs, Attendance.Place place, @Nullable GradeSpan span) {
    SchoolId school = new SchoolId(place.school());
    DistrictId district = orgs.district(place.school());
    SchoolYear year = place.year();
    builder.unit(school, district);
    builder.facts(
        school,
        new SchoolFacts(
            year,
            orgs.name(school),
            district,
            span == null ? SchoolLevel.UNKNOWN : SchoolLevel.of(span),
            span,
            TitleI.UNKNOWN,
            false,
            Locale.UNKNOWN));
    builder.facts(
        district,
        new DistrictFacts(
            year, orgs.name(district), "", DistrictType.UNKNOWN, false, Locale.UNKNOWN));
  }
}
