package org.resourceequity.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.resourceequity.metric.Measure;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.KnownBounds;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.PositiveCovariate;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.sample.Units;

/**
 * Draws samples of the five kinds. Every kind comes with single units, zeros, ties, empty units,
 * one unit that holds most of the weight, and units in districts and states; values are log-normal
 * around 10,000, rounded, nearly equal (1e-9 apart), all equal, or scaled by 1e-9 and 1e12.
 */
public final class Samples {

  private static final int LARGEST_COUNT = 2000;

  private Samples() {}

  /**
   * One sample of each kind, and a seed for the choices that a law makes: which unit to split, how
   * to shuffle.
   *
   * @param distribution a distribution
   * @param grouped grouped values
   * @param crossTab a table
   * @param paired a paired sample
   * @param risks risk counts
   * @param seed for the law's choices
   */
  public record Draw(
      Distribution distribution,
      GroupedValues grouped,
      CrossTab crossTab,
      PairedSample paired,
      RiskCounts risks,
      long seed) {

    /**
     * Returns the sample that a measure takes: with the covariates that it names, and with values
     * within the bounds that it knows.
     */
    public Sample<?> of(Measure<?, ?> measure) {
      Sample<?> sample = of(measure.info().sample());
      for (Requirement requirement : measure.info().requires()) {
        if (sample instanceof PairedSample paired) {
          sample = fitted(paired, requirement, new Random(seed));
        }
      }
      return sample;
    }

    private static PairedSample fitted(
        PairedSample sample, Requirement requirement, Random random) {
      if (requirement instanceof HasCovariates has) {
        PairedSample more = sample;
        for (String name : has.names()) {
          more = withCovariate(more, name, random);
        }
        return more;
      }
      if (requirement instanceof PositiveCovariate positive) {
        return withCovariate(sample, positive.covariate(), random);
      }
      return requirement instanceof KnownBounds bounds ? within(sample, bounds) : sample;
    }

    /** Targets and capacities are of the size of the values, other covariates around 1. */
    private static PairedSample withCovariate(PairedSample sample, String name, Random random) {
      if (sample.covariates().contains(name)) {
        return sample;
      }
      double size =
          name.equals("target")
              ? Arrays.stream(sample.values()).map(Math::abs).max().orElse(1) / 2
              : 1;
      double scale = size > 0 ? size : 1;
      Map<String, double[]> covariates = new LinkedHashMap<>();
      sample.covariates().forEach(known -> covariates.put(known, sample.covariate(known)));
      covariates.put(name, random.doubles(sample.size()).map(d -> scale * (0.5 + d)).toArray());
      return PairedSample.of(sample.units(), sample.values(), sample.weights(), covariates);
    }

    private static PairedSample within(PairedSample sample, KnownBounds bounds) {
      double largest = Arrays.stream(sample.values()).map(Math::abs).max().orElse(0);
      double width = bounds.high() - bounds.low();
      return sample.withValues(
          Arrays.stream(sample.values())
              .map(x -> largest > 0 ? 0.1 + 0.8 * Math.abs(x) / largest : 0.1)
              .map(share -> bounds.low() + width * share)
              .toArray());
    }

    /** Returns the sample of a kind. */
    public Sample<?> of(Class<?> kind) {
      for (Sample<?> sample : List.of(distribution, grouped, crossTab, paired, risks)) {
        if (sample.getClass().equals(kind)) {
          return sample;
        }
      }
      throw new IllegalArgumentException("no sample of kind " + kind);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("seed ").append(seed);
      for (Sample<?> sample : List.of(distribution, grouped, crossTab, paired, risks)) {
        text.append("\n").append(describe(sample));
      }
      return text.toString();
    }
  }

  /** Returns one sample of each kind and a seed. */
  public static Arbitrary<Draw> draws() {
    return Combinators.combine(
            distributions(),
            groupedValues(),
            crossTabs(),
            pairedSamples(),
            riskCounts(),
            Arbitraries.longs().between(0, 1_000_000))
        .as(Draw::new);
  }

  /** Returns {@code count} draws that are the same in every run. */
  public static List<Draw> some(int count) {
    return some(count, 1000);
  }

  /** Returns {@code count} draws that follow from a seed; a larger count begins with the same. */
  public static List<Draw> some(int count, long seed) {
    List<Draw> some = new ArrayList<>();
    Runnable drawing =
        () -> {
          RandomGenerator<Draw> generator = draws().generator(1000, false);
          for (int i = 0; i < count; i++) {
            some.add(generator.next(new Random(seed + i)).value());
          }
        };
    if (JqwikSession.isActive()) {
      drawing.run();
    } else {
      JqwikSession.run(drawing::run);
    }
    return some;
  }

