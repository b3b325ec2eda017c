package org.resourceequity.inequality;

import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;

/**
 * Did the spread become smaller? The change of an index between two periods, negative if units came
 * closer together. The standard error of the change follows from the influences in both periods, of
 * which the units they share are matched.
 */
final class SigmaConvergence implements Comparison<Distribution, Double> {

  static final String NAME = "sigma-convergence";

  /** By the standard deviation of logarithms. */
  static final SigmaConvergence OF_LOGS =
      new SigmaConvergence(
          NAME,
          "standard deviation of logarithms",
          "\\sigma(\\ln x)",
          DispersionMetrics.SD_OF_LOGS);

  /** By the coefficient of variation, which zeros do not harm. */
  static final SigmaConvergence OF_CV =
      new SigmaConvergence(NAME + ":cv", "coefficient of variation", "CV", InequalityMetrics.CV);

  private final Influential<Distribution> index;
  private final MetricInfo info;

  private SigmaConvergence(
      String id, String words, String symbol, Influential<Distribution> index) {
    this.index = index;
    this.info =
        MetricInfo.of(id, "CH-SIGMA", "Sigma convergence, " + words, Distribution.class)
            .requires(index.info().requires().toArray(Requirement[]::new))
            .requires(Condition.REPRESENTABLE)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE,
                Axiom.ANTISYMMETRY)
            .formula(symbol + "_2 - " + symbol + "_1")
            .reading("The spread changed by {value}; below 0, units came closer together.")
            .reference("Barro, R. and Sala-i-Martin, X. (1992), Convergence, doi:10.1086/261816");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Double formula(Change<Distribution> change) {
    return index.formula(change.after()) - index.formula(change.before());
  }

  @Override
  public Outcome<Double> measure(Change<Distribution> change) {
    return index
        .measure(change.before())
        .flatMap(before -> index.measure(change.after()).map(after -> after - before));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
