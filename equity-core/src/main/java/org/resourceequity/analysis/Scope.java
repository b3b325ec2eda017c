package org.resourceequity.analysis;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;

/**
 * Which units and which year an answer is about.
 *
 * @param units level of the units: schools or districts
 * @param district only units of this district; null for all
 * @param level only schools of this kind; null for all
 * @param year the year of the main quantity; null for the latest that has it
 * @param yearGap how many years apart the columns of one answer may be; 0 unless the caller says so
 */
public record Scope(
    Level units,
    @Nullable DistrictId district,
    @Nullable SchoolLevel level,
    @Nullable SchoolYear year,
    int yearGap)
    implements Serializable {

  /** Checks the gap. */
  public Scope {
    Checks.atLeast(yearGap, 0, "year gap");
  }

  /** Returns the scope of all schools. */
  public static Scope schools() {
    return new Scope(Level.SCHOOL, null, null, null, 0);
  }

  /** Returns the scope of all districts. */
  public static Scope districts() {
    return new Scope(Level.DISTRICT, null, null, null, 0);
  }

  /** Returns the same scope with units of another level. */
  public Scope at(Level units) {
    return new Scope(units, district, level, year, yearGap);
  }

  /** Returns the same scope, limited to a district; null lifts the limit. */
  public Scope in(@Nullable DistrictId district) {
    return new Scope(units, district, level, year, yearGap);
  }

  /** Returns the same scope, limited to schools of a kind; null lifts the limit. */
  public Scope of(@Nullable SchoolLevel level) {
    return new Scope(units, district, level, year, yearGap);
  }

  /** Returns the same scope in a year; null means the latest. */
  public Scope during(@Nullable SchoolYear year) {
    return new Scope(units, district, level, year, yearGap);
  }

  /** Returns the same scope with columns up to some years apart. */
  public Scope withYearGap(int years) {
    return new Scope(units, district, level, year, years);
  }
}
