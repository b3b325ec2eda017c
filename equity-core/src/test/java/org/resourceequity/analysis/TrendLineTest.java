package org.resourceequity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.inference.Estimate;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.sample.Distribution;

class TrendLineTest {

  private static SchoolYear year(int ending) {
    return SchoolYear.ending(ending);
  }

  /**
   * The Gini of (1 - 2g, 1 + 2g) is g: .1, .2, .6 and .4 in 2001, 2002, 2003 and 2005. By hand: the
   * mean year is 2002.75, the squares add up to 8.75, the products to -1.75 x .1 - .75 x .2 + .25 x
   * .6 + 2.25 x .4 = .725. The slopes of the pairs are .1, .25, .075, .4, .2/3 and -.1; the middle
   * ones are .075 and .1.
   */
  @Test
  void theLineThroughFourYears() {
    Trend<Distribution> trend =
        Trend.of(
            Map.of(
                year(2001), gini(0.1),
                year(2002), gini(0.2),
                year(2003), gini(0.6),
                year(2004), Distribution.of(0, 0),
                year(2005), gini(0.4)));
    TrendLine line = trend.line(InequalityMetrics.GINI).get();
    assertThat(line.perYear()).isCloseTo(0.725 / 8.75, within(1e-12));
    assertThat(line.medianPerYear()).isCloseTo(0.0875, within(1e-12));
    assertThat(line.without()).containsExactly(year(2004));
    Estimate slope = trend.slope(InequalityMetrics.GINI).get();
    assertThat(slope.value()).isCloseTo(0.725 / 8.75, within(1e-12));
    assertThat(slope.standardError()).isPositive();
  }

  private static Distribution gini(double g) {
    return Distribution.of(1 - 2 * g, 1 + 2 * g);
  }

  @Test
  void twoYearsHaveNoLine() {
    Trend<Distribution> trend = Trend.of(Map.of(year(2001), gini(0.1), year(2002), gini(0.2)));
    assertThat(trend.line(InequalityMetrics.GINI).toString())
        .contains("ENOUGH_UNITS", "2 years have a value, at least 3");
  }
}
