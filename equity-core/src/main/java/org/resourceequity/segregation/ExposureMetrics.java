package org.resourceequity.segregation;

import static org.resourceequity.metric.Axiom.ORGANISATIONAL_EQUIVALENCE;
import static org.resourceequity.metric.Axiom.SEGREGATION_EXTREMES;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.EVERY_GROUP;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * Whom do members of a group meet in their units? Everybody in a unit is met, members of all
 * groups; to leave others out, measure {@link CrossTab#pair()}.
 *
 * <ul>
 *   <li>{@link SegregationMetrics#INTERACTION} and {@link SegregationMetrics#ISOLATION} have a
 *       place with the usual ones; {@link #ISOLATION_EXCLUDE_SELF} does not count the member itself
 *   <li>{@link #EXPOSURE_MATRIX}: each group to each group
 *   <li>{@link #CORRELATION_RATIO} and {@link #NORMALISED_EXPOSURE}: beyond what group sizes give
 *   <li>{@link #intenseSegregation}: the share in units where the group is nearly alone; {@link
 *       #intenseExposure}: where the other group is
 *   <li>{@link #EXPECTED_ISOLATION}, {@link #EXPECTED_INTERACTION}, {@link
 *       #EXPECTED_CORRELATION_RATIO}: what chance gives
 * </ul>
 */
public final class ExposureMetrics {

  static final String SEGREGATION = "intense-segregation";
  static final String EXPOSURE = "intense-exposure";

  private static final String COLEMAN =
      "Coleman, J. S., Kelly, S. D. and Moore, J. A. (1975), Trends in School Segregation, 1968-73,"
          + " Urban Institute";
  private static final String BELL =
      "Bell, W. (1954), A probability model for the measurement of ecological segregation,"
          + " doi:10.2307/2574118";

  /**
   * Isolation among the others of the unit: the member itself is not counted. Units of one or no
   * whole person are passed over.
   */
  public static final Metric<CrossTab> ISOLATION_EXCLUDE_SELF =
      Metric.of(
          MetricInfo.of(
                  "isolation:exclude-self", "EX-ISO", "Isolation among others", CrossTab.class)
              .range(0, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, new FocusHasMembers(), new Others())
              .formula(
                  "\\sum_i \\frac{x_i}{X}\\frac{x_i-1}{t_i-1},"
                      + "\\ \\text{units with } t_i > 1,\\ X \\text{ their members}")
              .reading("Of those whom the average member meets, {value} are of the same group.")
              .reference(BELL),
          ExposureMetrics::isolationAmongOthers);

  /** Exposure of each group with members to each group; keys are like "black to white". */
  public static final Profile<CrossTab> EXPOSURE_MATRIX = new ExposureMatrix();

  /** Variance ratio of the group and everybody else. */
  public static final CorrelationRatio CORRELATION_RATIO = new CorrelationRatio();

  /** How much less than its size the average member meets of the other group. */
  public static final Metric<CrossTab> NORMALISED_EXPOSURE =
      Metric.of(
          MetricInfo.of("normalised-exposure", "EX-NORM", "Normalised exposure gap", CrossTab.class)
              .range(-Double.MAX_VALUE, 1)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, EVERY_GROUP)
              .claims(ORGANISATIONAL_EQUIVALENCE, SIZE_INVARIANCE, SEGREGATION_EXTREMES)
              .formula("1 - {}_xP^*_y / P_y")
              .reading("The average member meets {value} less of the other group than its share.")
              .reference(COLEMAN),
          t ->
              1
                  - SegregationMetrics.INTERACTION.formula(t)
                      / (t.groupTotal(t.comparison()) / t.total()));

  /** Correlation ratio that chance gives; the squared coefficient of variation has the same. */
  public static final Metric<CrossTab> EXPECTED_CORRELATION_RATIO =
      Metric.of(
          MetricInfo.of(
                  "correlation-ratio-expected",
                  "SM-BIAS",
                  "Correlation ratio expected by chance",
                  CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, VARIATION)
              .formula("E[V] = E[C] = \\frac{U-1}{N-1},\\ U \\text{ units with members}")
              .reading("If students went to schools at random, the ratio would still be {value}.")
              .reference(COLEMAN),
          t -> byChance(t));

  /** Isolation that chance gives. */
  public static final Metric<CrossTab> EXPECTED_ISOLATION =
      Metric.of(
          MetricInfo.of(
                  "isolation-expected", "SM-BIAS", "Isolation expected by chance", CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers())
              .formula("P + (1-P)\\frac{U-1}{N-1}")
              .reading("If students went to schools at random, isolation would be {value}.")
              .reference(BELL),
          t -> {
            double share = t.groupTotal(t.focus()) / t.total();
            return share + (1 - share) * byChance(t);
          });

  /** Interaction that chance gives. */
  public static final Metric<CrossTab> EXPECTED_INTERACTION =
      Metric.of(
          MetricInfo.of(
                  "interaction-expected",
                  "SM-BIAS",
                  "Interaction expected by chance",
                  CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers())
              .formula("P_y\\Bigl(1 - \\frac{U-1}{N-1}\\Bigr)")
              .reading("If students went to schools at random, interaction would be {value}.")
              .reference(BELL),
          t -> t.groupTotal(t.comparison()) / t.total() * (1 - byChance(t)));

  private ExposureMetrics() {}

  /**
   * Returns the share of the group in focus in units where it is at least a share of all members.
   *
   * @param threshold from 0 to 1, usually 0.75 or 0.9
   */
  public static Metric<CrossTab> intenseSegregation(double threshold) {
    Checks.within(threshold, 0, 1, "threshold");
    return Metric.of(
        intense(SEGREGATION, threshold)
            .requires(SOME_UNITS, new FocusHasMembers())
            .formula("\\sum_{i:\\,x_i/t_i\\ge\\tau} x_i/X,\\ \\tau = " + MetricId.write(threshold))
            .reading(
                "{value} of the group attend schools with a share of it of at least "
                    + MetricId.write(threshold)
                    + ".")
            .reference(
                "Orfield, G. and Lee, C. (2005), Why Segregation Matters, The Civil Rights"
                    + " Project"),
        t -> inUnits(t, t.focus(), threshold));
  }

  /**
   * Returns the share of the group in focus in units where the group compared with, such as
   * students in poverty, is at least a share of all members.
   *
   * @param threshold from 0 to 1, usually 0.75 or 0.9
   */
  public static Metric<CrossTab> intenseExposure(double threshold) {
    Checks.within(threshold, 0, 1, "threshold");
    return Metric.of(
        intense(EXPOSURE, threshold)
            .requires(SOME_UNITS, new FocusHasMembers())
            .formula("\\sum_{i:\\,y_i/t_i\\ge\\tau} x_i/X,\\ \\tau = " + MetricId.write(threshold))
            .reading(
                "{value} of the group attend schools with a share of the other of at least "
                    + MetricId.write(threshold)
                    + ".")
            .reference(
                "Orfield, G. and Lee, C. (2005), Why Segregation Matters, The Civil Rights"
                    + " Project"),
        t -> inUnits(t, t.comparison(), threshold));
  }

  private static MetricInfo.Builder intense(String name, double threshold) {
    return MetricInfo.of(
            name + ":" + MetricId.write(threshold),
            "EX-SPEC",
            "Share in intensely segregated units",
            CrossTab.class)
        .range(0, 1);
  }

  private static double inUnits(CrossTab table, int dominant, double threshold) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < table.size(); i++) {
      double all = table.unitTotal(i);
      if (all > 0 && table.count(dominant, i) / all >= threshold) {
        sum.add(table.count(table.focus(), i));
      }
    }
    return sum.value() / table.groupTotal(table.focus());
  }

  /** Returns (U-1)/(N-1), 0 for one unit. */
  private static double byChance(CrossTab table) {
    double units = Cells.of(table).unitsWithMembers() - 1;
    return units == 0 ? 0 : Math.min(1, units / Math.max(units, table.total() - 1));
  }

  /** The requirement that a member of the group in focus attends a unit of more than one. */
  private record Others() implements Requirement {
    @Override
    public String name() {
      return "MINIMUM_COUNTS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      CrossTab table = (CrossTab) sample;
      for (int i = 0; i < table.size(); i++) {
        if (table.count(table.focus(), i) >= 1 && table.unitTotal(i) > 1) {
          return Optional.empty();
        }
      }
      return Optional.of("no member of the group meets anybody");
    }
  }

  private static double isolationAmongOthers(CrossTab table) {
    ExactSum met = new ExactSum();
    ExactSum members = new ExactSum();
    for (int i = 0; i < table.size(); i++) {
      double here = table.count(table.focus(), i);
      double all = table.unitTotal(i);
      if (all > 1) {
        members.add(here);
        // Of less than one whole person nobody else is left.
        met.add(here * (Math.max(0, here - 1) / (all - 1)));
      }
    }
    return Math.min(1, met.value() / members.value());
  }
}
