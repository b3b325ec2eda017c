package org.resourceequity.io.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;

/** The organisations of a roster: which of them are schools and districts, and what is in what. */
final class Orgs {

  /** An organisation as its row says. */
  record Org(String name, String type, String parent, String identifier, long line) {}

  /** More steps up than this are a circle. */
  private static final int HIGHEST = 16;

  private static final DistrictId NO_DISTRICT = new DistrictId("unknown");
  private static final Set<String> DISTRICTS =
      Set.of("district", "local", "localeducationagency", "schooldistrict");
  private static final Set<String> ABOVE =
      Set.of(
          "state", "stateeducationagency", "region", "national", "ministryofeducation", "ministry");
  private static final Set<String> PARTS_OF_SCHOOLS =
      Set.of("department", "division", "faculty", "program", "course");

  private final Map<String, Org> orgs = new TreeMap<>();
  private final Map<String, String> schools = new HashMap<>();

  Map<String, Org> all() {
    return orgs;
  }

  void add(String id, Org org) {
    orgs.putIfAbsent(id, org);
  }

  /** Returns what an organisation is; null if it is neither school nor district. */
  static @Nullable Level level(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (DISTRICTS.contains(lower)) {
      return Level.DISTRICT;
    }
    return ABOVE.contains(lower) || PARTS_OF_SCHOOLS.contains(lower) ? null : Level.SCHOOL;
  }

  /**
   * Returns the school that an organisation is or is a part of, such as a department; empty if it
   * is above schools. An organisation without a row is taken for a school.
   */
  String school(String id) {
    return schools.computeIfAbsent(id, this::findSchool);
  }

  private String findSchool(String id) {
    String now = id;
    for (int i = 0; i < HIGHEST; i++) {
      Org org = orgs.get(now);
      if (org == null) {
        return now;
      }
      if (!PARTS_OF_SCHOOLS.contains(org.type().toLowerCase(Locale.ROOT))) {
        return level(org.type()) == Level.SCHOOL ? now : "";
      }
      if (org.parent().isEmpty()) {
        return "";
      }
      now = org.parent();
    }
    return "";
  }

  /** Returns the district of a school; "unknown" if none stands above it. */
  DistrictId district(String school) {
    Org org = orgs.get(school);
    for (int i = 0; org != null && i < HIGHEST; i++) {
      String above = org.parent();
      org = orgs.get(above);
      if (org != null && level(org.type()) == Level.DISTRICT) {
        return new DistrictId(above);
      }
    }
    return NO_DISTRICT;
  }

  /** Returns what an organisation is called: its name, else its id. */
  String name(UnitId unit) {
    Org org = orgs.get(unit.code());
    return org == null || org.name().isEmpty() ? unit.code() : org.name();
  }
}
