package org.resourceequity.inequality;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Points;

/**
 * A Lorenz curve with a formula, to hold beside that of data.
 *
 * <ul>
 *   <li>of distributions: {@link #lognormal}, {@link #pareto}, {@link #weibull} and with it the
 *       exponential one, {@link #singhMaddala}, {@link #dagum}; the families of one parameter can
 *       be chosen by their Gini coefficient
 *   <li>of no distribution in particular: {@link #rasche}, {@link #kakwani}, {@link
 *       #kakwaniPodder}; {@link LorenzFit} finds their parameters
 * </ul>
 *
 * <p>McDonald, J. B. (1984), Some generalized functions for the size distribution of income,
 * Econometrica 52.
 */
public interface LorenzModel {

  /**
   * Returns the share of the resource that the lowest share of students has.
   *
   * @param share from 0 to 1
   */
  double at(double share);

  /** Returns the Gini coefficient. */
  double gini();

  /**
   * Returns the curve in equal steps.
   *
   * @param steps at least 1
   */
  default Points points(int steps) {
    Checks.atLeast(steps, 1, "steps");
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      x[i] = (double) i / steps;
      y[i] = at(x[i]);
    }
    return Points.of(x, y);
  }

  /**
   * Returns the model of a lognormal distribution.
   *
   * @param sigma standard deviation of the logarithms, not negative
   */
  static LorenzModel lognormal(double sigma) {
    Checks.within(sigma, 0, Double.MAX_VALUE, "sigma");
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return of(
        share -> normal.cumulativeProbability(normal.inverseCumulativeProbability(share) - sigma),
        2 * normal.cumulativeProbability(sigma / Math.sqrt(2)) - 1);
  }

  /** Returns the lognormal model with a Gini coefficient from 0 to below 1. */
  static LorenzModel lognormalWithGini(double gini) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return lognormal(
        Math.sqrt(2) * normal.inverseCumulativeProbability((checked(gini, 0) + 1) / 2));
  }

  /**
   * Returns the model of a Pareto distribution.
   *
   * @param shape above 1, where the mean is finite
   */
  static LorenzModel pareto(double shape) {
    above(shape, 1, "shape");
    return of(share -> 1 - Math.pow(1 - share, 1 - 1 / shape), 1 / (2 * shape - 1));
  }

  /** Returns the Pareto model with a positive Gini coefficient below 1. */
  static LorenzModel paretoWithGini(double gini) {
    return pareto((1 + 1 / checked(gini, Double.MIN_NORMAL)) / 2);
  }

  /**
   * Returns the model of a Weibull distribution; with a shape of 1 it is the exponential one.
   *
   * @param shape positive
   */
  static LorenzModel weibull(double shape) {
    above(shape, 0, "shape");
    return of(
        share -> Gamma.regularizedGammaP(1 + 1 / shape, -Math.log1p(-share)),
        1 - Math.pow(2, -1 / shape));
  }

  /** Returns the Weibull model with a positive Gini coefficient below 1. */
  static LorenzModel weibullWithGini(double gini) {
    return weibull(-Math.log(2) / Math.log1p(-checked(gini, Double.MIN_NORMAL)));
  }

  /**
   * Returns the model of a Singh-Maddala distribution, \(F(x) = 1-(1+x^a)^{-q}\).
   *
   * @param a positive
   * @param q above 1/a, where the mean is finite
   */
  static LorenzModel singhMaddala(double a, double q) {
    above(a, 0, "a");
    above(q, 1 / a, "q");
    return of(
        share -> Beta.regularizedBeta(1 - Math.pow(1 - share, 1 / q), 1 + 1 / a, q - 1 / a),
        1 - gammas(2 * q, q, -1 / a));
  }

  /**
   * Returns the model of a Dagum distribution, \(F(x) = (1+x^{-a})^{-p}\).
   *
   * @param a above 1, where the mean is finite
   * @param p positive
   */
  static LorenzModel dagum(double a, double p) {
    above(a, 1, "a");
    above(p, 0, "p");
    return of(
        share -> Beta.regularizedBeta(Math.pow(share, 1 / p), p + 1 / a, 1 - 1 / a),
        gammas(2 * p, p, 1 / a) - 1);
  }

  /**
   * Returns the model \(L(p) = (1-(1-p)^\alpha)^{1/\beta}\). Rasche, R. H., Gaffney, J., Koo, A. Y.
   * C. and Obst, N. (1980), Functional forms for estimating the Lorenz curve, Econometrica 48.
   *
   * @param alpha above 0 and up to 1
   * @param beta above 0 and up to 1; both 1 is equality
   */
  static LorenzModel rasche(double alpha, double beta) {
    share(alpha, "alpha");
    share(beta, "beta");
    return of(
        share -> Math.pow(-Math.expm1(alpha * Math.log1p(-share)), 1 / beta),
        1 - 2 / alpha * Math.exp(Beta.logBeta(1 / alpha, 1 / beta + 1)));
  }

  /**
   * Returns the model \(L(p) = p - a p^\alpha (1-p)^\beta\). With powers of at most 1 it is convex,
   * and with an alpha below 1 it lies below 0 for the very lowest. Kakwani, N. (1980), On a class
   * of poverty measures, Econometrica 48.
   *
   * @param a positive
   * @param alpha positive
   * @param beta positive
   */
  static LorenzModel kakwani(double a, double alpha, double beta) {
    above(a, 0, "a");
    above(alpha, 0, "alpha");
    above(beta, 0, "beta");
    return of(
        share -> share - a * Math.pow(share, alpha) * Math.pow(1 - share, beta),
        2 * a * Math.exp(Beta.logBeta(alpha + 1, beta + 1)));
  }

  /**
   * Returns the model \(L(p) = p e^{-\beta(1-p)}\). Kakwani, N. C. and Podder, N. (1973), On the
   * estimation of Lorenz curves from grouped observations, International Economic Review 14.
   *
   * @param beta from 0, equality, to 1000
   */
  static LorenzModel kakwaniPodder(double beta) {
    Checks.within(beta, 0, 1000, "beta");
    return of(share -> share * Math.exp(-beta * (1 - share)), giniOfKakwaniPodder(beta));
  }

  /** 1 - 2(β - 1 + exp(-β))/β², below 1 by its series, whose terms do not cancel. */
  private static double giniOfKakwaniPodder(double beta) {
    if (beta > 1) {
      return 1 - 2 * (beta + Math.expm1(-beta)) / (beta * beta);
    }
    double gini = 0;
    double term = -1;
    for (int k = 1; k <= 20; k++) {
      term *= -beta / (k + 2);
      gini += term;
    }
    return gini;
  }

  /** Returns \(\Gamma(x+d)\Gamma(y)/(\Gamma(x)\Gamma(y+d))\). */
  private static double gammas(double x, double y, double d) {
    return Math.exp(
        Gamma.logGamma(x + d) - Gamma.logGamma(x) - (Gamma.logGamma(y + d) - Gamma.logGamma(y)));
  }

  private static double checked(double gini, double least) {
    if (!(gini >= least && gini < 1)) {
      throw new IllegalArgumentException(
          "gini is " + gini + ", expected a number from " + least + " to below 1");
    }
    return gini;
  }

  private static void share(double parameter, String name) {
    if (!(parameter > 0 && parameter <= 1)) {
      throw new IllegalArgumentException(
          name + " is " + parameter + ", expected a number above 0 and up to 1");
    }
  }

  private static void above(double parameter, double limit, String name) {
    if (!(parameter > limit && parameter <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          name + " is " + parameter + ", expected a finite number above " + limit);
    }
  }

  private static LorenzModel of(DoubleUnaryOperator curve, double gini) {
    if (!Double.isFinite(gini)) {
      throw new IllegalArgumentException(
          "with these parameters the Gini coefficient is "
              + gini
              + ", expected parameters nearer to 1");
    }
    return new LorenzModel() {
      @Override
      public double at(double share) {
        Checks.within(share, 0, 1, "share");
        return share == 0 || share == 1 ? share : Math.min(share, curve.applyAsDouble(share));
      }

      @Override
      public double gini() {
        return gini;
      }
    };
  }
}
