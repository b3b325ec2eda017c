package org.resourceequity.progressivity;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_EQUIVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.metric.Direction.MORE_EQUAL;
import static org.resourceequity.sample.Condition.NO_NEGATIVES;
import static org.resourceequity.sample.Condition.NO_ZEROS;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.PositiveCovariate;

/**
 * Is it enough, and is it a fair share? Each unit has a target of its own, the covariate {@value
 * #TARGET}, or a number of weighted students per student, the covariate {@value #NEED_WEIGHT}.
 * Metrics with one target for all are measures of a distribution.
 *
 * <ul>
 *   <li>{@link #shortfall}, {@link #WATTS}: how far below the target, poor units counted more
 *   <li>{@link #ADEQUACY}, {@link #SHARE}, {@link #GAP}, {@link #GAP_PER_STUDENT}, {@link #RATIO}:
 *       how much is there, who has it, what would it cost
 *   <li>{@link #FAIR_SHARE}, {@link #NEED_INDEX}, {@link #nearFairShare}: dollars per weighted
 *       student against the average
 *   <li>{@link #weightedStudentIndex}: is a district consistent with its own weights?
 *   <li>{@link #effort}: own revenue over capacity
 * </ul>
 */
public final class AdequacyMetrics {

  /** Name of the covariate that holds each unit's target. */
  public static final String TARGET = "target";

  /** Name of the covariate that holds weighted students per student. */
  public static final String NEED_WEIGHT = "need-weight";

  private static final String FOSTER =
      "Foster, J., Greer, J. and Thorbecke, E. (1984), A class of decomposable poverty measures,"
          + " doi:10.2307/1913475";
  private static final String ODDEN =
      "Odden, A. and Picus, L. (2014), School Finance: A Policy Perspective, 5th edition";
  private static final String ILLINOIS =
      "Illinois Public Act 100-465 (2017), Evidence-Based Funding for Student Success Act";
  private static final String ERS = "Education Resource Strategies, practice of school budgeting";
  private static final PositiveCovariate EACH_TARGET = new PositiveCovariate(TARGET);
  private static final PositiveCovariate EACH_WEIGHT = new PositiveCovariate(NEED_WEIGHT);

  /** Odden-Picus adequacy index: the part of the targets that is there, surpluses aside. */
  public static final Explained<PairedSample> ADEQUACY =
      new TargetMean(
          mean("target-adequacy", "NA-OPAI", "Odden-Picus adequacy index")
              .range(0, 1)
              .direction(MORE_EQUAL)
              .requires(NO_NEGATIVES)
              .formula("\\sum_i w_i \\min(x_i, z_i) / z_i")
              .reading("The average student has a share of {value} of what is needed.")
              .reference(ODDEN),
          (x, z) -> Math.min(x, z) / z);

  /** Share of students in units at or above their target. */
  public static final Explained<PairedSample> SHARE =
      new TargetMean(
          mean("target-share", "NA-SHARE", "Share at or above the target")
              .range(0, 1)
              .direction(MORE_EQUAL)
              .formula("\\sum_{x_i \\ge z_i} w_i")
              .reading("A share of {value} of the students is where there is enough.")
              .reference(FOSTER),
          (x, z) -> x >= z ? 1 : 0);

  /** Watts index. */
  public static final Explained<PairedSample> WATTS =
      new TargetMean(
          mean("target-watts", "NA-WATTS", "Watts index")
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(NO_NEGATIVES, NO_ZEROS)
              .formula("\\sum_{x_i < z_i} w_i \\ln(z_i / x_i)")
              .reading("On average, the shortfall in logarithms is {value}.")
              .reference(
                  "Watts, H. W. (1968), An economic definition of poverty, in Moynihan, D. P., On"
                      + " Understanding Poverty"),
          (x, z) -> x < z ? Math.log(z / x) : 0);

  /** Dollars to adequacy per student: surpluses do not offset gaps. */
  public static final Explained<PairedSample> GAP_PER_STUDENT =
      new TargetMean(
          mean("target-gap-per-student", "NA-GAP", "Gap to the target per student")
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .formula("\\sum_i w_i (z_i - x_i)_+")
              .reading("{value} per student would bring every unit to its target.")
              .reference(ODDEN),
          (x, z) -> Math.max(0, z - x));

  /** Dollars to adequacy: surpluses do not offset gaps. The weight is the number of students. */
  public static final Metric<PairedSample> GAP =
      Metric.of(
          MetricInfo.of("target-gap", "NA-GAP", "Gap to the target", PairedSample.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EACH_TARGET)
              .claims(ANONYMITY)
              .formula("\\sum_i n_i (z_i - x_i)_+")
              .reading("{value} would bring every unit to its target.")
              .reference(ODDEN),
          AdequacyMetrics::gap);

