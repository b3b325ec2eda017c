package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Distribution;

/** Numbers from Python 3 with NumPy and SciPy over the students one by one, where no hand does. */
class RelativeTargetsTest {

  private static final Distribution SIX =
      Distribution.of(new double[] {2, 4, 5, 9, 10, 30}, new double[] {1, 2, 2, 3, 1, 1});

  private static void holds(Metric<Distribution> metric, double expected) {
    assertThat(metric.measure(SIX).get()).as("%s", metric).isCloseTo(expected, within(1e-14));
  }

  @Test
  void shortfallFromAShareOfTheMedian() {
    // By hand: the fifth and sixth of ten students have 5 and 9; 2, 4 and 4 lie below 4.2.
    holds(RelativeMetrics.target(0.6, 0.5), 4.2);
    holds(RelativeMetrics.fgt(0, 0.6, 0.5), 0.3);
    holds(RelativeMetrics.medianBelow(0.6, 0.5), 4);
    holds(RelativeMetrics.medianGap(0.6, 0.5), 0.2 / 4.2);
    // Python: mean of ((4.2 - x) / 4.2)^alpha over the three.
    holds(RelativeMetrics.fgt(1, 0.6, 0.5), 0.06190476190476192);
    holds(RelativeMetrics.fgt(2, 0.6, 0.5), 0.027891156462585033);
  }

  @Test
  void whoIsAtTheTargetHasReachedIt() {
    // By hand: 0.6 of 10 is 6; in floating point 0.1 * 3 is above 0.3.
    Distribution at = Distribution.of(6, 10, 11);
    assertThat(RelativeMetrics.fgt(0, 0.6, 0.5).measure(at).get()).isZero();
    Distribution rounded = Distribution.of(0.3, 3, 4);
    assertThat(RelativeMetrics.fgt(0, 0.1, 0.5).measure(rounded).get()).isZero();
    assertThat(RelativeMetrics.medianGap(0.6, 0.5).measure(at))
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined ->
                assertThat(undefined.requirement().name()).isEqualTo("VALUES_BELOW_TARGET"));
  }

  @Test
  void surplusAboveALine() {
    // Python: means over the ten students of the three forms above 7, and above 1.2 times 7.
    holds(RichnessMetrics.above(Surplus.CHAKRAVARTY, 0.3, 7), 0.06731045806816996);
    holds(RichnessMetrics.above(Surplus.CONCAVE, 0.5, 7), 0.28375311556491745);
    holds(RichnessMetrics.above(Surplus.CONVEX, 2, 7), 1.1224489795918366);
    holds(RichnessMetrics.aboveRelative(Surplus.CHAKRAVARTY, 0.3, 1.2, 0.5), 0.04298466567676538);
    holds(RichnessMetrics.aboveRelative(Surplus.CONCAVE, 0.5, 1.2, 0.5), 0.202312480666534);
    holds(RichnessMetrics.aboveRelative(Surplus.CONVEX, 2, 1.2, 0.5), 0.6663832199546487);
    // By hand: five of ten have more than 7.
    holds(RichnessMetrics.above(Surplus.CONCAVE, 0, 7), 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RichnessMetrics.above(Surplus.CONVEX, 0.5, 7))
        .withMessageContaining("convex is 0.5");
  }

  @Test
  void lengthOfTheLorenzCurve() {
    // Python: mean of sqrt(1 + r^2), and the same from sqrt(2) to 2.
    holds(InequalityMetrics.AMATO, 1.4964413361239406);
    holds(InequalityMetrics.AMATO_STANDARDISED, 0.14037159017194148);
  }

  @Test
  void theParadePassesInSteps() {
    // By hand: one student of four has 1, three have 5; the mean is 4.
    Points parade =
        InequalityMetrics.PEN_PARADE_RELATIVE
            .measure(Distribution.of(new double[] {5, 1, 5}, new double[] {1, 1, 2}))
            .get();
    assertThat(parade)
        .isEqualTo(
            Points.of(new double[] {0, 0.25, 0.25, 1}, new double[] {0.25, 0.25, 1.25, 1.25}));
  }

  @Test
  void curvesOfModels() {
    // SciPy: quantile functions and squared survival functions by numerical integration.
    holds(LorenzModel.lognormal(0.6), 0.3, 0.13042157732765855, 0.32862675945912967);
    holds(LorenzModel.pareto(3), 0.7, 0.5518595253442805, 0.2);
    holds(LorenzModel.weibull(1.5), 0.5, 0.2376674875380124, 0.3700394750460064);
    holds(LorenzModel.singhMaddala(2.8, 1.7), 0.4, 0.21719680582158077, 0.28871380616079634);
    holds(LorenzModel.dagum(3, 0.7), 0.6, 0.34434617156158753, 0.36397365479948673);
    for (LorenzModel model :
        new LorenzModel[] {
          LorenzModel.lognormalWithGini(0.3),
          LorenzModel.paretoWithGini(0.3),
          LorenzModel.weibullWithGini(0.3)
        }) {
      assertThat(model.gini()).isCloseTo(0.3, within(1e-12));
      // A curve of straight lines below 1,000 points misses little of the area.
      Points curve = model.points(1000);
      double area = 0;
      for (int i = 1; i < curve.size(); i++) {
        area += (curve.x(i) - curve.x(i - 1)) * (curve.y(i) + curve.y(i - 1)) / 2;
      }
      assertThat(1 - 2 * area).isCloseTo(0.3, within(1e-4));
    }
  }

  private static void holds(LorenzModel model, double share, double held, double gini) {
    assertThat(model.at(share)).isCloseTo(held, within(1e-6));
    assertThat(model.gini()).isCloseTo(gini, within(1e-7));
    assertThat(model.at(0)).isZero();
    assertThat(model.at(1)).isEqualTo(1);
  }
}
