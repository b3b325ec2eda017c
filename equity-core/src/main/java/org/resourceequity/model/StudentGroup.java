package org.resourceequity.model;

import java.util.List;

/**
 * The number of students of a group in one unit and year.
 *
 * @param unit the school or district
 * @param group the group
 * @param year the school year
 * @param count the number of students, or why it is not known
 */
public record StudentGroup(UnitId unit, Group group, SchoolYear year, Cell count) {

  static List<StudentGroup> of(EquityData data, UnitId id, SchoolYear year) {
    return data.columns().keySet().stream()
        .filter(
            key ->
                key.level() == id.level()
                    && key.year().equals(year)
                    && key.what().equals(Operands.ENROLMENT.what()))
        .map(key -> new StudentGroup(id, key.group(), year, data.cell(id, key)))
        .toList();
  }
}
