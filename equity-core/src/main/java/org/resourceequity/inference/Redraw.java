package org.resourceequity.inference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * Samples with their students drawn anew. The students of all cells together are one multinomial
 * draw: as many students as before, each from a cell with the cell's share. Fractional totals are
 * rounded to whole students.
 */
final class Redraw {

  private Redraw() {}

  /** Returns what draws the students of a sample anew, any number of times. */
  @SuppressWarnings("unchecked")
  static <S extends Sample<S>> Function<CounterRandom, S> students(Sample<S> sample) {
    Function<CounterRandom, ? extends Sample<?>> draw;
    if (sample instanceof CrossTab table) {
      Multinomial cells =
          new Multinomial(counts(table.groups().size(), table.size(), table::count));
      draw = random -> withCounts(table, cells.draw(random));
    } else if (sample instanceof GroupedValues values) {
      Multinomial cells =
          new Multinomial(counts(values.groups().size(), values.size(), values::count));
      draw = random -> withCounts(values, cells.draw(random));
    } else if (sample instanceof RiskCounts risks) {
      Multinomial cells = withAndWithoutEvent(risks);
      draw = random -> withEvents(risks, cells.draw(random));
    } else if (sample instanceof PairedSample paired) {
      Map<String, double[]> covariates = new LinkedHashMap<>();
      paired.covariates().forEach(name -> covariates.put(name, paired.covariate(name)));
      double[] values = paired.distribution().values();
      Multinomial cells = new Multinomial(paired.distribution().weights());
      draw = random -> PairedSample.of(paired.units(), values, cells.draw(random)[0], covariates);
    } else {
      Distribution distribution = (Distribution) sample;
      double[] values = distribution.values();
      Map<String, double[]> parts = distribution.parts();
      Multinomial cells = new Multinomial(distribution.weights());
      draw =
          random -> {
            Distribution anew =
                Distribution.of(distribution.units(), values, cells.draw(random)[0]);
            return parts.isEmpty() ? anew : anew.withParts(parts);
          };
    }
    return (Function<CounterRandom, S>) draw;
  }

  /** What a sample counts of a group in a unit. */
  private interface Count {
    double of(int group, int unit);
  }

  private static double[][] counts(int groups, int units, Count count) {
    double[][] counts = new double[groups][units];
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < units; i++) {
        counts[g][i] = count.of(g, i);
      }
    }
    return counts;
  }

  private static CrossTab withCounts(CrossTab table, double[][] counts) {
    return CrossTab.of(table.units(), table.groups(), counts)
        .focusOn(table.groups().get(table.focus()), table.groups().get(table.comparison()));
  }

  private static GroupedValues withCounts(GroupedValues sample, double[][] counts) {
    double[] values = IntStream.range(0, sample.size()).mapToDouble(sample::value).toArray();
    return GroupedValues.of(sample.units(), values, sample.groups(), counts)
        .focusOn(sample.groups().get(sample.focus()), sample.groups().get(sample.comparison()));
  }

  private static RiskCounts withEvents(
      RiskCounts sample, double[][] events, double[][] population) {
    boolean[] offered = new boolean[sample.size()];
    for (int i = 0; i < offered.length; i++) {
      offered[i] = sample.isOffered(i);
    }
    return RiskCounts.of(sample.units(), sample.groups(), events, population)
        .offered(offered)
        .focusOn(sample.focusGroup())
        .comparedWith(sample.comparison());
  }

  /** The first rows are the students with the event, the others those without. */
  private static Multinomial withAndWithoutEvent(RiskCounts sample) {
    int groups = sample.groups().size();
    return new Multinomial(
        counts(
            2 * groups,
            sample.size(),
            (row, i) ->
                row < groups
                    ? sample.events(row, i)
                    : sample.population(row - groups, i) - sample.events(row - groups, i)));
  }

  private static RiskCounts withEvents(RiskCounts sample, double[][] drawn) {
    int groups = sample.groups().size();
    return withEvents(
        sample,
        Arrays.copyOf(drawn, groups),
        counts(groups, sample.size(), (g, i) -> drawn[g][i] + drawn[groups + g][i]));
  }

  /**
   * Returns a sample as chance alone would make it. In a table of groups, students of all groups
   * are mixed over the units, with the size of each unit and group kept; events are mixed among the
   * students of each unit; need is mixed over the units. A distribution has nothing to mix.
   */
  @SuppressWarnings("unchecked")
  static <S extends Sample<S>> S mixed(Sample<S> sample, CounterRandom random) {
    Sample<?> drawn;
    if (sample instanceof CrossTab table) {
      drawn =
          withCounts(
              table, mixed(counts(table.groups().size(), table.size(), table::count), random));
    } else if (sample instanceof GroupedValues values) {
      drawn =
          withCounts(
              values, mixed(counts(values.groups().size(), values.size(), values::count), random));
    } else if (sample instanceof RiskCounts risks) {
      drawn = mixedEvents(risks, random);
    } else {
      drawn = mixedNeed((PairedSample) sample, random);
    }
    return (S) drawn;
  }

  private static RiskCounts mixedEvents(RiskCounts sample, CounterRandom random) {
    int groups = sample.groups().size();
    double[][] population = counts(groups, sample.size(), sample::population);
    double[][] events = new double[groups][sample.size()];
    for (int i = 0; i < sample.size(); i++) {
      long[] left = new long[groups];
      long happened = 0;
      for (int g = 0; g < groups; g++) {
        left[g] = Math.round(population[g][i]);
        population[g][i] = (double) left[g];
        happened += Math.round(sample.events(g, i));
      }
      deal(left, Math.min(happened, LongStream.of(left).sum()), i, events, random);
    }
    return withEvents(sample, events, population);
  }

  private static PairedSample mixedNeed(PairedSample sample, CounterRandom random) {
    int[] order = IntStream.range(0, sample.size()).filter(sample::counts).toArray();
    int[] places = order.clone();
    random.shuffle(order);
    Map<String, double[]> covariates = new LinkedHashMap<>();
    for (String name : sample.covariates()) {
      double[] column = sample.covariate(name);
      double[] mixed = column.clone();
      for (int k = 0; k < order.length; k++) {
        mixed[places[k]] = column[order[k]];
      }
      covariates.put(name, mixed);
    }
    Distribution values = sample.distribution();
    return PairedSample.of(sample.units(), values.values(), values.weights(), covariates);
  }

  /** Deals the students of all groups to the units at random, unit after unit. */
  private static double[][] mixed(double[][] counts, CounterRandom random) {
    long[] left = new long[counts.length];
    long[] sizes = new long[counts[0].length];
    for (int g = 0; g < counts.length; g++) {
      for (int i = 0; i < sizes.length; i++) {
        long students = Math.round(Checks.within(counts[g][i], 0, 0x1p53, "students of a cell"));
        left[g] += students;
        sizes[i] += students;
      }
    }
    double[][] dealt = new double[counts.length][sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      deal(left, sizes[i], i, dealt, random);
    }
    return dealt;
  }

  /** Draws {@code size} of those that are left, and writes how many of each group came. */
  private static void deal(
      long[] left, long size, int unit, double[][] dealt, CounterRandom random) {
    long all = LongStream.of(left).sum();
    for (int g = 0; g < left.length && size > 0; g++) {
      long here = random.hypergeometric(all, left[g], size);
      all -= left[g];
      left[g] -= here;
      size -= here;
      dealt[g][unit] = (double) here;
    }
  }
}
