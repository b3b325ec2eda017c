package org.resourceequity.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.GroupedValues;

/** Difference of what the average members of two groups meet. */
public final class ExposureGap
    implements Explained<GroupedValues>, Influential<GroupedValues>, LeaveOneOut<GroupedValues> {

  private static final MetricInfo INFO =
      MetricInfo.of("exposure-gap", "EX-RES", "Exposure gap", GroupedValues.class)
          .also("GP-DIFF", "difference of the means of two groups")
          .also("EX-DIFF", "the value is the share of poor students in the unit")
          .also("AC-NOVICE", "the value is the share of novice or out-of-field teachers")
          .also("AC-BREADTH", "the value is the number of distinct courses")
          .also("AC-EXP", "the value is the mean years of experience of the teachers")
          .also("AC-TIME", "the value is minutes of instruction per student")
          .also("AC-DEV", "the value is devices per student, or the bandwidth")
          .also("AC-PRIME", "units are sections; the value is 1 in the set, else 0")
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(
              Axiom.TRANSLATION_INVARIANCE,
              Axiom.SCALE_EQUIVARIANCE,
              Axiom.SIZE_INVARIANCE,
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.ANTISYMMETRY)
          .formula("\\bar x_g - \\bar x_h,\\quad \\bar x_g = \\sum_i n_{ig}x_i / n_g")
          .reading("The first group's average student meets {value} more than the other's.")
          .reference(
              "Reardon, S. F. et al. (2019), Is Separate Still Unequal?, CEPA working paper 19-06,"
                  + " Stanford University");

  ExposureGap() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(GroupedValues sample) {
    return sample.exposure(sample.focus()) - sample.exposure(sample.comparison());
  }

  /**
   * A unit contributes its value times the difference of the shares of both groups that attend it,
   * with values measured from their overall mean: the shares' differences sum to 0, so the mean
   * changes no sum, but without it every large unit would seem to matter.
   */
  @Override
  public UnitValues contributions(GroupedValues sample) {
    double ofGroup = sample.groupTotal(sample.focus());
    double ofOther = sample.groupTotal(sample.comparison());
    double mean =
        (sample.exposure(sample.focus()) * ofGroup + sample.exposure(sample.comparison()) * ofOther)
            / (ofGroup + ofOther);
    double[] contributions = new double[sample.size()];
    for (int i = 0; i < contributions.length; i++) {
      double share = sample.count(sample.focus(), i) / ofGroup;
      double otherShare = sample.count(sample.comparison(), i) / ofOther;
      contributions[i] = (share - otherShare) * (sample.value(i) - mean);
    }
    return UnitValues.of(sample.units().keys(), contributions);
  }

  @Override
  public double[] influence(GroupedValues sample) {
    double group = sample.exposure(sample.focus());
    double other = sample.exposure(sample.comparison());
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      influence[i] =
          sample.count(sample.focus(), i)
                  / sample.groupTotal(sample.focus())
                  * (sample.value(i) - group)
              - sample.count(sample.comparison(), i)
                  / sample.groupTotal(sample.comparison())
                  * (sample.value(i) - other);
    }
    return influence;
  }

  /** A unit that holds all members of a group has no entry. O(n). */
  @Override
  public UnitValues leaveOneOut(GroupedValues sample) {
    Rest group = new Rest(sample, sample.focus());
    Rest other = new Rest(sample, sample.comparison());
    List<String> keys = new ArrayList<>();
    double[] gaps = new double[sample.size()];
    for (int i = 0; i < gaps.length; i++) {
      double mean = group.meanWithout(i);
      double otherMean = other.meanWithout(i);
      if (Double.isFinite(mean) && Double.isFinite(otherMean)) {
        gaps[keys.size()] = mean - otherMean;
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(gaps, keys.size()));
  }

  /** The exact sums of a group, from which one unit after the other is taken and put back. */
  private static final class Rest {
    private final GroupedValues sample;
    private final int group;
    private final ExactSum members = new ExactSum();
    private final ExactSum held = new ExactSum();

    Rest(GroupedValues sample, int group) {
      this.sample = sample;
      this.group = group;
      for (int i = 0; i < sample.size(); i++) {
        add(i, 1);
      }
    }

    private void add(int unit, int sign) {
      double count = sign * sample.count(group, unit);
      members.add(count);
      held.addProduct(count, sample.value(unit));
    }

    /** The mean of the group in all other units; not a number if it has no members there. */
    double meanWithout(int unit) {
      add(unit, -1);
      double mean = held.value() / members.value();
      add(unit, 1);
      return mean;
    }
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
