package org.resourceequity.reference;

import static org.resourceequity.inequality.AdequacyMetrics.fgt;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.THEIL_L;
import static org.resourceequity.inequality.InequalityMetrics.THEIL_T;
import static org.resourceequity.inequality.InequalityMetrics.atkinson;
import static org.resourceequity.inequality.InequalityMetrics.generalisedEntropy;
import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import java.util.List;
import org.resourceequity.inference.Bootstrap;
import org.resourceequity.inference.Estimate;
import org.resourceequity.inference.Interval;
import org.resourceequity.inference.Resampled;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Distribution;

/** The cases of the family "inference". The random ones have tolerances of their own. */
final class InferenceCases extends CaseTable {

  InferenceCases() {
    super("inference");
    add("bootstrap_bias", c -> bootstrap(c).bias());
    add("bootstrap_debiased_estimate", c -> bootstrap(c).debiased());
    add("bootstrap_standard_error", c -> bootstrap(c).standardError());
    add("bootstrap_confidence_interval", c -> ends(bootstrap(c).debiasedPercentiles(0.95)));
    add("standard_error_gini", c -> error(GINI, c));
    add("standard_error_theil_t", c -> error(THEIL_T, c));
    add("standard_error_theil_l", c -> error(THEIL_L, c));
    add("standard_error_ge_2", c -> error(generalisedEntropy(2), c));
    add("standard_error_atkinson_0.5", c -> error(atkinson(0.5), c));
    add("standard_error_atkinson_1", c -> error(atkinson(1), c));
    add("standard_error_fgt", c -> error(fgt(c.number("alpha"), c.number("target")), c));
  }

  private static Resampled bootstrap(Case reference) {
    Bootstrap bootstrap = Bootstrap.byStudents((int) reference.number("replicates"), 20240917);
    return switch (reference.text("statistic")) {
      case "M" -> bootstrap.run(MUTUAL_INFORMATION, reference.table()).get();
      case "H" -> bootstrap.run(THEIL_H, reference.table()).get();
      case "D" -> bootstrap.run(DISSIMILARITY, reference.pair()).get();
      default -> throw new IllegalArgumentException(reference.text("statistic"));
    };
  }

  private static List<Double> ends(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static Outcome<Double> error(Influential<Distribution> metric, Case reference) {
    return Estimate.byUnits(metric, reference.distribution()).map(Estimate::standardError);
  }
}
