package org.resourceequity.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * A number with the influence of each draw on it. Its standard error follows in O(n), and that of
 * anything computed from several estimates too: the difference of two years, the ratio of two
 * states, one index less another. Draws that both share, such as the same schools in two years, are
 * matched by their keys, so their covariance is in the result.
 *
 * <p>The standard error is \(\sqrt{\tfrac{n}{n-1}\sum_k z_k^2}\) over the n draws, z their
 * influences; for students \(\sqrt{\sum_c n_c\psi_c^2}\) over cells of n students with the
 * influence ψ each. Deville, J.-C. (1999), Variance estimation for complex statistics and
 * estimators: linearization and residual techniques, Survey Methodology 25.
 */
public final class Estimate {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double value;
  private final Draws draws;
  private final Influences influences;

  private Estimate(double value, Draws draws, Influences influences) {
    this.value = value;
    this.draws = draws;
    this.influences = influences;
  }

  /** Returns the estimate with units as draws. Units without weight or members are no draws. */
  public static <S extends Sample<S>> Outcome<Estimate> byUnits(Influential<S> metric, S sample) {
    return byClusters(metric, sample, Draws.UNITS, Partition.of(sample.units().keys()));
  }

  /**
   * Returns the cluster-robust estimate: influences are summed within each cluster.
   *
   * @param level a level above the units, such as "district"
   */
  public static <S extends Sample<S>> Outcome<Estimate> byClusters(
      Influential<S> metric, S sample, String level) {
    return byClusters(metric, sample, Draws.CLUSTERS, sample.units().by(level));
  }

  private static <S extends Sample<S>> Outcome<Estimate> byClusters(
      Influential<S> metric, S sample, Draws draws, Partition clusters) {
    Outcome<Double> measured = metric.measure(sample);
    if (measured instanceof Outcome.Undefined<Double> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    double[] ofUnits = metric.influence(sample);
    List<String> keys = new ArrayList<>();
    double[] sums = new double[clusters.parts()];
    int[][] units = clusters.units();
    for (int c = 0; c < units.length; c++) {
      ExactSum sum = new ExactSum();
      boolean counts = false;
      for (int unit : units[c]) {
        sum.add(ofUnits[unit]);
        counts |= sample.counts(unit);
      }
      if (counts) {
        sums[keys.size()] = sum.value();
        keys.add(clusters.labels().get(c));
      }
    }
    return keys.size() < 2
        ? Outcome.undefined(
            Condition.TWO_UNITS, keys.size() + " " + draws.words() + " drawn, two are needed")
        : Outcome.of(
            new Estimate(
                measured.get(),
                draws,
                new Influences.OfUnits(keys, Arrays.copyOf(sums, keys.size()))));
  }

  /**
   * Returns the estimate with students as draws from one population: the counts of the cells are
   * multinomial. Students of two tables are never the same draws.
   */
  public static Outcome<Estimate> byStudents(InfluentialByCell metric, CrossTab table) {
    return metric
        .measure(table)
        .map(
            value -> {
              int groups = table.groups().size();
              double[][] byCell = metric.influenceByCell(table);
              double all = table.total();
              double[] influence = new double[groups * table.size()];
              double[] students = new double[influence.length];
              for (int g = 0; g < groups; g++) {
                for (int i = 0; i < table.size(); i++) {
                  int cell = g * table.size() + i;
                  influence[cell] = byCell[g][i] / all;
                  students[cell] = table.count(g, i);
                }
              }
              return new Estimate(
                  value,
                  Draws.STUDENTS,
                  new Influences.OfStudents(table.units().keys(), students, influence));
            });
  }

  /** Returns the number. */
  public double value() {
    return value;
  }

  /** Returns what was drawn. */
  public Draws draws() {
    return draws;
  }

  /** Returns the standard error. */
  public double standardError() {
    return Math.sqrt(covariance(this));
  }

  /**
   * Returns the covariance of two estimates; 0 if they have no draw in common.
   *
   * @throws IllegalArgumentException if they are of different draws
   */
  public double covariance(Estimate other) {
    sameDraws(other);
    return influences.covariance(other.influences);
  }

  /** Returns this estimate less another: the change between two years, the gap of two places. */
  public Estimate minus(Estimate other) {
    return combined(other, value - other.value, 1, -1);
  }

  /** Returns the sum of both. */
  public Estimate plus(Estimate other) {
    return combined(other, value + other.value, 1, 1);
  }

  /** Returns a multiple. */
  public Estimate times(double factor) {
    return combined(this, factor * value, factor, 0);
  }

  /**
   * Returns this estimate divided by another; its error is that of the first order.
   *
   * @throws IllegalArgumentException if the other is 0
   */
  public Estimate over(Estimate other) {
    if (other.value == 0) {
      throw new IllegalArgumentException("cannot divide by an estimate of 0");
    }
    double ratio = value / other.value;
    return combined(other, ratio, 1 / other.value, -ratio / other.value);
  }

  /**
   * Returns the natural logarithm; intervals of ratios are better on this scale.
   *
   * @throws IllegalArgumentException if the value is not positive
   */
  public Estimate log() {
    if (!(value > 0)) {
      throw new IllegalArgumentException("no logarithm of an estimate of " + value);
    }
    return combined(this, Math.log(value), 1 / value, 0);
  }

  /**
   * Returns the normal interval around the value.
   *
   * @param level confidence level, such as 0.95
   */
  public Interval interval(double level) {
    Checks.within(level, 0, 1, "level");
    double half = NORMAL.inverseCumulativeProbability((1 + level) / 2) * standardError();
    return new Interval(
        value - half, value + half, level, "normal, with " + draws.words() + " as draws");
  }

  private Estimate combined(Estimate other, double newValue, double ofThis, double ofOther) {
    sameDraws(other);
    return new Estimate(
        Checks.finite(newValue, "the combined value"),
        draws,
        influences.combine(ofThis, other.influences, ofOther));
  }

  private void sameDraws(Estimate other) {
    if (draws != other.draws) {
      throw new IllegalArgumentException(
          "one estimate is about draws of "
              + draws.words()
              + ", the other of "
              + other.draws.words());
    }
  }

  @Override
  public String toString() {
    return value + " ± " + standardError() + " (standard error, " + draws.words() + " as draws)";
  }
}
