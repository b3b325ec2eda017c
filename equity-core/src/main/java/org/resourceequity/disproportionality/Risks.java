package org.resourceequity.disproportionality;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.RiskCounts;

/** Risk of each group with members. */
final class Risks implements Profile<RiskCounts> {

  private static final MetricInfo INFO =
      MetricInfo.of("risks", "DP-RISK", "Risk by group", RiskCounts.class)
          .range(0, 1)
          .also("AC-PART", "participation rate: the event is enrolment")
          .also("AC-TURN", "turnover: people are teachers, the event is to have left")
          .also("AC-CONFL", "events are unmet requests among requests, or students in conflict")
          .requires(Condition.SOME_UNITS)
          .claims(Axiom.SIZE_INVARIANCE)
          .formula("R_g = a_g / n_g")
          .reading("The share of each group that has the event.")
          .reference("34 CFR 300.647(a)");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public UnitValues formula(RiskCounts sample) {
    List<String> names = new ArrayList<>();
    List<Double> risks = new ArrayList<>();
    for (int g = 0; g < sample.groups().size(); g++) {
      RiskCounts.Risk risk = sample.risk(g);
      if (risk.population() > 0) {
        names.add(sample.groups().get(g));
        risks.add(risk.value());
      }
    }
    return UnitValues.of(names, risks.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
