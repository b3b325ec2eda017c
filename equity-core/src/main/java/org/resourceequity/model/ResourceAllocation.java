package org.resourceequity.model;

import java.util.List;

/**
 * What one unit has of one resource in a year: dollars, staff, classes.
 *
 * @param unit the school or district
 * @param resource the resource
 * @param year the school year
 * @param amount how much, or why it is not known
 */
public record ResourceAllocation(UnitId unit, Operand resource, SchoolYear year, Cell amount) {

  static List<ResourceAllocation> of(EquityData data, UnitId id, SchoolYear year) {
    return data.columns().keySet().stream()
        .filter(
            key ->
                key.level() == id.level()
                    && key.year().equals(year)
                    && key.what().unit() != Measurement.STUDENTS
                    && key.what().unit() != Measurement.SHARE)
        .map(key -> new ResourceAllocation(id, key.operand(), year, data.cell(id, key)))
        .toList();
  }
}
