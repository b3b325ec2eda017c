package org.resourceequity.inequality;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.COUNTS_UNITS;
import static org.resourceequity.metric.Axiom.PIGOU_DALTON;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.TWO_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import org.resourceequity.internal.RunningSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/**
 * Relatives of the Gini coefficient: areas between the Lorenz curve and the diagonal, in which
 * ranks count differently. The curve is integrated exactly, piece by piece. O(n log n).
 *
 * <ul>
 *   <li>{@link #sGini}: with a parameter for the weight of the bottom; 2 is the Gini coefficient
 *   <li>{@link #BONFERRONI}, {@link #MEHRAN}: the bottom counts more
 *   <li>{@link #PIESCH}: the top counts more; a third of Mehran and two thirds of it are the Gini
 *   <li>{@link #ZENGA}: the means below and above each rank compared
 *   <li>{@link #BONFERRONI_DISCRETE}, {@link #ZENGA_FINITE_POPULATION}: over units, as other
 *       programs have them
 *   <li>{@link #LORENZ_ASYMMETRY}: whether the inequality comes from the bottom or the top
 * </ul>
 */
public final class RankMetrics {

  /** Mean of 1 - L(p)/p. */
  public static final Metric<Distribution> BONFERRONI =
      Metric.of(
          index("bonferroni", "IN-BONF", "Bonferroni index")
              .requires(NO_NEGATIVES)
              .range(0, 1)
              .claims(REPLICATION_INVARIANCE)
              .formula("1 - \\int_0^1 L(p)/p\\,dp")
              .reading("Those below a rank fall short of the average by {value} on average.")
              .reference("Bonferroni, C. E. (1930), Elementi di statistica generale"),
          d -> LorenzPiece.sum(d, LorenzPiece::bonferroni));

