package org.resourceequity.metric;

import java.io.Serializable;
import java.util.Arrays;
import org.resourceequity.internal.Checks;

/** The points of a curve, in ascending order of x; between two points the curve is a line. */
public final class Points implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] x;
  private final double[] y;

  /** Returns the curve through the points (x[i], y[i]). */
  public static Points of(double[] x, double[] y) {
    Checks.sameLength(y.length, x.length, "y");
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] >= x[i - 1])) {
        throw new IllegalArgumentException(
            "x[" + i + "] is " + x[i] + " after " + x[i - 1] + ", expected ascending numbers");
      }
    }
    return new Points(Checks.allFinite(x, "x"), Checks.allFinite(y, "y"));
  }

  private Points(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** Returns the number of points. */
  public int size() {
    return x.length;
  }

  /** Returns the x of a point. */
  public double x(int point) {
    return x[point];
  }

  /** Returns the y of a point. */
  public double y(int point) {
    return y[point];
  }

  /** Returns the height of the curve at {@code at}, clamped to its ends. */
  public double at(double at) {
    int found = Arrays.binarySearch(x, at);
    if (found >= 0) {
      return y[found];
    }
    int next = -found - 1;
    if (next == 0) {
      return y[0];
    }
    if (next == x.length) {
      return y[x.length - 1];
    }
    double part = (at - x[next - 1]) / (x[next] - x[next - 1]);
    return y[next - 1] + part * (y[next] - y[next - 1]);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Points other && Arrays.equals(x, other.x) && Arrays.equals(y, other.y);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x) * 31 + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return x.length + " points";
  }
}
