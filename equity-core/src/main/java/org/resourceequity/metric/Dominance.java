package org.resourceequity.metric;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.metric.Verdict.Relation;

/**
 * Whether one curve lies nowhere below another. Lorenz, quantile, concentration and segregation
 * curves are compared alike: at the union of their points, never on a grid. A curve with two points
 * at the same x has a step there and is compared on both sides of it.
 */
public final class Dominance {

  private static final double SAME = 1e-12;

  private final double slack;
  private boolean above;
  private boolean below;
  private double largest;
  private double where;
  private double lastX;
  private double lastDistance;
  private final List<Double> crossings = new ArrayList<>();

  private Dominance(double slack) {
    this.slack = slack;
  }

  /**
   * Returns how two curves lie: FIRST if the first is nowhere below the second. Between points of
   * opposite sign the crossing is interpolated. O(n) in the number of points.
   *
   * @param first a curve with at least one point
   * @param second a curve over the same x
   * @param slack differences of heights up to this count as none, such as 1e-12 of the heights
   */
  public static Verdict compare(Points first, Points second, double slack) {
    Dominance seen = new Dominance(slack);
    Walk one = new Walk(first);
    Walk two = new Walk(second);
    while (one.hasNext() || two.hasNext()) {
      double x = Math.min(one.nextX(), two.nextX());
      one.moveTo(x);
      two.moveTo(x);
      seen.add(x, one.before - two.before);
      seen.add(x, one.after - two.after);
    }
    return seen.verdict();
  }

  private void add(double x, double distance) {
    above |= distance > slack;
    below |= distance < -slack;
    if (Math.abs(distance) > largest) {
      largest = Math.abs(distance);
      where = x;
    }
    if (Math.abs(distance) > slack) {
      if (lastDistance * distance < 0) {
        crossings.add(lastX + (x - lastX) * (lastDistance / (lastDistance - distance)));
      }
      lastX = x;
      lastDistance = distance;
    }
  }

  private Verdict verdict() {
    Relation relation =
        above && below
            ? Relation.CROSSING
            : above ? Relation.FIRST : below ? Relation.SECOND : Relation.EQUAL;
    return new Verdict(relation, crossings, largest, where);
  }

  /** A place on a curve that moves to the right, and the height on both sides of it. */
  private static final class Walk {
    private final Points curve;
    private int next;
    private double before;
    private double after;

    Walk(Points curve) {
      this.curve = curve;
    }

    boolean hasNext() {
      return next < curve.size();
    }

    double nextX() {
      return hasNext() ? curve.x(next) : Double.POSITIVE_INFINITY;
    }

    void moveTo(double x) {
      int first = next;
      while (nextX() == x || (nextX() <= x + SAME && isStep())) {
        next++;
      }
      before = next == first ? between(x) : curve.y(first);
      after = next == first ? before : curve.y(next - 1);
    }

    /** Steps of two curves that rounding alone keeps apart are taken together. */
    private boolean isStep() {
      return (next > 0 && curve.x(next - 1) == curve.x(next))
          || (next + 1 < curve.size() && curve.x(next + 1) == curve.x(next));
    }

    /** Left and right of its points a curve keeps the height of the nearest. */
    private double between(double x) {
      if (next == 0) {
        return curve.y(0);
      }
      double last = curve.y(next - 1);
      if (!hasNext()) {
        return last;
      }
      double part = (x - curve.x(next - 1)) / (curve.x(next) - curve.x(next - 1));
      return last + part * (curve.y(next) - last);
    }
  }
}