  /** Mean over the units of 1 minus the mean of the poorest relative to the mean of all. */
  public static final Metric<Distribution> BONFERRONI_DISCRETE =
      Metric.of(
          MetricInfo.of(
                  "bonferroni:discrete",
                  "IN-BONF",
                  "Bonferroni index, discrete",
                  Distribution.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, POSITIVE_TOTAL, NO_NEGATIVES)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  ZERO_AT_EQUALITY,
                  COUNTS_UNITS)
              .formula("\\sum_i w_i\\,(1 - L(c_i)/c_i)")
              .reading("Those below a rank fall short of the average by {value} on average.")
              .reference("Bonferroni, C. E. (1930), Elementi di statistica generale"),
          d -> LorenzPiece.sum(d, piece -> piece.width() * piece.gapAfter() / piece.after()));

  /** Area below the diagonal in which the bottom counts most. */
  public static final Metric<Distribution> MEHRAN =
      Metric.of(
          index("mehran", "IN-MEHRAN", "Mehran index")
              .range(0, Double.MAX_VALUE)
              .claims(REPLICATION_INVARIANCE)
              .formula("6\\int_0^1 (1-p)(p - L(p))\\,dp")
              .reading("Inequality of {value}, where 0 is equal and the bottom counts most.")
              .reference(
                  "Mehran, F. (1976), Linear measures of income inequality, Econometrica 44"),
          d -> LorenzPiece.sum(d, piece -> 6 * (piece.area() - piece.moment())));

  /** Area below the diagonal in which the top counts most. */
  public static final Metric<Distribution> PIESCH =
      Metric.of(
          index("piesch", "IN-PIESCH", "Piesch index")
              .range(0, Double.MAX_VALUE)
              .claims(REPLICATION_INVARIANCE)
              .formula("3\\int_0^1 p\\,(p - L(p))\\,dp")
              .reading("Inequality of {value}, where 0 is equal and the top counts most.")
              .reference("Piesch, W. (1975), Statistische Konzentrationsmaße"),
          d -> LorenzPiece.sum(d, piece -> 3 * piece.moment()));

  /** Zenga index of 2007: mean of 1 minus the mean below over the mean above a rank. */
  public static final Metric<Distribution> ZENGA =
      Metric.of(
          index("zenga", "IN-ZENGA", "Zenga index")
              .requires(NO_NEGATIVES)
              .range(0, 1)
              .claims(REPLICATION_INVARIANCE)
              .formula("\\int_0^1 \\frac{p - L(p)}{p\\,(1 - L(p))}\\,dp")
              .reading("Those below a rank have {value} less than those above it, on average.")
              .reference(
                  "Zenga, M. (2007), Inequality curve and inequality index based on the ratios"
                      + " between lower and upper arithmetic means, Statistica & Applicazioni 5"),
          d -> LorenzPiece.sum(d, LorenzPiece::zenga));

  /**
   * Zenga index over units, as survey programs estimate it. Copies of the data change it, equal
   * values do not give 0, and a transfer may raise it.
   */
  public static final Metric<Distribution> ZENGA_FINITE_POPULATION =
      Metric.of(
          MetricInfo.of(
                  "zenga:finite-population",
                  "IN-ZENGA",
                  "Zenga index, finite population",
                  Distribution.class)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, POSITIVE_TOTAL, NO_NEGATIVES)
              .claims(ANONYMITY, SCALE_INVARIANCE, WEIGHT_SCALE_INVARIANCE, COUNTS_UNITS)
              .formula(
                  "1 - \\sum_i \\frac{w_i (N-H_i)(T-K_i)}{N H_i K_i},\\ H_i = \\sum_{j\\le i} w_j,"
                      + "\\ K_i = \\sum_{j\\ge i} w_j x_j")
              .reading("Those below a rank have {value} less than those above it, on average.")
              .reference(
                  "Langel, M. and Tillé, Y. (2012), Inference by linearization for Zenga's new"
                      + " inequality index, doi:10.1007/s00184-011-0369-1"),
          RankMetrics::zengaOfUnits);

  /**
   * Lorenz asymmetry coefficient: above 1 the inequality comes from a few large values, below 1
   * from many small ones. Where a value equals the mean it is the middle of an interval. It jumps
   * where a value passes the mean, so nearly equal values make it uncertain.
   */
  public static final Metric<Distribution> LORENZ_ASYMMETRY =
      Metric.of(
          MetricInfo.of(
                  "lorenz-asymmetry", "IN-LAC", "Lorenz asymmetry coefficient", Distribution.class)
              .range(0, 2)
              .requires(SOME_UNITS, NO_NEGATIVES, POSITIVE_TOTAL, TWO_UNITS, VARIATION)
              .claims(ANONYMITY, COUNTS_UNITS)
              .formula("F(\\mu) + L(\\mu)")
              .reading("The inequality has a skew of {value}; 1 is balanced.")
              .reference(
                  "Damgaard, C. and Weiner, J. (2000), Describing inequality in plant size or"
                      + " fecundity, doi:10.1890/0012-9658(2000)081[1139:DIIPSO]2.0.CO;2"),
          RankMetrics::asymmetry);

  private RankMetrics() {}

  /**
   * Returns the S-Gini, or extended Gini coefficient.
   *
   * @param nu weight of the bottom, above 1; 2 is the Gini coefficient
   */
  public static Metric<Distribution> sGini(double nu) {
    if (!(nu > 1 && nu <= 1000)) {
      throw new IllegalArgumentException(
          "nu is " + nu + ", expected a number above 1 and up to 1000");
    }
    return Metric.of(
        index("s-gini:" + MetricId.write(nu), "IN-SGINI", "S-Gini")
            .range(0, Double.MAX_VALUE)
            .claims(REPLICATION_INVARIANCE)
            .formula("1 - \\tfrac1\\mu\\sum_i x_i\\,[(1-c_{i-1})^\\nu - (1-c_i)^\\nu]")
            .reading("Inequality of {value}, where 0 is equal.")
            .reference(
                "Donaldson, D. and Weymark, J. A. (1980), A single-parameter generalization of"
                    + " the Gini indices of inequality, doi:10.1016/0022-0531(80)90065-4"),
        d ->
            LorenzPiece.sum(
                d,
                piece ->
                    (1 - piece.slope())
                        * (Math.pow(1 - piece.before(), nu) - Math.pow(1 - piece.after(), nu))));
  }

  private static MetricInfo.Builder index(String id, String key, String name) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .direction(LESS_EQUAL)
        .requires(SOME_UNITS, POSITIVE_TOTAL)
        .claims(
            ANONYMITY, SCALE_INVARIANCE, WEIGHT_SCALE_INVARIANCE, PIGOU_DALTON, ZERO_AT_EQUALITY);
  }

  private static double zengaOfUnits(Distribution d) {
    Distribution sorted = d.sorted();
    double all = sorted.totalWeight();
    double total = sorted.moments().total();
    RunningSum weight = new RunningSum();
    RunningSum below = new RunningSum();
    RunningSum sum = new RunningSum();
    for (int i = 0; i < sorted.size(); i++) {
      double w = sorted.weight(i);
      weight.add(w);
      double share = (all - weight.value()) / all * (below.value() / (total - below.value()));
      sum.add(w * share / weight.value());
      below.addProduct(w, sorted.value(i));
    }
    return 1 - sum.value();
  }

  /** The unit above the mean counts with the share of its step that lies below the mean. */
  private static double asymmetry(Distribution d) {
    Distribution sorted = d.sorted();
    double mean = d.mean();
    RunningSum weight = new RunningSum();
    RunningSum held = new RunningSum();
    int i = 0;
    for (; sorted.value(i) < mean; i++) {
      weight.add(sorted.weight(i));
      held.addProduct(sorted.weight(i), sorted.value(i));
    }
    double next = sorted.value(i);
    double part = 0;
    if (next > mean) {
      double last = sorted.value(i - 1);
      part = (mean - last) / (next - last) * sorted.weight(i);
    }
    for (; i < sorted.size() && sorted.value(i) == mean; i++) {
      part += sorted.weight(i) / 2;
    }
    return (weight.value() + part) / sorted.totalWeight()
        + (held.value() + part * next) / sorted.moments().total();
  }
}
