package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Dissimilarity index of the two groups in focus. Its derivative jumps where a unit has both groups
 * in the overall proportion; there the influence is the mean of both sides.
 */
public final class Dissimilarity
    implements Explained<CrossTab>, InfluentialByCell, LeaveOneOut<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("dissimilarity", "S2-D", "Dissimilarity index", CrossTab.class)
          .range(0, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.SCHOOL_DIVISION,
              Axiom.SIZE_INVARIANCE,
              Axiom.COMPOSITION_INVARIANCE,
              Axiom.SEGREGATION_TRANSFERS,
              Axiom.SEGREGATION_EXTREMES)
          .formula("D = \\tfrac12\\sum_i |a_i/A - b_i/B|")
          .reading("{value} of one group would have to change schools to be spread alike.")
          .reference(
              "Duncan, O. D. and Duncan, B. (1955), A methodological analysis of segregation"
                  + " indexes, doi:10.2307/2088328");

  Dissimilarity() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab sample) {
    return Pair.of(sample).dissimilarity();
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    Pair pair = Pair.of(sample);
    double[] terms = new double[pair.units()];
    Arrays.setAll(terms, i -> Math.abs(pair.a[i] / pair.sumA - pair.b[i] / pair.sumB) / 2);
    return UnitValues.of(sample.units().keys(), terms);
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    Pair pair = Pair.of(table);
    double[] sign = new double[pair.units()];
    ExactSum meanA = new ExactSum();
    ExactSum meanB = new ExactSum();
    for (int i = 0; i < sign.length; i++) {
      sign[i] = Math.signum(pair.a[i] / pair.sumA - pair.b[i] / pair.sumB);
      meanA.add(sign[i] * pair.a[i] / pair.sumA);
      meanB.add(sign[i] * pair.b[i] / pair.sumB);
    }
    double inA = meanA.value();
    double inB = meanB.value();
    return pair.influence(table, i -> (sign[i] - inA) / 2, i -> (inB - sign[i]) / 2);
  }

  /**
   * Sorts the units by the share of the group once; without a unit, those above the new overall
   * share follow by binary search, and prefix sums give their members. O(n log n).
   */
  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    Pair pair = Pair.of(sample);
    int[] order = pair.order();
    int[] place = new int[pair.units()];
    double[] belowA = new double[order.length + 1];
    double[] belowB = new double[order.length + 1];
    ExactSum a = new ExactSum();
    ExactSum b = new ExactSum();
    for (int k = 0; k < order.length; k++) {
      place[order[k]] = k;
      a.add(pair.a[order[k]]);
      b.add(pair.b[order[k]]);
      belowA[k + 1] = a.value();
      belowB[k + 1] = b.value();
    }
    List<String> keys = new ArrayList<>();
    double[] values = new double[pair.units()];
    for (int i = 0; i < pair.units(); i++) {
      double restA = pair.sumA - pair.a[i];
      double restB = pair.sumB - pair.b[i];
      if (restA > 0 && restB > 0) {
        int first = firstAbove(pair, order, restA / restB);
        boolean above = place[i] >= first;
        double aboveA = pair.sumA - belowA[first] - (above ? pair.a[i] : 0);
        double aboveB = pair.sumB - belowB[first] - (above ? pair.b[i] : 0);
        values[keys.size()] = Math.min(1, Math.max(0, aboveA / restA - aboveB / restB));
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  private static int firstAbove(Pair pair, int[] order, double odds) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pair.a[order[middle]] > odds * pair.b[order[middle]]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
