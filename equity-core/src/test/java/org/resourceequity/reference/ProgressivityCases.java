package org.resourceequity.reference;

import static org.resourceequity.progressivity.ConcentrationMetrics.CONCENTRATION_INDEX;
import static org.resourceequity.progressivity.ConcentrationMetrics.GENERALISED;
import static org.resourceequity.progressivity.ConcentrationMetrics.erreygers;
import static org.resourceequity.progressivity.ConcentrationMetrics.extended;
import static org.resourceequity.progressivity.ConcentrationMetrics.slopeIndex;
import static org.resourceequity.progressivity.ConcentrationMetrics.wagstaff;
import static org.resourceequity.progressivity.NeutralityMetrics.WEALTH_CORRELATION;
import static org.resourceequity.progressivity.NeutralityMetrics.WEALTH_ELASTICITY;
import static org.resourceequity.progressivity.NeutralityMetrics.WEALTH_ELASTICITY_OF_LOGS;
import static org.resourceequity.progressivity.NeutralityMetrics.WEALTH_SLOPE;
import static org.resourceequity.progressivity.NeutralityMetrics.WEALTH_SPEARMAN;
import static org.resourceequity.progressivity.ProgressivityMetrics.KAKWANI;
import static org.resourceequity.progressivity.ProgressivityMetrics.PROGRESSIVITY_GAP;
import static org.resourceequity.progressivity.ProgressivityMetrics.PROGRESSIVITY_RATIO;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.Coefficient;
import org.resourceequity.progressivity.Controls;
import org.resourceequity.progressivity.FundingMetrics;
import org.resourceequity.progressivity.NeedGroups;
import org.resourceequity.progressivity.Regression;
import org.resourceequity.progressivity.Regression.Errors;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/** The cases of the family "progressivity". */
final class ProgressivityCases extends CaseTable {

  ProgressivityCases() {
    super("progressivity");
    regression();
    need();
    concentration();
  }

  private void regression() {
    add("r_squared", c -> fit(c).rSquared());
    add("regression_coefficient", c -> fit(c).coefficient(term(c)));
    add("regression_standard_error", c -> estimate(c, Errors.CLASSICAL).map(Coefficient::error));
    add("regression_p_value", c -> estimate(c, Errors.CLASSICAL).map(Coefficient::pValue));
    add(
        "regression_confidence_interval",
        c -> {
          Coefficient estimate = estimate(c, Errors.CLASSICAL).get();
          return List.of(estimate.low(c.number("level")), estimate.high(c.number("level")));
        });
    add(
        "regression_robust_se",
        c -> estimate(c, Errors.valueOf(c.text("kind"))).map(Coefficient::error));
    add(
        "regression_cluster_se",
        c -> {
          Data rows = new Formula(c.text("formula")).rows(c);
          Partition clusters = Partition.of(Arrays.asList(rows.texts(c.text("cluster"))));
          return fit(c).estimate(term(c), clusters).map(Coefficient::error);
        });
  }

  private static Regression fit(Case reference) {
    return new Formula(reference.text("formula")).fit(reference).get();
  }

  private static Outcome<Coefficient> estimate(Case reference, Errors errors) {
    return fit(reference).estimate(term(reference), errors);
  }

  private static String term(Case reference) {
    String term = reference.text("term");
    return term.equals("(Intercept)") ? Regression.INTERCEPT : term;
  }

  private void need() {
    add("correlation_pearson", c -> WEALTH_CORRELATION.measure(c.paired()));
    add("correlation_spearman", c -> WEALTH_SPEARMAN.measure(c.paired()));
    add("fiscal_neutrality_slope", c -> WEALTH_SLOPE.measure(c.paired()));
    add("fiscal_neutrality_elasticity", c -> WEALTH_ELASTICITY_OF_LOGS.measure(c.paired()));
    add("fiscal_neutrality_elasticity_at_means", c -> WEALTH_ELASTICITY.measure(c.paired()));
    add("kakwani_index", c -> KAKWANI.measure(c.paired()));
    add("progressivity_exposure_gap", c -> PROGRESSIVITY_GAP.measure(byShare(c)));
    add("progressivity_exposure_ratio", c -> PROGRESSIVITY_RATIO.measure(byShare(c)));
    add(
        "high_low_poverty_ratio",
        c ->
            FundingMetrics.groupRatio(new NeedGroups.StudentQuantiles(4))
                .measure(c.paired(c.text("column"), c.text("need"))));
    add("progressivity_ratio", ProgressivityCases::predictedRatio);
  }

  /** Need is the share of poor students: those of the case, per student. */
  private static PairedSample byShare(Case reference) {
    Data rows = reference.weighed(reference.text("column"), "poverty_rate");
    double[] share = rows.numbers("poverty_rate / 100");
    return PairedSample.of(
        Units.numbered(rows.size()),
        rows.numbers(reference.text("column")),
        reference.weights(rows),
        Map.of("need", share));
  }

  /** The model of the cases: the log of the value by poverty in per cent and the log of size. */
  private static Outcome<Double> predictedRatio(Case reference) {
    Data rows = reference.weighed("rev_pp", "poverty_rate", "enroll");
    Map<String, double[]> covariates = new java.util.LinkedHashMap<>();
    covariates.put("need", rows.numbers("poverty_rate"));
    covariates.put("log-enrolment", rows.numbers("log(enroll)"));
    PairedSample sample =
        PairedSample.of(
            Units.numbered(rows.size()),
            rows.numbers("rev_pp"),
            reference.weights(rows),
            covariates);
    return FundingMetrics.predictedRatio(
            reference.number("high"), reference.number("low"), Controls.of("log-enrolment"))
        .measure(sample);
  }

  private void concentration() {
    add("concentration_index", c -> CONCENTRATION_INDEX.measure(c.paired()));
    add("extended_concentration_index", c -> extended(c.number("nu")).measure(c.paired()));
    add("CC-C", c -> CONCENTRATION_INDEX.measure(c.paired()));
    add(
        "CC-C: relative concentration index",
        c -> CONCENTRATION_INDEX.measure(c.paired("est", "order")));
    add("CC-GC", c -> GENERALISED.measure(c.paired()));
    add("CC-CNU", c -> extended(c.number("nu")).measure(c.paired()));
    add("CC-ERR", c -> erreygers(c.number("lower"), c.number("upper")).measure(c.paired()));
    add("CC-WAG", c -> wagstaff(c.number("lower"), c.number("upper")).measure(c.paired()));
    add(
        "CC-SII",
        c ->
            slopeIndex(0, c.number("scale"))
                .measure(PairedSample.of(c.numbers("est"), c.numbers("pop"), c.numbers("order"))));
  }
}
