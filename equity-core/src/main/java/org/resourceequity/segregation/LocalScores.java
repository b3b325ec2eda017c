package org.resourceequity.segregation;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/** Local segregation of each unit; units without members have a score of 0. */
final class LocalScores implements Profile<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("local-scores", "SM-LOCAL", "Local segregation scores", CrossTab.class)
          .range(0, Double.MAX_VALUE)
          .unit("nats")
          .requires(Condition.SOME_UNITS)
          .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
          .formula("ls_u = \\sum_g p_{g|u}\\ln(p_{g|u}/P_g),\\quad \\sum_u p_u ls_u = M")
          .reading("How much each school's mix of students differs from that of all schools.")
          .reference("Mora, R. and Ruiz-Castillo, J. (2011), Entropy-based segregation indices");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public UnitValues formula(CrossTab sample) {
    double[] scores = MutualInformation.scores(sample);
    double all = sample.total();
    for (int i = 0; i < scores.length; i++) {
      double members = sample.unitTotal(i);
      scores[i] = members > 0 ? scores[i] / (members / all) : 0;
    }
    return UnitValues.of(sample.units().keys(), scores);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
