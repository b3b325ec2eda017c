package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Distribution;

/** Forms of the Lorenz curve, and their parameters from points. */
class LorenzFitTest {

  /** Shares by tenths, as a printed table gives them. */
  private static final Points TENTHS =
      Points.of(
          new double[] {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1},
          new double[] {0, .02, .055, .1, .155, .22, .297, .39, .505, .66, 1});

  private static void holds(LorenzModel model, double atThreeTenths, double gini) {
    assertThat(model.at(0.3)).isCloseTo(atThreeTenths, within(1e-14));
    assertThat(model.gini()).isCloseTo(gini, within(1e-14));
    assertThat(model.at(0)).isZero();
    assertThat(model.at(1)).isEqualTo(1);
  }

  /** Python, mpmath 1.3: the formula, and the area by quadrature with 30 digits. */
  @Test
  void forms() {
    holds(LorenzModel.rasche(0.8, 0.7), 0.1366263517477476, 0.2948829305784418);
    holds(LorenzModel.kakwani(0.6, 0.9, 0.5), 0.130132850272004, 0.3430863835063206);
    holds(LorenzModel.kakwaniPodder(0.3), 0.24317527379105613, 0.09292842929515853);
    holds(LorenzModel.kakwaniPodder(1), 0.14897559113742284, 0.2642411176571154);
    holds(LorenzModel.kakwaniPodder(2.5), 0.05213218303513353, 0.4937328004403524);
    holds(LorenzModel.kakwaniPodder(1e-9), 0.29999999979, 3.3333333325e-10);
    assertThat(LorenzModel.kakwaniPodder(1e-9).gini() / 3.3333333325e-10)
        .isCloseTo(1, within(1e-14));
    holds(LorenzModel.kakwaniPodder(0), 0.3, 0);
    holds(LorenzModel.rasche(1, 1), 0.3, 0);
  }

  /** NumPy 2.4: lstsq on the logarithms, and the mean squared distance of the curve. */
  @Test
  void leastSquaresOfLogarithms() {
    LorenzFit kakwani = LorenzFit.kakwani(TENTHS).get();
    assertThat(kakwani.parameters().get("a")).isCloseTo(0.7295485110669002, within(1e-12));
    assertThat(kakwani.parameters().get("alpha")).isCloseTo(0.9419406073109686, within(1e-12));
    assertThat(kakwani.parameters().get("beta")).isCloseTo(0.43669637139482725, within(1e-12));
    assertThat(kakwani.error()).isCloseTo(0.001271325163337362, within(1e-12));
    LorenzFit podder = LorenzFit.kakwaniPodder(TENTHS).get();
    assertThat(podder.parameters().get("beta")).isCloseTo(1.687512014143567, within(1e-12));
    assertThat(podder.error()).isCloseTo(0.04172712766290351, within(1e-12));
  }

  /** NumPy 2.4: the least sum of squares on grids that are refined around the best place. */
  @Test
  void leastSquaresOfDistances() {
    LorenzFit rasche = LorenzFit.rasche(TENTHS).get();
    assertThat(rasche.parameters().get("alpha")).isCloseTo(0.5841202092266761, within(1e-6));
    assertThat(rasche.parameters().get("beta")).isCloseTo(0.725707598286681, within(1e-6));
    assertThat(rasche.error()).isCloseTo(0.0003086308367355731, within(1e-12));
  }

  /** The same grids in plain Python: alpha is at its bound of 1, and beta is. */
  @Test
  void aParameterAtItsBoundLetsTheOtherMove() {
    double[] fifths = {0, 0.2, 0.4, 0.6, 0.8, 1};
    LorenzFit few =
        LorenzFit.rasche(Points.of(fifths, new double[] {0, 0.0001, 0.0002, 0.0003, 0.5, 1})).get();
    assertThat(few.parameters().get("alpha")).isEqualTo(1);
    assertThat(few.parameters().get("beta")).isCloseTo(0.24652816550194218, within(1e-6));
    assertThat(few.error()).isCloseTo(0.07982479048569238, within(1e-12));
    LorenzFit steady =
        LorenzFit.rasche(Points.of(fifths, new double[] {0, 0.15, 0.3, 0.45, 0.6, 1})).get();
    assertThat(steady.parameters().get("alpha")).isCloseTo(0.6260597761047861, within(1e-6));
    assertThat(steady.parameters().get("beta")).isEqualTo(1);
    assertThat(steady.error()).isCloseTo(0.024878548142757275, within(1e-12));
  }

