package org.resourceequity.reference;

import static org.resourceequity.progressivity.ConcentrationMetrics.ABSOLUTE;
import static org.resourceequity.progressivity.ConcentrationMetrics.CONCENTRATION_INDEX;
import static org.resourceequity.progressivity.ConcentrationMetrics.GENERALISED;
import static org.resourceequity.progressivity.ConcentrationMetrics.RELATIVE_INDEX;
import static org.resourceequity.progressivity.ConcentrationMetrics.SLOPE_INDEX;
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
import static org.resourceequity.progressivity.ProgressivityMetrics.SUITS;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.progressivity.Coefficient;
import org.resourceequity.progressivity.Controls;
import org.resourceequity.progressivity.ConvergenceMetrics;
import org.resourceequity.progressivity.Design;
import org.resourceequity.progressivity.FundingMetrics;
import org.resourceequity.progressivity.FundingMetrics.Counting;
import org.resourceequity.progressivity.FundingMetrics.Form;
import org.resourceequity.progressivity.NeedGroups;
import org.resourceequity.progressivity.OaxacaBlinder;
import org.resourceequity.progressivity.Regression;
import org.resourceequity.progressivity.Regression.Errors;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
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
    add("adjusted_r_squared", c -> fit(c).adjustedRSquared());
    add("residual_standard_error", c -> fit(c).residualStandardError());
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
    add("suits_index", c -> SUITS.measure(c.paired(c.text("column"), c.text("need"))));
    add("implied_poverty_weight", ProgressivityCases::impliedWeight);
    add("beta_convergence", ProgressivityCases::convergence);
    add("oaxaca_blinder", ProgressivityCases::oaxacaBlinder);
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

  /** Least squares of totals, without weights: the form with the squared number of students. */
  private static Outcome<Double> impliedWeight(Case reference) {
    Data rows = reference.weighed("total_rev", "poverty_rate", "enroll");
    PairedSample sample =
        PairedSample.of(
            rows.numbers("total_rev / enroll"),
            rows.numbers("enroll"),
            rows.numbers("poverty_rate / 100"));
    return FundingMetrics.impliedWeight(Form.EXTRA, Counting.TOTALS).measure(sample);
  }

  private static Outcome<Double> convergence(Case reference) {
    double first = reference.number("year1");
    double last = reference.number("year2");
    return ConvergenceMetrics.beta(last - first)
        .measure(
            ConvergenceMetrics.paired(
                new Change<>(year(reference, first), year(reference, last)), false));
  }

  private static Distribution year(Case reference, double year) {
    Data all = reference.weighed(reference.text("column"), "year");
    double[] years = all.numbers("year");
    Data rows = all.rows(i -> years[i] == year);
    return Distribution.of(
        Units.of(Arrays.asList(rows.texts(reference.text("key")))),
        rows.numbers(reference.text("column")),
        reference.weights(rows));
  }

  private static List<Double> oaxacaBlinder(Case reference) {
    Formula formula = new Formula(reference.text("formula"));
    double[] lunch = formula.rows(reference).numbers("lunch_pct");
    Change<PairedSample> groups =
        new Change<>(
            formula.sample(reference, i -> lunch[i] > 30),
            formula.sample(reference, i -> lunch[i] <= 30));
    boolean twoFold = reference.has("reference");
    Parts parts =
        OaxacaBlinder.of(
                twoFold ? OaxacaBlinder.Reference.B : OaxacaBlinder.Reference.THREE_FOLD,
                Controls.of("x0", "x1"))
            .measure(groups)
            .get();
    return reference.texts("order").stream()
        .map(part -> part.equals("gap") ? parts.total() : parts.part(part))
        .toList();
  }

  private void concentration() {
    add(
        "concentration_index_relative",
        c -> CONCENTRATION_INDEX.measure(c.paired()).get() * peer(c));
    add("concentration_index_generalized", c -> GENERALISED.measure(c.paired()).get() * peer(c));
    add(
        "concentration_index_erreygers",
        c -> {
          DoubleSummaryStatistics seen = Arrays.stream(c.paired().values()).summaryStatistics();
          return erreygers(seen.getMin(), seen.getMax()).measure(c.paired()).get() * peer(c);
        });
    add("concentration_index_standard_error", ProgressivityCases::convenienceError);
    add("absolute_concentration_index", c -> ABSOLUTE.measure(c.paired()));
    add(
        "erreygers_index",
        c -> erreygers(c.number("lower"), c.number("upper")).measure(c.paired()));
    add("wagstaff_index", c -> wagstaff(c.number("lower"), c.number("upper")).measure(c.paired()));
    add("slope_index_of_inequality", c -> SLOPE_INDEX.measure(c.paired()));
    add("relative_index_of_inequality", c -> RELATIVE_INDEX.measure(c.paired()));
    add("concentration_index", c -> CONCENTRATION_INDEX.measure(c.paired()));
    add("extended_concentration_index", c -> extended(c.number("nu")).measure(c.paired()));
    add("CC-C", c -> CONCENTRATION_INDEX.measure(c.paired()));
    add("CC-C: relative concentration index", c -> CONCENTRATION_INDEX.measure(byOrder(c, 1)));
    add("CC-GC", c -> GENERALISED.measure(c.paired()));
    add("CC-CNU", c -> extended(c.number("nu")).measure(c.paired()));
    add("CC-ERR", c -> erreygers(c.number("lower"), c.number("upper")).measure(c.paired()));
    add("CC-WAG", c -> wagstaff(c.number("lower"), c.number("upper")).measure(c.paired()));
    add("CC-SII", c -> slopeIndex(0, 1).measure(byOrder(c, c.number("scale"))));
  }

  /**
   * What the peer of these cases multiplies the index by, (n - 1)/n over 1 - Σw², in its form by
   * regression; it also takes the bounds from the values.
   */
  private static double peer(Case reference) {
    double n = reference.paired().size();
    return (n - 1) / n * unbiased(reference.paired());
  }

  private static double unbiased(PairedSample sample) {
    double all = sample.totalWeight();
    return 1 / (1 - Arrays.stream(sample.weights()).map(w -> w / all * (w / all)).sum());
  }

  /** The error of the slope of 2 var(R) y/μ by the rank R, which the peer divides by 1 - Σw². */
  private static double convenienceError(Case reference) {
    PairedSample sample = reference.paired();
    double[] ranks = sample.ranks();
    double factor = 2 * sample.covariance(ranks, ranks) / sample.meanValue();
    PairedSample scaled =
        sample.withValues(Arrays.stream(sample.values()).map(y -> factor * y).toArray());
    return Design.of(scaled)
            .with("rank", ranks)
            .fit()
            .get()
            .estimate("rank", Errors.CLASSICAL)
            .get()
            .error()
        * unbiased(sample);
  }

  /** Estimates of ordered groups, divided by the scale, with their populations. */
  private static PairedSample byOrder(Case reference, double scale) {
    double[] estimates = Arrays.stream(reference.numbers("est")).map(e -> e / scale).toArray();
    return PairedSample.of(estimates, reference.numbers("pop"), reference.numbers("order"));
  }
}
