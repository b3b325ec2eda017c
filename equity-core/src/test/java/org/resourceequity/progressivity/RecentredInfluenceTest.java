package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;

class RecentredInfluenceTest {

  private static final PairedSample SCHOOLS =
      PairedSample.of(
          new double[] {3, 5, 8, 12}, new double[] {1, 2, 1, 1}, new double[] {0, 1, 1, 3});

  @SuppressWarnings("unchecked") // Its sample is a Distribution.
  private static Influential<Distribution> gini() {
    return (Influential<Distribution>) MetricCatalog.load().get("gini");
  }

  @Test
  void theGiniByACovariate() {
    PairedSample recentred = RecentredInfluence.of(gini(), SCHOOLS).get();
    // Python 3 with NumPy: central differences of the Gini as a little weight moves to each unit,
    // and least squares with the weights.
    assertThat(recentred.values())
        .usingComparatorWithPrecision(1e-8)
        .containsExactly(0.42975207, 0.1707989, 0.14600551, 0.3553719);
    assertThat(Design.of(recentred).with("need").fit().get().coefficients())
        .usingComparatorWithPrecision(1e-8)
        .containsExactly(0.24793388, 0.00550964);
  }

  @Test
  void aQuantileByItsDensity() {
    // Python 3 with NumPy: the median is 5, the kernel's deviation 2.
    assertThat(RecentredInfluence.ofQuantile(0.5, 2, SCHOOLS).get().values())
        .usingComparatorWithPrecision(1e-8)
        .containsExactly(0.72739248, 0.72739248, 9.27260752, 9.27260752);
  }

  @Test
  void withoutWeightThereIsNone() {
    PairedSample none = SCHOOLS.withWeights(new double[4]);
    assertThat(RecentredInfluence.of(gini(), none).isKnown()).isFalse();
    assertThat(RecentredInfluence.ofQuantile(0.5, 2, none).isKnown()).isFalse();
    double[] weights = SCHOOLS.weights();
    weights[0] = 0;
    // The unit without weight stands at the metric.
    PairedSample three = SCHOOLS.withWeights(weights);
    assertThat(RecentredInfluence.of(gini(), three).get().value(0))
        .isEqualTo(gini().measure(three.distribution()).get());
  }
}
