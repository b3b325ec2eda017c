package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.sample.Condition.COMPARISON_EVENTS;
import static org.resourceequity.sample.Condition.ENOUGH_UNITS;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.INDEPENDENT_COLUMNS;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.REPRESENTABLE;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Requirement;

/**
 * How funding formulas treat need; all are parametric.
 *
 * <ul>
 *   <li>{@link #predictedRatio}: predicted funding at much need over that at little, other things
 *       equal
 *   <li>{@link #impliedWeight}: how much money a student with the need brings
 *   <li>{@link #statutoryRatio}: the same against the weight that the law gives
 *   <li>{@link #groupDifference}, {@link #groupRatio}, {@link #groupRelativeGap}: units with the
 *       most against units with the least need
 *   <li>{@link #inequalityAtEqualNeed}, {@link #residualVariation}: equal treatment of equals
 * </ul>
 */
public final class FundingMetrics {

  private static final String SFID =
      "Baker, B., Di Carlo, M. and Weber, M., The Adequacy and Fairness of State School Finance"
          + " Systems (School Finance Indicators Database)";
  private static final String BERNE =
      "Berne, R. and Stiefel, L. (1984), The Measurement of Equity in School Finance";

  /** What an implied weight is. */
  public enum Form {
    /** How many times the money of another student a student with the need brings. */
    MULTIPLE,
    /** The extra money of a student with the need, over the money of another. */
    EXTRA
  }

  /** How units count in the regression of dollars on students and students with the need. */
  public enum Counting {
    /** By their students: the regression of dollars per student on the share with the need. */
    STUDENTS,
    /** Each total alike, so that large units count by the square of their students. */
    TOTALS
  }

  private FundingMetrics() {}

  /**
   * Returns the ratio of predicted values at two levels of need, from the regression of logarithms
   * on need and controls. Undefined (REPRESENTABLE) if the ratio is too large for a number.
   *
   * @param high much need, such as 0.3
   * @param low little need, such as 0
   * @param controls what is held constant
   */
  public static Metric<PairedSample> predictedRatio(double high, double low, Controls controls) {
    Checks.finite(high, "high");
    Checks.finite(low, "low");
    return new FittedMetric(
        MetricInfo.of(
                "predicted-ratio:" + list(MetricId.write(high), MetricId.write(low), controls.id()),
                "VE-SFID",
                "Predicted funding at need " + high + " over that at " + low,
                PairedSample.class)
            .range(0, Double.MAX_VALUE)
            .requires(SOME_UNITS, NO_NEGATIVES, NO_ZEROS)
            .requires(controls.requirements())
            .requires(ENOUGH_UNITS, INDEPENDENT_COLUMNS, REPRESENTABLE)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("\\exp(b(h - l)),\\quad \\ln x = a + b\\pi + c'z + e")
            .reading("Where need is high, predicted funding is {value} times that where it is low.")
            .reference(SFID),
        s -> {
          String need = s.covariates().get(0);
          return controls
              .design(s.withValues(logs(s)))
              .fit()
              .map(fit -> Math.exp(fit.coefficient(need) * (high - low)));
        });
  }

