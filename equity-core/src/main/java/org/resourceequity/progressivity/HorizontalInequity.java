package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.sample.Condition.ENOUGH_UNITS;
import static org.resourceequity.sample.Condition.INDEPENDENT_COLUMNS;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.PairedSample;

/** Horizontal inequity: the concentration that need does not account for. */
public final class HorizontalInequity {

  static final String NAME = "horizontal-inequity";
  private static final String CONTROL = "control=";

  private HorizontalInequity() {}

  /**
   * Returns the concentration index of the value minus that of what need predicts, the controls
   * being at their means. Units are ranked by the first covariate. 0 if the value is what need
   * predicts.
   *
   * @param needs names of covariates that justify differences
   * @param controls names of covariates that are held constant
   */
  public static Metric<PairedSample> of(List<String> needs, List<String> controls) {
    List<String> names = new ArrayList<>(needs);
    names.addAll(controls);
    List<String> parts = new ArrayList<>(needs);
    controls.forEach(control -> parts.add(CONTROL + control));
    if (needs.isEmpty()) {
      throw new IllegalArgumentException("no need named, expected at least one covariate");
    }
    return new FittedMetric(
        MetricInfo.of(
                NAME + ":" + String.join(",", parts),
                "CC-HI",
                "Horizontal inequity",
                PairedSample.class)
            .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, new HasCovariates(names))
            .requires(ENOUGH_UNITS, INDEPENDENT_COLUMNS)
            .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("C(y) - C(\\hat y_{need})")
            .reading("Beyond what need accounts for, the resource is concentrated by {value}.")
            .reference(
                "Wagstaff, A. and van Doorslaer, E. (2000), Measuring and testing for inequity in"
                    + " the delivery of health care, doi:10.2307/146369"),
        s ->
            Design.of(s)
                .with(names.toArray(String[]::new))
                .fit()
                .map(fit -> beyond(s, fit, needs)));
  }

  /** Controls at their means and the intercept are constants, which no covariance sees. */
  private static double beyond(PairedSample sample, Regression fit, List<String> needs) {
    double[] beyond = sample.values();
    for (String need : needs) {
      double[] column = sample.covariate(need);
      for (int i = 0; i < beyond.length; i++) {
        beyond[i] -= fit.coefficient(need) * column[i];
      }
    }
    return 2 * sample.covariance(beyond, sample.ranks()) / sample.meanValue();
  }

  static Metric<PairedSample> parse(MetricId id) {
    return of(
        id.parameters().stream().filter(part -> !part.startsWith(CONTROL)).toList(),
        id.parameters().stream()
            .filter(part -> part.startsWith(CONTROL))
            .map(part -> part.substring(CONTROL.length()))
            .toList());
  }
}
