package org.resourceequity.inequality;

import java.util.Arrays;
import java.util.function.Function;
import org.resourceequity.internal.RunningSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Dominance;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Which of two distributions has the higher curve everywhere: FIRST means that the curve of the
 * first is nowhere below. Heights that differ by rounding alone are the same. O(n log n).
 */
final class CurveDominance implements Comparison<Distribution, Verdict> {

  private static final double SLACK = 1e-12;

  /** More equal by every index that falls with transfers and does not depend on scale. */
  static final CurveDominance LORENZ =
      new CurveDominance(
          MetricInfo.of("lorenz-dominance", "HD-DOM", "Lorenz dominance", Distribution.class)
              .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
              .claims(Axiom.ANONYMITY, Axiom.SCALE_INVARIANCE, Axiom.REPLICATION_INVARIANCE)
              .formula("L_A(p) \\ge L_B(p) \\text{ for all } p")
              .reading("Whether every reasonable index of inequality gives the same order.")
              .reference(
                  "Atkinson, A. B. (1970), On the measurement of inequality,"
                      + " doi:10.1016/0022-0531(70)90039-6"),
          sample -> InequalityMetrics.LORENZ_CURVE.formula(sample),
          false);

  /** Better by every welfare function that rises with each value and with transfers. */
  static final CurveDominance GENERALISED_LORENZ =
      new CurveDominance(
          MetricInfo.of(
                  "generalised-lorenz-dominance",
                  "HD-DOM",
                  "Generalised Lorenz dominance",
                  Distribution.class)
              .unit("unit of the value")
              .requires(Condition.SOME_UNITS)
              .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.SCALE_EQUIVARIANCE)
              .formula("\\mu_A L_A(p) \\ge \\mu_B L_B(p) \\text{ for all } p")
              .reading("Whether the lowest students have more in one of them, however many count.")
              .reference(
                  "Shorrocks, A. F. (1983), Ranking income distributions, doi:10.2307/2554117"),
          sample -> InequalityMetrics.GENERALISED_LORENZ_CURVE.formula(sample),
          true);

  /** More equal by every index that falls with transfers and does not depend on the level. */
  static final CurveDominance ABSOLUTE_LORENZ =
      new CurveDominance(
          MetricInfo.of(
                  "absolute-lorenz-dominance",
                  "HD-DOM",
                  "Absolute Lorenz dominance",
                  Distribution.class)
              .unit("unit of the value")
              .requires(Condition.SOME_UNITS)
              .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.SCALE_EQUIVARIANCE)
              .formula("\\mu_A (L_A(p)-p) \\ge \\mu_B (L_B(p)-p) \\text{ for all } p")
              .reading("Whether every index of differences in dollars gives the same order.")
              .reference(
                  "Moyes, P. (1987), A new concept of Lorenz domination, Economics Letters 23"),
          CurveDominance::aboveEquality,
          true);

  /** Better for everybody: the quantiles are nowhere lower. */
  static final CurveDominance FIRST_ORDER =
      new CurveDominance(
          MetricInfo.of(
                  "first-order-dominance", "HD-DOM", "First-order dominance", Distribution.class)
              .unit("unit of the value")
              .requires(Condition.SOME_UNITS)
              .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.SCALE_EQUIVARIANCE)
              .formula("Q_A(p) \\ge Q_B(p) \\text{ for all } p")
              .reading("Whether students at every rank have at least as much in one of them.")
              .reference(
                  "Saposnik, R. (1981), Rank-dominance in income distributions,"
                      + " Public Choice 36"),
          CurveDominance::quantiles,
          true);

  private final MetricInfo info;
  private final Function<Distribution, Points> curve;
  private final boolean inUnits;

  /** The heights are shares, or numbers in the unit of the values. */
  private CurveDominance(MetricInfo info, Function<Distribution, Points> curve, boolean inUnits) {
    this.info = info;
    this.curve = curve;
    this.inUnits = inUnits;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Verdict formula(Change<Distribution> change) {
    double scale = inUnits ? Math.max(largest(change.before()), largest(change.after())) : 1;
    return Dominance.compare(
        curve.apply(change.before()), curve.apply(change.after()), SLACK * scale);
  }

  private static double largest(Distribution sample) {
    double largest = 0;
    for (int i = 0; i < sample.size(); i++) {
      largest = Math.max(largest, sample.weight(i) > 0 ? Math.abs(sample.value(i)) : 0);
    }
    return largest;
  }

  /** Returns what the lowest hold, less what they would at equality: \(\mu(L(p)-p)\). */
  private static Points aboveEquality(Distribution sample) {
    Points held = InequalityMetrics.GENERALISED_LORENZ_CURVE.formula(sample);
    double mean = sample.mean();
    double[] x = new double[held.size()];
    double[] y = new double[held.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = held.x(i);
      y[i] = held.y(i) - x[i] * mean;
    }
    return Points.of(x, y);
  }

  /** Returns the quantiles as steps: two points for each value. */
  private static Points quantiles(Distribution sample) {
    Distribution sorted = sample.sorted();
    double all = sorted.totalWeight();
    double[] x = new double[2 * sorted.size()];
    double[] y = new double[2 * sorted.size()];
    RunningSum weight = new RunningSum();
    int points = 0;
    for (int i = 0; i < sorted.size(); i++) {
      boolean isNew = i == 0 || sorted.value(i) != sorted.value(i - 1);
      if (isNew) {
        x[points] = weight.value() / all;
        y[points] = sorted.value(i);
        points += 2;
      }
      weight.add(sorted.weight(i));
      x[points - 1] = Math.min(1, weight.value() / all);
      y[points - 1] = sorted.value(i);
    }
    return Points.of(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
