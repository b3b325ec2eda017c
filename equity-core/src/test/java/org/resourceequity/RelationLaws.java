package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Samples;
import org.resourceequity.testkit.Samples.Draw;

/** Relations between metrics: part C of the metric specification, by the number of the law. */
class RelationLaws {

  private static final double TIGHT = 1e-12;

  /** Every index of relative inequality in the catalog that obeys transfers and copies. */
  @SuppressWarnings("unchecked") // Filtered by the kind of sample.
  private static final List<Metric<Distribution>> LORENZ_CONSISTENT =
      MetricCatalog.load().all().stream()
          .filter(measure -> measure instanceof Metric)
          .filter(measure -> measure.info().sample().equals(Distribution.class))
          .filter(measure -> measure.info().claims(Axiom.SCALE_INVARIANCE))
          .filter(measure -> measure.info().claims(Axiom.REPLICATION_INVARIANCE))
          .filter(
              measure ->
                  measure.info().claims(Axiom.PIGOU_DALTON)
                      || measure.info().claims(Axiom.WEAK_PIGOU_DALTON))
          .map(measure -> (Metric<Distribution>) measure)
          .toList();

  @Provide
  Arbitrary<Draw> draws() {
    return Samples.draws();
  }

  /** Measures, and leaves the sample aside where there is no value. */
  private static <S extends Sample<S>> double value(Metric<S> metric, S sample) {
    Assume.that(metric.measure(sample).isKnown());
    return metric.measure(sample).get();
  }

  private static Distribution notNegative(Draw draw) {
    Assume.that(Arrays.stream(draw.distribution().values()).allMatch(x -> x >= 0));
    return draw.distribution();
  }

  /** L25. */
  @Property(tries = 200)
  void dominanceImpliesTheOrderOfTheIndices(@ForAll("draws") Draw draw) {
    Distribution a = notNegative(draw);
    Distribution b = draw.paired().distribution();
    Assume.that(Arrays.stream(b.values()).allMatch(x -> x >= 0));
    value(InequalityMetrics.GINI, a);
    value(InequalityMetrics.GINI, b);
    Relation relation =
        InequalityMetrics.LORENZ_DOMINANCE.measure(new Change<>(a, b)).get().relation();
    Relation back = InequalityMetrics.LORENZ_DOMINANCE.measure(new Change<>(b, a)).get().relation();
    switch (relation) {
      case FIRST -> assertThat(back).isEqualTo(Relation.SECOND);
      case SECOND -> assertThat(back).isEqualTo(Relation.FIRST);
      default -> assertThat(back).isEqualTo(relation);
    }
    if (relation == Relation.FIRST) {
      LORENZ_CONSISTENT.forEach(index -> notAbove(index, a, b));
    }
  }

  private static void notAbove(Metric<Distribution> index, Distribution a, Distribution b) {
    Outcome<Double> first = index.measure(a);
    Outcome<Double> second = index.measure(b);
    if (first.isKnown() && second.isKnown()) {
      int sign = index.info().direction() == Direction.MORE_EQUAL ? -1 : 1;
      assertThat(sign * first.get())
          .as("%s", index)
          .isLessThanOrEqualTo(sign * second.get() + TIGHT * Math.max(1, Math.abs(second.get())));
    }
  }

  /** L26. */
  @Property(tries = 200)
  void concentrationInTheOrderOfTheResourceIsTheGini(@ForAll("draws") Draw draw) {
    Distribution d = notNegative(draw);
    double gini = value(InequalityMetrics.GINI, d);
    double own =
        value(
            ProgressivityMetrics.CONCENTRATION_INDEX,
            PairedSample.of(d.values(), d.weights(), d.values()));
    double reversed =
        value(
            ProgressivityMetrics.CONCENTRATION_INDEX,
            PairedSample.of(
                d.values(), d.weights(), Arrays.stream(d.values()).map(x -> -x).toArray()));
    assertThat(own).isCloseTo(gini, within(TIGHT));
    assertThat(reversed).isCloseTo(-gini, within(TIGHT));
  }

  /** L26: no order concentrates more than the order of the resource itself. */
  @Property(tries = 200)
  void concentrationIsAtMostTheGini(@ForAll("draws") Draw draw) {
    PairedSample s = draw.paired();
    double index = value(ProgressivityMetrics.CONCENTRATION_INDEX, s);
    assertThat(Math.abs(index))
        .isLessThanOrEqualTo(value(InequalityMetrics.GINI, s.distribution()) + TIGHT);
  }

  /** L38: gap = slope x V, with need as a share. */
  @Property(tries = 200)
  void gapIsSlopeTimesSegregation(@ForAll("draws") Draw draw) {
    PairedSample s = draw.paired();
    double gap = value(ProgressivityMetrics.PROGRESSIVITY_GAP, s);
    double slope = value(ProgressivityMetrics.NEED_SLOPE, s);
    double p = s.meanNeed();
    double v = s.needVariance() / (p * (1 - p));
    double largest = Arrays.stream(s.distribution().values()).map(Math::abs).max().orElse(1);
    assertThat(gap).isCloseTo(slope * v, within(1e-9 * Math.max(1, largest)));
  }

  /** L38: the exposures of all groups have the overall mean as their mean. */
  @Property(tries = 200)
  void exposuresHaveTheOverallMean(@ForAll("draws") Draw draw) {
    GroupedValues g = draw.grouped();
    var exposure = GapMetrics.EXPOSURE.measure(g);
    Assume.that(exposure.isKnown());
    double people = 0;
    double held = 0;
    double largest = 1;
    for (int i = 0; i < g.size(); i++) {
      for (int group = 0; group < g.groups().size(); group++) {
        people += g.count(group, i);
        held += g.count(group, i) * g.value(i);
      }
      largest = Math.max(largest, Math.abs(g.value(i)));
    }
    double mean = 0;
    for (int i = 0; i < exposure.get().size(); i++) {
      int group = g.groups().indexOf(exposure.get().keys().get(i));
      mean += g.groupTotal(group) / people * exposure.get().value(i);
    }
    assertThat(mean).isCloseTo(held / people, within(1e-9 * largest));
  }
}
