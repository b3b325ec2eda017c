package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.progressivity.ProgressivityMetrics;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;
import org.resourceequity.segregation.SegregationMetrics;
import org.resourceequity.testkit.Law;
import org.resourceequity.testkit.Laws;
import org.resourceequity.testkit.Samples;
import org.resourceequity.testkit.Samples.Draw;

/** The kit finds claims that do not hold, and capabilities that say something else. */
class BrokenClaimsTest {

  private static final List<Draw> DRAWS = Samples.some(200);

  /** A wrong claim and the law that finds it. */
  record Claim(String name, Measure<?, ?> measure, Law law) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Claim> claims() {
    return Stream.of(
        new Claim(
            "the coefficient of variation is sensitive to where a transfer happens",
            also(InequalityMetrics.CV, Axiom.TRANSFER_SENSITIVITY),
            Laws.TRANSFER_SENSITIVITY),
        new Claim(
            "the Gini is consistent in subgroups",
            also(InequalityMetrics.GINI, Axiom.SUBGROUP_CONSISTENCY),
            Laws.SUBGROUP_CONSISTENCY),
        new Claim(
            "a shortfall that surpluses may offset looks at the units below the target",
            shortfall(Axiom.FOCUS, (x, z) -> 1 - x / z),
            Laws.FOCUS),
        new Claim(
            "the headcount falls with each dollar",
            shortfall(Axiom.MONOTONICITY, (x, z) -> x < z ? 1 : 0),
            Laws.MONOTONICITY),
        new Claim(
            "dissimilarity falls with every move",
            also(SegregationMetrics.DISSIMILARITY, Axiom.STRICT_SEGREGATION_TRANSFERS),
            Laws.STRICT_SEGREGATION_TRANSFERS),
        new Claim(
            "dissimilarity falls with every exchange",
            also(SegregationMetrics.DISSIMILARITY, Axiom.EXCHANGES),
            Laws.EXCHANGES),
        new Claim(
            "evenness never rises with an exchange",
            Metric.<CrossTab>of(
                info(SegregationMetrics.DISSIMILARITY.info(), Axiom.WEAK_EXCHANGES),
                t -> 1 - SegregationMetrics.DISSIMILARITY.formula(t)),
            Laws.WEAK_EXCHANGES),
        new Claim(
            "the size of a concentration changes its sign with the order",
            Metric.<PairedSample>of(
                info(ProgressivityMetrics.CONCENTRATION_INDEX.info(), Axiom.RANK_REVERSAL),
                s -> Math.abs(ProgressivityMetrics.CONCENTRATION_INDEX.formula(s))),
            Laws.RANK_REVERSAL),
        new Claim(
            "sums in the order of the units are those of merged tables",
            Metric.<CrossTab>of(
                SegregationMetrics.DISSIMILARITY.info(), BrokenClaimsTest::plainDissimilarity),
            Laws.COUNTS_MERGE),
        new Claim(
            "a growth rate changes its sign with the periods", new Growth(), Laws.ANTISYMMETRY),
        new Claim("a gradient without weights", new LooseGradient(), Laws.GRADIENT),
        new Claim("a unit that nobody misses", new NobodyMissed(), Laws.LEAVE_ONE_OUT),
        new Claim(
            "the influence of a cell without its centre", new Uncentred(), Laws.INFLUENCE_BY_CELL),
        new Claim(
            "a within part that is the plain mean of the districts",
            new PlainMeanWithin(),
            Laws.DECOMPOSITION));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void theLawFindsTheWrongClaim(Claim claim) {
    assertThat(
            DRAWS.stream()
                .map(
                    draw ->
                        claim.law().broken(claim.measure(), draw.of(claim.measure()), draw.seed()))
                .anyMatch(Optional::isPresent))
        .as("%s finds: %s", claim.law(), claim)
        .isTrue();
  }

  static Stream<Claim> claimsThatHold() {
    return Stream.of(
        new Claim(
            "Theil T is sensitive to where a transfer happens",
            also(InequalityMetrics.THEIL_T, Axiom.TRANSFER_SENSITIVITY),
            Laws.TRANSFER_SENSITIVITY),
        new Claim(
            "Theil T is consistent in subgroups",
            also(InequalityMetrics.THEIL_T, Axiom.SUBGROUP_CONSISTENCY),
            Laws.SUBGROUP_CONSISTENCY),
        new Claim(
            "Atkinson is consistent in subgroups",
            also(InequalityMetrics.atkinson(0.5), Axiom.SUBGROUP_CONSISTENCY),
            Laws.SUBGROUP_CONSISTENCY),
        new Claim(
            "squared shortfalls look at the units below the target",
            shortfall(Axiom.FOCUS, (x, z) -> Math.pow(Math.max(0, 1 - x / z), 2)),
            Laws.FOCUS),
        new Claim(
            "squared shortfalls fall with each dollar",
            shortfall(Axiom.MONOTONICITY, (x, z) -> Math.pow(Math.max(0, 1 - x / z), 2)),
            Laws.MONOTONICITY),
        new Claim(
            "squared shortfalls fall with a transfer to a unit below the target",
            shortfall(
                List.of(Axiom.PIGOU_DALTON, Axiom.FOCUS),
                (x, z) -> Math.pow(Math.max(0, 1 - x / z), 2)),
            Laws.PIGOU_DALTON),
        new Claim(
            "information falls with every move",
            also(SegregationMetrics.MUTUAL_INFORMATION, Axiom.STRICT_SEGREGATION_TRANSFERS),
            Laws.STRICT_SEGREGATION_TRANSFERS),
        new Claim(
            "information falls with every exchange",
            also(SegregationMetrics.MUTUAL_INFORMATION, Axiom.EXCHANGES),
            Laws.EXCHANGES),
        new Claim(
            "dissimilarity never rises with an exchange",
            also(SegregationMetrics.DISSIMILARITY, Axiom.WEAK_EXCHANGES),
            Laws.WEAK_EXCHANGES),
        new Claim(
            "concentration changes its sign with the order",
            also(ProgressivityMetrics.CONCENTRATION_INDEX, Axiom.RANK_REVERSAL),
            Laws.RANK_REVERSAL));
  }

