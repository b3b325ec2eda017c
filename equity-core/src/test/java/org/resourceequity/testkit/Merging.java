package org.resourceequity.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/** Parts of a sample, put together again or taken away. */
final class Merging {

  private static final List<ForkJoinPool> POOLS =
      List.of(new ForkJoinPool(1), new ForkJoinPool(2), new ForkJoinPool(16));

  private Merging() {}

  /** Merges parts in any order, on any number of threads. */
  private static <T> T merged(List<T> parts, BinaryOperator<T> merge, Random choices) {
    List<T> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, choices);
    ForkJoinPool pool = POOLS.get(choices.nextInt(POOLS.size()));
    return pool.submit(() -> shuffled.parallelStream().reduce(merge).orElseThrow()).join();
  }

  /** The same bits from the sample, from its moments, and from the moments of its parts. */
  static Optional<String> notOnePass(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    OnePassMetric metric = (OnePassMetric) measure;
    Distribution all = (Distribution) sample;
    if (!metric.measure(all).isKnown()) {
      return Optional.empty();
    }
    List<Moments> parts = new ArrayList<>();
    int chunks = 1 + choices.nextInt(6);
    int[] chunk = choices.ints(all.size(), 0, chunks).toArray();
    for (int c = 0; c < chunks; c++) {
      int part = c;
      int[] units = IntStream.range(0, all.size()).filter(i -> chunk[i] == part).toArray();
      parts.add(all.select(units).moments());
    }
    double whole = metric.formula(all);
    double ofMoments = metric.formula(all.moments());
    double ofParts = metric.formula(merged(parts, Moments::plus, choices));
    return Outcomes.near(whole, ofMoments, 0, 0, "from moments the value")
        .or(() -> Outcomes.near(whole, ofParts, 0, 0, "from merged moments the value"));
  }

  /** The same bits from a table of counts and from tables that share its cells between them. */
  static Optional<String> notMergeable(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    int chunks = 1 + choices.nextInt(6);
    List<Sample<?>> parts = new ArrayList<>();
    Map<String, int[]> owners = new HashMap<>();
    Rows whole = Rows.of(sample);
    whole.each(
        (row, i) -> owners.put(row.key, choices.ints(row.counts.length, 0, chunks).toArray()));
    for (int c = 0; c < chunks; c++) {
      int part = c;
      parts.add(Edits.shuffled(Edits.edited(sample, rows -> keep(rows, owners, part)), choices));
    }
    Sample<?> together = merged(parts, Merging::added, choices);
    return Outcomes.difference(Outcomes.of(measure, sample), Outcomes.of(measure, together), 0, 0);
  }

  /** Keeps the cells that belong to a part. */
  private static void keep(Rows rows, Map<String, int[]> owners, int part) {
    rows.each(
        (row, i) -> {
          int[] owner = owners.getOrDefault(row.key, new int[0]);
          for (int g = 0; g < owner.length; g++) {
            row.counts[g] = owner[g] == part ? row.counts[g] : 0;
          }
          for (int g = 0; g < row.events.length; g++) {
            row.events[g] = Math.min(row.events[g], row.counts[g]);
          }
        });
  }

  private static Sample<?> added(Sample<?> one, Sample<?> other) {
    if (one instanceof CrossTab a && other instanceof CrossTab b) {
      return a.add(b);
    }
    return ((RiskCounts) one).add((RiskCounts) other);
  }

  /** Each entry is the value of the sample without the unit; no entry where that is undefined. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Optional<String> wrongWithout(LeaveOneOut<?> measure, Sample<?> sample) {
    if (!Outcomes.of(measure, sample).isKnown()) {
      return Optional.empty();
    }
    UnitValues without = ((LeaveOneOut) measure).leaveOneOut(sample);
    for (int i = 0; i < sample.size(); i++) {
      String key = sample.units().key(i);
      Outcome<?> anew = Outcomes.of(measure, sample.without(i));
      int place = without.keys().indexOf(key);
      Optional<Double> value = Outcomes.number(anew);
      if (value.isPresent() != place >= 0) {
        return Optional.of(
            "without "
                + key
                + " it is "
                + anew
                + (place < 0 ? ", but has no entry" : ", not " + without.value(place)));
      }
      if (place >= 0) {
        Optional<String> off =
            Outcomes.near(
                value.orElseThrow(),
                without.value(place),
                Outcomes.STANDARD,
                Outcomes.scale(measure, sample),
                "without " + key + " the value");
        if (off.isPresent()) {
          return off;
        }
      }
    }
    return Optional.empty();
  }
}
