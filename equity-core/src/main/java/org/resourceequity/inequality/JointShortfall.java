package org.resourceequity.inequality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;

/**
 * How many students are short of several resources at once, and by how much? Each resource is a
 * distribution over the same units with a target of its own; a value at its target is enough.
 *
 * <p>No sample holds several resources, so this is no measure of the catalog. What each unit lacks
 * is a {@link Distribution}, whose mean is the index: it can be divided by districts, ranked by
 * unit and drawn anew like any other. To ask about a group of students, weigh the units by its
 * members. All are O(n) for each resource. Undefined (SOME_UNITS) without weight, and
 * (NO_NEGATIVES) with a negative value where the gaps count, since it lacks more than the target;
 * in scores and combined gaps it lacks all of it.
 *
 * <ul>
 *   <li>{@link #headcount}, {@link #intensity}: who is short of enough resources, and of how many
 *   <li>{@link #adjusted}: the adjusted headcount of Alkire and Foster, by resource or by part;
 *       {@link #scores} of each unit
 *   <li>{@link #bourguignonChakravarty}: gaps that stand in for each other more or less; {@link
 *       #combinedGaps} of each unit
 * </ul>
 *
 * <p>Alkire, S. and Foster, J. (2011), Counting and multidimensional poverty measurement,
 * doi:10.1016/j.jpubeco.2010.11.006; Bourguignon, F. and Chakravarty, S. R. (2003), The measurement
 * of multidimensional poverty, doi:10.1023/A:1023913831342.
 */
public final class JointShortfall {

  /** A unit whose shares add up to the cutoff within rounding has reached it. */
  private static final double SLACK = 1e-12;

  /** Many of them still add up to a number. */
  private static final double MOST_IMPORTANCE = 1e100;

  private final List<Standard> standards;
  private final double[] shares;

  /**
   * A resource, and how much of it is enough.
   *
   * @param resource name of the resource, such as "counselors"
   * @param values what each unit has
   * @param target what is enough, positive, in the unit of the values
   * @param importance positive, up to 1e100; what counts is its share of all
   */
  public record Standard(String resource, Distribution values, double target, double importance) {

    /** Checks that the resource has a name, and both numbers are positive. */
    public Standard {
      Checks.notBlank(resource, "resource");
      AdequacyMetrics.positive(target);
      if (!(importance > 0 && importance <= MOST_IMPORTANCE)) {
        throw new IllegalArgumentException(
            "importance of "
                + resource
                + " is "
                + importance
                + ", expected a positive number up to "
                + MOST_IMPORTANCE);
      }
    }

    /** Returns a standard as important as others. */
    public static Standard of(String resource, Distribution values, double target) {
      return new Standard(resource, values, target, 1);
    }

    private double gap(int unit, double power) {
      double value = values.value(unit);
      if (!(value < target)) {
        return 0;
      }
      return power == 0 ? 1 : Math.pow(Math.min(1, (target - value) / target), power);
    }
  }

  private JointShortfall(List<Standard> standards) {
    this.standards = standards;
    double all = ExactSum.of(standards.stream().mapToDouble(Standard::importance).toArray());
    this.shares = standards.stream().mapToDouble(s -> s.importance() / all).toArray();
  }

  /**
   * Returns the shortfall from several standards.
   *
   * @throws IllegalArgumentException if there are none, two have one name, or their units or
   *     weights differ
   */
  public static JointShortfall of(Standard... standards) {
    if (standards.length == 0) {
      throw new IllegalArgumentException("there are no standards, expected at least one");
    }
    Distribution first = standards[0].values();
    Map<String, Standard> named = new LinkedHashMap<>();
    for (Standard standard : standards) {
      if (named.put(standard.resource(), standard) != null) {
        throw new IllegalArgumentException(
            "resource \"" + standard.resource() + "\" has two standards, expected one");
      }
      if (!standard.values().units().equals(first.units())
          || !Arrays.equals(standard.values().weights(), first.weights())) {
        throw new IllegalArgumentException(
            standard.resource()
                + " has other units or weights than "
                + standards[0].resource()
                + ", expected the same; select the units that have both");
      }
    }
    return new JointShortfall(List.of(standards));
  }

  /**
   * Returns the share of the students in units that are short of enough resources.
   *
   * @param cutoff share of the importance a unit has to be short of, above 0; at most 1, where all
   *     resources have to lack
   */
  public Outcome<Double> headcount(double cutoff) {
    double[] scores = scores(0, cutoff).values();
    return measured(0, () -> mean(isPositive(scores)));
  }

  /**
   * Returns what these students are short of on average, as a share of the importance: the adjusted
   * headcount over the headcount. Undefined (COMPARISON_EVENTS) if nobody is short of enough.
   *
   * @param cutoff as of {@link #headcount}
   */
  public Outcome<Double> intensity(double cutoff) {
    Outcome<Double> headcount = headcount(cutoff);
    if (!headcount.isKnown()) {
      return headcount;
    }
    return headcount.get() > 0
        ? Outcome.of(Math.min(1, mean(scores(0, cutoff).values()) / headcount.get()))
        : Outcome.undefined(Condition.COMPARISON_EVENTS, "nobody is short of enough resources");
  }

  /**
   * Returns the adjusted headcount and what each resource adds to it: from 0, nobody is short of
   * enough, to 1, all lack everything.
   *
   * @param alpha 0 counts the resources that a unit is short of, 1 takes their relative gaps, 2
   *     their squares; from 0 to 100
   * @param cutoff as of {@link #headcount}
   */
  public Outcome<Parts> adjusted(double alpha, double cutoff) {
    Distribution scores = scores(alpha, cutoff);
    return measured(
        alpha,
        () -> {
          Map<String, Double> parts = new LinkedHashMap<>();
          scores.parts().forEach((resource, part) -> parts.put(resource, mean(part)));
          return new Parts(mean(scores.values()), parts);
        });
  }

