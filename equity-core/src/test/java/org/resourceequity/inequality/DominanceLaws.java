package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.testkit.Samples;
import org.resourceequity.testkit.Samples.Draw;

/** L25: what dominance implies. */
class DominanceLaws {

  private static final List<Comparison<Distribution, Verdict>> ALL =
      List.of(
          InequalityMetrics.LORENZ_DOMINANCE,
          DecompositionMetrics.GENERALISED_LORENZ_DOMINANCE,
          DecompositionMetrics.ABSOLUTE_LORENZ_DOMINANCE,
          DecompositionMetrics.FIRST_ORDER_DOMINANCE);

  @Provide
  Arbitrary<Draw> draws() {
    return Samples.draws();
  }

  private static Relation relation(
      Comparison<Distribution, Verdict> dominance, Distribution a, Distribution b) {
    Outcome<Verdict> verdict = dominance.measure(new Change<>(a, b));
    return verdict.map(Verdict::relation).find().orElse(Relation.CROSSING);
  }

  @Property(tries = 200)
  void aDistributionIsEqualToItself(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    for (Comparison<Distribution, Verdict> dominance : ALL) {
      Outcome<Verdict> verdict = dominance.measure(new Change<>(d, d));
      assertThat(verdict.map(Verdict::relation).find().orElse(Relation.EQUAL))
          .isEqualTo(Relation.EQUAL);
    }
  }

  @Property(tries = 200)
  void theVerdictTurnsWithTheSamples(@ForAll("draws") Draw draw) {
    Distribution a = draw.distribution();
    Distribution b = draw.paired().distribution();
    for (Comparison<Distribution, Verdict> dominance : ALL) {
      Relation there = relation(dominance, a, b);
      Relation expected =
          switch (there) {
            case FIRST -> Relation.SECOND;
            case SECOND -> Relation.FIRST;
            case EQUAL, CROSSING -> there;
          };
      assertThat(relation(dominance, b, a)).as("%s", dominance).isEqualTo(expected);
    }
  }

  /** More at every rank is more up to every rank, and a higher mean. */
  @Property(tries = 200)
  void firstOrderImpliesGeneralisedLorenz(@ForAll("draws") Draw draw) {
    Distribution a = draw.distribution();
    for (Distribution b : List.of(raised(a), draw.paired().distribution())) {
      if (relation(DecompositionMetrics.FIRST_ORDER_DOMINANCE, b, a) == Relation.FIRST) {
        assertThat(relation(DecompositionMetrics.GENERALISED_LORENZ_DOMINANCE, b, a))
            .isIn(Relation.FIRST, Relation.EQUAL);
        assertThat(b.mean()).isGreaterThan(a.mean() * (1 - 1e-12));
      }
    }
  }

  /** A tenth more for the lowest is more at every rank. */
  private static Distribution raised(Distribution d) {
    double[] values = d.values();
    for (int i = 0; i < values.length; i += 2) {
      values[i] += 0.1 * Math.abs(values[i]);
    }
    return Distribution.of(d.units(), values, d.weights());
  }

  /** Smoothing to district means is more equal by all curves of inequality. */
  @Property(tries = 200)
  void smoothedDistributionsDominate(@ForAll("draws") Draw draw) {
    Distribution d = draw.distribution();
    Distribution smooth = Smoothing.means(d, d.units().by("district"));
    for (Comparison<Distribution, Verdict> dominance : ALL.subList(0, 3)) {
      Outcome<Verdict> verdict = dominance.measure(new Change<>(smooth, d));
      if (verdict.isKnown()) {
        assertThat(verdict.get().relation())
            .as("%s", dominance)
            .isIn(Relation.FIRST, Relation.EQUAL);
      }
    }
  }
}
