package org.resourceequity.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.resourceequity.metric.Measure;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/** Members who change between units, up to groups that are apart or mixed. */
final class Moves {

  private Moves() {}

  /**
   * Moves members of a group to a unit where the group is less represented. For the strict law at
   * least a thousandth of the group moves, and its shares lie at least a hundredth apart.
   */
  static Optional<String> broken(
      Measure<?, ?> measure, Sample<?> sample, Random choices, boolean strict) {
    Rows rows = Rows.of(sample);
    int group = choices.nextBoolean() ? rows.focus : rows.comparison;
    int other = group == rows.focus ? rows.comparison : rows.focus;
    double least = strict ? 1e-3 * rows.totalOf(group) : 0;
    double apart = strict ? 0.01 : 0;
    List<Integer> order = Edits.order(sample.size(), choices);
    for (int from : order) {
      for (int to : order) {
        Row source = rows.rows.get(from);
        Row target = rows.rows.get(to);
        double moved = source.counts[group] * choices.nextDouble();
        if (moved > least && target.mass() > 0 && target.counts[other] > 0) {
          source.counts[group] -= moved;
          target.counts[group] += moved;
          if (moreRepresented(source, target, group, other, apart)) {
            return Outcomes.lowered(measure, sample, rows.build(), strict)
                .map(
                    what ->
                        what + " by moving " + moved + " from " + source.key + " to " + target.key);
          }
          source.counts[group] += moved;
          target.counts[group] -= moved;
        }
      }
    }
    return Optional.empty();
  }

  /** By its share of everybody, and by its share of the two groups in focus. */
  private static boolean moreRepresented(
      Row source, Row target, int group, int other, double apart) {
    double all = source.counts[group] / source.mass();
    double allThere = target.counts[group] / target.mass();
    double pair = source.counts[group] / (source.counts[group] + source.counts[other]);
    double pairThere = target.counts[group] / (target.counts[group] + target.counts[other]);
    return all >= allThere + apart && pair >= pairThere + apart;
  }

  /** Exchanges as many members of the two groups in focus, each to where its group is rarer. */
  static Optional<String> brokenByExchange(
      Measure<?, ?> measure, Sample<?> sample, Random choices, boolean strict) {
    Rows rows = Rows.of(sample);
    int one = rows.focus;
    int two = rows.comparison;
    double least = strict ? 1e-3 * Math.min(rows.totalOf(one), rows.totalOf(two)) : 0;
    double apart = strict ? 0.01 : 0;
    List<Integer> order = Edits.order(sample.size(), choices);
    for (int here : order) {
      for (int there : order) {
        Row source = rows.rows.get(here);
        Row target = rows.rows.get(there);
        double moved =
            Math.min(source.counts[one], target.counts[two]) * (0.1 + 0.5 * choices.nextDouble());
        if (moved > least && here != there) {
          exchange(source, target, one, two, moved);
          if (moreRepresented(source, target, one, two, apart)
              && moreRepresented(target, source, two, one, apart)) {
            return Outcomes.lowered(measure, sample, rows.build(), strict)
                .map(
                    what ->
                        what
                            + " by exchanging "
                            + moved
                            + " of "
                            + source.key
                            + " and "
                            + target.key);
          }
          exchange(source, target, one, two, -moved);
        }
      }
    }
    return Optional.empty();
  }

  private static void exchange(Row source, Row target, int one, int two, double moved) {
    source.counts[one] -= moved;
    target.counts[one] += moved;
    target.counts[two] -= moved;
    source.counts[two] += moved;
  }

  static Optional<String> wrongAtExtremes(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Rows apart = Rows.of(sample);
    Row like = apart.rows.get(0);
    int groups = apart.groups.size();
    apart.rows.clear();
    for (int i = 0; i < 2 * groups; i++) {
      Row row = like.copy("unit " + i);
      row.counts = new double[groups];
      row.counts[i % groups] = 1 + choices.nextInt(2000);
      apart.rows.add(row);
    }
    Rows mixed = Rows.of(apart.build());
    double[] mix = IntStream.range(0, groups).mapToDouble(g -> 1 + choices.nextInt(9)).toArray();
    for (Row row : mixed.rows) {
      double size = 1 + choices.nextInt(300);
      row.counts = Arrays.stream(mix).map(share -> share * size).toArray();
    }
    Optional<Double> one = Outcomes.number(Outcomes.of(measure, apart.build()));
    Optional<Double> zero = Outcomes.number(Outcomes.of(measure, mixed.build()));
    if (one.isEmpty() || zero.isEmpty()) {
      return Optional.of("it is undefined where groups are apart or mixed");
    }
    return Outcomes.near(1, one.get(), Outcomes.TIGHT, 1, "apart, the expected value")
        .or(() -> Outcomes.near(0, zero.get(), Outcomes.TIGHT, 1, "mixed, the expected value"));
  }
}