  /** Returns distributions of up to 24 units. */
  public static Arbitrary<Distribution> distributions() {
    return units(1)
        .flatMap(
            n ->
                Combinators.combine(values(n), weights(n), units(n, "d"))
                    .as((values, weights, units) -> Distribution.of(units, values, weights)));
  }

  /** Returns paired samples whose need is a share with ties. */
  public static Arbitrary<PairedSample> pairedSamples() {
    return units(1)
        .flatMap(
            n ->
                Combinators.combine(values(n), weights(n), shares(n), units(n, "p"))
                    .as(
                        (values, weights, need, units) ->
                            PairedSample.of(units, values, weights, Map.of("need", need))));
  }

  /** Returns values that two to five groups meet. */
  public static Arbitrary<GroupedValues> groupedValues() {
    return shape()
        .flatMap(
            s ->
                Combinators.combine(
                        values(s.get1()), counts(s.get1(), s.get2()), units(s.get1(), "v"))
                    .as(
                        (values, counts, units) ->
                            GroupedValues.of(units, values, names(s.get2()), counts)));
  }

  /** Returns tables of two to five groups. */
  public static Arbitrary<CrossTab> crossTabs() {
    return shape()
        .flatMap(
            s ->
                Combinators.combine(counts(s.get1(), s.get2()), units(s.get1(), "c"))
                    .as((counts, units) -> CrossTab.of(units, names(s.get2()), counts)));
  }

  /** Returns events among two to five groups; rates are from 0 to 0.3, and zeros are frequent. */
  public static Arbitrary<RiskCounts> riskCounts() {
    return shape()
        .flatMap(
            s ->
                Combinators.combine(
                        counts(s.get1(), s.get2()),
                        rates(s.get1(), s.get2()),
                        units(s.get1(), "r"),
                        Arbitraries.integers().between(0, 2))
                    .as(
                        (people, rates, units, comparison) ->
                            risks(units, names(s.get2()), people, rates, comparison)));
  }

  private static RiskCounts risks(
      Units units, List<String> groups, double[][] people, double[][] rates, int comparison) {
    double[][] events = new double[people.length][];
    for (int g = 0; g < events.length; g++) {
      events[g] = new double[people[g].length];
      for (int i = 0; i < events[g].length; i++) {
        events[g][i] = Math.floor(people[g][i] * rates[g][i]);
      }
    }
    RiskCounts counts = RiskCounts.of(units, groups, events, people);
    return switch (comparison) {
      case 0 -> counts;
      case 1 -> counts.comparedWith(new RiskComparison.Reference(groups.get(1)));
      default -> counts.comparedWith(new RiskComparison.Total());
    };
  }

  /** Returns a sample in words, every unit with its numbers. */
  public static String describe(Sample<?> sample) {
    return Rows.of(sample).toString();
  }

