package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.FOCUS;
import static org.resourceequity.metric.Axiom.MONOTONICITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * How far do students fall short of a target that is the same for all?
 *
 * <p>The target has the unit of the values, such as dollars per student, and is positive. Surpluses
 * of some students do not offset the gaps of others, except in {@link #adequacyRatio}.
 *
 * <ul>
 *   <li>{@link #fgt}: share below the target, mean gap, mean squared gap
 *   <li>{@link #watts}, {@link #chakravarty}, {@link #clarkHemmingUlph}, {@link #sen}, {@link
 *       #senShorrocksThon}: shortfall and its inequality
 *   <li>{@link #oddenPicus}, {@link #adequacyRatio}, {@link #shareAtTarget}: how much is met
 *   <li>{@link #dollarsToAdequacy}, {@link #dollarsToAdequacyPerStudent}: what it would cost
 *   <li>{@link JointShortfall}: short of several resources at once
 * </ul>
 */
public final class AdequacyMetrics {

  static final String FGT =
      "Foster, J., Greer, J. and Thorbecke, E. (1984), A class of decomposable poverty measures,"
          + " doi:10.2307/1913475";
  private static final String COST =
      "Odden, A. and Picus, L. (2014), School Finance: A Policy Perspective, 5th edition";

  private AdequacyMetrics() {}

  /**
   * Returns the Foster-Greer-Thorbecke index: with alpha 0 the share of students below the target,
   * with 1 the mean gap relative to the target, with 2 its severity.
   *
   * @param alpha 0 or more
   * @param target positive
   */
  public static Influential<Distribution> fgt(double alpha, double target) {
    if (!(alpha >= 0 && alpha <= 100)) {
      throw new IllegalArgumentException("alpha is " + alpha + ", expected a number from 0 to 100");
    }
    double z = positive(target);
    MetricInfo.Builder info =
        below(
            "fgt:" + MetricId.write(alpha) + "," + MetricId.write(z),
            "NA-FGT",
            "Foster-Greer-Thorbecke index");
    if (alpha > 0) {
      info.requires(NO_NEGATIVES);
    }
    if (alpha >= 1) {
      info.claims(MONOTONICITY, WEAK_PIGOU_DALTON);
    }
    return meanOf(
        info.range(0, 1)
            .formula("P_\\alpha = \\sum_{x_i<z} w_i\\,((z-x_i)/z)^\\alpha")
            .reading("The shortfall of the students below the target is {value}, where 0 is none.")
            .reference(FGT),
        x -> x < z ? Math.pow((z - x) / z, alpha) : 0);
  }

  /** Returns the Watts index: the mean logarithm of the target over what is there. */
  public static Influential<Distribution> watts(double target) {
    double z = positive(target);
    return meanOf(
        shortfall(id("watts", z), "NA-WATTS", "Watts index")
            .requires(NO_ZEROS)
            .range(0, Double.MAX_VALUE)
            .claims(MONOTONICITY, WEAK_PIGOU_DALTON)
            .formula("\\sum_{x_i<z} w_i \\ln(z/x_i)")
            .reading("The shortfall of the students below the target is {value}, where 0 is none.")
            .reference(
                "Watts, H. W. (1968), An economic definition of poverty, in Moynihan, D. P., On"
                    + " Understanding Poverty"),
        x -> x < z ? -Deviations.logRatio(x, z) : 0);
  }

  /**
   * Returns Chakravarty's index, the mean of what a concave power of the part that is met lacks to
   * 1. Some software calls it by the names of Clark, Hemming and Ulph, whose index is {@link
   * #clarkHemmingUlph}: with C the one and P the other, \(P = 1-(1-C)^\beta\).
   *
   * @param beta above 0; at most 1, where it is the mean gap
   * @param target positive
   */
  public static Influential<Distribution> chakravarty(double beta, double target) {
    if (!(beta > 0 && beta <= 1)) {
      throw new IllegalArgumentException(
          "beta is " + beta + ", expected a number above 0 and up to 1");
    }
    double z = positive(target);
    return meanOf(
        shortfall(
                "chakravarty:" + MetricId.write(beta) + "," + MetricId.write(z),
                "NA-FGT",
                "Chakravarty index")
            .range(0, 1)
            .claims(MONOTONICITY, WEAK_PIGOU_DALTON)
            .formula("\\sum_{x_i<z} w_i\\,(1-(x_i/z)^\\beta)")
            .reading("The shortfall of the students below the target is {value}, where 0 is none.")
            .reference(
                "Chakravarty, S. R. (1983), A new index of poverty, Mathematical Social Sciences"
                    + " 6"),
        x -> x < z ? -Math.expm1(beta * Deviations.logRatio(x, z)) : 0);
  }

  /**
   * Returns the Clark-Hemming-Ulph index, the second of the two classes of the paper: how far the
   * equally distributed equivalent lies below the target if values above it are cut down to it. The
   * lower beta, the more the lowest count.
   *
   * @param beta from -100 to 1; at 1 it is the mean gap, at 0 a function of the Watts index, and
   *     from 0 down no value may be 0
   * @param target positive
   */
  public static Influential<Distribution> clarkHemmingUlph(double beta, double target) {
    return new ClarkHemmingUlph(beta, target);
  }

  /**
   * Returns the Sen index in its replication-invariant form. It jumps where a student reaches the
   * target, so a transfer may raise it.
   */
  public static Metric<Distribution> sen(double target) {
    double z = positive(target);
    return Metric.of(
        shortfall(id("sen", z), "NA-SEN", "Sen index")
            .range(0, 1)
            .claims(MONOTONICITY)
            .formula("H\\,[I + (1-I)\\,G_p]")
            .reading("The shortfall, with its inequality, is {value}, where 0 is none.")
            .reference(
                "Sen, A. (1976), Poverty: an ordinal approach to measurement,"
                    + " doi:10.2307/1912718"),
        d -> sen(d, z));
  }

  /** Returns the Sen-Shorrocks-Thon index: mean gap times one plus the Gini of the gaps. */
  public static Metric<Distribution> senShorrocksThon(double target) {
    double z = positive(target);
    return Metric.of(
        shortfall(id("sen-shorrocks-thon", z), "NA-SST", "Sen-Shorrocks-Thon index")
            .range(0, 1)
            .claims(MONOTONICITY, WEAK_PIGOU_DALTON)
            .formula("P_1\\,(1 + G(\\text{gaps}))")
            .reading("The shortfall, with its inequality, is {value}, where 0 is none.")
            .reference(
                "Shorrocks, A. F. (1995), Revisiting the Sen poverty index,"
                    + " doi:10.2307/2171728"),
        d -> {
          double[] gaps = d.values();
          for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.max(0, (z - gaps[i]) / z);
          }
          Distribution shortfalls = Distribution.of(gaps, d.weights());
          double mean = shortfalls.mean();
          return mean > 0 ? mean * (1 + InequalityMetrics.GINI.formula(shortfalls)) : 0;
        });
  }

  /**
   * Returns the Odden-Picus adequacy index: the share of the target that is met, at most 1 each.
   */
  public static Influential<Distribution> oddenPicus(double target) {
    double z = positive(target);
    return meanOf(
        adequacy(id("odden-picus", z), "NA-OPAI", "Odden-Picus adequacy index")
            .requires(NO_NEGATIVES)
            .range(0, 1)
            .claims(FOCUS, MONOTONICITY, WEAK_PIGOU_DALTON)
            .formula("\\sum_i w_i \\min(x_i, z) / z")
            .reading("Counting nothing above it, {value} of the target is met.")
            .reference(COST),
        x -> Math.min(x, z) / z);
  }

  /** Returns the mean relative to the target; here surpluses offset gaps. */
  public static Influential<Distribution> adequacyRatio(double target) {
    double z = positive(target);
    return meanOf(
        adequacy(id("adequacy-ratio", z), "NA-RATIO", "Adequacy ratio")
            .formula("\\sum_i n_i x_i / \\sum_i n_i z")
            .reading("Taken together, {value} of the target is met.")
            .reference(
                "Illinois Public Act 100-465 (2017), Evidence-Based Funding for Student Success"
                    + " Act"),
        x -> x / z);
  }

  /** Returns the share of the students at or above the target. */
  public static Influential<Distribution> shareAtTarget(double target) {
    double z = positive(target);
    return meanOf(
        adequacy(id("share-at-target", z), "NA-SHARE", "Share at or above the target")
            .range(0, 1)
            .claims(FOCUS)
            .formula("\\sum_{x_i \\ge z} w_i")
            .reading("A share of {value} of the students reaches the target.")
            .reference(FGT),
        x -> x >= z ? 1 : 0);
  }

  /**
   * Returns the total amount that lifts all students below the target to it: dollars, if values are
   * dollars per student and weights are students.
   */
  public static Metric<Distribution> dollarsToAdequacy(double target) {
    double z = positive(target);
    return Metric.of(
        MetricInfo.of(
                id("dollars-to-adequacy", z), "NA-GAP", "Dollars to adequacy", Distribution.class)
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value times that of the weight")
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS)
            .claims(ANONYMITY, FOCUS, MONOTONICITY)
            .formula("\\sum_i n_i (z-x_i)_+")
            .reading("It takes {value} to lift everybody to the target.")
            .reference(COST),
        d -> {
          ExactSum gaps = new ExactSum();
          for (int i = 0; i < d.size(); i++) {
            gaps.addProduct(d.weight(i), Math.max(0, z - d.value(i)));
          }
          return gaps.value();
        });
  }

  /** Returns the amount per student, of all students, that lifts those below the target to it. */
  public static Influential<Distribution> dollarsToAdequacyPerStudent(double target) {
    double z = positive(target);
    return meanOf(
        MetricInfo.of(
                id("dollars-to-adequacy", z) + ",per-student",
                "NA-GAP",
                "Dollars to adequacy per student",
                Distribution.class)
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value")
            .direction(LESS_EQUAL)
            .requires(SOME_UNITS)
            .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, FOCUS, MONOTONICITY)
            .formula("\\sum_i w_i (z-x_i)_+")
            .reading("It takes {value} per student to lift everybody to the target.")
            .reference(COST),
        x -> Math.max(0, z - x));
  }

  private static double sen(Distribution d, double z) {
    int[] poor = new int[d.size()];
    int count = 0;
    for (int i = 0; i < d.size(); i++) {
      if (d.counts(i) && d.value(i) < z) {
        poor[count++] = i;
      }
    }
    if (count == 0) {
      return 0;
    }
    Distribution below = d.select(Arrays.copyOf(poor, count));
    double headcount = below.totalWeight() / d.totalWeight();
    double gap = Deviations.mean(below, x -> (z - x) / z);
    double gini = below.moments().maximum() > 0 ? InequalityMetrics.GINI.formula(below) : 0;
    return headcount * (gap + (1 - gap) * gini);
  }

  static double positive(double target) {
    if (!(target > 0 && target <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("target is " + target + ", expected a positive number");
    }
    return target;
  }

  private static String id(String name, double target) {
    return name + ":" + MetricId.write(target);
  }

  static MetricInfo.Builder shortfall(String id, String key, String name) {
    return below(id, key, name).requires(NO_NEGATIVES);
  }

  private static MetricInfo.Builder below(String id, String key, String name) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .direction(LESS_EQUAL)
        .requires(SOME_UNITS)
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE, FOCUS);
  }

  private static MetricInfo.Builder adequacy(String id, String key, String name) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .direction(MORE_EQUAL)
        .requires(SOME_UNITS)
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
  }

  /**
   * A mean over students: what each has, less the mean, is the influence. Both are taken from what
   * the lowest student has, so that nearly equal ones keep their digits.
   */
  static Influential<Distribution> meanOf(MetricInfo info, Deviations.OfValue of) {
    return Influential.of(
        info,
        d -> Deviations.mean(d, of),
        d -> {
          double lowest = of.at(d.moments().minimum());
          double mean = Deviations.mean(d, x -> of.at(x) - lowest);
          return Deviations.influence(d, x -> of.at(x) - lowest - mean);
        });
  }
}
