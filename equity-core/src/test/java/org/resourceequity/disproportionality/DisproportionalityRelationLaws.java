package org.resourceequity.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.testkit.Samples;

/** Relations between the metrics of this family, by the number of the law in the specification. */
class DisproportionalityRelationLaws {

  private static final double TIGHT = 1e-12;
  private static final double STANDARD = 1e-9;

  /** Events compared with all others. */
  @Provide
  Arbitrary<RiskCounts> samples() {
    return Samples.riskCounts().map(s -> s.comparedWith(new RiskComparison.AllOthers()));
  }

  private static double value(Metric<RiskCounts> metric, RiskCounts sample) {
    Outcome<Double> outcome = metric.measure(sample);
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static void same(double a, double b) {
    assertThat(a).isCloseTo(b, within(TIGHT * Math.max(1, Math.abs(b))));
  }

  private static RiskCounts by(RiskCounts sample, int group, int other) {
    return sample
        .focusOn(sample.groups().get(group))
        .comparedWith(new RiskComparison.Reference(sample.groups().get(other)));
  }

  /** L40: two groups have reciprocal ratios, of risks and of odds; differences change the sign. */
  @Property(tries = 200)
  void ratiosAreReciprocal(@ForAll("samples") RiskCounts sample) {
    same(
        value(DisproportionalityMetrics.RISK_RATIO, by(sample, 0, 1))
            * value(DisproportionalityMetrics.RISK_RATIO, by(sample, 1, 0)),
        1);
    same(
        value(DisproportionalityMetrics.RISK_DIFFERENCE, by(sample, 0, 1)),
        -value(DisproportionalityMetrics.RISK_DIFFERENCE, by(sample, 1, 0)));
    same(
        value(RatioMetrics.ODDS_RATIO_HALDANE, by(sample, 0, 1))
            * value(RatioMetrics.ODDS_RATIO_HALDANE, by(sample, 1, 0)),
        1);
    same(
        value(RatioMetrics.ODDS_RATIO, by(sample, 0, 1))
            * value(RatioMetrics.ODDS_RATIO, by(sample, 1, 0)),
        1);
  }

  /** L40: ratios to one reference compare any two groups. */
  @Property(tries = 200, maxDiscardRatio = 50)
  void ratiosToAReferenceCompareAnyTwo(@ForAll("samples") RiskCounts sample) {
    Assume.that(sample.groups().size() >= 3);
    same(
        value(DisproportionalityMetrics.RISK_RATIO, by(sample, 0, 1)),
        value(DisproportionalityMetrics.RISK_RATIO, by(sample, 0, 2))
            / value(DisproportionalityMetrics.RISK_RATIO, by(sample, 1, 2)));
  }

  /** L40: the odds ratio lies further from 1, on the same side. */
  @Property(tries = 200)
  void oddsLieFurtherFromOne(@ForAll("samples") RiskCounts sample) {
    double risks = value(DisproportionalityMetrics.RISK_RATIO, sample);
    double odds = value(RatioMetrics.ODDS_RATIO, sample);
    if (risks >= 1) {
      assertThat(odds).isGreaterThanOrEqualTo(risks * (1 - TIGHT));
    } else {
      assertThat(odds).isLessThanOrEqualTo(risks * (1 + TIGHT));
    }
  }

  /** L40: where the State is the district itself, the three risk ratios are one. */
  @Property(tries = 200)
  void theStateAsItsOwnDistrict(@ForAll("samples") RiskCounts sample) {
    double ratio = value(DisproportionalityMetrics.RISK_RATIO, sample);
    RiskCounts state = sample.comparedWith(new RiskComparison.AllOthersIn(sample));
    same(value(DisproportionalityMetrics.RISK_RATIO, state), ratio);
    same(value(DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK, sample), ratio);
    same(value(DisproportionalityMetrics.WEIGHTED_RISK_RATIO_ZERO_RISK, state), ratio);
  }

  /** The composition index has the mean 1, and is the relative difference and 1. */
  @Property(tries = 200)
  void compositionIndicesHaveTheMeanOne(@ForAll("samples") RiskCounts sample) {
    Assume.that(sample.total().events() > 0);
    double mean = 0;
    for (String group : sample.groups()) {
      RiskCounts focused = sample.focusOn(group);
      if (focused.focus().population() > 0) {
        double index = value(DisproportionalityMetrics.COMPOSITION_INDEX, focused);
        mean += value(CompositionMetrics.POPULATION_SHARE, focused) * index;
        assertThat(value(CompositionMetrics.RELATIVE_DIFFERENCE, focused))
            .isCloseTo(index - 1, within(STANDARD * Math.max(1, index)));
        same(
            value(CompositionMetrics.DIFFERENCE, focused),
            value(CompositionMetrics.EVENT_SHARE, focused)
                - value(CompositionMetrics.POPULATION_SHARE, focused));
      }
    }
    assertThat(mean).isCloseTo(1, within(STANDARD));
  }

  /** Of two groups, the Loosemore-Hanby and the Gallagher index are the difference in size. */
  @Property(tries = 200)
  void distancesOfTwoGroupsAreOne(@ForAll("samples") RiskCounts sample) {
    double hanby = value(CompositionMetrics.LOOSEMORE_HANBY, sample);
    double gallagher = value(CompositionMetrics.GALLAGHER, sample);
    assertThat(gallagher).isLessThanOrEqualTo(hanby * (1 + TIGHT) + TIGHT);
    if (sample.groups().size() == 2) {
      double difference = Math.abs(value(CompositionMetrics.DIFFERENCE, sample));
      same(hanby, difference);
      same(gallagher, difference);
    }
  }

  /** z squared is chi-squared, the correction lowers it, and mid-p lies below Fisher's p. */
  @Property(tries = 200)
  void testsOfTwoRisksAgree(@ForAll("samples") RiskCounts sample) {
    double z = value(RiskTests.Z, sample);
    double chi = value(RiskTests.CHI_SQUARED, sample);
    assertThat(z * z).isCloseTo(chi, within(STANDARD * Math.max(1, chi)));
    assertThat(value(RiskTests.CHI_SQUARED_CORRECTED, sample)).isLessThanOrEqualTo(chi);
    // Only whole counts have an exact test.
    RiskTests.FISHER_P
        .measure(sample)
        .find()
        .ifPresent(p -> assertThat(value(RiskTests.MID_P, sample)).isBetween(0.0, p));
    double people = sample.total().population();
    if (sample.groups().size() == 2) {
      same(value(RiskTests.CRAMERS_V, sample), Math.sqrt(chi / people));
      assertThat(value(RiskTests.CHI_SQUARED_OF_GROUPS, sample))
          .isCloseTo(chi, within(STANDARD * Math.max(1, chi)));
    }
  }

  /** Nobody can be on both sides of a test. */
  @Property(tries = 50)
  void aTestAgainstEverybodyHasNoValue(@ForAll("samples") RiskCounts sample) {
    RiskCounts total = sample.comparedWith(new RiskComparison.Total());
    for (Metric<RiskCounts> test :
        List.of(
            RiskTests.Z,
            RiskTests.CHI_SQUARED,
            RiskTests.CHI_SQUARED_CORRECTED,
            RiskTests.FISHER_P,
            RiskTests.MID_P)) {
      assertThat(test.measure(total).isKnown()).as("%s", test).isFalse();
    }
  }

  /** Parts of a gap in participation add up, as do those of missing seats. */
  @Property(tries = 200)
  void partsAddUp(@ForAll("samples") RiskCounts sample) {
    boolean[] offers = new boolean[sample.size()];
    for (int i = 0; i < offers.length; i++) {
      offers[i] = i % 3 != 0;
    }
    RiskCounts some = sample.offered(offers);
    for (var split : List.of(AccessMetrics.OFFER_AND_UPTAKE, AccessMetrics.MISSING_SEATS)) {
      Outcome<Parts> outcome = split.measure(some);
      if (outcome.isKnown()) {
        Parts parts = outcome.get();
        double sum = parts.parts().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(parts.total(), within(STANDARD * sample.total().population()));
      }
    }
    same(
        value(AccessMetrics.ACCESS, some) * value(AccessMetrics.UPTAKE, some),
        value(AccessMetrics.PARTICIPATION, some));
  }

  /** L41, DP-EB: a ratio lies between its raw value and that of all, and within its quantiles. */
  @Property(tries = 200)
  void ratiosAreDrawnTogether(@ForAll("samples") RiskCounts sample) {
    Outcome<UnitValues> outcome = EmpiricalBayes.MEAN.measure(sample);
    Assume.that(outcome.isKnown());
    UnitValues low = EmpiricalBayes.quantile(0.001).measure(sample).get();
    UnitValues high = EmpiricalBayes.quantile(0.999).measure(sample).get();
    for (int i = 0; i < low.size(); i++) {
      double ratio = outcome.get().value(i);
      assertThat(ratio).isBetween(low.value(i) * (1 - TIGHT), high.value(i) * (1 + TIGHT));
    }
  }
}
