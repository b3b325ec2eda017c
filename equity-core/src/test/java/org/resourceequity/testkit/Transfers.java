package org.resourceequity.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Measure;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/** Giving from one unit to another. */
final class Transfers {

  private Transfers() {}

  /**
   * Gives from a richer to a poorer unit, as much as leaves their order. For the strict law both
   * hold at least a thousandth of the weight and lie a thousandth of the largest value apart. Where
   * values above a target do not matter, the poorer unit lies below it.
   */
  static Optional<String> broken(
      Measure<?, ?> measure, Sample<?> sample, Random choices, boolean strict) {
    Rows rows =
        measure.info().claims(Axiom.FOCUS) ? Targets.around(measure, sample) : Rows.of(sample);
    Sample<?> before = rows.build();
    double least = strict ? rows.totalMass() * 1e-3 : 0;
    double gap = strict ? rows.largestValue() * 1e-3 : 0;
    List<Integer> order = Edits.order(sample.size(), choices);
    for (int donor : order) {
      for (int recipient : order) {
        Row rich = rows.rows.get(donor);
        Row poor = rows.rows.get(recipient);
        if (rich.weight > least
            && poor.weight > least
            && rich.value - poor.value > gap
            && poor.value < Targets.of(measure, rows, poor)) {
          double most = (rich.value - poor.value) / (1 / rich.weight + 1 / poor.weight);
          double amount = most * (0.1 + 0.8 * choices.nextDouble());
          rich.value -= amount / rich.weight;
          poor.value += amount / poor.weight;
          return Outcomes.lowered(measure, before, rows.build(), strict)
              .map(what -> what + " by a transfer from " + rich.key + " to " + poor.key);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Of two equal transfers over equal distance, the lower one must count more. The units stand on a
   * grid with equal weights, so distances in value and in rank are the same thing.
   */
  static Optional<String> insensitive(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    int units = 4 + choices.nextInt(7);
    int distance = 1 + choices.nextInt(units - 2);
    int lower = choices.nextInt(units - distance - 1);
    int upper = lower + 1 + choices.nextInt(units - distance - lower - 1);
    double step = 10 + 50 * choices.nextDouble();
    double amount = step * (0.05 + 0.4 * choices.nextDouble());
    Sample<?> grid =
        Edits.edited(
            sample,
            rows -> {
              Row like = rows.rows.get(0).copy("");
              rows.rows.clear();
              for (int i = 0; i < units; i++) {
                Row row = like.copy("unit " + i);
                row.value = 100 + step * i;
                row.weight = 1;
                rows.rows.add(row);
              }
            });
    return Outcomes.lowered(
            measure,
            given(grid, upper + distance, upper, amount),
            given(grid, lower + distance, lower, amount),
            true)
        .map(what -> what + " where the transfer of " + amount + " was lower on " + grid);
  }

  private static Sample<?> given(Sample<?> sample, int donor, int recipient, double amount) {
    return Edits.edited(
        sample,
        rows -> {
          rows.rows.get(donor).value -= amount;
          rows.rows.get(recipient).value += amount;
        });
  }

  /**
   * Two transfers inside a part keep its size and mean. Where they raise the index of the part,
   * they must not lower that of the whole. The second is tried in many sizes, so that some nearly
   * undo the first: there an inconsistent index shows itself.
   */
  static Optional<String> inconsistent(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    if (sample.size() < 5) {
      return Optional.empty();
    }
    int[] part =
        Edits.order(sample.size(), choices).stream()
            .limit(4 + choices.nextInt(sample.size() - 4))
            .mapToInt(Integer::intValue)
            .toArray();
    double first = 0.3 * choices.nextDouble();
    for (int tried = 1; tried <= 16; tried++) {
      Rows rows = Rows.of(sample);
      give(rows.rows.get(part[0]), rows.rows.get(part[1]), first);
      give(rows.rows.get(part[2]), rows.rows.get(part[3]), first * tried / 8);
      Sample<?> after = rows.build();
      Optional<Double> rise = rise(measure, sample.select(part), after.select(part));
      Optional<Double> risen = rise(measure, sample, after);
      if (rise.isPresent()
          && risen.isPresent()
          && Math.abs(rise.get()) > 1e-9
          && rise.get() * Math.signum(risen.get()) < 0
          && Math.abs(risen.get()) > 1e-9) {
        return Optional.of("the part rose by " + rise.get() + ", the whole by " + risen.get());
      }
    }
    return Optional.empty();
  }

  /** Gives a share of the smaller of two amounts. */
  private static void give(Row one, Row other, double share) {
    double amount = share * Math.min(one.value * one.weight, other.value * other.weight);
    if (one.weight > 0 && other.weight > 0) {
      one.value -= amount / one.weight;
      other.value += amount / other.weight;
    }
  }

  private static Optional<Double> rise(Measure<?, ?> measure, Sample<?> before, Sample<?> after) {
    Optional<Double> a = Outcomes.number(Outcomes.of(measure, before));
    return Outcomes.number(Outcomes.of(measure, after)).flatMap(b -> a.map(value -> b - value));
  }
}
