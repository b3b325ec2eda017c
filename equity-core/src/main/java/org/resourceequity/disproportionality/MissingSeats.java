package org.resourceequity.disproportionality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.RiskCounts;

/**
 * Seats that a group lacks at parity with everybody: "access" because its units have few seats for
 * their people, "assignment" because it gets fewer of the seats within its units. Undefined for a
 * group without members.
 */
final class MissingSeats implements Split<RiskCounts> {

  private static final MetricInfo INFO =
      MetricInfo.of("missing-seats", "AC-SEATS", "Missing seats", RiskCounts.class)
          .unit("seats")
          .requires(Condition.SOME_UNITS, new FocusHasMembers())
          .formula("\\sum_i (r-r_i)n_{ig} + \\sum_i (r_in_{ig}-a_{ig}),\\quad r = a/n")
          .reading("Seats the group would have at parity and has not, by access and assignment.")
          .reference("After the seat counts of EdTrust");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Parts formula(RiskCounts sample) {
    int focus = sample.groups().indexOf(sample.focusGroup());
    double rate = sample.total().value();
    ExactSum access = new ExactSum();
    ExactSum assignment = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      double seats = 0;
      double people = 0;
      for (int g = 0; g < sample.groups().size(); g++) {
        seats += sample.events(g, i);
        people += sample.population(g, i);
      }
      if (people > 0) {
        double own = sample.population(focus, i);
        access.add((rate - seats / people) * own);
        assignment.add(seats / people * own - sample.events(focus, i));
      }
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("access", access.value());
    parts.put("assignment", assignment.value());
    RiskCounts.Risk group = sample.focus();
    return new Parts(group.population() * rate - group.events(), parts);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
