package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;

/** How two curves lie, decided at the union of their break points. */
final class CurveComparison {

  private static final double SLACK = 1e-12;

  private CurveComparison() {}

  static Verdict of(Points first, Points second) {
    double[] breaks = new double[first.size() + second.size()];
    Arrays.setAll(breaks, i -> i < first.size() ? first.x(i) : second.x(i - first.size()));
    Arrays.sort(breaks);
    boolean above = false;
    boolean below = false;
    double largest = 0;
    double where = 0;
    double lastX = 0;
    double last = 0;
    List<Double> crossings = new ArrayList<>();
    for (double x : breaks) {
      double distance = first.at(x) - second.at(x);
      if (Math.abs(distance) > Math.abs(largest)) {
        largest = distance;
        where = x;
      }
      if (Math.abs(distance) > SLACK) {
        above |= distance > 0;
        below |= distance < 0;
        if (last * distance < 0) {
          crossings.add(lastX + (x - lastX) * last / (last - distance));
        }
        lastX = x;
        last = distance;
      }
    }
    Relation relation =
        above && below
            ? Relation.CROSSING
            : above ? Relation.FIRST : below ? Relation.SECOND : Relation.EQUAL;
    return new Verdict(relation, crossings, Math.abs(largest), where);
  }
}