  @ParameterizedTest
  @MethodSource("claimsThatHold")
  void theLawFindsNothingWhereTheClaimHolds(Claim claim) {
    for (Draw draw : DRAWS) {
      claim.law().check(claim.measure(), draw);
    }
  }

  private static <S extends Sample<S>> Metric<S> also(Metric<S> metric, Axiom claimed) {
    return Metric.of(info(metric.info(), claimed), metric::formula);
  }

  private static MetricInfo info(MetricInfo like, Axiom claimed) {
    return MetricInfo.of(like.id(), like.key(), like.name(), like.sample())
        .requires(like.requires().toArray(org.resourceequity.sample.Requirement[]::new))
        .claims(claimed)
        .formula(like.formula())
        .reading(like.reading())
        .reference(like.reference());
  }

  /** A mean shortfall from the target 10,000. */
  private static Metric<Distribution> shortfall(Axiom claimed, DoubleBinaryOperator gap) {
    return shortfall(List.of(claimed), gap);
  }

  private static Metric<Distribution> shortfall(List<Axiom> claimed, DoubleBinaryOperator gap) {
    MetricInfo info =
        MetricInfo.of("shortfall:10000", "NA-FGT", "Shortfall", Distribution.class)
            .requires(Condition.SOME_UNITS)
            .claims(claimed.toArray(Axiom[]::new))
            .formula("\\sum_i w_i g(x_i, z)")
            .reading("{value}")
            .reference("a wrong form of Foster, Greer and Thorbecke (1984)");
    return Metric.of(
        info,
        d -> {
          double sum = 0;
          for (int i = 0; i < d.size(); i++) {
            sum += d.weight(i) / d.totalWeight() * gap.applyAsDouble(d.value(i), 10_000);
          }
          return sum;
        });
  }

  private static double plainDissimilarity(CrossTab t) {
    double sum = 0;
    for (int i = 0; i < t.size(); i++) {
      sum +=
          Math.abs(
              t.count(t.focus(), i) / t.groupTotal(t.focus())
                  - t.count(t.comparison(), i) / t.groupTotal(t.comparison()));
    }
    return sum / 2;
  }

  private static final class Growth implements Comparison<Distribution, Parts> {
    @Override
    public MetricInfo info() {
      return MetricInfo.of("growth", "CH-GEN", "Growth", Distribution.class)
          .requires(Condition.SOME_UNITS, Condition.POSITIVE_TOTAL)
          .claims(Axiom.ANTISYMMETRY)
          .formula("\\mu_2/\\mu_1 - 1")
          .reading("{value}")
          .reference("percentages of the first period");
    }

    @Override
    public Parts formula(Change<Distribution> change) {
      double growth = change.after().mean() / change.before().mean() - 1;
      return new Parts(growth, Map.of("all", growth));
    }
  }

  private static final class LooseGradient implements Differentiable<Distribution> {
    @Override
    public MetricInfo info() {
      return InequalityMetrics.CV.info();
    }

    @Override
    public double formula(Distribution sample) {
      return InequalityMetrics.CV.formula(sample);
    }

    @Override
    public UnitValues gradient(Distribution d) {
      double cv = formula(d);
      double[] slopes = new double[d.size()];
      Arrays.setAll(slopes, i -> ((d.value(i) / d.mean() - 1) / cv - cv) / d.mean() / d.size());
      return UnitValues.of(d.units().keys(), slopes);
    }
  }

  private static final class NobodyMissed implements LeaveOneOut<Distribution> {
    @Override
    public MetricInfo info() {
      return InequalityMetrics.GINI.info();
    }

    @Override
    public double formula(Distribution sample) {
      return InequalityMetrics.GINI.formula(sample);
    }

    @Override
    public UnitValues leaveOneOut(Distribution d) {
      double[] same = new double[d.size()];
      Arrays.fill(same, formula(d));
      return UnitValues.of(d.units().keys(), same);
    }
  }

  private static final class Uncentred implements InfluentialByCell {
    @Override
    public MetricInfo info() {
      return SegregationMetrics.DISSIMILARITY.info();
    }

    @Override
    public double formula(CrossTab table) {
      return SegregationMetrics.DISSIMILARITY.formula(table);
    }

    @Override
    public double[][] influenceByCell(CrossTab table) {
      double[][] influence = new double[table.groups().size()][table.size()];
      Arrays.stream(influence).forEach(row -> Arrays.fill(row, formula(table)));
      return influence;
    }
  }

  private static final class PlainMeanWithin implements Decomposable<Distribution> {
    @Override
    public MetricInfo info() {
      return InequalityMetrics.THEIL_T.info();
    }

    @Override
    public double formula(Distribution sample) {
      return InequalityMetrics.THEIL_T.formula(sample);
    }

    @Override
    public Parts decompose(Distribution d, Partition partition) {
      List<Double> within = new ArrayList<>();
      for (int[] part : partition.units()) {
        InequalityMetrics.THEIL_T.measure(d.select(part)).find().ifPresent(within::add);
      }
      double mean = within.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      return new Parts(formula(d), Map.of(WITHIN, mean, BETWEEN, formula(d) - mean));
    }
  }
}
