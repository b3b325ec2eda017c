package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.segregation.SegregationMetrics;
import org.resourceequity.testkit.Law;
import org.resourceequity.testkit.Laws;
import org.resourceequity.testkit.Samples;
import org.resourceequity.testkit.Samples.Draw;

/**
 * The kit finds the mistakes that others have made: each defect is known from another package, or
 * from the conventions that change a number. Each claims what the right metric claims.
 */
class BrokenMetricsTest {

  private static final List<Draw> DRAWS = Samples.some(150);

  /** A mistake, and the laws that must notice it. */
  record Defect(String name, Measure<?, ?> measure, List<Law> found) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Defect> defects() {
    MetricInfo gini = InequalityMetrics.GINI.info();
    MetricInfo theil = InequalityMetrics.THEIL_T.info();
    MetricInfo hoover = InequalityMetrics.HOOVER.info();
    MetricInfo cv = InequalityMetrics.CV.info();
    MetricInfo mcloone = InequalityMetrics.MCLOONE.info();
    MetricInfo dissimilarity = SegregationMetrics.DISSIMILARITY.info();
    MetricInfo riskRatio = DisproportionalityMetrics.RISK_RATIO.info();
    return Stream.of(
        defect(
            "Gini with the correction n/(n-1)",
            gini,
            d -> giniOf(d) * d.size() / (d.size() - 1.0),
            Laws.REPLICATION,
            Laws.WEIGHTS_ARE_REPLICATION,
            Laws.EMPTY_UNIT),
        defect(
            "Gini whose values are sorted and whose weights are not",
            gini,
            BrokenMetricsTest::giniWithLooseWeights,
            Laws.ROW_ORDER,
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "Gini that divides by the mean twice",
            gini,
            d -> giniOf(d) / d.mean(),
            Laws.SCALE_INVARIANCE),
        defect(
            "Theil that drops zeros before it takes the mean",
            theil,
            BrokenMetricsTest::theilWithoutZeros,
            Laws.PIGOU_DALTON),
        defect(
            "Theil that divides by the mean twice",
            theil,
            d -> InequalityMetrics.THEIL_T.formula(d) / d.mean(),
            Laws.SCALE_INVARIANCE),
        defect(
            "Hoover that compares weight times value with the mean",
            hoover,
            BrokenMetricsTest::hooverOfProducts,
            Laws.ZERO_AT_EQUALITY,
            Laws.WEIGHT_SCALE),
        defect(
            "coefficient of variation that ignores weights",
            cv,
            d -> InequalityMetrics.CV.formula(Distribution.of(d.values())),
            Laws.EMPTY_UNIT,
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "coefficient of variation with n-1",
            cv,
            d -> InequalityMetrics.CV.formula(d) * Math.sqrt(d.size() / (d.size() - 1.0)),
            Laws.REPLICATION),
        defect(
            "McLoone over the units strictly below the median",
            mcloone,
            BrokenMetricsTest::mclooneBelow,
            Laws.FINITE,
            Laws.ONE_AT_EQUALITY),
        defect(
            "median of the rows as they stand",
            mcloone,
            d -> d.value(d.size() / 2) / d.mean(),
            Laws.ROW_ORDER),
        defect(
            "sum that depends on the order of the rows in its last bit",
            gini,
            BrokenMetricsTest::plainSum,
            Laws.ROW_ORDER),
        table(
            "dissimilarity of counts instead of shares",
            dissimilarity,
            BrokenMetricsTest::dissimilarityOfCounts,
            Laws.RANGE,
            Laws.SIZE_INVARIANCE,
            Laws.COMPOSITION_INVARIANCE,
            Laws.SEGREGATION_EXTREMES),
        table(
            "H that is NaN where a school has one group only",
            SegregationMetrics.THEIL_H.info(),
            BrokenMetricsTest::entropyWithoutZeroRule,
            Laws.FINITE,
            Laws.SEGREGATION_EXTREMES),
        new Defect(
            "risk ratio that is infinite where the comparison group has no events",
            Metric.<RiskCounts>of(
                info(riskRatio, riskRatio.requires().subList(0, 2)),
                r -> r.focus().value() / r.compared().value()),
            List.of(Laws.FINITE, Laws.REQUIREMENTS)),
        new Defect(
            "risk ratio of the mean of rates",
            Metric.<RiskCounts>of(riskRatio, BrokenMetricsTest::ratioOfMeanRates),
            List.of(Laws.EMPTY_UNIT)),
        new Defect("one-pass metric that counts units", new UnitCounting(), List.of(Laws.ONE_PASS)),
        new Defect(
            "contributions that forget the weights",
            new LooseContributions(),
            List.of(Laws.CONTRIBUTIONS_ADD_UP)));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void theNamedLawsFindTheDefect(Defect defect) {
    for (Law law : defect.found()) {
      assertThat(DRAWS)
          .as("%s finds: %s", law, defect)
          .anyMatch(draw -> breaks(law, defect.measure(), draw));
    }
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() {
    for (Measure<?, ?> measure :
        List.of(
            InequalityMetrics.GINI,
            InequalityMetrics.THEIL_T,
            SegregationMetrics.DISSIMILARITY,
            DisproportionalityMetrics.RISK_RATIO)) {
      for (Law law : Laws.all()) {
        assertThat(DRAWS)
            .as("%s of %s", law, measure)
            .noneMatch(draw -> breaks(law, measure, draw));
      }
    }
  }

  @Test
  void samplesDrawnForAFixedNumberAreTheSameInEveryRun() {
    assertThat(Samples.some(5).toString()).isEqualTo(Samples.some(5).toString());
  }

  @Test
  void samplesCoverTheAwkwardCases() {
    assertThat(DRAWS).anyMatch(d -> d.distribution().size() == 1);
    assertThat(DRAWS).anyMatch(d -> hasZeroWeight(d.distribution()));
    assertThat(DRAWS).anyMatch(d -> d.crossTab().groupTotal(0) == 0);
    assertThat(DRAWS).anyMatch(d -> d.crossTab().size() > 1 && d.crossTab().unitTotal(0) == 0);
    assertThat(DRAWS).anyMatch(d -> d.risks().total().events() == 0);
  }

  private static boolean hasZeroWeight(Distribution d) {
    for (int i = 0; i < d.size(); i++) {
      if (d.weight(i) == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean breaks(Law law, Measure<?, ?> measure, Draw draw) {
    return law.broken(measure, draw.of(measure.info().sample()), draw.seed()).isPresent();
  }

  private static Defect defect(
      String name, MetricInfo info, ToDoubleFunction<Distribution> formula, Law... found) {
    return new Defect(name, Metric.of(info, formula), List.of(found));
  }

  private static Defect table(
      String name, MetricInfo info, ToDoubleFunction<CrossTab> formula, Law... found) {
    return new Defect(name, Metric.of(info, formula), List.of(found));
  }

  private static MetricInfo info(
      MetricInfo like, List<org.resourceequity.sample.Requirement> requires) {
    return new MetricInfo(
        like.id(),
        like.key(),
        like.version(),
        like.name(),
        like.sample(),
        like.low(),
        like.high(),
        like.unit(),
        like.direction(),
        requires,
        like.axioms(),
        like.formula(),
        like.reading(),
        like.reference());
  }

  private static double giniOf(Distribution d) {
    return InequalityMetrics.GINI.formula(d);
  }

  private static double giniWithLooseWeights(Distribution d) {
    double[] values = d.values();
    java.util.Arrays.sort(values);
    double before = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += d.weight(i) * values[i] * (2 * before + d.weight(i));
      before += d.weight(i);
    }
    return sum / (before * before * d.mean()) - 1;
  }

  private static double theilWithoutZeros(Distribution d) {
    int[] positive =
        java.util.stream.IntStream.range(0, d.size()).filter(i -> d.value(i) > 0).toArray();
    return InequalityMetrics.THEIL_T.formula(d.select(positive));
  }

  private static double hooverOfProducts(Distribution d) {
    double sum = 0;
    for (int i = 0; i < d.size(); i++) {
      sum += Math.abs(d.weight(i) * d.value(i) - d.mean());
    }
    return sum / (2 * d.totalWeight() * d.mean());
  }

  private static double mclooneBelow(Distribution d) {
    double median = Quantiles.median(d.sorted());
    double held = 0;
    double weight = 0;
    for (int i = 0; i < d.size(); i++) {
      if (d.value(i) < median) {
        held += d.weight(i) * d.value(i);
        weight += d.weight(i);
      }
    }
    return held / (median * weight);
  }

  private static double plainSum(Distribution d) {
    double sum = 0;
    for (int i = 0; i < d.size(); i++) {
      sum += d.weight(i) * Math.abs(d.value(i) - d.mean());
    }
    return sum / (2 * d.totalWeight() * d.mean());
  }

  private static double dissimilarityOfCounts(CrossTab t) {
    double sum = 0;
    for (int i = 0; i < t.size(); i++) {
      sum += Math.abs(t.count(t.focus(), i) - t.count(t.comparison(), i));
    }
    return sum / 2;
  }

  private static double entropyWithoutZeroRule(CrossTab t) {
    double within = 0;
    double all = 0;
    for (int g = 0; g < t.groups().size(); g++) {
      double share = t.groupTotal(g) / t.total();
      all -= share * Math.log(share);
      for (int i = 0; i < t.size(); i++) {
        double here = t.count(g, i) / t.unitTotal(i);
        within -= t.unitTotal(i) / t.total() * here * Math.log(here);
      }
    }
    return 1 - within / all;
  }

  private static double ratioOfMeanRates(RiskCounts r) {
    double focus = 0;
    for (int i = 0; i < r.size(); i++) {
      focus += r.population(0, i) > 0 ? r.events(0, i) / r.population(0, i) : 0;
    }
    return focus / r.size() / r.compared().value();
  }

  /** The mean of merged parts cannot know the number of units of one part. */
  private static final class UnitCounting implements OnePassMetric {
    private int lastUnits;

    @Override
    public MetricInfo info() {
      return InequalityMetrics.THEIL_T.info();
    }

    @Override
    public double formula(Moments moments) {
      return moments.mean() + lastUnits;
    }

    @Override
    public double formula(Distribution sample) {
      lastUnits = sample.size();
      double value = formula(sample.moments());
      lastUnits = 0;
      return value;
    }
  }

  private static final class LooseContributions implements Explained<Distribution> {
    @Override
    public MetricInfo info() {
      return InequalityMetrics.GINI.info();
    }

    @Override
    public double formula(Distribution sample) {
      return giniOf(sample);
    }

    @Override
    public UnitValues contributions(Distribution sample) {
      double[] equal = new double[sample.size()];
      java.util.Arrays.fill(equal, 2 * giniOf(sample) / sample.size());
      return UnitValues.of(sample.units().keys(), equal);
    }
  }
}
