package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Percentage;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.testkit.Samples;

/** The right moments come from BigDecimal by the definition, mean first. */
class MomentsTest {

  private static final MathContext DIGITS = new MathContext(200);

  @Provide
  net.jqwik.api.Arbitrary<Distribution> weighted() {
    return Samples.distributions().filter(d -> d.moments().units() > 0);
  }

  @Property(tries = 300)
  void meanAndVarianceAreThoseOfTheDefinition(@ForAll @From("weighted") Distribution d) {
    BigDecimal weight = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < d.size(); i++) {
      BigDecimal w = new BigDecimal(d.weight(i));
      weight = weight.add(w);
      total = total.add(w.multiply(new BigDecimal(d.value(i))));
    }
    BigDecimal mean = total.divide(weight, DIGITS);
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < d.size(); i++) {
      BigDecimal off = new BigDecimal(d.value(i)).subtract(mean);
      squares = squares.add(new BigDecimal(d.weight(i)).multiply(off).multiply(off));
    }
    double variance = squares.divide(weight, DIGITS).doubleValue();
    Moments moments = d.moments();
    // Half a unit in the last place twice, from the division in 34 digits and its rounding.
    assertThat(moments.mean()).isCloseTo(mean.doubleValue(), Percentage.withPercentage(1e-13));
    if (variance > Double.MIN_NORMAL && variance > 1e-300) {
      assertThat(moments.variance()).isCloseTo(variance, Percentage.withPercentage(1e-13));
    }
  }

  @Example
  void nearlyEqualValuesKeepTheirVariance() {
    // By hand: values 1e9, 1e9 + 1, 1e9 + 2 have the variance 2/3.
    Moments moments = Distribution.of(1e9, 1e9 + 1, 1e9 + 2).moments();
    assertThat(moments.variance()).isEqualTo(2.0 / 3);
    assertThat(moments.mean()).isEqualTo(1e9 + 1);
  }

  @Example
  void unitsWithoutWeightDoNotCount() {
    Moments moments = Distribution.of(new double[] {5, -7, 3}, new double[] {1, 0, 1}).moments();
    assertThat(moments.units()).isEqualTo(2);
    assertThat(moments.minimum()).isEqualTo(3);
    assertThat(moments.total()).isEqualTo(8);
  }
}
