package org.resourceequity.inequality;

import java.util.Optional;
import org.resourceequity.metric.Points;

/**
 * Finds the curve of {@link LorenzModel#rasche} with the least squared vertical distance to points,
 * by the steps of Levenberg and Marquardt. A parameter at its bound stays there as long as it would
 * leave, and the other moves on alone. O(points) a step.
 */
final class RascheFit {

  /** Steps up to which a fit should be found; most take less than 30. */
  static final int MOST_STEPS = 500;

  private static final double LEAST = 1e-6;
  private static final double[] LOW = {LEAST, 1};
  private static final double[] HIGH = {1, 1 / LEAST};
  private static final double[] FIRST_ALPHAS = {1, 0.8, 0.6, 0.4, 0.2, 0.05};

  /** A step that gains less than this share of the distance is the last. */
  private static final double ENOUGH = 1e-14;

  private static final double MOST_DAMPING = 1e12;

  private final Points curve;
  private final int[] inner;

  private RascheFit(Points curve, int[] inner) {
    this.curve = curve;
    this.inner = inner;
  }

  /**
   * Returns alpha and beta of the curve nearest to some points; nothing if it is not found.
   *
   * @param inner the points that count, above 0, below the diagonal and between the ends
   */
  static Optional<double[]> of(Points curve, int[] inner) {
    return new RascheFit(curve, inner)
        .found()
        .map(nearest -> new double[] {nearest.alpha, 1 / nearest.power});
  }

  private Optional<Trial> found() {
    Trial now = first();
    double damping = 1e-3;
    for (int step = 0; step < MOST_STEPS && Double.isFinite(now.squares); step++) {
      Trial next = now.next(damping);
      double gain = now.squares - next.squares;
      if (gain > 0) {
        if (gain <= ENOUGH * now.squares && damping <= 1) {
          return Optional.of(next);
        }
        now = next;
        damping /= 10;
      } else if (damping > MOST_DAMPING || now.isAt(next)) {
        return Optional.of(now);
      } else {
        damping *= 10;
      }
    }
    return Optional.empty();
  }

  /** Returns the best of some places to begin, where the logarithms fit. */
  private Trial first() {
    Trial best = first(FIRST_ALPHAS[0]);
    for (double alpha : FIRST_ALPHAS) {
      Trial other = first(alpha);
      best = other.squares < best.squares ? other : best;
    }
    return best;
  }

  private Trial first(double alpha) {
    double both = 0;
    double square = 0;
    for (int i : inner) {
      double log = Math.log(base(alpha, i));
      both += log * Math.log(curve.y(i));
      square += log * log;
    }
    return new Trial(alpha, within(both / square, 1));
  }

  private double base(double alpha, int point) {
    return -Math.expm1(alpha * Math.log1p(-curve.x(point)));
  }

  private static double within(double parameter, int which) {
    return Math.min(HIGH[which], Math.max(LOW[which], parameter));
  }

  /** Two parameters, alpha and the power 1/beta, with the distance of their curve. */
  private final class Trial {
    private final double alpha;
    private final double power;
    private double squares;

    // Half the slope of the squares by each parameter, and half its slopes as the curve bends.
    private double byAlpha;
    private double byPower;
    private double alphas;
    private double powers;
    private double both;

    private Trial(double alpha, double power) {
      this.alpha = alpha;
      this.power = power;
      for (int i : inner) {
        double base = base(alpha, i);
        double height = Math.pow(base, power);
        double off = height - curve.y(i);
        double ofAlpha = -power * height / base * (1 - base) * Math.log1p(-curve.x(i));
        double ofPower = height * Math.log(base);
        squares += off * off;
        byAlpha += off * ofAlpha;
        byPower += off * ofPower;
        alphas += ofAlpha * ofAlpha;
        powers += ofPower * ofPower;
        both += ofAlpha * ofPower;
      }
    }

    private boolean isAt(Trial other) {
      return alpha == other.alpha && power == other.power;
    }

    /** Returns the parameters after a step, the shorter the more it is damped. */
    private Trial next(double damping) {
      boolean first = isFree(alpha, byAlpha, 0) && alphas > 0;
      boolean second = isFree(power, byPower, 1) && powers > 0;
      double a = first ? alphas * (1 + damping) : 1;
      double b = second ? powers * (1 + damping) : 1;
      double joint = first && second ? both : 0;
      double rest = 1 - joint / a * (joint / b);
      double moveAlpha = first ? (byAlpha - joint / b * byPower) / (a * rest) : 0;
      double movePower = second ? (byPower - joint / a * byAlpha) / (b * rest) : 0;
      return new Trial(within(alpha - moveAlpha, 0), within(power - movePower, 1));
    }

    private boolean isFree(double parameter, double slope, int which) {
      return slope > 0 ? parameter > LOW[which] : parameter < HIGH[which];
    }
  }
}
