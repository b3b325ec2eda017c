package org.resourceequity.model;

import java.util.List;
import java.util.Optional;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * A school, as a view of the store.
 *
 * @param data the store
 * @param id the school's id
 */
public record School(EquityData data, SchoolId id) {

  /** Returns the school's name. */
  public String name() {
    return data.name(id);
  }

  /** Returns what the directory says about it in its latest year. */
  public Optional<SchoolFacts> facts() {
    return data.facts(id).isEmpty()
        ? Optional.empty()
        : Optional.of(data.facts(id).lastEntry().getValue());
  }

  /** Returns the number of students in a year, or why it is not known. */
  public Cell enrolment(SchoolYear year) {
    return data.cell(id, Operands.ENROLMENT.at(Level.SCHOOL, year));
  }

  /** Returns the money and staff known for the school in a year. */
  public List<ResourceAllocation> resources(SchoolYear year) {
    return ResourceAllocation.of(data, id, year);
  }

  /** Returns the student groups counted for the school in a year. */
  public List<StudentGroup> students(SchoolYear year) {
    return StudentGroup.of(data, id, year);
  }

  @Override
  public String toString() {
    return name() + " (" + id.code() + ")";
  }
}
