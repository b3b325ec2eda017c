package org.resourceequity.sample;

import org.resourceequity.internal.ExactSum;

/** Weighted quantiles and shares of a sorted distribution, by their definitions. */
public final class Quantiles {

  /** Cumulative weights are compared with this relative slack, so that 0.05 N is hit exactly. */
  private static final double SLACK = 1e-12;

  private Quantiles() {}

  /**
   * Returns the averaged inverse-CDF median (Hyndman and Fan type 2): the median of the data in
   * which each unit is repeated according to its weight.
   *
   * @param sorted a distribution as {@link Distribution#sorted()} gives it, not empty
   */
  public static double median(Distribution sorted) {
    double half = sorted.totalWeight() / 2;
    ExactSum cumulated = new ExactSum();
    for (int i = 0; i < sorted.size(); i++) {
      cumulated.add(sorted.weight(i));
      double below = cumulated.value();
      if (Math.abs(below - half) <= SLACK * half && i + 1 < sorted.size()) {
        return sorted.value(i) / 2 + sorted.value(i + 1) / 2;
      }
      if (below > half) {
        return sorted.value(i);
      }
    }
    return sorted.value(sorted.size() - 1);
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
    ExactSum held = new ExactSum();
    ExactSum cumulated = new ExactSum();
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
