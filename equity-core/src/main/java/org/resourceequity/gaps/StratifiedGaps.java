package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/**
 * A gap seen within strata, such as grade spans, districts or regions: a level above the units.
 *
 * <ul>
 *   <li>{@link #kitagawa}: what the strata's composition and what differences within them explain
 *   <li>{@link #kitagawaOverTime}: the same for a change of one group
 *   <li>{@link #standardised}: the gap if both groups were spread over the strata alike
 *   <li>{@link #byStratum} and {@link #reversal}: does the gap turn round within strata?
 * </ul>
 */
public final class StratifiedGaps {

  /** Name of the part that comes from where the members of the groups are. */
  public static final String COMPOSITION = "composition";

  /** Name of the part that comes from what they meet there. */
  public static final String RATES = "rates";

  /** Gaps up to this share of the largest difference of values are rounding. */
  private static final double SAME = 1e-12;

  private static final String KITAGAWA =
      "Kitagawa, E. M. (1955), Components of a difference between two rates,"
          + " doi:10.1080/01621459.1955.10501299";
  private static final String SIMPSON =
      "Simpson, E. H. (1951), The interpretation of interaction in contingency tables, Journal of"
          + " the Royal Statistical Society B 13";

  private StratifiedGaps() {}

  /**
   * Returns Kitagawa's decomposition of the gap: \(\sum_k(c_{Ak}-c_{Bk})\bar r_k\) from the shares
   * c of the groups in the strata, and \(\sum_k\bar c_k(r_{Ak}-r_{Bk})\) from the means r within
   * them; bars are means of both groups. A stratum without one of the groups takes the other's
   * mean. O(n).
   *
   * @param level a level above the units
   */
  public static Split<GroupedValues> kitagawa(String level) {
    MetricInfo info =
        info("kitagawa", "GP-KITA", "Kitagawa decomposition of the gap", level)
            .unit("unit of the value")
            .claims(Axiom.SCALE_EQUIVARIANCE, Axiom.TRANSLATION_INVARIANCE, Axiom.ANTISYMMETRY)
            .formula("\\sum_k (c_{Ak}-c_{Bk})\\bar r_k + \\sum_k \\bar c_k (r_{Ak}-r_{Bk})")
            .reading("How much of the gap is where the groups are, and what they meet there.")
            .reference(KITAGAWA);
    return new Split<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public Parts formula(GroupedValues sample) {
        Strata strata = strata(sample, level);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(COMPOSITION, sum(strata, strata::composition));
        parts.put(RATES, sum(strata, k -> strata.meanShare(k) * strata.gap(k)));
        return new Parts(GapMetrics.EXPOSURE_GAP.formula(sample), parts);
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }

  /**
   * Returns Kitagawa's decomposition of a change over time: how much of the change in what the
   * group in focus meets comes from where its members are, and how much from what they meet there.
   * O(n).
   *
   * @param level a level above the units, the strata
   */
  public static Comparison<GroupedValues, Parts> kitagawaOverTime(String level) {
    MetricInfo info =
        info("kitagawa-over-time", "CH-KITA", "Kitagawa decomposition of a change", level)
            .unit("unit of the value")
            .claims(Axiom.ANTISYMMETRY)
            .formula("\\sum_k \\Delta c_k\\,\\bar r_k + \\sum_k \\bar c_k\\,\\Delta r_k")
            .reading("How much of the change is where the students are, and what they meet there.")
            .reference(KITAGAWA);
    Split<GroupedValues> kitagawa = kitagawa(level);
    return new Comparison<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public Parts formula(Change<GroupedValues> change) {
        return kitagawa.formula(together(change, level));
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }

  /** Returns both periods as one sample, in which the group of each period is a group. */
  private static GroupedValues together(Change<GroupedValues> change, String level) {
    List<String> strata = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    List<Double> before = new ArrayList<>();
    for (GroupedValues period : List.of(change.after(), change.before())) {
      Partition partition = period.units().by(level);
      for (int i = 0; i < period.size(); i++) {
        double members = period.count(period.focus(), i);
        boolean isAfter = values.size() < change.after().size();
        strata.add(partition.labels().get(partition.part(i)));
        values.add(period.value(i));
        after.add(isAfter ? members : 0);
        before.add(isAfter ? 0 : members);
      }
    }
    return GroupedValues.of(
        Units.numbered(values.size()).within(level, strata),
        array(values),
        List.of("after", "before"),
        new double[][] {array(after), array(before)});
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Returns the directly standardised gap: the gaps within strata, weighted by the mean of both
   * groups' shares. It is the part of {@link #kitagawa} that rates make.
   *
   * @param level a level above the units
   */
  public static Metric<GroupedValues> standardised(String level) {
    return Metric.of(
        info("standardised-gap", "GP-STD", "Standardised gap", level)
            .unit("unit of the value")
            .claims(Axiom.SCALE_EQUIVARIANCE, Axiom.TRANSLATION_INVARIANCE, Axiom.ANTISYMMETRY)
            .formula("\\sum_k \\bar c_k (r_{Ak}-r_{Bk})")
            .reading("If both groups were in the same strata, the first would meet {value} more.")
            .reference(KITAGAWA),
        sample -> {
          Strata strata = strata(sample, level);
          return sum(strata, k -> strata.meanShare(k) * strata.gap(k));
        });
  }

  /**
   * Returns the gap within each stratum that has both groups.
   *
   * @param level a level above the units
   */
  public static Profile<GroupedValues> byStratum(String level) {
    MetricInfo info =
        info("gap-by-stratum", "GP-SIMPSON", "Gap within strata", level)
            .unit("unit of the value")
            .claims(Axiom.SCALE_EQUIVARIANCE, Axiom.TRANSLATION_INVARIANCE)
            .formula("r_{Ak}-r_{Bk}")
            .reading("Within the stratum the first group meets {value} more.")
            .reference(SIMPSON);
    return new Profile<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public UnitValues formula(GroupedValues sample) {
        Strata strata = strata(sample, level);
        Map<String, Double> gaps = new LinkedHashMap<>();
        for (int k = 0; k < strata.size(); k++) {
          if (strata.hasBoth(k)) {
            gaps.put(strata.label(k), strata.gap(k));
          }
        }
        return UnitValues.of(
            List.copyOf(gaps.keySet()),
            gaps.values().stream().mapToDouble(Double::doubleValue).toArray());
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }

  /**
   * Returns Simpson's check: the share of the strata, by the mean of both groups' shares in them,
   * in which the gap has the opposite sign of the gap of all. 1 is a full reversal: the gap of all
   * comes from where the groups are, against what is seen in every stratum.
   *
   * @param level a level above the units
   */
  public static Metric<GroupedValues> reversal(String level) {
    return Metric.of(
        info("simpson-reversal", "GP-SIMPSON", "Share of strata against the gap", level)
            .range(0, 1)
            .claims(Axiom.SIZE_INVARIANCE)
            .formula(
                "\\sum_{k:\\,\\mathrm{sgn}(r_{Ak}-r_{Bk}) = -\\mathrm{sgn}(\\Delta)} \\bar c_k /"
                    + " \\sum_k \\bar c_k")
            .reading("For a share of {value} of the students the gap turns round within strata.")
            .reference(SIMPSON),
        sample -> {
          Strata strata = strata(sample, level);
          GroupedValues off = Members.fromSmallest(sample);
          double slack = 0;
          for (int i = 0; i < off.size(); i++) {
            slack = Math.max(slack, SAME * off.value(i));
          }
          double none = slack;
          double sign = sign(GapMetrics.EXPOSURE_GAP.formula(off), none);
          double all = sum(strata, k -> strata.hasBoth(k) ? strata.meanShare(k) : 0);
          double against =
              sum(
                  strata,
                  k ->
                      strata.hasBoth(k) && sign(strata.gap(k), none) * sign < 0
                          ? strata.meanShare(k)
                          : 0);
          return all > 0 ? against / all : 0;
        });
  }

  private static MetricInfo.Builder info(String prefix, String key, String name, String level) {
    return MetricInfo.of(prefix + ":" + level, key, name + " by " + level, GroupedValues.class)
        .requires(new HasLevel(level), Condition.SOME_UNITS, Condition.EVERY_GROUP);
  }

  private static double sign(double gap, double none) {
    return Math.abs(gap) <= none ? 0 : Math.signum(gap);
  }

  private static Strata strata(GroupedValues sample, String level) {
    return new Strata(Members.fromSmallest(sample), sample.units().by(level));
  }

  private static double sum(Strata strata, IntToDoubleFunction of) {
    ExactSum sum = new ExactSum();
    for (int k = 0; k < strata.size(); k++) {
      sum.add(of.applyAsDouble(k));
    }
    return sum.value();
  }
}