  /** What is there over what is needed; surpluses hide gaps. */
  public static final Metric<PairedSample> RATIO =
      Metric.of(
          mean("target-ratio", "NA-RATIO", "Adequacy ratio")
              .direction(MORE_EQUAL)
              .claims(SCALE_EQUIVARIANCE)
              .formula("\\sum_i w_i x_i / \\sum_i w_i z_i")
              .reading("All units together have {value} times what they need.")
              .reference(ILLINOIS),
          s -> s.meanValue() / s.mean(s.covariate(TARGET)));

  /** What each unit has for its targets: x over z. */
  public static final Profile<PairedSample> RATIOS =
      new UnitProfile(
          MetricInfo.of(
                  "target-ratio:units",
                  "NA-RATIO",
                  "Adequacy ratio of each unit",
                  PairedSample.class)
              .requires(SOME_UNITS, EACH_TARGET)
              .claims(WEIGHT_SCALE_INVARIANCE)
              .formula("x_i / z_i")
              .reading("The unit has {value} times what it needs.")
              .reference(ILLINOIS),
          PairedSample::values,
          s -> s.covariate(TARGET));

  /**
   * Dollars per weighted student of each unit over those of all units. Weighted by weighted
   * students, the mean is 1.
   */
  public static final Profile<PairedSample> FAIR_SHARE =
      new UnitProfile(
          fair("fair-share", "Fair-share index")
              .requires(POSITIVE_TOTAL)
              .claims(SCALE_INVARIANCE)
              .formula("\\frac{X_i/W_i}{\\sum X/\\sum W}")
              .reading("For its need, the unit has {value} times the average.")
              .reference(ERS),
          PairedSample::values,
          AdequacyMetrics::fair);

  /** Weighted students per student of each unit over those of all units. */
  public static final Profile<PairedSample> NEED_INDEX =
      new UnitProfile(
          fair("need-index", "Need index")
              .range(0, Double.MAX_VALUE)
              .formula("\\frac{W_i/n_i}{\\sum W/\\sum n}")
              .reading("The need of the unit is {value} times the average.")
              .reference(ERS),
          s -> s.covariate(NEED_WEIGHT),
          s -> constant(s.size(), s.mean(s.covariate(NEED_WEIGHT))));

  private AdequacyMetrics() {}

  private static MetricInfo.Builder mean(String id, String key, String name) {
    return MetricInfo.of(id, key, name, PairedSample.class)
        .requires(SOME_UNITS, EACH_TARGET)
        .claims(ANONYMITY, REPLICATION_INVARIANCE, WEIGHT_SCALE_INVARIANCE);
  }

  private static MetricInfo.Builder fair(String id, String name) {
    return MetricInfo.of(id, "NA-FAIR", name, PairedSample.class)
        .requires(SOME_UNITS, EACH_WEIGHT)
        .claims(WEIGHT_SCALE_INVARIANCE);
  }

  private static double[] constant(int size, double value) {
    double[] constant = new double[size];
    Arrays.fill(constant, value);
    return constant;
  }

  private static double gap(PairedSample sample) {
    double[] target = sample.covariate(TARGET);
    ExactSum sum = new ExactSum();
    for (int i = 0; i < target.length; i++) {
      sum.addProduct(sample.weight(i), Math.max(0, target[i] - sample.value(i)));
    }
    return sum.value();
  }

  /** Returns what each unit would have if all dollars went by weighted students. */
  private static double[] fair(PairedSample sample) {
    double[] weights = sample.covariate(NEED_WEIGHT);
    double dollars = sample.meanValue() / sample.mean(weights);
    return Arrays.stream(weights).map(weight -> weight * dollars).toArray();
  }

  /**
   * Returns the Foster-Greer-Thorbecke measure: 0 counts students below the target, 1 takes the
   * relative gap, 2 its square.
   *
   * @param alpha power of the relative gap, not negative
   */
  public static Explained<PairedSample> shortfall(double alpha) {
    Checks.within(alpha, 0, 1000, "alpha");
    MetricInfo.Builder info =
        mean("target-shortfall:" + MetricId.write(alpha), "NA-FGT", "Shortfall below the target")
            .direction(LESS_EQUAL)
            .formula("\\sum_i w_i \\bigl((z_i - x_i)/z_i\\bigr)_+^\\alpha")
            .reading(
                alpha == 0
                    ? "A share of {value} of the students is where there is not enough."
                    : "The average shortfall, to the power " + alpha + ", is {value}.");
    if (alpha > 0) {
      info.requires(NO_NEGATIVES);
    }
    return new TargetMean(
        info.range(0, 1).reference(FOSTER),
        (x, z) -> x < z ? (alpha == 0 ? 1 : Math.pow((z - x) / z, alpha)) : 0);
  }