  /**
   * Returns the adjusted headcount and what each part of the units adds to it: its share of the
   * students times its own adjusted headcount.
   *
   * @param partition of the units, such as {@code units().by("district")}
   * @param alpha as of {@link #adjusted(double, double)}
   * @param cutoff as of {@link #headcount}
   */
  public Outcome<Parts> adjusted(Partition partition, double alpha, double cutoff) {
    Distribution scores = scores(alpha, cutoff);
    Checks.sameLength(partition.size(), scores.size(), "partition");
    return measured(
        alpha,
        () -> {
          double all = scores.totalWeight();
          Map<String, Double> parts = new LinkedHashMap<>();
          int[][] units = partition.units();
          for (int part = 0; part < units.length; part++) {
            ExactSum held = new ExactSum();
            for (int unit : units[part]) {
              held.addProduct(scores.weight(unit), scores.value(unit));
            }
            parts.put(partition.labels().get(part), held.value() / all);
          }
          return new Parts(mean(scores.values()), parts);
        });
  }

  /**
   * Returns the score of each unit, with a part for each resource: the importance of what it is
   * short of, times the power of the gap; 0 for a unit that is not short of enough.
   *
   * @param alpha as of {@link #adjusted(double, double)}
   * @param cutoff as of {@link #headcount}
   */
  public Distribution scores(double alpha, double cutoff) {
    Checks.within(alpha, 0, 100, "alpha");
    if (!(cutoff > 0 && cutoff <= 1)) {
      throw new IllegalArgumentException(
          "cutoff is " + cutoff + ", expected a share above 0 and up to 1");
    }
    Map<String, double[]> parts = new LinkedHashMap<>();
    standards.forEach(standard -> parts.put(standard.resource(), new double[units().size()]));
    double[] scores = new double[units().size()];
    double[] ofUnit = new double[shares.length];
    for (int i = 0; i < scores.length; i++) {
      if (isShort(i, cutoff)) {
        for (int j = 0; j < shares.length; j++) {
          ofUnit[j] = shares[j] * standards.get(j).gap(i, alpha);
        }
        int j = 0;
        for (double[] part : parts.values()) {
          part[i] = ofUnit[j++];
        }
        scores[i] = Math.min(1, ExactSum.of(ofUnit));
      }
    }
    return Distribution.of(units().units(), scores, units().weights()).withParts(parts);
  }

  private boolean isShort(int unit, double cutoff) {
    double lacking = 0;
    for (int j = 0; j < shares.length; j++) {
      lacking += shares[j] * standards.get(j).gap(unit, 0);
    }
    return lacking >= cutoff - SLACK;
  }

  /**
   * Returns the index of Bourguignon and Chakravarty, from 0, nobody is short of anything, to 1,
   * all lack everything: the mean of the {@link #combinedGaps}.
   *
   * @param theta how little one resource makes up for another, from 1, by its share, to 100, hardly
   *     at all
   * @param alpha how much more large gaps count, above 0 and up to 100
   */
  public Outcome<Double> bourguignonChakravarty(double theta, double alpha) {
    double[] gaps = combinedGaps(theta, alpha).values();
    return measured(alpha, () -> mean(gaps));
  }

  /**
   * Returns the combined gap of each unit, \((\sum_j a_j g_j^\theta)^{\alpha/\theta}\) of its
   * relative gaps g and the shares a of the importance. A unit counts that is short of anything.
   *
   * @param theta as of {@link #bourguignonChakravarty}
   * @param alpha as of {@link #bourguignonChakravarty}
   */
  public Distribution combinedGaps(double theta, double alpha) {
    Checks.within(theta, 1, 100, "theta");
    if (!(alpha > 0 && alpha <= 100)) {
      throw new IllegalArgumentException(
          "alpha is " + alpha + ", expected a number above 0 and up to 100");
    }
    double[] gaps = new double[units().size()];
    for (int i = 0; i < gaps.length; i++) {
      // Relative to the largest gap no power is lost.
      double largest = 0;
      for (Standard standard : standards) {
        largest = Math.max(largest, standard.gap(i, 1));
      }
      double sum = 0;
      for (int j = 0; j < shares.length && largest > 0; j++) {
        sum += shares[j] * Math.pow(standards.get(j).gap(i, 1) / largest, theta);
      }
      gaps[i] = Math.min(1, Math.pow(largest * Math.pow(sum, 1 / theta), alpha));
    }
    return Distribution.of(units().units(), gaps, units().weights());
  }

  /** The units and their weights, which all standards share. */
  private Distribution units() {
    return standards.get(0).values();
  }

  /** Returns a value, or why there is none; gaps count where their power is above 0. */
  private <R> Outcome<R> measured(double alpha, Supplier<R> value) {
    Optional<String> weight = Condition.SOME_UNITS.unmet(units());
    if (weight.isPresent()) {
      return Outcome.undefined(Condition.SOME_UNITS, weight.get());
    }
    for (Standard standard : standards) {
      Optional<String> negative = Condition.NO_NEGATIVES.unmet(standard.values());
      if (alpha > 0 && negative.isPresent()) {
        return Outcome.undefined(
            Condition.NO_NEGATIVES, standard.resource() + ": " + negative.get());
      }
    }
    return Outcome.of(value.get());
  }

  private double mean(double[] ofUnits) {
    return ExactSum.ofProducts(ofUnits, units().weights()) / units().totalWeight();
  }

  private static double[] isPositive(double[] scores) {
    return Arrays.stream(scores).map(score -> score > 0 ? 1 : 0).toArray();
  }
}
