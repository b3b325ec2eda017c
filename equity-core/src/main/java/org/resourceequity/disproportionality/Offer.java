package org.resourceequity.disproportionality;

import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * One side's way to the event: how many people there are, how many could, how many do.
 *
 * @param people all of the side
 * @param withAccess those in units that offer the event
 * @param enrolled those of them with the event
 * @param elsewhere people with the event in units that do not offer it
 */
record Offer(double people, double withAccess, double enrolled, double elsewhere) {

  /** Somebody in the group in focus is in a unit that offers the event. */
  static final Requirement HAS_ACCESS = new HasAccess();

  static Offer ofFocus(RiskCounts sample) {
    return of(sample, group(sample, sample.focusGroup()));
  }

  /** The side that the group is compared with, in the table where that side is. */
  static Offer ofCompared(RiskCounts sample) {
    RiskComparison comparison = sample.comparison();
    if (comparison instanceof RiskComparison.Reference reference) {
      return of(sample, group(sample, reference.group()));
    }
    RiskCounts table =
        comparison instanceof RiskComparison.AllOthersIn elsewhere ? elsewhere.table() : sample;
    boolean everybody = comparison instanceof RiskComparison.Total;
    boolean[] chosen = group(table, sample.focusGroup());
    for (int g = 0; g < chosen.length; g++) {
      chosen[g] = everybody || !chosen[g];
    }
    return of(table, chosen);
  }

  private static boolean[] group(RiskCounts table, String name) {
    boolean[] chosen = new boolean[table.groups().size()];
    chosen[table.groups().indexOf(name)] = true;
    return chosen;
  }

  private static Offer of(RiskCounts table, boolean[] chosen) {
    ExactSum people = new ExactSum();
    ExactSum withAccess = new ExactSum();
    ExactSum enrolled = new ExactSum();
    ExactSum elsewhere = new ExactSum();
    for (int g = 0; g < chosen.length; g++) {
      for (int i = 0; chosen[g] && i < table.size(); i++) {
        people.add(table.population(g, i));
        if (table.isOffered(i)) {
          withAccess.add(table.population(g, i));
          enrolled.add(table.events(g, i));
        } else {
          elsewhere.add(table.events(g, i));
        }
      }
    }
    return new Offer(people.value(), withAccess.value(), enrolled.value(), elsewhere.value());
  }

  double access() {
    return withAccess / people;
  }

  double participation() {
    return enrolled / people;
  }

  double uptake() {
    return enrolled / withAccess;
  }

  private record HasAccess() implements Requirement {
    @Override
    public String name() {
      return "EVERY_GROUP";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return sample instanceof RiskCounts counts && !(ofFocus(counts).withAccess() > 0)
          ? Optional.of("nobody of group \"" + counts.focusGroup() + "\" has access")
          : Optional.empty();
    }
  }
}