  private static String list(String... parts) {
    return String.join(",", Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
  }

  /** Units without weight may have values without a logarithm; they count for nothing. */
  private static double[] logs(PairedSample sample) {
    double[] logs = sample.values();
    for (int i = 0; i < logs.length; i++) {
      logs[i] = sample.counts(i) ? Math.log(logs[i]) : 0;
    }
    return logs;
  }

  /**
   * Returns the weight of a student with the need that funding implies: least squares of dollars on
   * students and students with the need, through the origin. Undefined (POSITIVE_TOTAL) if another
   * student brings nothing.
   */
  public static Metric<PairedSample> impliedWeight(Form form, Counting counting) {
    String id =
        "implied-need-weight:"
            + form.name().toLowerCase(Locale.ROOT)
            + ","
            + counting.name().toLowerCase(Locale.ROOT);
    return new FittedMetric(
        MetricInfo.of(id, "VE-TARGET", "Implied need weight", PairedSample.class)
            .requires(SOME_UNITS, ENOUGH_UNITS, INDEPENDENT_COLUMNS, FoundWhileMeasuring.TOTAL)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula(
                form == Form.EXTRA
                    ? "b_c / b_n,\\quad X_i = b_n n_i + b_c c_i + e_i"
                    : "1 + b_c / b_n,\\quad X_i = b_n n_i + b_c c_i + e_i")
            .reading(
                form == Form.EXTRA
                    ? "A student with the need brings {value} times the money of another on top."
                    : "A student with the need brings {value} times the money of another.")
            .reference(
                "Duncombe, W. and Yinger, J. (2005), How much more does a disadvantaged student"
                    + " cost?, Economics of Education Review 24"),
        s -> impliedWeights(s, form, counting, s.covariates().subList(0, 1)).map(w -> w[0]));
  }

  /**
   * Returns the implied weights of several kinds of need together, in their order. Undefined as
   * {@link #impliedWeight}.
   *
   * @param needs names of covariates, shares of students
   */
  public static Outcome<double[]> impliedWeights(
      PairedSample sample, Form form, Counting counting, List<String> needs) {
    // Dollars over students on c/n is what dollars on n and c is, with the weight times n².
    PairedSample counted = sample;
    double all = sample.totalWeight();
    if (counting == Counting.TOTALS) {
      double[] squares = sample.weights();
      for (int i = 0; i < squares.length; i++) {
        squares[i] *= squares[i] / all;
      }
      counted = sample.withWeights(squares);
    }
    return Design.of(counted)
        .with(needs.toArray(String[]::new))
        .fit()
        .flatMap(
            fit -> {
              double base = fit.coefficient(Regression.INTERCEPT);
              if (!(base > 0)) {
                return Outcome.undefined(
                    FoundWhileMeasuring.TOTAL, "a student without the need brings " + base);
              }
              return Outcome.of(
                  needs.stream()
                      .mapToDouble(
                          need -> fit.coefficient(need) / base + (form == Form.EXTRA ? 0 : 1))
                      .toArray());
            });
  }

  /**
   * Returns the ratio of what students with and without the need meet, over the ratio that the law
   * gives. One minus the result is the shortfall.
   *
   * @param weight statutory weight of a student with the need, such as 1.25
   */
  public static Metric<PairedSample> statutoryRatio(double weight) {
    Checks.within(weight, Double.MIN_VALUE, Double.MAX_VALUE, "weight");
    return Metric.of(
        MetricInfo.of(
                "statutory-ratio:" + MetricId.write(weight),
                "VE-RATIO",
                "Ratio to the statutory weight " + weight,
                PairedSample.class)
            .range(0, Double.MAX_VALUE)
            .requires(SOME_UNITS, EVERY_GROUP, NO_NEGATIVES, COMPARISON_EVENTS)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("(\\bar x_{need} / \\bar x_{rest}) / \\omega")
            .reading("Students with the need have {value} of what the law gives them.")
            .reference(BERNE),
        s -> ExposureByNeed.mean(s, true) / ExposureByNeed.mean(s, false) / weight);
  }

  private static MetricInfo.Builder groups(
      String statistic, NeedGroups groups, String name, String formula) {
    return MetricInfo.of(
            statistic + ":" + groups.id(), "VE-QGAP", name + ", " + groups.id(), PairedSample.class)
        .requires(SOME_UNITS, new DistinctNeeds(groups.distinct()), FoundWhileMeasuring.GROUPS)
        .claims(REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
        .formula(formula);
  }

  /** Returns the difference of the means of units with the most and with the least need. */
  public static Metric<PairedSample> groupDifference(NeedGroups groups) {
    return new FittedMetric(
        groups("need-group-difference", groups, "Difference by need", "\\bar x_{hi} - \\bar x_{lo}")
            .claims(TRANSLATION_INVARIANCE, SCALE_EQUIVARIANCE, ZERO_AT_EQUALITY)
            .reading("Where need is highest, students get {value} more than where it is lowest.")
            .reference("The Education Trust, Funding Gaps"),
        s -> groups.contrast(s).map(c -> c.highMean() - c.lowMean()));
  }

  /** Returns the ratio of the means of units with the most and with the least need. */
  public static Metric<PairedSample> groupRatio(NeedGroups groups) {
    return new FittedMetric(
        groups("need-group-ratio", groups, "Ratio by need", "\\bar x_{hi} / \\bar x_{lo}")
            .range(0, Double.MAX_VALUE)
            .requires(NO_NEGATIVES, FoundWhileMeasuring.COMPARISON)
            .claims(SCALE_INVARIANCE)
            .reading(
                "Where need is highest, students get {value} times what they get where it is"
                    + " lowest.")
            .reference("The Education Trust, Funding Gaps"),
        s -> groups.contrast(s).flatMap(FundingMetrics::ratio));
  }

  /** Returns the difference of the means over the mean of units with the least need. */
  public static Metric<PairedSample> groupRelativeGap(NeedGroups groups) {
    return new FittedMetric(
        groups(
                "need-group-relative-gap",
                groups,
                "Relative gap by need",
                "\\bar x_{hi} / \\bar x_{lo} - 1")
            .range(-1, Double.MAX_VALUE)
            .requires(NO_NEGATIVES, FoundWhileMeasuring.COMPARISON)
            .claims(SCALE_INVARIANCE, ZERO_AT_EQUALITY)
            .reading(
                "Where need is highest, students get more than where it is lowest, by a share of"
                    + " {value}.")
            .reference("The Education Trust, Funding Gaps"),
        s -> groups.contrast(s).flatMap(FundingMetrics::ratio).map(ratio -> ratio - 1));
  }

  private static Outcome<Double> ratio(NeedGroups.Contrast contrast) {
    return contrast.lowMean() > 0
        ? Outcome.of(contrast.highMean() / contrast.lowMean())
        : Outcome.undefined(FoundWhileMeasuring.COMPARISON, "the mean where need is lowest is 0");
  }

  /**
   * Returns the part of an index of inequality that lies within strata of about equal need. Strata
   * have about equal numbers of students; units of equal need are in one stratum.
   *
   * @param index an index that splits exactly
   * @param strata number of strata, such as 10
   */
  public static Metric<PairedSample> inequalityAtEqualNeed(
      Decomposable<Distribution> index, int strata) {
    Checks.atLeast(strata, 1, "strata");
    return new FittedMetric(
        MetricInfo.of(
                "inequality-at-equal-need:" + strata + "," + index.info().id().replace(':', '='),
                "VE-HCOND",
                index.info().name() + " at equal need",
                PairedSample.class)
            .range(0, Double.MAX_VALUE)
            .requires(index.info().requires().toArray(Requirement[]::new))
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .claims(ZERO_AT_EQUALITY)
            .formula("I_{within}(x \\mid \\lfloor kR \\rfloor)")
            .reading("Among units with equal need, inequality is {value}.")
            .reference(BERNE),
        s -> Outcome.of(index.decompose(s.distribution(), strata(s, strata)).part("within")));
  }

  private static Partition strata(PairedSample sample, int strata) {
    List<String> labels = new ArrayList<>();
    for (double rank : sample.ranks()) {
      labels.add(Integer.toString(Math.min(strata - 1, (int) (rank * strata))));
    }
    return Partition.of(labels);
  }

  /**
   * Returns the coefficient of variation that need and controls leave unexplained: the root mean
   * square of the residuals over the mean.
   */
  public static Metric<PairedSample> residualVariation(Controls controls) {
    return new FittedMetric(
        MetricInfo.of(
                "residual-variation" + (controls.id().isEmpty() ? "" : ":" + controls.id()),
                "VE-HCOND",
                "Variation at equal need",
                PairedSample.class)
            .range(0, Double.MAX_VALUE)
            .requires(SOME_UNITS, POSITIVE_TOTAL)
            .requires(controls.requirements())
            .requires(ENOUGH_UNITS, INDEPENDENT_COLUMNS)
            .claims(ANONYMITY, SCALE_INVARIANCE, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .claims(ZERO_AT_EQUALITY)
            .formula("\\sqrt{\\sum_i w_i e_i^2} / \\mu,\\quad x = a + b\\pi + c'z + e")
            .reading("Units alike in need differ typically by {value} of the average.")
            .reference(BERNE),
        s -> controls.design(s).fit().map(fit -> rootMeanSquare(s, fit) / s.meanValue()));
  }

  private static double rootMeanSquare(PairedSample sample, Regression fit) {
    double[] residuals = fit.residuals();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < residuals.length; i++) {
      sum.add(sample.weight(i) * residuals[i] * residuals[i]);
    }
    return Math.sqrt(sum.value() / sample.totalWeight());
  }
}
