package org.resourceequity.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/** Changes of samples. */
final class Edits {

  private Edits() {}

  static double pick(Random choices, double... from) {
    return from[choices.nextInt(from.length)];
  }

  /** Positions in random order. */
  static List<Integer> order(int size, Random choices) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, choices);
    return order;
  }

  static Sample<?> edited(Sample<?> sample, Consumer<Rows> edit) {
    Rows rows = Rows.of(sample);
    edit.accept(rows);
    return rows.build();
  }

  static Sample<?> shuffled(Sample<?> sample, Random choices) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
    Collections.shuffle(order, choices);
    return sample.select(order.stream().mapToInt(Integer::intValue).toArray());
  }

  static void addEmptyUnit(Rows rows, Random choices) {
    Row like = rows.rows.get(0);
    Row empty = like.copy("an empty unit");
    empty.scaleMass(0);
    empty.value = like.value * 3 + 1;
    rows.rows.add(choices.nextInt(rows.rows.size() + 1), empty);
  }

  static void replicate(Rows rows, int copies) {
    List<Row> once = List.copyOf(rows.rows);
    for (int c = 1; c < copies; c++) {
      for (Row row : once) {
        rows.rows.add(row.copy(row.key + "/" + c));
      }
    }
  }

  static Rows smallWholeWeights(Rows rows) {
    rows.each((row, i) -> row.weight = row.weight > 0 ? 1 + Math.floor(row.weight) % 4 : 0);
    return rows;
  }

  static void expand(Rows rows) {
    List<Row> weighted = List.copyOf(rows.rows);
    rows.rows.clear();
    for (Row row : weighted) {
      for (int c = 0; c < row.weight; c++) {
        Row one = row.copy(row.key + "/" + c);
        one.weight = 1;
        rows.rows.add(one);
      }
    }
  }

  /** Splits the unit with a key in two, if it is there. */
  static void split(Rows rows, String key, Rows.PerGroup shareOf) {
    Row first = rows.find(key);
    if (first == null) {
      return;
    }
    Row second = first.copy(first.key + "/2");
    second.weight = first.weight * shareOf.of(0);
    first.weight -= second.weight;
    for (int g = 0; g < first.counts.length; g++) {
      second.counts[g] = first.counts[g] * shareOf.of(g);
      first.counts[g] -= second.counts[g];
    }
    for (int g = 0; g < first.events.length; g++) {
      second.events[g] = Math.min(second.counts[g], first.events[g] * shareOf.of(g));
      first.events[g] = Math.min(first.counts[g], first.events[g] - second.events[g]);
    }
    rows.rows.add(second);
  }

  static void rename(Rows rows, Random choices) {
    List<String> names = new ArrayList<>(rows.groups);
    Collections.rotate(names, 1 + choices.nextInt(Math.max(1, names.size() - 1)));
    rows.groups = List.copyOf(names);
    // The members of a group stay together, its name and its place change.
    rows.each(
        (row, i) -> {
          List<Double> counts = new ArrayList<>(Arrays.stream(row.counts).boxed().toList());
          Collections.swap(counts, 0, counts.size() - 1);
          row.counts = counts.stream().mapToDouble(Double::doubleValue).toArray();
        });
  }

  static double clamp(double value) {
    return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, value));
  }

  /** Multiplies the weight or the members of one unit. */
  static Sample<?> heavier(Sample<?> sample, int unit, double factor) {
    return edited(sample, r -> r.rows.get(unit).scaleMass(factor));
  }
}
