package org.resourceequity.inequality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;

/**
 * A Lorenz curve with a formula, fitted to points: those of {@link InequalityMetrics#LORENZ_CURVE},
 * or the shares of a printed table by tenths. Each point between the ends counts alike; those at 0
 * or on the diagonal have no logarithm and do not count. O(points).
 *
 * <p>Undefined (ENOUGH_UNITS) with fewer points than parameters, and (CONVERGENCE) if no curve of
 * the form is near them.
 *
 * @param model the curve
 * @param parameters its parameters by name
 * @param error root of the mean squared vertical distance of the points
 */
public record LorenzFit(LorenzModel model, Map<String, Double> parameters, double error) {

  /** Copies the map, whose order stays. */
  public LorenzFit {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Fits {@link LorenzModel#kakwaniPodder} by least squares of \(\ln(L/p) = -\beta(1-p)\). */
  public static Outcome<LorenzFit> kakwaniPodder(Points curve) {
    int[] inner = inner(curve);
    if (inner.length < 1) {
      return tooFew(inner, 1);
    }
    double both = 0;
    double square = 0;
    for (int i : inner) {
      double rest = 1 - curve.x(i);
      both -= rest * Math.log(curve.y(i) / curve.x(i));
      square += rest * rest;
    }
    double beta = both / square;
    return beta >= 0 && beta <= 1000
        ? fitted(curve, inner, LorenzModel.kakwaniPodder(beta), Map.of("beta", beta))
        : noCurve("beta is " + beta);
  }

  /**
   * Fits {@link LorenzModel#kakwani} by least squares of \(\ln(p-L) = \ln a + \alpha\ln p +
   * \beta\ln(1-p)\).
   */
  public static Outcome<LorenzFit> kakwani(Points curve) {
    int[] inner = inner(curve);
    if (inner.length < 3) {
      return tooFew(inner, 3);
    }
    double[][] rows = new double[inner.length][];
    double[] depth = new double[inner.length];
    for (int i = 0; i < inner.length; i++) {
      double x = curve.x(inner[i]);
      depth[i] = Math.log(x - curve.y(inner[i]));
      rows[i] = new double[] {1, Math.log(x), Math.log1p(-x)};
    }
    double[] found;
    try {
      found =
          new QRDecomposition(new Array2DRowRealMatrix(rows, false))
              .getSolver()
              .solve(new ArrayRealVector(depth, false))
              .toArray();
    } catch (SingularMatrixException e) {
      return noCurve("the points do not tell the parameters apart");
    }
    double a = Math.exp(found[0]);
    return a > 0 && a <= Double.MAX_VALUE && found[1] > 0 && found[2] > 0
        ? fitted(
            curve,
            inner,
            LorenzModel.kakwani(a, found[1], found[2]),
            named(List.of("a", "alpha", "beta"), a, found[1], found[2]))
        : noCurve("a is " + a + ", alpha " + found[1] + ", beta " + found[2]);
  }

  /** Fits {@link LorenzModel#rasche} by least squares of the vertical distance. */
  public static Outcome<LorenzFit> rasche(Points curve) {
    int[] inner = inner(curve);
    if (inner.length < 2) {
      return tooFew(inner, 2);
    }
    return RascheFit.of(curve, inner)
        .map(
            found ->
                fitted(
                    curve,
                    inner,
                    LorenzModel.rasche(found[0], found[1]),
                    named(List.of("alpha", "beta"), found)))
        .orElseGet(() -> noCurve("none is found in " + RascheFit.MOST_STEPS + " steps"));
  }

  /** Returns the points strictly between the ends, below the diagonal and above 0. */
  private static int[] inner(Points curve) {
    return IntStream.range(0, curve.size())
        .filter(i -> curve.x(i) > 0 && curve.x(i) < 1)
        .filter(i -> curve.y(i) > 0 && curve.y(i) < curve.x(i))
        .toArray();
  }

  private static Outcome<LorenzFit> fitted(
      Points curve, int[] inner, LorenzModel model, Map<String, Double> parameters) {
    double squares = 0;
    for (int i : inner) {
      double off = model.at(curve.x(i)) - curve.y(i);
      squares += off * off;
    }
    return Outcome.of(new LorenzFit(model, parameters, Math.sqrt(squares / inner.length)));
  }

  private static Map<String, Double> named(List<String> names, double... values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }

  private static Outcome<LorenzFit> tooFew(int[] inner, int least) {
    return Outcome.undefined(
        Condition.ENOUGH_UNITS,
        inner.length + " points between 0 and the diagonal, expected at least " + least);
  }

  private static Outcome<LorenzFit> noCurve(String found) {
    return Outcome.undefined(Condition.CONVERGENCE, "no curve of this form fits: " + found);
  }
}