  private static Arbitrary<Integer> units(int least) {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(1)),
        Tuple.of(6, Arbitraries.integers().between(Math.max(2, least), 8)),
        Tuple.of(2, Arbitraries.integers().between(9, 24)));
  }

  private static Arbitrary<Tuple.Tuple2<Integer, Integer>> shape() {
    return Combinators.combine(units(1), Arbitraries.of(2, 2, 3, 5)).as(Tuple::of);
  }

  private static List<String> names(int groups) {
    return List.of("amber", "blue", "cyan", "dun", "ecru").subList(0, groups);
  }

  private static Arbitrary<Units> units(int n, String prefix) {
    return Arbitraries.integers()
        .between(0, 4)
        .list()
        .ofSize(n)
        .map(
            districts -> {
              List<String> keys = new ArrayList<>();
              for (int i = 0; i < n; i++) {
                keys.add(prefix + i);
              }
              return Units.of(keys)
                  .within("district", districts.stream().map(d -> "district " + d).toList())
                  .within("state", districts.stream().map(d -> "state " + d % 2).toList());
            });
  }

  private static Arbitrary<double[]> array(Arbitrary<Double> each, int n) {
    return each.list()
        .ofSize(n)
        .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Arbitrary<double[]> values(int n) {
    Arbitrary<Double> spread =
        Arbitraries.doubles().between(-2.5, 2.5).ofScale(4).map(z -> 10_000 * Math.exp(z));
    Arbitrary<Double> narrow =
        Arbitraries.doubles().between(-2.5, 2.5).ofScale(4).map(z -> 10_000 * Math.exp(z / 20));
    Arbitrary<Double> ties = Arbitraries.integers().between(1, 6).map(k -> 100.0 * k);
    Arbitrary<Double> zeros =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0.0)), Tuple.of(2, spread));
    Arbitrary<Double> nearlyEqual =
        Arbitraries.integers().between(0, 9).map(k -> 10_000 * (1 + 1e-9 * k));
    Arbitrary<Double> signed = Arbitraries.doubles().between(-400, 2000).ofScale(2);
    return Arbitraries.frequencyOf(
        Tuple.of(6, array(spread, n)),
        Tuple.of(4, array(narrow, n)),
        Tuple.of(4, array(ties, n)),
        Tuple.of(3, array(zeros, n)),
        Tuple.of(2, array(nearlyEqual, n)),
        Tuple.of(1, array(signed, n)),
        Tuple.of(1, Arbitraries.of(0.0, 0.1, 12_250.0).map(c -> constant(n, c))),
        Tuple.of(1, array(spread.map(x -> x * 1e-9), n)),
        Tuple.of(1, array(zeros.map(x -> x * 1e12), n)));
  }

  private static double[] constant(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  private static Arbitrary<double[]> weights(int n) {
    Arbitrary<Double> pupils = Arbitraries.integers().between(1, 5000).map(Integer::doubleValue);
    Arbitrary<Double> few = Arbitraries.integers().between(1, 5).map(Integer::doubleValue);
    Arbitrary<Double> real = Arbitraries.doubles().between(0.05, 900).ofScale(2);
    Arbitrary<Double> withZeros =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0.0)), Tuple.of(3, pupils));
    Arbitrary<double[]> dominated =
        Combinators.combine(
                array(few, n),
                Arbitraries.integers().between(0, n - 1),
                Arbitraries.integers().between(30, 95))
            .as(Samples::dominated);
    return Arbitraries.frequencyOf(
        Tuple.of(3, array(pupils, n)),
        Tuple.of(2, array(few, n)),
        Tuple.of(2, array(real, n)),
        Tuple.of(2, array(withZeros, n)),
        Tuple.of(2, dominated));
  }

  /** One unit holds a percentage of the weight of all. */
  private static double[] dominated(double[] weights, int large, int percent) {
    double others = Arrays.stream(weights).sum() - weights[large];
    double[] copy = weights.clone();
    copy[large] = others > 0 ? Math.ceil(others * percent / (100 - percent)) : 1;
    return copy;
  }

  private static Arbitrary<double[]> shares(int n) {
    Arbitrary<Double> fine = Arbitraries.integers().between(0, 1000).map(k -> k / 1000.0);
    Arbitrary<Double> coarse = Arbitraries.integers().between(0, 4).map(k -> k / 4.0);
    return Arbitraries.frequencyOf(
        Tuple.of(3, array(fine, n)),
        Tuple.of(2, array(coarse, n)),
        Tuple.of(1, Arbitraries.of(0.0, 0.4, 1.0).map(c -> constant(n, c))));
  }

  /** Members by group and unit; whole groups and whole units may be empty. */
  private static Arbitrary<double[][]> counts(int n, int groups) {
    Arbitrary<Double> cell =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0.0)),
            Tuple.of(3, Arbitraries.integers().between(1, 10).map(Integer::doubleValue)),
            Tuple.of(3, Arbitraries.integers().between(10, LARGEST_COUNT).map(k -> (double) k)),
            Tuple.of(1, Arbitraries.doubles().between(0.5, 300).ofScale(1)));
    Arbitrary<Integer> emptyGroup =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(-1)),
            Tuple.of(1, Arbitraries.integers().between(0, groups - 1)));
    Arbitrary<Integer> emptyUnit =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(-1)),
            Tuple.of(1, Arbitraries.integers().between(0, n - 1)));
    return Combinators.combine(array(cell, n * groups), emptyGroup, emptyUnit)
        .as(
            (cells, noGroup, noUnit) -> {
              double[][] counts = new double[groups][n];
              for (int g = 0; g < groups; g++) {
                for (int i = 0; i < n; i++) {
                  counts[g][i] = g == noGroup || i == noUnit ? 0 : cells[g * n + i];
                }
              }
              return counts;
            });
  }

  private static Arbitrary<double[][]> rates(int n, int groups) {
    Arbitrary<Double> rate =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0.0)),
            Tuple.of(3, Arbitraries.doubles().between(0, 0.3).ofScale(3)),
            Tuple.of(1, Arbitraries.just(1.0)));
    return array(rate, n * groups)
        .map(
            flat -> {
              double[][] rates = new double[groups][n];
              for (int g = 0; g < groups; g++) {
                System.arraycopy(flat, g * n, rates[g], 0, n);
              }
              return rates;
            });
  }
}
