package org.resourceequity.sample;

import java.util.Optional;

/**
 * The requirement that the events and the population of the compared groups are not too small.
 *
 * @param cell smallest number of events
 * @param population smallest number of people
 */
public record MinimumCounts(double cell, double population) implements Requirement {

  @Override
  public String name() {
    return "MINIMUM_COUNTS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof RiskCounts counts)) {
      return Optional.empty();
    }
    RiskCounts.Risk focus = counts.focus();
    RiskCounts.Risk comparison = counts.compared();
    double people = Math.min(focus.population(), comparison.population());
    double events = Math.min(focus.events(), comparison.events());
    if (people < population) {
      return Optional.of("a group has " + people + " members, fewer than " + population);
    }
    return events < cell
        ? Optional.of("a group has " + events + " events, fewer than " + cell)
        : Optional.empty();
  }
}
