package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.ONE_AT_EQUALITY;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.TRANSLATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;

import java.util.Locale;
import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * How unequal are groups? The units of the distribution are groups here: the value of a group is
 * its mean, its weight is its size. The mean of all is weighted by size, also where the groups are
 * counted once each.
 *
 * <ul>
 *   <li>{@link #BETWEEN_GROUP_VARIANCE}, {@link #BETWEEN_GROUP_SD}, {@link #BETWEEN_GROUP_CV}, and
 *       {@link #betweenGroupVarianceError} for the standard error of the first
 *   <li>{@link #meanDifferenceFromMean}, {@link #meanDifferenceFromBest}, {@link
 *       #meanDifferenceFromReference}, {@link #indexOfDisparity}
 *   <li>{@link #MAX_MIN_DIFFERENCE}, {@link #MAX_MIN_RATIO}
 * </ul>
 */
public final class GroupMetrics {

  private static final String AHN =
      "Ahn, J. et al. (2018), Variance estimation and confidence intervals for 11 commonly used"
          + " health disparity measures, doi:10.1200/CCI.18.00031";
  private static final String WHO =
      "World Health Organization (2016), Health Equity Assessment Toolkit, technical notes";

  /** Variance between groups. */
  public static final Metric<Distribution> BETWEEN_GROUP_VARIANCE =
      Metric.of(
          info("between-group-variance", "HD-BGV", "Between-group variance", true)
              .claims(WEAK_PIGOU_DALTON)
              .formula("\\sum_g s_g (y_g-\\bar y)^2")
              .reading("Groups differ with a variance of {value}.")
              .reference(AHN),
          d -> d.moments().variance());

  /** Standard deviation between groups. */
  public static final Metric<Distribution> BETWEEN_GROUP_SD =
      Metric.of(
          info("between-group-sd", "HD-BGV", "Between-group standard deviation", true)
              .unit("unit of the value")
              .claims(SCALE_EQUIVARIANCE, TRANSLATION_INVARIANCE, WEAK_PIGOU_DALTON)
              .formula("\\sqrt{\\sum_g s_g (y_g-\\bar y)^2}")
              .reading("A typical group is {value} away from the average.")
              .reference(AHN),
          d -> Math.sqrt(d.moments().variance()));

  /** Coefficient of variation between groups. */
  public static final Metric<Distribution> BETWEEN_GROUP_CV =
      Metric.of(
          info("between-group-cv", "HD-BGV", "Between-group coefficient of variation", true)
              .requires(POSITIVE_TOTAL)
              .claims(SCALE_INVARIANCE, WEAK_PIGOU_DALTON)
              .formula("\\sqrt{\\sum_g s_g (y_g-\\bar y)^2} / \\bar y")
              .reading("A typical group is {value} times the average away from the average.")
              .reference(AHN),
          d -> InequalityMetrics.CV.formula(d));

  /** Difference of the highest and the lowest group. More groups lie farther apart by chance. */
  public static final Metric<Distribution> MAX_MIN_DIFFERENCE =
      Metric.of(
          info("max-min-difference", "HD-MAXMIN", "Max-min difference", true)
              .requires(TWO_UNITS)
              .unit("unit of the value")
              .claims(SCALE_EQUIVARIANCE, TRANSLATION_INVARIANCE, COUNTS_UNITS)
              .formula("\\max_g y_g - \\min_g y_g")
              .reading("The best-off and the worst-off group are {value} apart.")
              .reference(WHO),
          d -> d.moments().maximum() - d.moments().minimum());

  /** Ratio of the highest to the lowest group. More groups lie farther apart by chance. */
  public static final Metric<Distribution> MAX_MIN_RATIO =
      Metric.of(
          MetricInfo.of("max-min-ratio", "HD-MAXMIN", "Max-min ratio", Distribution.class)
              .range(1, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, TWO_UNITS, new PositiveMinimum())
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  COUNTS_UNITS,
                  ONE_AT_EQUALITY)
              .formula("\\max_g y_g / \\min_g y_g")
              .reading("The best-off group has {value} times what the worst-off group has.")
              .reference(WHO),
          d -> d.moments().maximum() / d.moments().minimum());

  private GroupMetrics() {}

  /** Returns the mean distance of the groups from the mean of all, weighted by size or not. */
  public static Metric<Distribution> meanDifferenceFromMean(boolean weighted) {
    return Metric.of(
        difference(option("mean-difference-from-mean", weighted), "HD-MDM", "mean", weighted)
            .claims(ANONYMITY)
            .claims(weighted ? new Axiom[] {WEAK_PIGOU_DALTON} : new Axiom[0])
            .formula(mean(weighted) + "|y_g-\\bar y|")
            .reading("Groups are {value} away from the average, on average.")
            .reference(WHO),
        d -> meanDistance(d, d.mean(), weighted));
  }

  /**
   * Returns the mean distance of the groups from the best one, weighted by size or not.
   *
   * @param higherIsBetter whether the best group is that with the highest value
   */
  public static Metric<Distribution> meanDifferenceFromBest(
      boolean higherIsBetter, boolean weighted) {
    String id = "mean-difference-from-best:" + (higherIsBetter ? "highest" : "lowest");
    return Metric.of(
        difference(weighted ? id : id + ",unweighted", "HD-MDB", "best", weighted)
            .claims(ANONYMITY)
            .formula(mean(weighted) + "|y_\\text{best}-y_g|")
            .reading("Groups are {value} away from the best group, on average.")
            .reference(WHO),
        d ->
            meanDistance(
                d, higherIsBetter ? d.moments().maximum() : d.moments().minimum(), weighted));
  }

  /**
   * Returns the mean distance of the groups from a reference group, which counts among them,
   * weighted by size or not.
   *
   * @param group key of the reference group; case and signs do not matter
   */
  public static Metric<Distribution> meanDifferenceFromReference(String group, boolean weighted) {
    ReferenceGroup reference = new ReferenceGroup(slug(group));
    String id = "mean-difference-from-reference:" + reference.group();
    return Metric.of(
        difference(weighted ? id : id + ",unweighted", "HD-MDR", "reference", weighted)
            .requires(reference)
            .formula(mean(weighted) + "|y_g-y_\\text{ref}|")
            .reading("Groups are {value} away from the reference group, on average.")
            .reference(WHO),
        d -> meanDistance(d, d.value(reference.in(d)), weighted));
  }

  /** Returns the index of disparity, weighted by size (twice the Hoover index) or not. */
  public static Metric<Distribution> indexOfDisparity(boolean weighted) {
    MetricInfo.Builder info =
        MetricInfo.of(
                option("index-of-disparity", weighted),
                "HD-IDIS",
                "Index of disparity",
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS, POSITIVE_TOTAL)
            .claims(ANONYMITY, SCALE_INVARIANCE, WEIGHT_SCALE_INVARIANCE, ZERO_AT_EQUALITY)
            .claims(weighted ? WEAK_PIGOU_DALTON : COUNTS_UNITS);
    return Metric.of(
        info.formula(mean(weighted) + "|y_g-\\bar y| / \\bar y")
            .reading("Groups are {value} times the average away from it, on average.")
            .reference(
                "Pearcy, J. N. and Keppel, K. G. (2002), A summary measure of health disparity,"
                    + " Public Health Reports 117"),
        d -> meanDistance(d, d.mean(), weighted) / d.mean());
  }

  /**
   * Returns the standard error of the between-group variance if the values of the groups are
   * independent estimates: \(4\sum s^2(y-\bar y)^2\sigma^2 + 2\operatorname{tr}[(M\Sigma)^2]\) with
   * \(M=\operatorname{diag}(s)-ss'\) is its square (Ahn et al. 2018). O(K).
   *
   * @param standardErrors standard error of each group's value, not negative
   */
  public static double betweenGroupVarianceError(Distribution groups, double... standardErrors) {
    double[] errors = Checks.notNegative(standardErrors, "standardErrors");
    Checks.sameLength(errors.length, groups.size(), "standardErrors");
    double all = groups.totalWeight();
    double mean = groups.mean();
    ExactSum linear = new ExactSum();
    ExactSum squared = new ExactSum();
    ExactSum diagonal = new ExactSum();
    for (int g = 0; g < errors.length; g++) {
      double share = groups.weight(g) / all;
      double off = groups.value(g) - mean;
      double variance = errors[g] * errors[g];
      linear.add(4 * share * share * off * off * variance);
      squared.add(share * share * variance);
      diagonal.add(share * share * (1 - 2 * share) * variance * variance);
    }
    double trace = squared.value() * squared.value() + diagonal.value();
    return Math.sqrt(linear.value() + 2 * trace);
  }

  private static MetricInfo.Builder info(String id, String key, String name, boolean weighted) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .range(0, Double.MAX_VALUE)
        .direction(LESS_EQUAL)
        .requires(SOME_UNITS)
        .claims(WEIGHT_SCALE_INVARIANCE, ZERO_AT_EQUALITY)
        .claims(weighted ? ANONYMITY : COUNTS_UNITS);
  }

  private static MetricInfo.Builder difference(
      String id, String key, String from, boolean weighted) {
    return info(id, key, "Mean difference from the " + from, weighted)
        .unit("unit of the value")
        .claims(SCALE_EQUIVARIANCE, TRANSLATION_INVARIANCE);
  }

  /** Returns the mean over groups, by their shares or each alike, in LaTeX. */
  private static String mean(boolean weighted) {
    return weighted ? "\\sum_g s_g " : "\\tfrac1K\\sum_g ";
  }

  private static String option(String name, boolean weighted) {
    return weighted ? name : name + ":unweighted";
  }

  private static double meanDistance(Distribution d, double from, boolean weighted) {
    if (weighted) {
      return Deviations.mean(d, y -> Math.abs(y - from));
    }
    ExactSum sum = new ExactSum();
    int groups = 0;
    for (int g = 0; g < d.size(); g++) {
      if (d.counts(g)) {
        sum.add(Math.abs(d.value(g) - from));
        groups++;
      }
    }
    return sum.value() / groups;
  }

  /** Returns a name in lower case, with a hyphen for all that ids cannot hold. */
  private static String slug(String name) {
    return Checks.notBlank(name, "group")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.=]+", "-");
  }

  /** The requirement that the reference group is there and has members. */
  private record ReferenceGroup(String group) implements Requirement {
    @Override
    public String name() {
      return "EVERY_GROUP";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return in(sample) < 0
          ? Optional.of("no group \"" + group + "\" with members among the units")
          : Optional.empty();
    }

    /** Returns the position of the group, -1 if it is not there. */
    int in(Sample<?> sample) {
      for (int g = 0; g < sample.size(); g++) {
        if (sample.counts(g) && slug(sample.units().key(g)).equals(group)) {
          return g;
        }
      }
      return -1;
    }
  }

  /** The requirement that the lowest group, which others are compared with, has something. */
  private record PositiveMinimum() implements Requirement {
    @Override
    public String name() {
      return "COMPARISON_EVENTS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      double least = sample instanceof Distribution d ? d.moments().minimum() : 1;
      return least > 0 ? Optional.empty() : Optional.of("the lowest group has " + least);
    }
  }
}
