package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
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
        defect(
            "Gini with the correction 1/(1 - sum of squared weights)",
            gini,
            d -> giniOf(d) / (1 - squaredShares(d)),
            Laws.REPLICATION,
            Laws.WEIGHTS_ARE_REPLICATION),
        table(
            "dissimilarity in percent",
            dissimilarity,
            t -> 100 * SegregationMetrics.DISSIMILARITY.formula(t),
            Laws.RANGE),
        defect(
            "Gini without the units at zero",
            gini,
            d -> giniOf(d.select(where(d, i -> d.value(i) > 0))),
            Laws.PIGOU_DALTON),
        defect(
            "Gini of ranks at the end of each unit",
            gini,
            BrokenMetricsTest::giniOfEndRanks,
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "Gini that is not 0 for equal values",
            gini,
            d -> giniOf(d) - 1.0 / d.size(),
            Laws.ZERO_AT_EQUALITY,
            Laws.RANGE),
        defect(
            "Gini of values to which a small number was added",
            gini,
            d -> giniOf(changed(d, x -> x + 1e-7)),
            Laws.SCALE_INVARIANCE),
        defect(
            "Gini rounded to four decimals",
            gini,
            d -> Math.rint(giniOf(d) * 1e4) / 1e4,
            Laws.PIGOU_DALTON),
        defect(
            "Theil divided by the number of units again",
            theil,
            d -> InequalityMetrics.THEIL_T.formula(d) / d.size(),
            Laws.REPLICATION,
            Laws.EMPTY_UNIT),
        defect(
            "Theil without a value where a unit has zero",
            theil,
            d ->
                where(d, i -> d.value(i) == 0).length > 0
                    ? Double.NaN
                    : InequalityMetrics.THEIL_T.formula(d),
            Laws.FINITE),
        defect(
            "generalised entropy that subtracts 1 per unit and not its weight",
            theil,
            BrokenMetricsTest::entropyPerRecord,
            Laws.RANGE,
            Laws.WEIGHTS_ARE_REPLICATION,
            Laws.ZERO_AT_EQUALITY),
        defect(
            "Hoover multiplied by weight shares once more",
            hoover,
            d -> InequalityMetrics.HOOVER.formula(d) * squaredShares(d),
            Laws.REPLICATION,
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "Atkinson whose weights are rounded to thousandths",
            InequalityMetrics.atkinson(1).info(),
            d ->
                InequalityMetrics.atkinson(1)
                    .formula(weighted(d, w -> Math.rint(w / d.totalWeight() * 1e3))),
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "variance that returns in the first pass of its loop",
            cv,
            d -> Math.abs(d.value(0) / d.mean() - 1),
            Laws.ROW_ORDER),
        defect(
            "McLoone whose lower half is divided by one less",
            mcloone,
            d -> InequalityMetrics.MCLOONE.formula(d) * d.size() / (d.size() - 1.0),
            Laws.ONE_AT_EQUALITY),
        defect(
            "ratio of shares that is 0 where all are equal",
            mcloone,
            d -> d.moments().variance() == 0 ? 0 : InequalityMetrics.MCLOONE.formula(d),
            Laws.ONE_AT_EQUALITY),
        defect(
            "median interpolated between weights, not between pupils",
            mcloone,
            d -> interpolatedMedian(d) / d.mean(),
            Laws.WEIGHTS_ARE_REPLICATION),
        defect(
            "median that takes weights for counts",
            mcloone,
            d -> medianOfCounts(d) / d.mean(),
            Laws.WEIGHT_SCALE),
        defect(
            "polarisation whose median unit lies whole in the lower half",
            gini,
            BrokenMetricsTest::polarisationOfWholeUnits,
            Laws.RANGE),
        defect(
            "index with ranks that include a unit on one side and exclude it on the other",
            gini,
            BrokenMetricsTest::oneSidedRanks,
            Laws.REPLICATION),
        new Defect(
            "Lorenz curve in the order of weight times value",
            new CurveOfProducts(),
            List.of(Laws.WEIGHTS_ARE_REPLICATION)),
        table(
            "H over the entropy of the schools",
            SegregationMetrics.THEIL_H.info(),
            BrokenMetricsTest::informationOverUnitEntropy,
            Laws.SEGREGATION_EXTREMES),
        table(
            "dissimilarity that stops where only one school is left",
            dissimilarity,
            BrokenMetricsTest::dissimilarityOfSeveralSchools,
            Laws.FINITE),
        table(
            "expected value from random numbers that are drawn anew",
            dissimilarity,
            t -> SegregationMetrics.DISSIMILARITY.formula(t) * Math.random(),
            Laws.ROW_ORDER),
        paired(
            "concentration index with the correction (n-1)/n over 1 minus squared weights",
            ProgressivityMetrics.CONCENTRATION_INDEX.info(),
            BrokenMetricsTest::correctedConcentration,
            Laws.REPLICATION),
        paired(
            "concentration index that ranks ties in the order of the file",
            ProgressivityMetrics.CONCENTRATION_INDEX.info(),
            BrokenMetricsTest::concentrationInFileOrder,
            Laws.ROW_ORDER),
        paired(
            "slope in which units count with the square of their weight",
            ProgressivityMetrics.NEED_SLOPE.info(),
            s -> ProgressivityMetrics.NEED_SLOPE.formula((PairedSample) squaredWeights(s)),
            Laws.WEIGHTS_ARE_REPLICATION),
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
      assertThat(DRAWS.stream().anyMatch(draw -> breaks(law, defect.measure(), draw)))
          .as("%s finds: %s", law, defect)
          .isTrue();
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
        assertThat(DRAWS.stream().anyMatch(draw -> breaks(law, measure, draw)))
            .as("%s of %s", law, measure)
            .isFalse();
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
    assertThat(DRAWS).anyMatch(d -> largestShare(d.distribution()) > 0.3);
    assertThat(DRAWS).anyMatch(d -> nearlyEqual(d.distribution()));
    assertThat(DRAWS).anyMatch(d -> d.distribution().moments().maximum() > 1e14);
    assertThat(DRAWS).anyMatch(d -> d.distribution().moments().maximum() < 1e-3);
    assertThat(DRAWS).anyMatch(d -> d.distribution().moments().minimum() < 0);
    assertThat(DRAWS).anyMatch(d -> hasSingleSchool(d.crossTab().units().by("district")));
  }

  private static double largestShare(Distribution d) {
    return d.size() < 2 ? 0 : Arrays.stream(d.weights()).max().orElse(0) / d.totalWeight();
  }

  private static boolean nearlyEqual(Distribution d) {
    double spread = d.moments().maximum() - d.moments().minimum();
    return spread > 0 && spread < 1e-7 * d.moments().maximum();
  }

  private static boolean hasSingleSchool(Partition districts) {
    return Arrays.stream(districts.units()).anyMatch(units -> units.length == 1)
        && districts.parts() > 1;
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

  private static Defect paired(
      String name, MetricInfo info, ToDoubleFunction<PairedSample> formula, Law... found) {
    return new Defect(name, Metric.of(info, formula), List.of(found));
  }

  private static MetricInfo info(
      MetricInfo like, List<org.resourceequity.sample.Requirement> requires) {
    return new MetricInfo(
        like.id(),
        like.key(),
        like.also(),
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

  private static int[] where(Distribution d, IntPredicate chosen) {
    return IntStream.range(0, d.size()).filter(chosen).toArray();
  }

  private static Distribution changed(Distribution d, DoubleUnaryOperator change) {
    return Distribution.of(d.units(), Arrays.stream(d.values()).map(change).toArray(), d.weights());
  }

  private static Distribution weighted(Distribution d, DoubleUnaryOperator change) {
    return Distribution.of(d.units(), d.values(), Arrays.stream(d.weights()).map(change).toArray());
  }

  private static double squaredShares(Distribution d) {
    return Arrays.stream(d.weights()).map(w -> w * w).sum() / Math.pow(d.totalWeight(), 2);
  }

  private static double giniOfEndRanks(Distribution d) {
    Distribution s = d.sorted();
    double rank = 0;
    double sum = 0;
    for (int i = 0; i < s.size(); i++) {
      rank += s.weight(i);
      sum += s.weight(i) * s.value(i) * rank;
    }
    return 2 * sum / (rank * rank * s.mean()) - 1;
  }

  private static double entropyPerRecord(Distribution d) {
    double sum = 0;
    for (int i = 0; i < d.size(); i++) {
      sum += d.weight(i) / d.totalWeight() * Math.pow(d.value(i) / d.mean(), 2) - 1;
    }
    return sum / 2;
  }

  /** Half of the way through the weights, on a line between the middles of neighbours. */
  private static double interpolatedMedian(Distribution d) {
    Distribution s = d.sorted();
    double before = 0;
    for (int i = 0; i < s.size(); i++) {
      double middle = before + s.weight(i) / 2;
      if (middle >= s.totalWeight() / 2) {
        double last = i == 0 ? middle : before - s.weight(i - 1) / 2;
        double part = middle > last ? (s.totalWeight() / 2 - last) / (middle - last) : 1;
        return i == 0 ? s.value(0) : s.value(i - 1) + part * (s.value(i) - s.value(i - 1));
      }
      before += s.weight(i);
    }
    return s.value(s.size() - 1);
  }

  /** The order statistic at half of the weights less one. */
  private static double medianOfCounts(Distribution d) {
    Distribution s = d.sorted();
    double place = Math.max(0, s.totalWeight() - 1) / 2;
    double before = 0;
    for (int i = 0; i < s.size(); i++) {
      before += s.weight(i);
      if (before > place) {
        return s.value(i);
      }
    }
    return s.value(s.size() - 1);
  }

  private static double polarisationOfWholeUnits(Distribution d) {
    Distribution s = d.sorted();
    double median = Quantiles.median(s);
    double held = 0;
    for (int i = 0; i < s.size(); i++) {
      held += s.value(i) <= median ? s.weight(i) * s.value(i) : 0;
    }
    double share = held / (s.totalWeight() * s.mean());
    return 2 * (2 * (0.5 - share) - giniOf(d)) * s.mean() / median;
  }

  private static double oneSidedRanks(Distribution d) {
    Distribution s = d.sorted();
    double below = 0;
    double sum = 0;
    for (int i = 0; i < s.size(); i++) {
      double above = s.totalWeight() - below;
      below += s.weight(i);
      sum += s.weight(i) * (below / s.totalWeight()) * (above / s.totalWeight());
    }
    return sum / s.totalWeight();
  }

  private static double informationOverUnitEntropy(CrossTab t) {
    double entropy = 0;
    for (int i = 0; i < t.size(); i++) {
      double share = t.unitTotal(i) / t.total();
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return SegregationMetrics.MUTUAL_INFORMATION.formula(t) / Math.max(entropy, 1e-300);
  }

  private static double dissimilarityOfSeveralSchools(CrossTab t) {
    if (t.size() < 2) {
      throw new IllegalStateException("one school only");
    }
    return SegregationMetrics.DISSIMILARITY.formula(t);
  }

  private static double correctedConcentration(PairedSample s) {
    Distribution d = s.distribution();
    return ProgressivityMetrics.CONCENTRATION_INDEX.formula(s)
        * (s.size() - 1.0)
        / s.size()
        / (1 - squaredShares(d));
  }

  private static double concentrationInFileOrder(PairedSample s) {
    Integer[] order = IntStream.range(0, s.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(s::need));
    double before = 0;
    double sum = 0;
    for (int i : order) {
      sum += s.weight(i) * s.value(i) * (2 * before + s.weight(i));
      before += s.weight(i);
    }
    return sum / (before * before * s.meanValue()) - 1;
  }

  private static Sample<?> squaredWeights(PairedSample s) {
    double[] need = IntStream.range(0, s.size()).mapToDouble(s::need).toArray();
    Distribution d = weighted(s.distribution(), w -> w * w);
    return PairedSample.of(d.units(), d.values(), d.weights(), Map.of("need", need));
  }

  private static final class CurveOfProducts implements Curve<Distribution> {
    @Override
    public MetricInfo info() {
      return InequalityMetrics.LORENZ_CURVE.info();
    }

    @Override
    public Points formula(Distribution d) {
      Integer[] order = IntStream.range(0, d.size()).boxed().toArray(Integer[]::new);
      Arrays.sort(order, Comparator.comparingDouble(i -> d.weight(i) * d.value(i)));
      double[] x = new double[d.size() + 1];
      double[] y = new double[d.size() + 1];
      for (int k = 0; k < order.length; k++) {
        x[k + 1] = x[k] + d.weight(order[k]) / d.totalWeight();
        y[k + 1] = y[k] + d.weight(order[k]) * d.value(order[k]) / d.totalWeight() / d.mean();
      }
      return Points.of(x, y);
    }
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
