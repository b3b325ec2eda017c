package org.resourceequity.model;

import java.util.List;
import java.util.Optional;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * A district, as a view of the store.
 *
 * @param data the store
 * @param id the district's id
 */
public record District(EquityData data, DistrictId id) {

  /** Returns the district's name. */
  public String name() {
    return data.name(id);
  }

  /** Returns what the directory says about it in its latest year. */
  public Optional<DistrictFacts> facts() {
    return data.facts(id).isEmpty()
        ? Optional.empty()
        : Optional.of(data.facts(id).lastEntry().getValue());
  }

  /** Returns the schools that stand below it, in key order. */
  public List<School> schools() {
    return data.below(id).stream()
        .filter(school -> school.level() == Level.SCHOOL)
        .map(school -> new School(data, (SchoolId) school))
        .toList();
  }

  /** Returns the money and staff known for the district in a year. */
  public List<ResourceAllocation> resources(SchoolYear year) {
    return ResourceAllocation.of(data, id, year);
  }

  /** Returns the student groups counted for the district in a year. */
  public List<StudentGroup> students(SchoolYear year) {
    return StudentGroup.of(data, id, year);
  }

  @Override
  public String toString() {
    return name() + " (" + id.code() + ")";
  }
}
