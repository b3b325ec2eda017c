package org.resourceequity.sample;

import java.util.Optional;

/**
 * The requirement that the group in focus of a table or of risks has members, whatever the other
 * groups.
 */
public record FocusHasMembers() implements Requirement {

  @Override
  public String name() {
    return "EVERY_GROUP";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (sample instanceof CrossTab table) {
      return checked(table.groups().get(table.focus()), table.groupTotal(table.focus()));
    }
    return sample instanceof RiskCounts risks
        ? checked(risks.focusGroup(), risks.focus().population())
        : Optional.empty();
  }

  private static Optional<String> checked(String group, double members) {
    return members > 0 ? Optional.empty() : Optional.of("group \"" + group + "\" has no members");
  }
}