  @Test
  void parametersStandInTheOrderOfTheFormula() {
    assertThat(LorenzFit.kakwani(TENTHS).get().parameters().keySet())
        .containsExactly("a", "alpha", "beta");
    assertThat(LorenzFit.rasche(TENTHS).get().parameters().keySet())
        .containsExactly("alpha", "beta");
  }

  /** Points of a form have its parameters, near equality as well as far from it. */
  @Test
  void aFormIsFoundAgain() {
    for (double alpha : new double[] {0.3, 0.8, 0.999}) {
      for (double beta : new double[] {0.4, 0.95}) {
        LorenzFit fit = LorenzFit.rasche(LorenzModel.rasche(alpha, beta).points(20)).get();
        assertThat(fit.parameters().get("alpha")).isCloseTo(alpha, within(1e-6));
        assertThat(fit.parameters().get("beta")).isCloseTo(beta, within(1e-6));
        assertThat(fit.model().gini())
            .isCloseTo(LorenzModel.rasche(alpha, beta).gini(), within(1e-8));
      }
    }
    LorenzFit fit = LorenzFit.kakwani(LorenzModel.kakwani(0.5, 1, 0.3).points(10)).get();
    assertThat(fit.parameters().get("a")).isCloseTo(0.5, within(1e-12));
    assertThat(fit.error()).isLessThan(1e-12);
    LorenzFit one = LorenzFit.kakwaniPodder(LorenzModel.kakwaniPodder(2).points(2)).get();
    assertThat(one.parameters().get("beta")).isCloseTo(2, within(1e-12));
  }

  /**
   * Schools with equal values make a diagonal, three points leave no freedom to three parameters.
   */
  @Test
  void whatHasNoFitSaysWhy() {
    Points diagonal = InequalityMetrics.LORENZ_CURVE.measure(Distribution.of(1, 1, 1)).get();
    List<Outcome<LorenzFit>> none =
        List.of(
            LorenzFit.rasche(diagonal),
            LorenzFit.kakwani(diagonal),
            LorenzFit.kakwaniPodder(diagonal));
    assertThat(none)
        .allSatisfy(fit -> assertThat(fit.toString()).contains("ENOUGH_UNITS", "0 points"));
    // ln(p - L) rises towards both ends: no powers above 0.
    Points atBothEnds =
        Points.of(new double[] {0, 0.5, 0.9, 0.99, 1}, new double[] {0, 0.49, 0.8, 0.2, 1});
    assertThat(LorenzFit.kakwani(atBothEnds).toString()).contains("CONVERGENCE");
  }

  @Test
  void wrongCallsSayWhatWouldBeRight() {
    assertThatThrownBy(() -> LorenzModel.rasche(0, 1)).hasMessageContaining("alpha is 0.0");
    assertThatThrownBy(() -> LorenzModel.rasche(1, 1.1)).hasMessageContaining("beta is 1.1");
    assertThatThrownBy(() -> LorenzModel.kakwani(0, 1, 1)).hasMessageContaining("a is 0.0");
    assertThatThrownBy(() -> LorenzModel.kakwani(1e308, 0.1, 0.1))
        .hasMessageContaining("the Gini coefficient is Infinity");
    assertThatThrownBy(() -> LorenzModel.rasche(Double.MIN_VALUE, Double.MIN_VALUE))
        .hasMessageContaining("the Gini coefficient is NaN");
    assertThatThrownBy(() -> LorenzModel.kakwani(1, 1, Double.NaN))
        .hasMessageContaining("beta is NaN");
    assertThatThrownBy(() -> LorenzModel.kakwaniPodder(-1)).hasMessageContaining("beta is -1.0");
  }
}
