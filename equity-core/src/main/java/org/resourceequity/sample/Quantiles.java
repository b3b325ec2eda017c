package org.resourceequity.sample;

import org.apache.commons.math3.special.Beta;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.RunningSum;

/**
 * Weighted quantiles and shares of a sorted distribution, by their definitions. O(n) after the
 * sort, for all definitions.
 */
public final class Quantiles {

  /** Cumulative weights are compared with this relative slack, so that 0.05 N is hit exactly. */
  private static final double SLACK = 1e-12;

  private Quantiles() {}

  /**
   * Returns the quantile at {@code p}; between the smallest and the largest value.
   *
   * @param sorted a distribution as {@link Distribution#sorted()} gives it, that meets {@link
   *     QuantileDefinition#requires()}
   * @param p from 0 to 1
   */
  public static double quantile(Distribution sorted, double p, QuantileDefinition definition) {
    Checks.within(p, 0, 1, "p");
    double all = sorted.totalWeight();
    if (all == Double.POSITIVE_INFINITY) {
      throw new ArithmeticException("the weights add up to more than a double can hold");
    }
    return switch (definition) {
      case TYPE1 -> sorted.value(unitAt(sorted, p * all));
      case TYPE2 -> averaged(sorted, p * all);
      case TYPE3 -> sorted.value(unitAt(sorted, nearest(p * all)));
      case TYPE4, TYPE5, TYPE6, TYPE7, TYPE8, TYPE9 ->
          betweenOrderStatistics(sorted, definition.place(p, all));
      case I_OVER_N, I_OVER_N_PLUS_1, I_MINUS_1_OVER_N_MINUS_1 ->
          betweenCumulativeWeights(sorted, definition.place(p, all));
      case HARRELL_DAVIS -> harrellDavis(sorted, p, all);
    };
  }

  /**
   * Returns the averaged inverse-CDF median (Hyndman and Fan type 2): the median of the data in
   * which each unit is repeated according to its weight.
   *
   * @param sorted a distribution as {@link Distribution#sorted()} gives it, not empty
   */
  public static double median(Distribution sorted) {
    return quantile(sorted, 0.5, QuantileDefinition.TYPE2);
  }

  /** Returns the first unit up to which at least {@code mass} lies, the last if there is none. */
  private static int unitAt(Distribution sorted, double mass) {
    double reached = mass - SLACK * mass;
    RunningSum cumulated = new RunningSum();
    int last = sorted.size() - 1;
    for (int i = 0; i < last; i++) {
      cumulated.add(sorted.weight(i));
      if (cumulated.value() >= reached) {
        return i;
      }
    }
    return last;
  }

  private static double averaged(Distribution sorted, double mass) {
    int low = unitAt(sorted, mass);
    // A little more mass than this leads to the next unit if the mass is met exactly.
    int high = unitAt(sorted, mass + 3 * SLACK * mass);
    return sorted.value(low) / 2 + sorted.value(high) / 2;
  }

  /** Returns the whole number nearest to {@code place}, the even one of two. */
  private static double nearest(double place) {
    double half = Math.floor(place) + 0.5;
    return Math.rint(Math.abs(place - half) <= SLACK * half ? half : place);
  }

  private static double betweenOrderStatistics(Distribution sorted, double place) {
    double low = Math.floor(place);
    return between(
        sorted.value(unitAt(sorted, low)), sorted.value(unitAt(sorted, low + 1)), place - low);
  }

  private static double betweenCumulativeWeights(Distribution sorted, double mass) {
    RunningSum cumulated = new RunningSum();
    double before = 0;
    double valueBefore = sorted.value(0);
    int last = sorted.size() - 1;
    for (int i = 0; i <= last; i++) {
      cumulated.add(sorted.weight(i));
      if (i < last && sorted.value(i + 1) == sorted.value(i)) {
        continue;
      }
      double through = cumulated.value();
      if (through >= mass) {
        return between(
            valueBefore, sorted.value(i), Math.max(0, (mass - before) / (through - before)));
      }
      before = through;
      valueBefore = sorted.value(i);
    }
    return sorted.value(last);
  }

  /** Returns the point at {@code share} of the way; rounding cannot leave the interval. */
  private static double between(double low, double high, double share) {
    return Math.min(high, Math.max(low, low * (1 - share) + high * share));
  }

  /**
   * A beta distribution with mean p and parameters that add up to s lies farther than t from p with
   * a probability below \(2e^{-2t^2(s+1)}\) (O. Marchal and J. Arbel, On the sub-Gaussianity of the
   * beta and Dirichlet distributions, 2017, doi:10.1214/17-ECP92). With \(t = 5/\sqrt{s+1}\) that
   * is nothing to a double, so few units need the incomplete beta function.
   */
  private static double harrellDavis(Distribution sorted, double p, double all) {
    int last = sorted.size() - 1;
    if (p == 0 || p == 1) {
      return sorted.value(p == 0 ? 0 : last);
    }
    double size = (WholeWeights.hold(sorted) ? all : effectiveSize(sorted, all)) + 1;
    double far = 5 / Math.sqrt(size + 1);
    RunningSum cumulated = new RunningSum();
    RunningSum quantile = new RunningSum();
    double before = 0;
    for (int i = 0; i <= last && before < 1; i++) {
      cumulated.add(sorted.weight(i));
      double share = cumulated.value() / all;
      double through = 0;
      if (i == last || share > p + far) {
        through = 1;
      } else if (share > p - far) {
        through = Beta.regularizedBeta(share, size * p, size * (1 - p));
      }
      quantile.addProduct(through - before, sorted.value(i));
      before = through;
    }
    return Math.min(sorted.value(last), Math.max(sorted.value(0), quantile.value()));
  }

  private static double effectiveSize(Distribution sorted, double all) {
    RunningSum squares = new RunningSum();
    for (int i = 0; i < sorted.size(); i++) {
      double share = sorted.weight(i) / all;
      squares.add(share * share);
    }
    return 1 / squares.value();
  }

  /**
   * Returns the amount held by the lowest {@code share} of the weight: \(\int_0^p Q(s)\,ds\) times
   * the total weight. The unit at the boundary is split by mass.
   *
   * @param sorted a distribution as {@link Distribution#sorted()} gives it
   * @param share from 0 to 1
   */
  public static double heldBelow(Distribution sorted, double share) {
    double mass = share * sorted.totalWeight();
    RunningSum held = new RunningSum();
    RunningSum cumulated = new RunningSum();
    double before = 0;
    for (int i = 0; i < sorted.size(); i++) {
      cumulated.add(sorted.weight(i));
      double through = cumulated.value();
      if (through >= mass) {
        held.addProduct(mass - before, sorted.value(i));
        break;
      }
      held.addProduct(sorted.weight(i), sorted.value(i));
      before = through;
    }
    return held.value();
  }
}
