package org.resourceequity.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.resourceequity.chart.Chart.Tick;
import org.resourceequity.internal.Checks;

/** Chooses round numbers for an axis. */
final class Ticks {

  private static final int WANTED_STEPS = 5;
  private static final int[] ROUND = {1, 2, 5, 10};

  private Ticks() {}

  static List<Tick> between(double low, double high, NumberStyle style) {
    Checks.finite(low, "low");
    Checks.within(high, low, Double.MAX_VALUE, "high");
    if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
      // One value only: an axis needs a length.
      double margin = low == 0 ? 1 : Math.abs(low) / 2;
      return between(low > 0 ? 0 : low - margin, high < 0 ? 0 : high + margin, style);
    }
    double wanted = (high - low) / WANTED_STEPS;
    int exponent = (int) Math.floor(Math.log10(wanted));
    BigDecimal step = BigDecimal.TEN.scaleByPowerOfTen(exponent);
    for (int factor : ROUND) {
      BigDecimal candidate = new BigDecimal(factor).scaleByPowerOfTen(exponent);
      if (candidate.doubleValue() >= wanted * 0.999) {
        step = candidate;
        break;
      }
    }
    double size = step.doubleValue();
    long first = (long) Math.floor(low / size + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(high / size - 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      double value = step.multiply(BigDecimal.valueOf(i)).doubleValue();
      ticks.add(new Tick(value, style.tick(value)));
    }
    return List.copyOf(ticks);
  }
}
