package org.resourceequity.model;

import java.util.Comparator;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * Brings together what two directories say about the same unit in the same year. A name that is the
 * unit's code, an empty state, no grades and the constants UNKNOWN are not known.
 */
final class Facts {

  private static final Comparator<SchoolFacts> BY_GRADES =
      Comparator.comparing((SchoolFacts facts) -> facts.span() == null)
          .thenComparing(SchoolFacts::level)
          .thenComparing(facts -> String.valueOf(facts.span()));

  private Facts() {}

  /** Returns what either knows; where both do, the smaller is taken, so that order is no matter. */
  static SchoolFacts merged(SchoolId id, SchoolFacts a, SchoolFacts b) {
    SchoolFacts grades = BY_GRADES.compare(a, b) <= 0 ? a : b;
    return new SchoolFacts(
        a.year(),
        smaller(a.name(), b.name(), id.code()),
        smaller(a.district(), b.district()),
        grades.level(),
        grades.span(),
        smaller(a.titleI(), b.titleI()),
        a.charter() || b.charter(),
        smaller(a.locale(), b.locale()));
  }

  /** Returns what either knows, as for schools. */
  static DistrictFacts merged(DistrictId id, DistrictFacts a, DistrictFacts b) {
    return new DistrictFacts(
        a.year(),
        smaller(a.name(), b.name(), id.code()),
        smaller(a.state(), b.state(), ""),
        smaller(a.type(), b.type()),
        a.charter() || b.charter(),
        smaller(a.locale(), b.locale()));
  }

  /** Returns the first facts, completed by what only the others know. */
  static SchoolFacts completed(SchoolId id, SchoolFacts first, SchoolFacts other) {
    boolean grades = first.span() == null && first.level() == SchoolLevel.UNKNOWN;
    return new SchoolFacts(
        first.year(),
        known(first.name(), other.name(), id.code()),
        first.district(),
        grades ? other.level() : first.level(),
        grades ? other.span() : first.span(),
        known(first.titleI(), other.titleI(), TitleI.UNKNOWN),
        first.charter() || other.charter(),
        known(first.locale(), other.locale(), Locale.UNKNOWN));
  }

  /** Returns the first facts, completed by what only the others know. */
  static DistrictFacts completed(DistrictId id, DistrictFacts first, DistrictFacts other) {
    return new DistrictFacts(
        first.year(),
        known(first.name(), other.name(), id.code()),
        known(first.state(), other.state(), ""),
        known(first.type(), other.type(), DistrictType.UNKNOWN),
        first.charter() || other.charter(),
        known(first.locale(), other.locale(), Locale.UNKNOWN));
  }

  private static <T> T known(T first, T other, T unknown) {
    return first.equals(unknown) ? other : first;
  }

  private static String smaller(String a, String b, String unknown) {
    return a.equals(unknown) ? b : b.equals(unknown) ? a : smaller(a, b);
  }

  // UNKNOWN is the last constant of its kind.
  private static <T extends Comparable<? super T>> T smaller(T a, T b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
