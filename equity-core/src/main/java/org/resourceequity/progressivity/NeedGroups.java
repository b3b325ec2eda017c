package org.resourceequity.progressivity;

import java.util.stream.IntStream;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.Sorting;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.PairedSample;

/**
 * Which units have the most and which the least need. Units with equal need are one block, except
 * in {@link EqualUnits}.
 */
public sealed interface NeedGroups {

  /**
   * The lowest and the highest of groups with equal numbers of students; a block at a cut is split
   * by its students.
   *
   * @param groups the number of groups, 4 for quartiles
   */
  record EqualStudents(int groups) implements NeedGroups {
    /** Checks the number. */
    public EqualStudents {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * The lowest and the highest of groups with about equal numbers of students: a block belongs to
   * the group that holds the midpoint of its students.
   *
   * @param groups the number of groups
   */
  record WholeUnits(int groups) implements NeedGroups {
    /** Checks the number. */
    public WholeUnits {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * Units at or below the lowest cut, and units above the highest, where the cuts are quantiles of
   * need among students (inverse of the distribution function).
   *
   * @param groups the number of groups
   */
  record StudentQuantiles(int groups) implements NeedGroups {
    /** Checks the number. */
    public StudentQuantiles {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * The lowest and the highest of groups with about equal numbers of units: unit i of n in
   * ascending order, ties by key, belongs to group floor(k i / n).
   *
   * @param groups the number of groups
   */
  record EqualUnits(int groups) implements NeedGroups {
    /** Checks the number. */
    public EqualUnits {
      Checks.atLeast(groups, 2, "groups");
    }
  }

  /**
   * Units at or below a low cut, and units above a high cut.
   *
   * @param low the low cut
   * @param high the high cut, at least the low one
   */
  record FixedCuts(double low, double high) implements NeedGroups {
    /** Checks the order. */
    public FixedCuts {
      Checks.within(high, low, Double.MAX_VALUE, "high cut");
    }
  }

  /**
   * The students with the least and those with the most need; a block at a cut is split by its
   * students.
   *
   * @param share share of the students in each group, at most one half
   */
  record TopBottomShare(double share) implements NeedGroups {
    /** Checks the share. */
    public TopBottomShare {
      Checks.within(share, Double.MIN_VALUE, 0.5, "share");
    }
  }

  /**
   * What both groups have.
   *
   * @param lowMean weighted mean of the value where need is least
   * @param highMean weighted mean of the value where need is most
   * @param lowCut largest need in the low group
   * @param highCut smallest need in the high group
   * @param lowWeight students in the low group
   * @param highWeight students in the high group
   */
  record Contrast(
      double lowMean,
      double highMean,
      double lowCut,
      double highCut,
      double lowWeight,
      double highWeight) {}

  /** Returns the stable id, such as "equal-students=4". */
  default String id() {
    if (this instanceof EqualStudents rule) {
      return "equal-students=" + rule.groups();
    }
    if (this instanceof WholeUnits rule) {
      return "whole-units=" + rule.groups();
    }
    if (this instanceof StudentQuantiles rule) {
      return "student-quantiles=" + rule.groups();
    }
    if (this instanceof EqualUnits rule) {
      return "equal-units=" + rule.groups();
    }
    if (this instanceof FixedCuts rule) {
      return "fixed-cuts=" + MetricId.write(rule.low()) + "," + MetricId.write(rule.high());
    }
    return "top-bottom-share=" + MetricId.write(((TopBottomShare) this).share());
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is none; the message lists the forms
   */
  static NeedGroups parse(String id) {
    String[] parts = id.split("[=,]", -1);
    try {
      return switch (parts[0] + "/" + parts.length) {
        case "equal-students/2" -> new EqualStudents(Integer.parseInt(parts[1]));
        case "whole-units/2" -> new WholeUnits(Integer.parseInt(parts[1]));
        case "student-quantiles/2" -> new StudentQuantiles(Integer.parseInt(parts[1]));
        case "equal-units/2" -> new EqualUnits(Integer.parseInt(parts[1]));
        case "fixed-cuts/3" ->
            new FixedCuts(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        case "top-bottom-share/2" -> new TopBottomShare(Double.parseDouble(parts[1]));
        default ->
            throw new IllegalArgumentException(
                "\""
                    + id
                    + "\" is no rule for groups by need, expected equal-students=4, whole-units=4,"
                    + " student-quantiles=4, equal-units=4, fixed-cuts=0.25,0.75 or"
                    + " top-bottom-share=0.2");
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + id + "\" has a part that is not a number", e);
    }
  }

  /** Returns how many units with different need the rule asks for. */
  default int distinct() {
    if (this instanceof EqualStudents rule) {
      return rule.groups();
    }
    if (this instanceof WholeUnits rule) {
      return rule.groups();
    }
    if (this instanceof StudentQuantiles rule) {
      return rule.groups();
    }
    return this instanceof EqualUnits rule ? rule.groups() : 2;
  }

  /** Returns what both groups have; undefined (EVERY_GROUP) if one has no students. O(n log n). */
  default Outcome<Contrast> contrast(PairedSample sample) {
    double[] need = sample.needs();
    double[] low = new double[need.length];
    double[] high = new double[need.length];
    if (this instanceof EqualUnits rule) {
      ordered(sample, rule.groups(), low, high);
    } else {
      RankedBlocks blocks = RankedBlocks.byNeed(sample);
      for (int i = 0; i < need.length; i++) {
        int block = blocks.blockOf(i);
        double before = blocks.weightThrough(block - 1) / blocks.totalWeight();
        double through = blocks.weightThrough(block) / blocks.totalWeight();
        low[i] = lowShare(need[i], before, through);
        high[i] = highShare(need[i], before, through);
      }
    }
    NeedGroup below = NeedGroup.of(sample, low);
    NeedGroup above = NeedGroup.of(sample, high);
    if (!(below.weight() > 0 && above.weight() > 0)) {
      return Outcome.undefined(
          FoundWhileMeasuring.GROUPS,
          below.weight() + " students in the low group, " + above.weight() + " in the high one");
    }
    return Outcome.of(
        new Contrast(
            below.mean(),
            above.mean(),
            below.largestNeed(),
            above.smallestNeed(),
            below.weight(),
            above.weight()));
  }

  /** The share of a block that is in the low group; the block holds the ranks of two ends. */
  private double lowShare(double need, double before, double through) {
    if (this instanceof FixedCuts rule) {
      return need <= rule.low() ? 1 : 0;
    }
    if (this instanceof WholeUnits rule) {
      return rule.groups() * ((before + through) / 2) < 1 ? 1 : 0;
    }
    if (this instanceof StudentQuantiles rule) {
      // The quantile is the first block that reaches the share; it and all before belong.
      return before < 1.0 / rule.groups() * (1 - 1e-12) ? 1 : 0;
    }
    double share = splitShare();
    return part((share - before) / (through - before));
  }

  /** The share of a block that is in the high group. */
  private double highShare(double need, double before, double through) {
    if (this instanceof FixedCuts rule) {
      return need > rule.high() ? 1 : 0;
    }
    if (this instanceof WholeUnits rule) {
      return rule.groups() * ((before + through) / 2) >= rule.groups() - 1 ? 1 : 0;
    }
    if (this instanceof StudentQuantiles rule) {
      return before < (1 - 1.0 / rule.groups()) * (1 - 1e-12) ? 0 : 1;
    }
    double share = splitShare();
    return part((through - (1 - share)) / (through - before));
  }

  private double splitShare() {
    return this instanceof TopBottomShare rule
        ? rule.share()
        : 1.0 / ((EqualStudents) this).groups();
  }

  private static double part(double share) {
    return share >= 1 ? 1 : share > 0 ? share : 0;
  }

  private static void ordered(PairedSample sample, int groups, double[] low, double[] high) {
    int[] order =
        IntStream.of(Sorting.order(sample.needs(), sample.units().keys()))
            .filter(sample::counts)
            .toArray();
    for (int at = 0; at < order.length; at++) {
      long group = (long) groups * at / order.length;
      low[order[at]] = group == 0 ? 1 : 0;
      high[order[at]] = group == groups - 1 ? 1 : 0;
    }
  }
}
