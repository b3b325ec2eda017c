package org.resourceequity.sample;

import java.util.Optional;

/** The requirement that the group in focus of a table has members, whatever the other groups. */
public record FocusHasMembers() implements Requirement {

  @Override
  public String name() {
    return "EVERY_GROUP";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    return sample instanceof CrossTab table && !(table.groupTotal(table.focus()) > 0)
        ? Optional.of("group \"" + table.groups().get(table.focus()) + "\" has no members")
        : Optional.empty();
  }
}
