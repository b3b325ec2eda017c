package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * The id of a unit within one id scheme: a code that is text, with its leading zeros.
 *
 * <p>Ordered by level, then by code.
 */
public sealed interface UnitId extends Comparable<UnitId>, Serializable {

  /** Returns the level of the unit. */
  Level level();

  /** Returns the code as published, "01611190130229". */
  String code();

  /** Returns the id of a unit of the given level. */
  static UnitId of(Level level, String code) {
    return switch (level) {
      case STATE -> new StateId(code);
      case DISTRICT -> new DistrictId(code);
      case SCHOOL -> new SchoolId(code);
      case SECTION -> new SectionId(code);
    };
  }

  @Override
  default int compareTo(UnitId other) {
    int byLevel = level().compareTo(other.level());
    return byLevel != 0 ? byLevel : code().compareTo(other.code());
  }

  /**
   * A state.
   *
   * @param code postal or FIPS code
   */
  record StateId(String code) implements UnitId {
    /** Checks the code. */
    public StateId {
      Checks.notBlank(code, "state id");
    }

    @Override
    public Level level() {
      return Level.STATE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof StateId id && code.equals(id.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /**
   * A district.
   *
   * @param code the district's code in its scheme
   */
  record DistrictId(String code) implements UnitId {
    /** Checks the code. */
    public DistrictId {
      Checks.notBlank(code, "district id");
    }

    @Override
    public Level level() {
      return Level.DISTRICT;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof DistrictId id && code.equals(id.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /**
   * A school.
   *
   * @param code the school's code in its scheme
   */
  record SchoolId(String code) implements UnitId {
    /** Checks the code. */
    public SchoolId {
      Checks.notBlank(code, "school id");
    }

    @Override
    public Level level() {
      return Level.SCHOOL;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof SchoolId id && code.equals(id.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /**
   * A class.
   *
   * @param code the section's code in its scheme
   */
  record SectionId(String code) implements UnitId {
    /** Checks the code. */
    public SectionId {
      Checks.notBlank(code, "section id");
    }

    @Override
    public Level level() {
      return Level.SECTION;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof SectionId id && code.equals(id.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }
}
