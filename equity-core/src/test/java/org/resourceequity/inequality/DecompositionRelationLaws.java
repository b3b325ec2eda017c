package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.inequality.AtkinsonDecomposition.Order;
import org.resourceequity.inequality.FactorShapley.Removal;
import org.resourceequity.inequality.GiniDecomposition.Method;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.testkit.Samples;
import org.resourceequity.testkit.Samples.Draw;

/** Relations of decompositions: part C of the metric specification, by the number of the law. */
class DecompositionRelationLaws {

  private static final double TIGHT = 1e-12;
  private static final double STANDARD = 1e-9;

  @Provide
  Arbitrary<Draw> draws() {
    return Samples.draws();
  }

  private static <R> R known(Outcome<R> outcome) {
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static double sum(Parts parts) {
    return parts.parts().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** L16: for Theil's T the nested parts are those of its own decomposition, level by level. */
  @Property(tries = 200)
  void nestedTheilIsItsOwnDecomposition(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    Parts nested = known(DecompositionMetrics.nested(InequalityMetrics.THEIL_T).measure(d));
    Parts byState = InequalityMetrics.THEIL_T.decompose(d, d.units().by("state"));
    Parts byDistrict = InequalityMetrics.THEIL_T.decompose(d, d.units().by("district"));
    assertThat(nested.parts().keySet()).containsExactly("state", "district", "unit");
    assertThat(nested.part("state")).isCloseTo(byState.part(Decomposable.BETWEEN), within(TIGHT));
    assertThat(nested.part("unit")).isCloseTo(byDistrict.part(Decomposable.WITHIN), within(TIGHT));
    assertThat(nested.part("state") + nested.part("district"))
        .isCloseTo(byDistrict.part(Decomposable.BETWEEN), within(TIGHT));
  }

  /** L16: smoothing to a level never raises an index, checked without the code under test. */
  @Property(tries = 200)
  void smoothingNeverRaisesAnIndex(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    for (Measure<?, ?> measure : new InequalityProvider().measures()) {
      if (!(measure instanceof Metric<?>) || !isLorenzConsistent(measure)) {
        continue;
      }
      @SuppressWarnings("unchecked") // Checked by isLorenzConsistent.
      Metric<Distribution> index = (Metric<Distribution>) measure;
      if (!index.measure(d).isKnown()) {
        continue;
      }
      double whole = index.formula(d);
      Parts parts = DecompositionMetrics.nested(index).measure(d).get();
      double slack = TIGHT * Math.max(1, whole);
      assertThat(parts.total()).as("%s", index).isEqualTo(whole);
      assertThat(parts.parts().values()).as("%s", index).allMatch(part -> part >= 0);
      assertThat(sum(parts)).as("%s", index).isCloseTo(whole, within(slack));
      for (String level : d.units().levels()) {
        Distribution smooth = Smoothing.means(d, d.units().by(level));
        assertThat(index.formula(smooth)).as("%s", index).isLessThanOrEqualTo(whole + slack);
      }
    }
  }

  private static boolean isLorenzConsistent(Measure<?, ?> measure) {
    if (!measure.info().sample().equals(Distribution.class)) {
      return false;
    }
    try {
      @SuppressWarnings("unchecked") // The sample is a distribution.
      Metric<Distribution> index = (Metric<Distribution>) measure;
      return LorenzConsistent.checked(index) == index;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** L17, in both orders, and as the product over all levels. */
  @Property(tries = 200)
  void whatInequalityLeavesIsAProduct(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    for (double epsilon : new double[] {0.5, 1}) {
      double left = 1 - known(InequalityMetrics.atkinson(epsilon).measure(d));
      for (Order order : Order.values()) {
        Parts parts = DecompositionMetrics.atkinsonDecomposition(epsilon, order).measure(d).get();
        double between = parts.part(Decomposable.BETWEEN);
        double within = parts.part(Decomposable.WITHIN);
        assertThat((1 - between) * (1 - within)).isCloseTo(left, within(TIGHT));
        assertThat(between).isBetween(0.0, 1.0);
        assertThat(within).isBetween(0.0, 1.0);
      }
      UnitValues losses = DecompositionMetrics.nestedProduct(epsilon).measure(d).get();
      double product = Arrays.stream(losses.values()).map(c -> 1 - c).reduce(1, (a, b) -> a * b);
      assertThat(product).isCloseTo(left, within(TIGHT));
    }
  }

  /** The overlap from its own formula is what Pyatt's two other parts leave, and not negative. */
  @Property(tries = 200)
  void theOverlapIsWhatWithinAndBetweenLeave(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    Parts parts = known(DecompositionMetrics.giniDecomposition(Method.PYATT).measure(d));
    double overlap = parts.part(GiniDecomposition.OVERLAP);
    assertThat(overlap).isGreaterThanOrEqualTo(0);
    assertThat(sum(parts)).isCloseTo(parts.total(), within(TIGHT * Math.max(1, parts.total())));
    Parts ranked = DecompositionMetrics.giniDecomposition(Method.YITZHAKI_LERMAN).measure(d).get();
    assertThat(ranked.total()).isEqualTo(parts.total());
  }

  /** L44: parts make the change, exchange their signs with the periods, and are 0 without one. */
  @Property(tries = 200)
  void changesAddUpAndTurnWithThePeriods(@ForAll("draws") Draw draw) {
    Distribution before = draw.distribution();
    Distribution after = grown(before, draw.seed());
    for (Measure<?, ?> measure : new DecompositionProvider().measures()) {
      if (!(measure instanceof TheilChange) && !(measure instanceof ShapleyChange)) {
        continue;
      }
      @SuppressWarnings("unchecked") // Both compare distributions.
      Comparison<Distribution, Parts> change = (Comparison<Distribution, Parts>) measure;
      Outcome<Parts> there = change.measure(new Change<>(before, after));
      Outcome<Parts> back = change.measure(new Change<>(after, before));
      assertThat(there.isKnown()).isEqualTo(back.isKnown());
      if (there.isKnown()) {
        assertThat(sum(there.get()))
            .as("%s", measure)
            .isCloseTo(there.get().total(), within(STANDARD));
        there
            .get()
            .parts()
            .forEach(
                (name, part) ->
                    assertThat(back.get().part(turned(name)))
                        .as("%s of %s", name, measure)
                        .isCloseTo(-part, within(STANDARD)));
        Parts none = change.measure(new Change<>(before, before)).get();
        assertThat(none.parts().values())
            .as("%s", measure)
            .allMatch(part -> Math.abs(part) < TIGHT);
      }
    }
  }

  private static String turned(String name) {
    return switch (name) {
      case ShapleyChange.ADDITIONS -> ShapleyChange.REMOVALS;
      case ShapleyChange.REMOVALS -> ShapleyChange.ADDITIONS;
      default -> name;
    };
  }

  /** Another year: some units less, other values and weights. */
  private static Distribution grown(Distribution d, long seed) {
    Random random = new Random(seed);
    double[] values = d.values();
    double[] weights = d.weights();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 0.5 + random.nextDouble();
      weights[i] *= 0.5 + random.nextDouble();
    }
    Distribution grown = Distribution.of(d.units(), values, weights);
    return d.size() > 4 && random.nextBoolean() ? grown.without(random.nextInt(d.size())) : grown;
  }

  /** Contributions of sources make the whole; elasticities add up to 0; Shapley values likewise. */
  @Property(tries = 200)
  void sourcesMakeTheWhole(@ForAll("draws") Draw draw) {
    Distribution d = withSources(draw.distribution(), draw.seed());
    Parts gini =
        known(DecompositionMetrics.bySource(SourceDecomposition.Method.LERMAN_YITZHAKI).measure(d));
    assertThat(gini.total())
        .isCloseTo(InequalityMetrics.GINI.formula(d), within(STANDARD * Math.max(1, gini.total())));
    for (SourceDecomposition.Method method : SourceDecomposition.Method.values()) {
      Parts parts = DecompositionMetrics.bySource(method).measure(d).get();
      double largest = parts.parts().values().stream().mapToDouble(Math::abs).max().orElse(1);
      assertThat(sum(parts)).isCloseTo(parts.total(), within(STANDARD * Math.max(1, largest)));
    }
    for (Removal removal : Removal.values()) {
      Parts parts = known(DecompositionMetrics.shapley(InequalityMetrics.GINI, removal).measure(d));
      assertThat(sum(parts)).isCloseTo(parts.total(), within(STANDARD));
      assertThat(parts.total())
          .isCloseTo(gini.total(), within(STANDARD * Math.max(1, gini.total())));
    }
  }

  private static Distribution withSources(Distribution d, long seed) {
    Random random = new Random(seed);
    double[][] sources = new double[3][d.size()];
    for (int i = 0; i < d.size(); i++) {
      double local = random.nextDouble() * d.value(i);
      double state = random.nextInt(3) == 0 ? 0 : random.nextDouble() * (d.value(i) - local);
      sources[0][i] = local;
      sources[1][i] = state;
      sources[2][i] = d.value(i) - local - state;
    }
    Map<String, double[]> named = new LinkedHashMap<>();
    List.of("local", "state", "federal").forEach(name -> named.put(name, sources[named.size()]));
    return d.withParts(named);
  }

  /** L46: leaving a unit out is computing anew without it. */
  @Property(tries = 200)
  void leavingOutIsComputingAnew(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    for (LeaveOneOut<Distribution> metric :
        DecompositionRelationLaws.<LeaveOneOut<Distribution>>withCapability(LeaveOneOut.class)) {
      if (!metric.measure(d).isKnown()) {
        continue;
      }
      UnitValues without = metric.leaveOneOut(d);
      for (int i = 0; i < d.size(); i++) {
        Outcome<Double> anew = metric.measure(d.without(i));
        int place = without.keys().indexOf(d.units().key(i));
        assertThat(place >= 0).as("%s without %s", metric, i).isEqualTo(anew.isKnown());
        if (place >= 0) {
          assertThat(without.value(place))
              .as("%s without %s", metric, i)
              .isCloseTo(anew.get(), within(STANDARD * Math.max(1, anew.get())));
        }
      }
    }
  }

  /** L46: the gradient is the slope of the index, and scale changes nothing to first order. */
  @Property(tries = 200)
  void theGradientIsTheSlope(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    for (Differentiable<Distribution> metric :
        DecompositionRelationLaws.<Differentiable<Distribution>>withCapability(
            Differentiable.class)) {
      Outcome<Double> value = metric.measure(d);
      if (!value.isKnown() || value.get() < 1e-4) {
        continue;
      }
      UnitValues gradient = metric.gradient(d);
      double euler = 0;
      double largest = 0;
      for (int i = 0; i < d.size(); i++) {
        euler += gradient.value(i) * d.value(i);
        largest = Math.max(largest, Math.abs(gradient.value(i) * d.value(i)));
      }
      assertThat(euler).as("%s", metric).isCloseTo(0, within(STANDARD * Math.max(1, largest)));
      for (int i = 0; i < d.size(); i++) {
        assertSlope(metric, d, i, gradient.value(i), largest);
      }
    }
  }

  /** At a kink, where units are equal, the gradient lies between the slopes on both sides. */
  private static void assertSlope(
      Metric<Distribution> metric, Distribution d, int unit, double gradient, double largest) {
    double step = 1e-6 * d.value(unit);
    Outcome<Double> up = metric.measure(moved(d, unit, step));
    Outcome<Double> down = metric.measure(moved(d, unit, -step));
    if (step <= 0 || !up.isKnown() || !down.isKnown()) {
      return;
    }
    double value = metric.formula(d);
    double right = (up.get() - value) / step;
    double left = (value - down.get()) / step;
    double slack = 1e-4 * Math.max(1, Math.max(value, largest)) / d.value(unit);
    assertThat(gradient)
        .as("%s by unit %s", metric, unit)
        .isBetween(Math.min(left, right) - slack, Math.max(left, right) + slack);
  }

  private static Distribution moved(Distribution d, int unit, double step) {
    double[] values = d.values();
    values[unit] += step;
    return Distribution.of(d.units(), values, d.weights());
  }

  @SuppressWarnings("unchecked") // The measures of this family are of distributions.
  private static <M> List<M> withCapability(Class<?> capability) {
    return new InequalityProvider()
        .measures().stream().filter(capability::isInstance).map(measure -> (M) measure).toList();
  }
}