  /**
   * Returns the share of students in units whose fair share is 1 up to a deviation.
   *
   * @param delta the largest deviation, such as 0.1
   */
  public static Metric<PairedSample> nearFairShare(double delta) {
    Checks.within(delta, 0, Double.MAX_VALUE, "delta");
    return Metric.of(
        fair("near-fair-share:" + MetricId.write(delta), "Share of students near the fair share")
            .range(0, 1)
            .direction(MORE_EQUAL)
            .requires(POSITIVE_TOTAL)
            .claims(ANONYMITY, REPLICATION_INVARIANCE)
            .formula("\\sum_{|R_i - 1| \\le \\delta} n_i / \\sum n")
            .reading("A share of {value} of the students is where funding is about fair.")
            .reference(ERS),
        s -> {
          double[] fair = fair(s);
          ExactSum near = new ExactSum();
          for (int i = 0; i < fair.length; i++) {
            // The slack keeps a unit that is exactly delta away inside.
            if (Math.abs(s.value(i) / fair[i] - 1) <= delta + 1e-12) {
              near.add(s.weight(i));
            }
          }
          return near.value() / s.totalWeight();
        });
  }

  /**
   * Returns what each unit has, over what it would have if each of its students brought what the
   * district spends on the average student of the type. Types exclude each other; the covariates
   * are their shares of the students.
   *
   * @param spending dollars per student by type, the types being names of covariates
   */
  public static Profile<PairedSample> weightedStudentIndex(Map<String, Double> spending) {
    Map<String, Double> sorted = new TreeMap<>(spending);
    List<String> parts =
        sorted.entrySet().stream()
            .map(
                type ->
                    type.getKey()
                        + "="
                        + MetricId.write(
                            Checks.within(type.getValue(), 0, Double.MAX_VALUE, type.getKey())))
            .toList();
    return new UnitProfile(
        MetricInfo.of(
                "weighted-student-index:" + String.join(",", parts),
                "NA-WSI",
                "Weighted student index",
                PairedSample.class)
            .requires(SOME_UNITS, new HasCovariates(List.copyOf(sorted.keySet())))
            .requires(FoundWhileMeasuring.TOTAL)
            .claims(SCALE_EQUIVARIANCE, WEIGHT_SCALE_INVARIANCE)
            .formula("x_i / \\sum_t s_{it} e_t")
            .reading("The unit has {value} times what its students bring elsewhere.")
            .reference(
                "Miles, K. H. and Roza, M. (2006), Understanding student-weighted allocation as a"
                    + " means to greater school resource equity, Peabody Journal of Education 81"),
        PairedSample::values,
        s -> expected(s, sorted));
  }

  private static double[] expected(PairedSample sample, Map<String, Double> spending) {
    double[] expected = new double[sample.size()];
    Map<String, double[]> shares = new LinkedHashMap<>();
    spending.keySet().forEach(type -> shares.put(type, sample.covariate(type)));
    for (int i = 0; i < expected.length; i++) {
      ExactSum sum = new ExactSum();
      for (Map.Entry<String, Double> type : spending.entrySet()) {
        double[] share = shares.getOrDefault(type.getKey(), expected);
        sum.addProduct(share[i], type.getValue());
      }
      expected[i] = sum.value();
    }
    return expected;
  }

  /**
   * Returns fiscal effort: the total of the values, own-source revenue per student, over the total
   * of a capacity per student.
   *
   * @param capacity name of the covariate that measures capacity, such as "personal-income"
   */
  public static Metric<PairedSample> effort(String capacity) {
    return Metric.of(
        MetricInfo.of("fiscal-effort:" + capacity, "NA-EFFORT", "Fiscal effort", PairedSample.class)
            .requires(SOME_UNITS, new PositiveCovariate(capacity))
            .claims(ANONYMITY, SCALE_EQUIVARIANCE, REPLICATION_INVARIANCE)
            .claims(WEIGHT_SCALE_INVARIANCE)
            .formula("\\sum_i w_i x_i / \\sum_i w_i k_i")
            .reading("Of its capacity, the place raises a share of {value}.")
            .reference(
                "Baker, B., Di Carlo, M. and Weber, M., The Adequacy and Fairness of State School"
                    + " Finance Systems (School Finance Indicators Database)"),
        s -> s.meanValue() / s.mean(s.covariate(capacity)));
  }
}
